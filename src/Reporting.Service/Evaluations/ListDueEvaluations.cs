using Packs;
using Policies;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Evaluations;

/// <summary>What the bureau still has to do for the yearly evaluations.</summary>
internal static class ListDueEvaluations
{
    /// <summary>A yearly evaluation that is not done.</summary>
    /// <param name="Programme">The programme.</param>
    /// <param name="Evaluation">The evaluation as the pack names it.</param>
    /// <param name="Title">Its name for people.</param>
    /// <param name="Clause">Where it comes from.</param>
    /// <param name="Year">The year evaluated.</param>
    /// <param name="DueOn">The last day on which it is in time.</param>
    /// <param name="State">How far it has come.</param>
    /// <param name="RoundId">Its round.</param>
    /// <param name="Register">The register that records it; null where a round does.</param>
    /// <param name="Bodies">How many are evaluated; null where nobody has named them yet.</param>
    /// <param name="Graded">How many of them have a grade.</param>
    /// <param name="Published">How many have a published one.</param>
    /// <param name="Missing">The register that has no indicator system in force (SD-12); null where nothing is missing, or Registry did not answer.</param>
    internal sealed record DueEvaluation(
        string Programme,
        string Evaluation,
        Label Title,
        string Clause,
        int Year,
        DateOnly DueOn,
        TurnState State,
        Guid? RoundId,
        string? Register,
        int? Bodies,
        int Graded,
        int Published,
        MissingRegister? Missing);

    /// <summary>A register by its name, and as people call it.</summary>
    internal sealed record MissingRegister(string Name, Label Label);

    public static void Map(IEndpointRouteBuilder rounds) => rounds
        .MapGet("/due", HandleAsync)
        .RequireRoles(Roles.CityReviewer, Roles.Leader, Roles.Auditor)
        .WithSummary("The yearly evaluations whose year is over and that are not published yet");

    private static async Task<Page<DueEvaluation>> HandleAsync(
        PackShelf packs, DueEvaluations due, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var (caller, today) = (http.Caller(), clock.Today);
        var own = (await packs.RulingAsync(today, cancellationToken)).Where(pack => pack.Jurisdiction == caller.Jurisdiction);
        var found = new List<DueEvaluation>();
        foreach (var progress in (await due.ReadAsync(await due.TurnsAsync(own, today, cancellationToken), today, cancellationToken)).Where(progress => progress.State != TurnState.Done))
        {
            found.Add(View(progress, await due.DocumentAsync(progress, today, cancellationToken) == DocumentState.Missing ? progress.Documents : null));
        }

        return new Page<DueEvaluation>(found, Next: null);
    }

    private static DueEvaluation View(TurnProgress progress, Register? missing) => new(
        progress.Turn.Pack.Programme,
        progress.Turn.Scheme.Name,
        progress.Turn.Scheme.Label,
        progress.Turn.Scheme.Citation.ClauseId,
        progress.Turn.Year,
        progress.Turn.DueOn,
        progress.State,
        progress.RoundId,
        progress.Turn.Scheme.Recorded is null ? null : progress.Turn.Scheme.Subjects,
        progress.Bodies,
        progress.Graded,
        progress.Published,
        missing is null ? null : new MissingRegister(missing.Name, missing.Label));
}

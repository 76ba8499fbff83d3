using Contracts.Refusals;
using Contracts.Reporting;
using Microsoft.EntityFrameworkCore;
using Packs;
using Reporting.Data;
using Reporting.Objections;
using Reporting.PeriodicReports;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Evaluations;

/// <summary>The city publishes a round's results by one document: all that are named or none (ZS-18).</summary>
internal static class PublishRound
{
    private const int MostEvaluations = 1000;

    /// <summary>The publication; each evaluation in the version that the publisher saw.</summary>
    internal sealed record Request(string DocumentNumber, IReadOnlyList<Line> Evaluations);

    /// <summary>An evaluation and the version that the publisher saw.</summary>
    internal sealed record Line(Guid Id, long Version);

    public static void Map(IEndpointRouteBuilder rounds) => rounds
        .MapPost("/{id:guid}/publish", HandleAsync)
        .RequireRoles(Roles.CityReviewer)
        .WithSummary("Publishes graded evaluations of a round, all or none");

    /// <summary>Every publication, or the first refusal with all of them in its inputs.</summary>
    public static Outcome<IReadOnlyList<(Evaluation Evaluation, EvaluationPublished Result)>> Decide(
        Request request, IReadOnlyDictionary<Guid, Evaluation> found, IReadOnlySet<Guid> objected, string clause, Caller caller, DateOnly today)
    {
        var (decided, refusals) = (new List<(Evaluation, EvaluationPublished)>(), new List<Refusal>());
        foreach (var line in request.Evaluations)
        {
            if (found.GetValueOrDefault(line.Id) is not { } evaluation)
            {
                refusals.Add(ReadEvaluations.NotFound(line.Id));
            }
            else if (new IfMatch(line.Version).Check(evaluation) is { } stale)
            {
                refusals.Add(stale.With("evaluationId", line.Id));
            }
            else if (PublishEvaluation.Decide(evaluation, objected.Contains(line.Id), request.DocumentNumber, clause, caller, today).Accepted(out var result, out var refusal))
            {
                decided.Add((evaluation, result));
            }
            else
            {
                refusals.Add(refusal);
            }
        }

        return refusals.Count > 0 ? refusals[0].With("refusals", refusals) : decided;
    }

    private static Refusal? CheckLines(Request request) =>
        request.Evaluations.Count is 0 or > MostEvaluations || request.Evaluations.Select(line => line.Id).Distinct().Count() != request.Evaluations.Count
            ? Refusal.BadInput(
                "evaluations",
                request.Evaluations.Count,
                $"请列出 1 至 {MostEvaluations} 项评价，且不得重复。",
                $"Name 1 to {MostEvaluations} evaluations, each once.")
            : null;

    private static async Task<Answer<RoundDetail>> HandleAsync(
        Guid id,
        Request request,
        ReportingDb db,
        PackShelf packs,
        Publication publication,
        BusinessClock clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<RoundDetail>(
            async ct =>
            {
                if (CheckLines(request) is { } wrong)
                {
                    return wrong;
                }

                var round = await db.EvaluationRounds.SingleOrDefaultAsync(r => r.Id == id && r.Jurisdiction == caller.Jurisdiction, ct);
                if (round is null)
                {
                    return ReadRounds.NotFound(id);
                }

                var evaluations = await db.Evaluations.Include(e => e.Institution).Include(e => e.Sheets).AsSplitQuery().Where(e => e.RoundId == id).ToListAsync(ct);
                var (pack, scheme) = (await packs.RulingAsync(round.Programme, clock.Today, ct), await packs.SchemeAsync(round, ct));
                var objected = await db.UndecidedAsync([.. request.Evaluations.Select(line => line.Id)], ct);
                var decision = Decide(request, evaluations.ToDictionary(e => e.Id), objected, scheme.Citation.ClauseId, caller, clock.Today);
                if (!decision.Accepted(out var decided, out var refusal))
                {
                    return refusal;
                }

                if (await db.CheckReturnedAsync([.. decided.Select(one => one.Evaluation)], scheme.Citation.ClauseId, ct) is { } returned)
                {
                    return returned;
                }

                await publication.CarryOutAsync(decided, pack, caller, ct);
                return ReadRounds.Detail(round, evaluations, scheme, caller);
            },
            cancellationToken);
        return outcome.ToHttp();
    }
}

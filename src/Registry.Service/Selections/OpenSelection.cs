using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Applications;
using Registry.Data;
using Registry.Experts;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Selections;

/// <summary>The city takes recommended applications of one track into a selection and appoints its experts (ZS-01, ZS-15).</summary>
internal static class OpenSelection
{
    /// <summary>What to review, by whom; the merit track says how many places there are.</summary>
    internal sealed record SelectionRequest(
        string Programme,
        string Track,
        string Title,
        IReadOnlyList<SelectedApplication> Applications,
        IReadOnlyList<AppointedExpert> Experts,
        int? Places = null);

    /// <summary>An application and the version that the reviewer saw.</summary>
    internal sealed record SelectedApplication(Guid Id, long Version);

    /// <summary>An expert of the register.</summary>
    internal sealed record AppointedExpert(Guid ExpertId);

    public static async Task<CreatedAnswer<SelectionView>> HandleAsync(
        SelectionRequest request, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<Selection>(
            async ct =>
            {
                if (!(await packs.RulingAsync(request.Programme, clock.Today, caller, ct)).Accepted(out var pack, out var unknown))
                {
                    return unknown;
                }

                var (applicationIds, expertIds) = (request.Applications.OfType<SelectedApplication>().Select(a => a.Id).ToList(), request.Experts.IdsOf());
                var found = await db.Applications.VisibleTo(caller)
                    .Include(a => a.Steps.Where(step => step.Kind == StepKind.Recommended))
                    .Where(a => a.Programme == request.Programme && applicationIds.Contains(a.Id))
                    .ToDictionaryAsync(a => a.Id, ct);
                var experts = await db.Experts.Where(e => e.Jurisdiction == caller.Jurisdiction && expertIds.Contains(e.Id)).ToDictionaryAsync(e => e.Id, ct);
                var decided = Decide(request, found, experts, pack, caller, clock.Today, clock.UtcNow);
                if (decided.Accepted(out var selection, out _))
                {
                    db.Selections.Add(selection);
                }

                return decided;
            },
            cancellationToken);
        return outcome.ToCreated(SelectionView.Of, view => $"/api/registry/selections/{view.Id}");
    }

    public static Outcome<Selection> Decide(
        SelectionRequest request,
        IReadOnlyDictionary<Guid, Application> found,
        IReadOnlyDictionary<Guid, Expert> experts,
        PolicyPack pack,
        Caller caller,
        DateOnly today,
        DateTime now)
    {
        var clause = pack.ClauseOf(Procedure.ExpertReview);
        var refused = OpeningChecks.Request(request, pack) ?? OpeningChecks.Appointed(request.Experts, experts) ?? OpeningChecks.Applications(request, found, caller, clause);
        if (refused is not null)
        {
            return refused;
        }

        var applications = request.Applications.Select(line => found[line.Id]).ToList();
        var selection = Open(request, pack, caller, today);
        selection.Sheets.AddRange(Sheets(applications, request.Experts.Select(line => experts[line.ExpertId])));
        if (selection.CheckReviewers(applications, clause) is { } tooFew)
        {
            return tooFew;
        }

        foreach (var application in applications)
        {
            var step = application.Step(StepKind.Selected, caller, Roles.CityReviewer, clause, now);
            application.Apply(step);
            selection.Entries.Add(new SelectionEntry
            {
                ApplicationId = application.Id,
                Number = selection.Entries.Count + 1,
                Title = application.Title ?? "",
                Organisation = application.Organisation,
            });
        }

        return selection;
    }

    /// <summary>A sheet for each expert and application; where the register shows a conflict the expert is recused at once.</summary>
    public static IEnumerable<ScoreSheet> Sheets(IReadOnlyList<Application> applications, IEnumerable<Expert> experts)
    {
        foreach (var (expert, application) in experts.SelectMany(_ => applications, (expert, application) => (expert, application)))
        {
            var sheet = new ScoreSheet { ApplicationId = application.Id, ExpertId = expert.Id, ExpertSubject = expert.Subject, ExpertName = expert.Name };
            if (Conflict.Find(expert, application) is var (ground, party))
            {
                sheet.Recuse(ground, party);
            }

            yield return sheet;
        }
    }

    /// <summary>The experts named, once each; a line that says nothing is none.</summary>
    public static List<Guid> IdsOf(this IReadOnlyList<AppointedExpert> lines) => [.. lines.OfType<AppointedExpert>().Select(line => line.ExpertId).Distinct()];

    private static Selection Open(SelectionRequest request, PolicyPack pack, Caller caller, DateOnly today) => new()
    {
        Programme = pack.Programme,
        Jurisdiction = pack.Jurisdiction,
        Track = request.Track,
        Title = request.Title.Trim(),
        Places = request.Places,
        ReviewersPerApplication = pack.Count("reviewers-per-application", today).Value,
        PassingScore = pack.Count("passing-score", today).Value,
        Unanimous = pack.Choices("conditions-found-by", today).Value.Contains("all", StringComparer.Ordinal),
        OpenedOn = today,
        OpenedBySubject = caller.Subject,
        OpenedByName = caller.Name,
    };
}

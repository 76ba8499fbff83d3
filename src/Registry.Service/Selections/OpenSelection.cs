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

/// <summary>The city takes recommended applications into a selection and appoints its experts, by name or by lot (ZS-01, ZS-15).</summary>
internal static class OpenSelection
{
    private static readonly IReadOnlySet<Guid> Nobody = new HashSet<Guid>();

    /// <summary>What to review, by whom; where places are limited it says how many there are.</summary>
    internal sealed record SelectionRequest(
        string Programme,
        string Title,
        IReadOnlyList<SelectedApplication> Applications,
        IReadOnlyList<Appointment.AppointedExpert>? Experts = null,
        Appointment.DrawRequest? Draw = null,
        string? Track = null,
        string? Category = null,
        int? Places = null);

    /// <summary>An application and the version that the reviewer saw.</summary>
    internal sealed record SelectedApplication(Guid Id, long Version);

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

                var applicationIds = request.Applications.OfType<SelectedApplication>().Select(a => a.Id).ToList();
                var found = await db.Applications.VisibleTo(caller)
                    .Include(a => a.Steps.Where(step => step.Kind == StepKind.Recommended))
                    .Where(a => a.Programme == request.Programme && applicationIds.Contains(a.Id))
                    .ToDictionaryAsync(a => a.Id, ct);
                var experts = await new Appointment(request.Experts, request.Draw).LoadAsync(db, caller, ct);
                var decided = Decide(request, found, experts, pack, caller, Drawing.NewSeed(), clock.Today, clock.UtcNow);
                if (!decided.Accepted(out var selection, out _))
                {
                    return decided;
                }

                db.Selections.Add(selection);
                return await db.TakeOfficeAsync(applicationIds, Office.Arranger, caller, pack.ClauseOf(Procedure.ExpertReview), ct) is { } refused ? refused : decided;
            },
            cancellationToken);
        return outcome.ToCreated(SelectionView.Of, view => $"/api/registry/selections/{view.Id}");
    }

    public static Outcome<Selection> Decide(
        SelectionRequest request,
        IReadOnlyDictionary<Guid, Application> found,
        IReadOnlyList<Expert> experts,
        PolicyPack pack,
        Caller caller,
        string seed,
        DateOnly today,
        DateTime now)
    {
        var clause = pack.ClauseOf(Procedure.ExpertReview);
        if ((OpeningChecks.Request(request, pack, today) ?? OpeningChecks.Applications(request, found, pack, caller)) is { } refused)
        {
            return refused;
        }

        var applications = request.Applications.Select(line => found[line.Id]).ToList();
        if (!new Appointment(request.Experts, request.Draw).Decide(experts, applications, Nobody, caller, clause, seed, now).Accepted(out var appointed, out var unfit))
        {
            return unfit;
        }

        var selection = Open(request, pack, caller, today);
        selection.Sheets.AddRange(Sheets(applications, appointed.Experts));
        selection.Drawings.AddRange(appointed.Drawing is { } drawing ? [drawing] : []);
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
    public static IEnumerable<ScoreSheet> Sheets(IReadOnlyList<Application> applications, IReadOnlyList<Expert> experts, int? firstSpread = null)
    {
        foreach (var (application, stakes) in applications.Select(application => (application, Stakes.Of(application))))
        {
            foreach (var expert in experts)
            {
                var sheet = new ScoreSheet
                {
                    ApplicationId = application.Id,
                    ExpertId = expert.Id,
                    ExpertSubject = expert.Subject,
                    ExpertName = expert.Name,
                    FirstSpread = firstSpread,
                };
                if (stakes.Find(expert) is var (ground, party))
                {
                    sheet.Recuse(ground, party);
                }

                yield return sheet;
            }
        }
    }

    private static Selection Open(SelectionRequest request, PolicyPack pack, Caller caller, DateOnly today) => new()
    {
        Programme = pack.Programme,
        Jurisdiction = pack.Jurisdiction,
        Track = request.Track,
        Category = request.Category,
        Title = request.Title.Trim(),
        Places = request.Places,
        ReviewersPerApplication = pack.CountOrNone("reviewers-per-application", today)?.Value ?? 1,
        PassingScore = pack.CountOrNone("passing-score", today)?.Value,
        Unanimous = pack.ChoicesOrNone("conditions-found-by", today)?.Value.Contains("all", StringComparer.Ordinal),
        DispersionLimit = pack.CountOrNone("dispersion-limit", today)?.Value,
        ThirdOpinions = pack.CountOrNone("third-opinions", today)?.Value ?? 1,
        OpenedOn = today,
        OpenedBySubject = caller.Subject,
        OpenedByName = caller.SignedName(),
    };
}

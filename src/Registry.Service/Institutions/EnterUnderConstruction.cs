using System.Text.Json;
using Contracts.Refusals;
using Contracts.Registry;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Applications;
using Registry.Bans;
using Registry.Data;
using Registry.Packs;
using Registry.PapersOnFile;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Institutions;

/// <summary>
/// The city enters a recommended body as under construction by a recorded decision (ZS-30): it may be paid, is not counted as
/// recognised and does not bear the recognised name.
/// </summary>
internal static class EnterUnderConstruction
{
    /// <summary>The city's decision; without a name of its own the body bears the application's project name.</summary>
    internal sealed record ConstructionEntryRequest(string DocumentNumber, DateOnly DecidedOn, string? ProjectName = null);

    public static async Task<CreatedAnswer<InstitutionView>> HandleAsync(
        Guid id,
        ConstructionEntryRequest request,
        IfMatch seen,
        HttpContext http,
        RegistryDb db,
        ApplicationDesk desk,
        PackShelf packs,
        TakeOverPapers papers,
        BusinessClock clock,
        CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<Institution>(
            async ct =>
            {
                var application = await db.Applications.VisibleTo(caller).Include(a => a.Steps).Include(a => a.ConditionAnswers).AsSplitQuery().SingleOrDefaultAsync(a => a.Id == id, ct);
                if (application is null)
                {
                    return ApplicationDesk.NotFound(id);
                }

                if (seen.Check(application) is { } stale)
                {
                    return stale;
                }

                if (!(await packs.RulingAsync(application.Programme, clock.Today, caller, ct)).Accepted(out var pack, out var unknown))
                {
                    return unknown;
                }

                var examination = await desk.ExamineAsync(application, await FileView.OfAsync(db, id, ct), ct);
                var decided = Decide(application, request, pack, await FindEarlierAsync(application, db, ct), caller, clock.Today, clock.UtcNow);
                if (!decided.Accepted(out var institution, out _))
                {
                    return decided;
                }

                var barred = examination.Check(application)
                    ?? await FindBanAsync(institution, request.DecidedOn, db, pack, clock, ct)
                    ?? await FindNamesakeAsync(institution, db, pack, ct);
                if (barred is not null)
                {
                    return barred;
                }

                Enter(institution, db);
                await papers.RunAsync([institution], pack, request.DecidedOn, caller, clock.UtcNow, ct);
                return institution;
            },
            cancellationToken);
        return outcome.ToCreated(InstitutionView.Of, view => $"/api/registry/institutions/{view.Id}");
    }

    public static Outcome<Institution> Decide(
        Application application, ConstructionEntryRequest request, PolicyPack pack, Institution? earlier, Caller caller, DateOnly today, DateTime now)
    {
        var clause = pack.ClauseOf(Procedure.ConstructionEntry);
        var refused = ConstructionEntryChecks.Step(application, pack, caller, clause, today)
            ?? Documents.Check(request.DocumentNumber, "decidedOn", request.DecidedOn, today, clause)
            ?? ConstructionEntryChecks.Day(application, request, clause)
            ?? ConstructionEntryChecks.Earlier(earlier, clause);
        if (refused is not null)
        {
            return refused;
        }

        var facts = ApplicationFacts.Of(JsonElement.Parse(application.Answers), pack);
        if (ConstructionEntryChecks.Purpose(application, facts, clause) is { } elsewhere)
        {
            return elsewhere;
        }

        var name = string.IsNullOrWhiteSpace(request.ProjectName) ? facts.ProjectName : request.ProjectName.Trim();
        if (ConstructionEntryChecks.Name(name, pack, request.DecidedOn) is { } misnamed)
        {
            return misnamed;
        }

        var step = application.Step(StepKind.Entered, caller, Roles.CityReviewer, clause, now);
        (step.DocumentNumber, step.DocumentDate) = (request.DocumentNumber.Trim(), request.DecidedOn);
        application.Apply(step);
        return Found(application, facts, earlier, name, step, caller);
    }

    private static Institution Found(Application application, ApplicationFacts facts, Institution? earlier, string name, ApplicationStep decision, Caller caller)
    {
        var institution = earlier ?? Institution.Found(application, facts, name);
        institution.TakeFactsOf(application, facts);
        institution.Name = name;
        application.InstitutionId = institution.Id;
        institution.Becomes(
            Standings.UnderConstruction,
            decision.DocumentDate!.Value,
            new StandingDecision(decision.DocumentNumber!, decision.DocumentDate.Value, decision.Clause),
            caller,
            decision.At);
        return institution;
    }

    /// <summary>The body that this is already, under whatever name (ZS-04, ZS-08).</summary>
    private static async Task<Institution?> FindEarlierAsync(Application application, RegistryDb db, CancellationToken cancellationToken) =>
        await db.Institutions.Include(i => i.History)
            .Where(SameBody.Of(application.Programme, application.Jurisdiction, application.Organisation, application.Category, application.CentreCode))
            .OrderBy(i => i.Id)
            .LastOrDefaultAsync(cancellationToken);

    private static async Task<Refusal?> FindNamesakeAsync(Institution institution, RegistryDb db, PolicyPack pack, CancellationToken cancellationToken)
    {
        var namesake = await db.Institutions.AsNoTracking()
            .Where(other => other.Jurisdiction == institution.Jurisdiction && other.Name == institution.Name && other.Id != institution.Id)
            .Select(other => (Guid?)other.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return namesake is null
            ? null
            : Refusal.Conflict("name-taken", pack.ClauseOf(Procedure.ConstructionEntry), $"已有机构使用名称“{institution.Name}”。", $"An institution bears the name '{institution.Name}' already.")
                .With("name", institution.Name)
                .With("otherInstitutionId", namesake);
    }

    /// <summary>Nobody barred is entered: neither on the day of the decision nor on the day on which it is recorded.</summary>
    private static async Task<Refusal?> FindBanAsync(
        Institution institution, DateOnly decidedOn, RegistryDb db, PolicyPack pack, BusinessClock clock, CancellationToken cancellationToken) =>
        await db.FindBanAsync(pack, institution.Category, Parties.Of(institution), decidedOn, cancellationToken)
        ?? await db.FindBanAsync(pack, institution.Category, Parties.Of(institution), clock.Today, cancellationToken);

    private static void Enter(Institution institution, RegistryDb db)
    {
        if (db.Entry(institution).State == EntityState.Detached)
        {
            db.Institutions.Add(institution);
        }

        db.Publish($"institution/{institution.Id}", institution.Announce());
    }
}

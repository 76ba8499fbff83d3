using System.Text.Json;
using Contracts.Refusals;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Announcements;
using Registry.Applications;
using Registry.Bans;
using Registry.CaseDecisions;
using Registry.Data;
using Registry.Meetings;
using Registry.Notices;
using Registry.Packs;
using Registry.PapersOnFile;
using Registry.Registers;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Institutions;

/// <summary>What an entry rests on beside its own document, where its route asks for it.</summary>
internal sealed record EntryGrounds(CaseDecision? Case = null, Resolution? Resolution = null, Notice? Notice = null, bool HasOpenObjection = false);

/// <summary>
/// The city enters a body on the register by a recorded decision, as the application's route says: under construction (ZS-30: it may be
/// paid, is not counted as recognised and does not bear the recognised name), or filed (EO-07, SD-11).
/// </summary>
internal sealed class EnterInstitution(RegistryDb db, ApplicationDesk desk, PackShelf packs, TakeOverPapers papers, IssueFiling filings, BusinessClock clock)
{
    /// <summary>The city's decision; without a name of its own the body bears the application's project name.</summary>
    internal sealed record EntryRequest(string DocumentNumber, DateOnly DecidedOn, string? Name = null, Guid? CaseDecisionId = null, Guid? ResolutionId = null);

    /// <summary>Takes the step <see cref="Procedure.ConstructionEntry"/> or <see cref="Procedure.Filing"/> of one application.</summary>
    public Task<Outcome<Institution>> RunAsync(Guid id, string step, EntryRequest request, IfMatch seen, Caller caller, CancellationToken cancellationToken) =>
        db.WriteRetriedAsync<Institution>(
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

                if (!(await GroundsAsync(request, application, caller, ct)).Accepted(out var grounds, out var groundless))
                {
                    return groundless;
                }

                var examination = await desk.ExamineAsync(application, await FileView.OfAsync(db, id, ct), ct);
                var decided = Decide(application, step, request, grounds, pack, await FindEarlierAsync(application, ct), caller, clock.Today, clock.UtcNow);
                if (!decided.Accepted(out var institution, out _))
                {
                    return decided;
                }

                var barred = await TakeOfficesAsync(application, grounds, pack.ClauseOf(step), caller, ct)
                    ?? examination.Check(application)
                    ?? await FindBanAsync(institution, request.DecidedOn, pack, ct)
                    ?? await FindNamesakeAsync(institution, pack.ClauseOf(step), ct)
                    ?? await CarryOutAsync(application, institution, step, pack, caller, ct);
                return barred is null ? institution : barred;
            },
            cancellationToken);

    public static Outcome<Institution> Decide(
        Application application,
        string step,
        EntryRequest request,
        EntryGrounds grounds,
        PolicyPack pack,
        Institution? earlier,
        Caller caller,
        DateOnly today,
        DateTime now)
    {
        var (clause, route) = (pack.ClauseOf(step), application.RouteUnder(pack));
        var facts = ApplicationFacts.Of(JsonElement.Parse(application.Answers), pack);
        var name = string.IsNullOrWhiteSpace(request.Name) ? facts.ProjectName : request.Name.Trim();
        var refused = EntryChecks.Step(application, step, route, pack, caller, today)
            ?? Documents.Check(request.DocumentNumber, "decidedOn", request.DecidedOn, today, clause)
            ?? EntryChecks.Day(application, request, clause)
            ?? EntryChecks.Earlier(earlier, route, clause)
            ?? EntryChecks.Way(application, step, route, clause)
            ?? EntryChecks.Noticed(application, request, grounds, route!, pack)
            ?? EntryChecks.Grounds(application, request, grounds, route!, facts, pack)
            ?? EntryChecks.Name(name, pack, request.DecidedOn);
        if (refused is not null)
        {
            return refused;
        }

        var taken = application.Step(step == Procedure.Filing ? StepKind.Filed : StepKind.Entered, caller, Roles.CityReviewer, clause, now);
        (taken.DocumentNumber, taken.DocumentDate) = (request.DocumentNumber.Trim(), request.DecidedOn);
        application.Apply(taken);
        grounds.Case?.ApplicationId = application.Id;
        return Enter(application, facts, earlier, name, route!.Becomes, taken, caller);
    }

    private static Institution Enter(Application application, ApplicationFacts facts, Institution? earlier, string name, string standing, ApplicationStep decision, Caller caller)
    {
        var institution = earlier ?? Institution.Found(application, facts, name);
        institution.TakeFactsOf(application, facts);
        institution.Name = name;
        application.InstitutionId = institution.Id;
        institution.Becomes(
            standing, decision.DocumentDate!.Value, new StandingDecision(decision.DocumentNumber!, decision.DocumentDate.Value, decision.Clause), caller, decision.At);
        return institution;
    }

    /// <summary>
    /// Who recorded and who confirmed the decision on it alone, and who enters it: each in one office, and in no other. Those who acted
    /// before come first, so that the caller is held against them as their deputy, too.
    /// </summary>
    private async Task<Refusal?> TakeOfficesAsync(Application application, EntryGrounds grounds, string clause, Caller caller, CancellationToken cancellationToken) =>
        (grounds.Case is { } one
            ? await db.NoteOfficeAsync(application.Id, Office.Arranger, one.RecordedBySubject, one.RecorderCountsAs, clause, cancellationToken)
                ?? await db.NoteOfficeAsync(application.Id, Office.Decider, one.ConfirmedBySubject!, one.ConfirmerCountsAs, clause, cancellationToken)
            : null)
        ?? await db.TakeOfficeAsync([application.Id], Office.Arranger, caller, clause, cancellationToken);

    private async Task<Outcome<EntryGrounds>> GroundsAsync(EntryRequest request, Application application, Caller caller, CancellationToken cancellationToken)
    {
        var decision = request.CaseDecisionId is { } caseId
            ? await db.CaseDecisions.SingleOrDefaultAsync(d => d.Id == caseId && d.Programme == application.Programme && d.Jurisdiction == application.Jurisdiction, cancellationToken)
            : null;
        var notice = await db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.Applications.Any(line => line.ApplicationId == application.Id), cancellationToken);
        var objected = notice is not null && await db.Objections.AnyAsync(
            o => o.ApplicationId == application.Id && (o.Status == ObjectionStatus.Received || o.Status == ObjectionStatus.Verified), cancellationToken);
        if (request.ResolutionId is not { } resolutionId)
        {
            return new EntryGrounds(decision, Resolution: null, notice, objected);
        }

        return (await db.FindResolutionAsync(application.Id, step: null, resolutionId, caller.Jurisdiction, cancellationToken)).Accepted(out var resolution, out var refused)
            ? new EntryGrounds(decision, resolution, notice, objected)
            : refused;
    }

    /// <summary>The body that this is already, under whatever name (ZS-04, ZS-08).</summary>
    private async Task<Institution?> FindEarlierAsync(Application application, CancellationToken cancellationToken)
    {
        var known = await db.Institutions.Include(i => i.History)
            .Where(SameBody.Of(application.Programme, application.Jurisdiction, application.Organisation, application.Category, application.CentreCode))
            .OrderBy(i => i.Id)
            .ToListAsync(cancellationToken);
        return known.FindLast(institution => institution.IsAt(application.Place));
    }

    private async Task<Refusal?> FindNamesakeAsync(Institution institution, string clause, CancellationToken cancellationToken)
    {
        var namesake = await db.Institutions.AsNoTracking()
            .Where(other => other.Jurisdiction == institution.Jurisdiction && other.Name == institution.Name && other.Id != institution.Id)
            .Select(other => (Guid?)other.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return namesake is null
            ? null
            : Refusal.Conflict("name-taken", clause, $"已有机构使用名称“{institution.Name}”。", $"An institution bears the name '{institution.Name}' already.")
                .With("name", institution.Name)
                .With("otherInstitutionId", namesake);
    }

    /// <summary>Nobody barred is entered: neither on the day of the decision nor on the day on which it is recorded.</summary>
    private async Task<Refusal?> FindBanAsync(Institution institution, DateOnly decidedOn, PolicyPack pack, CancellationToken cancellationToken) =>
        await db.FindBanAsync(pack, institution.Category, Bans.Parties.Of(institution), decidedOn, cancellationToken)
        ?? await db.FindBanAsync(pack, institution.Category, Bans.Parties.Of(institution), clock.Today, cancellationToken);

    private async Task<Refusal?> CarryOutAsync(
        Application application, Institution institution, string step, PolicyPack pack, Caller caller, CancellationToken cancellationToken)
    {
        if (db.Entry(institution).State == EntityState.Detached)
        {
            db.Institutions.Add(institution);
        }

        if (step == Procedure.Filing && await filings.RunAsync(application, institution, caller, clock.UtcNow, cancellationToken) is { } refused)
        {
            return refused;
        }

        db.Publish($"institution/{institution.Id}", institution.Announce());
        await papers.RunAsync([institution], pack, institution.History.MaxBy(entry => entry.Number)!.DecidedOn, caller, clock.UtcNow, cancellationToken);
        await db.FollowParksAsync(cancellationToken);
        return null;
    }
}

using System.Text.Json;
using Contracts.Refusals;
using Contracts.Registry;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Policies;
using Policies.Evaluation;
using Registry.Applications;
using Registry.Data;
using Registry.Packs;
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
        PackShelf packs,
        BusinessClock clock,
        CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<Institution>(
            async ct =>
            {
                var application = await db.Applications.VisibleTo(caller).Include(a => a.Steps).SingleOrDefaultAsync(a => a.Id == id, ct);
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

                var decided = Decide(application, request, pack, caller, clock.Today, clock.UtcNow);
                return decided.Accepted(out var institution, out _) && await FindNamesakeAsync(institution, db, pack, ct) is { } namesake
                    ? namesake
                    : Enter(decided, db);
            },
            cancellationToken);
        return outcome.ToCreated(InstitutionView.Of, view => $"/api/registry/institutions/{view.Id}");
    }

    public static Outcome<Institution> Decide(
        Application application, ConstructionEntryRequest request, PolicyPack pack, Caller caller, DateOnly today, DateTime now)
    {
        var clause = pack.ClauseOf(Procedure.ConstructionEntry);
        var refused = CheckStep(application, pack, caller, clause, today)
            ?? Documents.Check(request.DocumentNumber, "decidedOn", request.DecidedOn, today, clause)
            ?? CheckDay(application, request, clause);
        if (refused is not null)
        {
            return refused;
        }

        var facts = ApplicationFacts.Of(JsonElement.Parse(application.Answers), pack);
        var name = string.IsNullOrWhiteSpace(request.ProjectName) ? facts.ProjectName : request.ProjectName.Trim();
        if (CheckName(name, pack, request.DecidedOn) is { } misnamed)
        {
            return misnamed;
        }

        var step = application.Step(StepKind.Entered, caller, Roles.CityReviewer, clause, now);
        (step.DocumentNumber, step.DocumentDate) = (request.DocumentNumber.Trim(), request.DecidedOn);
        application.Apply(step);
        return Found(application, facts, name, step);
    }

    private static Institution Found(Application application, ApplicationFacts facts, string name, ApplicationStep decision)
    {
        var institution = new Institution
        {
            Programme = application.Programme,
            Jurisdiction = application.Jurisdiction,
            District = application.District,
            Name = name,
            Category = facts.Category,
            ImplementingBodyCode = application.Organisation,
            ImplementingBodyName = facts.ImplementingBodyName,
            CoBuilt = facts.CoBuilt,
            ApplicationId = application.Id,
            Standing = Standings.UnderConstruction,
            StandingSince = decision.DocumentDate!.Value,
            DecisionNumber = decision.DocumentNumber!,
            Version = 1,
        };
        institution.History.Add(new StandingEntry
        {
            InstitutionId = institution.Id,
            Number = 1,
            Standing = institution.Standing,
            EffectiveFrom = institution.StandingSince,
            DecisionNumber = institution.DecisionNumber,
            DecidedOn = institution.StandingSince,
            Clause = decision.Clause,
            RecordedAt = decision.At,
            RecordedBySubject = decision.ActorSubject,
            RecordedByName = decision.ActorName,
        });
        return institution;
    }

    private static Refusal? CheckStep(Application application, PolicyPack pack, Caller caller, string clause, DateOnly today)
    {
        if (pack.Step(Procedure.ConstructionEntry) is null)
        {
            return Refusal.Conflict("no-construction-entry", clause, "该项目没有“建设中”这一环节。", "This programme has no entry as under construction.")
                .With("programme", pack.Programme);
        }

        if (application.Status == ApplicationStatus.Recommended)
        {
            return application.CheckSeparation(caller, clause) ?? application.CheckSecondPerson(caller, clause);
        }

        var listed = application.Steps.Find(step => step.Kind == StepKind.Recommended)?.DocumentNumber;
        var unlisted = pack.Ask(PackConditions.Recommended, Inputs.At(ReferenceDay.Decision, today).Text("recommendation-list", listed));
        return unlisted?.With("applicationId", application.Id).With("status", application.Status)
            ?? application.NotNow(clause, "申请不在市级审核环节。", "The application is not with the city.");
    }

    private static Refusal? CheckDay(Application application, ConstructionEntryRequest request, string clause)
    {
        var listedOn = application.Steps.Where(step => step.Kind == StepKind.Recommended).Max(step => step.DocumentDate);
        return request.DecidedOn < listedOn
            ? Refusal.Conflict("decided-before-recommended", clause, "市级决定的日期不得早于推荐名单的日期。", "The city cannot have decided before the district recommended.")
                .With("decidedOn", request.DecidedOn)
                .With("recommendedOn", listedOn)
            : null;
    }

    /// <summary>The name passes what the form asks of a project's name; that of a recognised centre (ZS-17) does not.</summary>
    private static Refusal? CheckName(string name, PolicyPack pack, DateOnly decidedOn)
    {
        if (pack.Ask(PackConditions.ConstructionName, Inputs.At(ReferenceDay.Decision, decidedOn).Text("name", name)) is { } reserved)
        {
            return reserved;
        }

        var answers = JsonSerializer.SerializeToElement(new Dictionary<string, string>(StringComparer.Ordinal) { [ApplicationFacts.ProjectNameField] = name });
        var problem = pack.Validate(answers, [], decidedOn).FirstOrDefault(p => p.Field == ApplicationFacts.ProjectNameField);
        return problem is null ? null : Refusal.BadInput("projectName", name, problem.Zh, problem.En);
    }

    private static async Task<Refusal?> FindNamesakeAsync(Institution institution, RegistryDb db, PolicyPack pack, CancellationToken cancellationToken)
    {
        var namesake = await db.Institutions.AsNoTracking()
            .Where(other => other.Jurisdiction == institution.Jurisdiction && other.Name == institution.Name)
            .Select(other => (Guid?)other.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return namesake is null
            ? null
            : Refusal.Conflict("name-taken", pack.ClauseOf(Procedure.ConstructionEntry), $"已有机构使用名称“{institution.Name}”。", $"An institution bears the name '{institution.Name}' already.")
                .With("name", institution.Name)
                .With("otherInstitutionId", namesake);
    }

    private static Outcome<Institution> Enter(Outcome<Institution> decided, RegistryDb db)
    {
        if (decided.Accepted(out var institution, out _))
        {
            db.Institutions.Add(institution);
            db.Publish($"institution/{institution.Id}", institution.Announce());
        }

        return decided;
    }
}

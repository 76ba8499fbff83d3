using System.Text.Json;
using Contracts.Refusals;
using Contracts.Registry;
using Policies;
using Policies.Evaluation;
using Registry.Applications;
using Registry.Packs;
using ServiceDefaults.Authentication;

namespace Registry.Institutions;

/// <summary>What stands against an entry as under construction (ZS-30); each check is null where nothing does.</summary>
internal static class ConstructionEntryChecks
{
    /// <summary>Only what a district recommended reaches the city (ZS-14), and none of its applicants or recommenders decides on it.</summary>
    public static Refusal? Step(Application application, PolicyPack pack, Caller caller, string clause, DateOnly today)
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

    /// <summary>ZS-30 is not a way to recognition: that takes a review, a decision and a notice.</summary>
    public static Refusal? Purpose(Application application, ApplicationFacts facts, string clause) =>
        facts.Purpose == Purposes.Construction
            ? null
            : Refusal.Conflict(
                    "for-recognition",
                    clause,
                    "该申请申请的是认定,应经综合评审、市级审定和公示,不能列入建设。",
                    "The application is for recognition, by review, decision and notice; it cannot be entered as under construction.")
                .With("applicationId", application.Id)
                .With("purpose", facts.Purpose);

    /// <summary>The city decides after the district has recommended.</summary>
    public static Refusal? Day(Application application, EnterUnderConstruction.ConstructionEntryRequest request, string clause)
    {
        var listedOn = application.Steps.Where(step => step.Kind == StepKind.Recommended).Max(step => step.DocumentDate);
        return request.DecidedOn < listedOn
            ? Refusal.Conflict("decided-before-recommended", clause, "市级决定的日期不得早于推荐名单的日期。", "The city cannot have decided before the district recommended.")
                .With("decidedOn", request.DecidedOn)
                .With("recommendedOn", listedOn)
            : null;
    }

    /// <summary>A body is entered once; only one that is gone may begin anew, and then as the same body with the years that it has used (ZS-04).</summary>
    public static Refusal? Earlier(Institution? earlier, string clause) =>
        earlier is null || Standings.HasEnded(earlier.Standing)
            ? null
            : Refusal.Conflict(
                    "entered-already",
                    clause,
                    $"该单位在同一领域已作为“{earlier.Name}”在册,补助年限和认定期限从其首次下达起连续计算,不能另行列入;请以该机构申请认定。",
                    $"This body is on the register already as '{earlier.Name}'. Its years of support and its time to be recognised run on and do not begin anew under another name; apply for that institution's recognition.")
                .With("otherInstitutionId", earlier.Id)
                .With("standing", earlier.Standing);

    /// <summary>The name passes what the form asks of a project's name; that of a recognised centre (ZS-17) does not.</summary>
    public static Refusal? Name(string name, PolicyPack pack, DateOnly decidedOn)
    {
        if (pack.Ask(PackConditions.ConstructionName, Inputs.At(ReferenceDay.Decision, decidedOn).Text("name", name)) is { } reserved)
        {
            return reserved;
        }

        var answers = JsonSerializer.SerializeToElement(new Dictionary<string, string>(StringComparer.Ordinal) { [ApplicationFacts.ProjectNameField] = name });
        var problem = pack.Validate(answers, [], decidedOn).FirstOrDefault(p => p.Field == ApplicationFacts.ProjectNameField);
        return problem is null ? null : Refusal.BadInput("projectName", name, problem.Zh, problem.En);
    }
}

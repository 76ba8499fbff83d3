using System.Text.Json;
using Contracts.Refusals;
using Contracts.Registry;
using Policies;
using Policies.Evaluation;
using Registry.Announcements;
using Registry.Applications;
using Registry.CaseDecisions;
using Registry.Notices;
using Registry.Packs;
using ServiceDefaults.Authentication;

namespace Registry.Institutions;

/// <summary>What stands against an entry on the register by a decision (ZS-30, EO-07, SD-11); each check is null where nothing does.</summary>
internal static class EntryChecks
{
    /// <summary>The application has come to this step of its route, and none of its applicants or recommenders takes it.</summary>
    public static Refusal? Step(Application application, string step, Route? route, PolicyPack pack, Caller caller, DateOnly today)
    {
        var clause = pack.ClauseOf(step);
        if (pack.Step(step) is null)
        {
            return Refusal.Conflict(
                    step == Procedure.Filing ? "no-filing" : "no-construction-entry",
                    clause,
                    $"该项目没有“{(step == Procedure.Filing ? "备案" : "建设中")}”这一环节。",
                    step == Procedure.Filing ? "This programme files nobody." : "This programme has no entry as under construction.")
                .With("programme", pack.Programme);
        }

        // A case may have been posted before it is filed, where the bureau wants that (EO-07).
        var posted = step == Procedure.Filing && application.Status == ApplicationStatus.OnNotice && route?.Takes(Route.CaseDecision) == true;
        if (posted || application.Status == (route?.StatusBefore(step) ?? ApplicationStatus.Recommended))
        {
            return application.CheckSeparation(caller, clause) ?? application.CheckSecondPerson(caller, clause);
        }

        // ZS-14: only what a district recommended reaches the city.
        var listed = application.Steps.Find(taken => taken.Kind == StepKind.Recommended)?.DocumentNumber;
        var unlisted = pack.Ask(PackConditions.Recommended, Inputs.At(ReferenceDay.Decision, today).Text("recommendation-list", listed));
        return unlisted?.With("applicationId", application.Id).With("status", application.Status)
            ?? application.NotNow(clause, "申请不在市级审核环节。", "The application is not with the city.");
    }

    /// <summary>No entry is a way round the review, decision and notice that another route demands (ZS-30).</summary>
    public static Refusal? Way(Application application, string step, Route? route, string clause) =>
        route?.Takes(step) == true
            ? null
            : Refusal.Conflict(
                    "other-route",
                    clause,
                    $"该申请的办理路径是“{route?.Label.Zh}”，不经此环节。",
                    $"The application takes the route '{route?.Label.En}', which has no such step.")
                .With("applicationId", application.Id)
                .With("route", route?.Name);

    /// <summary>The city decides after the district has recommended.</summary>
    public static Refusal? Day(Application application, EnterInstitution.EntryRequest request, string clause)
    {
        var listedOn = application.Steps.Where(step => step.Kind == StepKind.Recommended).Max(step => step.DocumentDate);
        return request.DecidedOn < listedOn
            ? Refusal.Conflict("decided-before-recommended", clause, "市级决定的日期不得早于推荐名单的日期。", "The city cannot have decided before the district recommended.")
                .With("decidedOn", request.DecidedOn)
                .With("recommendedOn", listedOn)
            : null;
    }

    /// <summary>
    /// A body is entered once: one under construction goes on to its filing, one that is gone may begin anew as the same body with the
    /// years that it has used (ZS-04).
    /// </summary>
    public static Refusal? Earlier(Institution? earlier, Route? route, string clause) =>
        earlier is null
        || Standings.HasEnded(earlier.Standing)
        || (earlier.Standing == Standings.UnderConstruction && route?.Becomes is not (null or Standings.UnderConstruction))
            ? null
            : Refusal.Conflict(
                    "entered-already",
                    clause,
                    $"该单位在同一领域已作为“{earlier.Name}”在册，补助年限和认定期限从其首次下达起连续计算，不能另行列入；请以该机构申请认定。",
                    $"This body is on the register already as '{earlier.Name}'. Its years of support and its time to be recognised run on and do not begin anew under another name; apply for that institution's recognition.")
                .With("otherInstitutionId", earlier.Id)
                .With("standing", earlier.Standing);

    /// <summary>
    /// Where the route, or the bureau's decision on cases (EO-07), asks for a public notice: it is over, and nothing is open against the body.
    /// </summary>
    public static Refusal? Noticed(Application application, EnterInstitution.EntryRequest request, EntryGrounds grounds, Route route, PolicyPack pack)
    {
        var asked = route.Takes(Procedure.Notice) || (route.Takes(Route.CaseDecision) && pack.Says(PostCaseNotice.CaseDecisionNotice, request.DecidedOn));
        if (grounds.Notice is not { } notice)
        {
            return asked
                ? Refusal.Conflict("notice-needed", pack.ClauseOf(Procedure.Notice), "须先公示，公示期满无异议后方可备案。", "There has to be a public notice first, and its days have to be over.")
                    .With("applicationId", application.Id)
                : null;
        }

        return request.DecidedOn <= notice.LastDay
            ? Refusal.Conflict("notice-not-over", notice.Clause, $"公示期至 {notice.LastDay:yyyy-MM-dd} 止，备案日期最早为次日。", $"The notice runs through {notice.LastDay:yyyy-MM-dd}; a filing is dated the day after at the earliest.")
                .With("decidedOn", request.DecidedOn).With("lastDay", notice.LastDay)
            : grounds.HasOpenObjection && pack.Says(RecognitionChecks.OpenObjectionStops, request.DecidedOn)
                ? Refusal.Conflict("objection-open", notice.Clause, "对该申请的异议尚未核实处理完毕。", "An objection to this application is not decided yet.").With("applicationId", application.Id)
                : null;
    }

    /// <summary>What the route rests on: a case-by-case decision (EO-07), a resolution of the leading group (SD-03).</summary>
    public static Refusal? Grounds(
        Application application, EnterInstitution.EntryRequest request, EntryGrounds grounds, Route route, ApplicationFacts facts, PolicyPack pack)
    {
        if (route.Takes(Route.CaseDecision)
            && RestOnCaseDecision.Check(grounds.Case, application, facts, request.DecidedOn, pack.ClauseOf(Procedure.CaseDecision)) is { } undecided)
        {
            return undecided;
        }

        if (!route.Takes(Route.GroupDecision))
        {
            return null;
        }

        var clause = pack.ClauseOf(Procedure.GroupDecision);
        return grounds.Resolution is not { } resolution
            ? Refusal.Conflict("no-resolution", clause, "须先由领导小组会议审议通过。", "The leading group has to resolve on it first.").With("applicationId", application.Id)
            : request.DecidedOn < resolution.HeldOn
                ? Refusal.Conflict("filed-before-decided", clause, $"登记日期不得早于会议日期 {resolution.HeldOn:yyyy-MM-dd}。", $"An entry cannot be dated before the meeting of {resolution.HeldOn:yyyy-MM-dd}.")
                    .With("decidedOn", request.DecidedOn).With("heldOn", resolution.HeldOn)
                : null;
    }

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

using Contracts.Refusals;
using Registry.Applications;

namespace Registry.CaseDecisions;

/// <summary>Whether a filing may rest on a case-by-case decision (EO-07): it names the applicant, is confirmed, unused and not out of time.</summary>
internal static class RestOnCaseDecision
{
    /// <summary>What stands against it; null where nothing does. <paramref name="decision"/> is null where the request names none that there is.</summary>
    public static Refusal? Check(CaseDecision? decision, Application application, ApplicationFacts facts, DateOnly filedOn, string clause)
    {
        if (decision is null)
        {
            return Refusal.Conflict("no-case-decision", clause, "须先登记并确认对该单位“一事一议”的决定，方可备案。", "There must be a confirmed case-by-case decision on this body before it is filed.")
                .With("applicationId", application.Id);
        }

        return (CheckDecision(decision, application, filedOn) ?? CheckOperating(application, facts, filedOn, decision.Clause))?.With("caseDecisionId", decision.Id);
    }

    private static Refusal? CheckDecision(CaseDecision decision, Application application, DateOnly filedOn)
    {
        if (decision.Kind != CaseDecisionKind.Body || !IsAbout(decision, application))
        {
            return Refusal.Conflict(
                    "other-subject", decision.Clause, $"该决定所涉单位是“{decision.SubjectName}”，不是申报单位。", $"The decision is about '{decision.SubjectName}', not about the applicant.")
                .With("subjectCode", decision.SubjectCode).With("organisation", application.Organisation);
        }

        if (decision.Status != CaseDecisionStatus.Confirmed)
        {
            return Refusal.Conflict("case-decision-unconfirmed", decision.Clause, "该决定尚未由另一人确认。", "Another person has not confirmed the decision yet.");
        }

        if (decision.ApplicationId is { } other && other != application.Id)
        {
            return Refusal.Conflict("case-decision-used", decision.Clause, "该决定已用于另一项备案，一事一议一次有效。", "Another filing rests on this decision already; it serves one case.").With("otherApplicationId", other);
        }

        if (filedOn < decision.DecidedOn)
        {
            return Refusal.Conflict("filed-before-decided", decision.Clause, $"备案日期不得早于决定日期 {decision.DecidedOn:yyyy-MM-dd}。", $"A filing cannot be dated before the decision of {decision.DecidedOn:yyyy-MM-dd}.")
                .With("decidedOn", decision.DecidedOn).With("filedOn", filedOn);
        }

        return filedOn > decision.ValidUntil
            ? Refusal.Conflict("case-decision-expired", decision.Clause, $"该决定的有效期至 {decision.ValidUntil:yyyy-MM-dd} 止。", $"The decision was good until {decision.ValidUntil:yyyy-MM-dd}.")
                .With("validUntil", decision.ValidUntil).With("filedOn", filedOn)
            : null;
    }

    // EO-07: 建成运营后即可备案.
    private static Refusal? CheckOperating(Application application, ApplicationFacts facts, DateOnly filedOn, string clause) =>
        facts.OperatingSince <= filedOn
            ? null
            : Refusal.Conflict("not-operating", clause, "该机构在备案日尚未建成运营。", "The body is not built and running on the day of the filing.")
                .With("applicationId", application.Id).With("operatingSince", facts.OperatingSince).With("filedOn", filedOn);

    private static bool IsAbout(CaseDecision decision, Application application) =>
        decision.SubjectCode == application.Organisation || decision.SubjectCode == application.CentreCode;
}

using Policies;

namespace Registry.Packs;

/// <summary>The steps of a pack's procedure that Registry carries out, so that each refusal names the pack's own clause for it.</summary>
internal static class Procedure
{
    public const string Application = "application";
    public const string Recommendation = "recommendation";
    public const string ConstructionEntry = "construction-entry";
    public const string ExpertReview = "expert-review";
    public const string ProposalList = "proposal-list";
    public const string Decision = "decision";
    public const string Notice = "notice";
    public const string Announcement = "announcement";
    public const string Change = "change";
    public const string Call = "call";
    public const string CaseDecision = "case-decision";
    public const string GroupDecision = "group-decision";
    public const string Filing = "filing";

    /// <summary>The clause behind a step of the procedure; the application's where the pack has no such step.</summary>
    public static string ClauseOf(this PolicyPack pack, string kind) =>
        pack.Step(kind)?.Citation.ClauseId ?? pack.Step(Application)?.Citation.ClauseId ?? pack.Clauses[0].Id;

    /// <summary>The step of that kind; null where the programme has none.</summary>
    public static ProcedureStep? Step(this PolicyPack pack, string kind) =>
        pack.Procedure.FirstOrDefault(step => step.Kind == kind);
}

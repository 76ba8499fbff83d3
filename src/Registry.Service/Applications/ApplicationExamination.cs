using System.Text.Json;
using Contracts.Refusals;
using Policies;
using Policies.Evaluation;

namespace Registry.Applications;

/// <summary>
/// The pack's conditions held against one application, with what persons answered where no form can settle them (ZS-01, ZS-09…12).
/// </summary>
internal sealed record ApplicationExamination(IReadOnlyList<ExaminedCondition> Conditions)
{
    /// <summary>Nothing is held against a draft.</summary>
    public static ApplicationExamination None { get; } = new([]);

    /// <summary>As of the submission, by the pack that judged it: what the county recommends by.</summary>
    public static ApplicationExamination OfSubmission(Application application, IEnumerable<FileView> files, PolicyPack pack) =>
        new([.. Examine(application, files, pack, ReferenceDay.Application, application.SubmittedOn!.Value)]);

    /// <summary>As of the city's decision: what the pack asks again is examined anew on that day (ZS-12), all else stands as submitted.</summary>
    public static ApplicationExamination OfDecision(
        Application application, IReadOnlyList<FileView> files, PolicyPack submittedUnder, PolicyPack ruling, DateOnly decidedOn)
    {
        var again = Examine(application, files, ruling, ReferenceDay.Decision, decidedOn).ToDictionary(c => c.Finding.Condition, StringComparer.Ordinal);
        var submitted = OfSubmission(application, files, submittedUnder).Conditions;
        return new(
        [
            .. submitted.Select(condition => again.GetValueOrDefault(condition.Finding.Condition, condition)),
            .. again.Values.ExceptBy(submitted.Select(condition => condition.Finding.Condition), condition => condition.Finding.Condition),
        ]);
    }

    /// <summary>The refusal of going on while a condition is not met or not answered; null where all are.</summary>
    public Refusal? Check(Application application)
    {
        var open = Conditions.Where(condition => !condition.Holds).ToList();
        return open.Count == 0
            ? null
            : open[0].Refuse(application)
                .With("applicationId", application.Id)
                .With("conditions", open.Select(condition => condition.Finding.Condition));
    }

    private static IEnumerable<ExaminedCondition> Examine(
        Application application, IEnumerable<FileView> files, PolicyPack pack, ReferenceDay kind, DateOnly day)
    {
        var linked = JsonSerializer.Deserialize<Dictionary<string, string>>(application.Linked);
        // A new submission is answered anew: what a person said was said of the answers of its time.
        var answers = application.ConditionAnswers.Where(answer => answer.Round == application.Round).ToList();
        return pack
            .Examine(JsonElement.Parse(application.Answers), files.Select(f => new AttachedFile(f.Field, f.FileName, f.LengthBytes)), kind, day, linked)
            .Select(finding => new ExaminedCondition(finding, answers.Where(answer => answer.Condition == finding.Condition).MaxBy(answer => answer.Id)));
    }
}

/// <summary>One condition: what the figures say, and what a person said last.</summary>
internal sealed record ExaminedCondition(Finding Finding, ConditionAnswer? Answer)
{
    /// <summary>Where the figures decide against it nobody can answer it away; else a person's word counts, for or against.</summary>
    public bool Holds => Finding.Verdict != Verdict.NotMet && (Answer?.Met ?? (Finding.Verdict == Verdict.Met));

    internal Refusal Refuse(Application application)
    {
        var (clause, label) = (Finding.Citation.ClauseId, Finding.Label);
        return Finding.Verdict == Verdict.NeedsPerson && Answer is null
            ? Refusal.Conflict(
                "condition-unanswered",
                clause,
                $"“{application.Title}”的条件“{label.Zh}”尚无审核意见，请先记录是否符合及理由。{Finding.Message?.Zh}",
                $"Nobody has answered whether '{application.Title}' meets '{label.En}'; record it with a reason first. {Finding.Message?.En}".TrimEnd())
            : Refusal.Conflict(
                    "condition-not-met",
                    clause,
                    $"“{application.Title}”不符合条件“{label.Zh}”：{Finding.Message?.Zh ?? Answer?.Reason}",
                    $"'{application.Title}' does not meet '{label.En}': {Finding.Message?.En ?? Answer?.Reason}")
                .With("condition", Finding.Condition)
                .With("reason", Answer?.Reason);
    }
}

using Contracts.Refusals;
using Policies;
using Registry.Applications;

namespace Registry.Changes;

/// <summary>What stands against an examination; each check is null where nothing does.</summary>
internal static class ExaminationChecks
{
    /// <summary>A change is examined once, after both desks have dated their receipt.</summary>
    public static Refusal? Turn(MajorChange change)
    {
        if (change.Status != ChangeStatus.Reported)
        {
            return Refusal.Conflict("wrong-status", change.Clause, "该变化已审核。", "The change has been examined already.")
                .With("status", change.Status)
                .With("examinedByName", change.ExaminedByName);
        }

        return change.CountyReceivedOn is null || change.CityReceivedOn is null
            ? Refusal.Conflict(
                "receipt-missing",
                change.Clause,
                change.CountyReceivedOn is null ? "所在地尚未登记收到日期。" : "市级尚未登记收到日期。",
                change.CountyReceivedOn is null ? "The county has not dated its receipt yet." : "The city has not dated its receipt yet.")
                .With("countyReceivedOn", change.CountyReceivedOn)
                .With("cityReceivedOn", change.CityReceivedOn)
            : null;
    }

    /// <summary>Every clause of the recognition's conditions is found met or not, once (ZS-09…12), and the conclusion is theirs.</summary>
    public static Refusal? Findings(ExamineChange.ExaminationRequest request, PolicyPack pack, string clause)
    {
        var demanded = pack.ExaminedClauses;
        if (!request.Findings.Select(finding => finding.Clause).Order(StringComparer.Ordinal).SequenceEqual(demanded, StringComparer.Ordinal))
        {
            return Refusal.BadInput(
                "findings",
                request.Findings.Select(finding => finding.Clause),
                $"应对 {string.Join('、', demanded)} 各作一项认定。",
                $"Give one finding for each of {string.Join(", ", demanded)}.")
                .With("clauses", demanded);
        }

        if (request.Findings.FirstOrDefault(finding => finding.Note?.Length > Reasons.MaxLength) is { } endless)
        {
            return Refusal.BadInput("findings", endless.Clause, $"说明不得超过 {Reasons.MaxLength} 字。", $"A note is longer than {Reasons.MaxLength} characters.");
        }

        return request.Findings.All(finding => finding.Met) == request.Conforms
            ? null
            : Refusal.Conflict("findings-contradict", clause, "审核结论与各项认定不一致。", "The conclusion is not what the findings say.")
                .With("conforms", request.Conforms)
                .With("notMet", request.Findings.Where(finding => !finding.Met).Select(finding => finding.Clause));
    }

    /// <summary>A merger is carried out by a numbered document, not older than the merger itself.</summary>
    public static Refusal? Document(ExamineChange.ExaminationRequest request, DateOnly today, MajorChange change) =>
        request.DecidedOn is not { } decidedOn
            ? Refusal.BadInput("decidedOn", null, "办理合并须填写文号和日期。", "A merger is carried out by a document with number and date.")
            : Documents.Check(request.DocumentNumber, "decidedOn", decidedOn, today, change.Clause)
                ?? (decidedOn < change.ChangedOn
                    ? Refusal.Conflict("decided-before-change", change.Clause, $"文件日期不得早于变化日期 {change.ChangedOn:yyyy-MM-dd}。", $"The document cannot be older than the change of {change.ChangedOn:yyyy-MM-dd}.")
                        .With("decidedOn", decidedOn)
                        .With("changedOn", change.ChangedOn)
                    : null);
}

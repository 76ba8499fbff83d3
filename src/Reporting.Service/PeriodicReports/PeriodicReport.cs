using System.Text.Json;
using Contracts.Reporting;
using Reporting.Evidence;
using Reporting.Extensions;
using Reporting.Institutions;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using ServiceDefaults.Problems;

namespace Reporting.PeriodicReports;

/// <summary>Where a periodic report stands.</summary>
internal enum ReportStatus
{
    /// <summary>Opened; the implementing body writes it.</summary>
    Draft,

    /// <summary>Handed in.</summary>
    Submitted,

    /// <summary>Given back with a reason; the body writes again.</summary>
    Returned,

    /// <summary>Taken.</summary>
    Accepted,
}

/// <summary>
/// The periodic report (定期报告) of one body for one span of the programme's cycle: ZS-28. Opened when the span is over, due some days
/// after; its figures feed the monitoring (ZS-23).
/// </summary>
internal sealed class PeriodicReport : IVersioned, IOfInstitution
{
    public required Guid Id { get; init; }

    public required Guid InstitutionId { get; init; }

    public Institution Institution { get; init; } = null!;

    public required string Programme { get; init; }

    public required int Year { get; init; }

    /// <summary>The span's number within the year, from 1.</summary>
    public required int Round { get; init; }

    /// <summary>First day of the span; of a body filed during it the day of its filing, where the pack says so (EO-09).</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day of the span.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Last day on which it is in time; a confirmed extension moves it.</summary>
    public required DateOnly DueOn { get; set; }

    public ReportStatus Status { get; set; } = ReportStatus.Draft;

    /// <summary>The sections' texts by name, a JSON object.</summary>
    public string Sections { get; set; } = "{}";

    /// <summary>The indicators' figures by name, a JSON object; amounts in fen.</summary>
    public string Indicators { get; set; } = "{}";

    /// <summary>What the body says of figures that are remarkable, by the figure's name, a JSON object.</summary>
    public string Explanations { get; set; } = "{}";

    /// <summary>Who wrote in it last, and when: told to whoever wrote at the same time.</summary>
    public string? SavedByName { get; set; }

    public DateTime? SavedAt { get; set; }

    /// <summary>The day on which it was first handed in.</summary>
    public DateOnly? SubmittedOn { get; set; }

    /// <summary>The day on which it was told that it is overdue; null again once its deadline was extended after that.</summary>
    public DateOnly? OverdueToldOn { get; set; }

    /// <summary>Subject of who handed it in last: does not accept it.</summary>
    public string? SubmittedBy { get; set; }

    public long Version { get; set; }

    public List<ReportStep> Steps { get; } = [];

    public List<DeadlineExtension> Extensions { get; } = [];

    public List<ReportEvidence> Evidence { get; } = [];

    /// <summary>What it tells.</summary>
    public ReportText Text
    {
        get => ReportText.Read(Sections, Indicators, Explanations);
        set => (Sections, Indicators, Explanations) = value.Write();
    }

    /// <summary>Its last handing in, with what it told then; null before the first.</summary>
    public ReportStep? HandedIn() => Steps.Where(step => step.What == ReportStep.Submitted).OrderBy(step => step.At).ThenBy(step => step.Id).LastOrDefault();

    /// <summary>
    /// What the body had written after a return when that was taken back, as long as it has not handed in again since and it is not what
    /// stands there now: the body's own, to go on with when the report is returned once more.
    /// </summary>
    public ReportStep? EarlierDraft() => Steps.OrderBy(step => step.At).ThenBy(step => step.Id)
        .LastOrDefault(step => step.What is ReportStep.Submitted or ReportStep.Recalled) is { What: ReportStep.Recalled, Content: { } content } recalled
        && (GetDifference.Between(Text, ReportText.Read(content)).Count > 0 || EvidenceOf.TakenBack(Evidence, recalled.At).Any())
            ? recalled
            : null;

    /// <summary>What the caller reads: while the body mends it, what was handed in; what is being written is the body's own.</summary>
    public ReportText TextFor(Caller caller) =>
        Status == ReportStatus.Returned && !caller.Is(Roles.Operator) && HandedIn()?.Content is { } content ? ReportText.Read(content) : Text;

    /// <summary>The files behind what <see cref="TextFor"/> tells.</summary>
    public IEnumerable<ReportEvidence> EvidenceFor(Caller caller) =>
        Status == ReportStatus.Returned && !caller.Is(Roles.Operator) && HandedIn() is { } step ? EvidenceOf.At(Evidence, step.At) : EvidenceOf.Now(Evidence);

    /// <summary>Whether the body may write in it.</summary>
    public bool IsOpen => Status is ReportStatus.Draft or ReportStatus.Returned;

    /// <summary>ZS-28: whether it ought to be there by now. What was returned was handed in, and a body that is gone owes none.</summary>
    public bool IsOverdue(DateOnly today) => IsOverdueOn(today, SubmittedOn, DueOn, Institution.Standing);

    /// <summary>The same, of what was read of a report.</summary>
    public static bool IsOverdueOn(DateOnly today, DateOnly? submittedOn, DateOnly dueOn, string standing) =>
        submittedOn is null && today > dueOn && StandingOn.Reporting.Contains(standing);

    /// <summary>Whether it was first handed in after its last day.</summary>
    public bool IsLate => SubmittedOn > DueOn;

    /// <summary>What those are told who pay its body: that it was overdue, and when it came after all.</summary>
    public ReportOverdue TellOverdue() => new()
    {
        ReportId = Id,
        InstitutionId = InstitutionId,
        Programme = Programme,
        Year = Year,
        Round = Round,
        DueOn = DueOn,
        HandedInOn = SubmittedOn,
    };
}

/// <summary>One step in a report's life. Never changed.</summary>
internal sealed class ReportStep
{
    public const string Submitted = "submitted";
    public const string Returned = "returned";

    /// <summary>The bureau took its return back: what was handed in stands as it was.</summary>
    public const string Recalled = "recalled";

    public const string Accepted = "accepted";

    public required Guid Id { get; init; }

    public required Guid ReportId { get; init; }

    /// <summary>What happened: one of the words above.</summary>
    public required string What { get; init; }

    /// <summary>Why it was returned.</summary>
    public string? Reason { get; init; }

    /// <summary>The reasons for single sections and figures, a JSON list of <see cref="FieldReason"/>.</summary>
    public string? FieldReasons { get; init; }

    /// <summary>What it told when it was handed in, as JSON: later versions are held against it. Of a recall what the body had written since.</summary>
    public string? Content { get; init; }

    public required Hands By { get; init; }

    public required string ByName { get; init; }

    /// <summary>Instant on the business clock, UTC.</summary>
    public required DateTime At { get; init; }

    public static ReportStep Of(
        PeriodicReport report, string what, string? reason, Caller by, DateTime now, IReadOnlyList<FieldReason>? fields = null) => new()
    {
        Id = Guid.CreateVersion7(),
        ReportId = report.Id,
        What = what,
        Reason = reason,
        FieldReasons = fields is null or [] ? null : JsonSerializer.Serialize(fields, StrictJson.Options),
        Content = what is Submitted or Recalled ? report.Text.ToJson() : null,
        By = by.Hands(),
        ByName = by.SignedName(),
        At = now,
    };
}

/// <summary>Why one section or figure has to be mended.</summary>
internal sealed record FieldReason(string Field, string Reason);

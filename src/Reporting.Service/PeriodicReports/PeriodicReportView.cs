using System.Text.Json;
using System.Text.Json.Serialization;
using Reporting.Evidence;
using Reporting.Extensions;
using Reporting.Monitoring;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.PeriodicReports;

/// <summary>A periodic report as a list shows it.</summary>
internal sealed record PeriodicReportView(
    Guid Id,
    Guid InstitutionId,
    string InstitutionName,
    string District,
    string Programme,
    int Year,
    int Round,
    DateOnly From,
    DateOnly To,
    DateOnly DueOn,
    ReportStatus Status,
    bool Overdue,
    bool Late,
    DateOnly? SubmittedOn,
    long Version) : IETagged
{
    public static PeriodicReportView Of(PeriodicReport report, DateOnly today) => new(
        report.Id,
        report.InstitutionId,
        report.Institution.Name,
        report.Institution.District,
        report.Programme,
        report.Year,
        report.Round,
        report.From,
        report.To,
        report.DueOn,
        report.Status,
        report.IsOverdue(today),
        report.IsLate,
        report.SubmittedOn,
        report.Version);
}

/// <summary>A report with what it tells, what stands beside it and its steps, oldest first.</summary>
/// <param name="Report">The report.</param>
/// <param name="Sections">Its texts; none of a draft that is not the reader's.</param>
/// <param name="Indicators">Its figures.</param>
/// <param name="Steps">What was done with it.</param>
/// <param name="Extensions">The extensions of its deadline, each with its decision.</param>
internal sealed record PeriodicReportDetail(
    PeriodicReportView Report,
    IReadOnlyDictionary<string, string> Sections,
    JsonElement Indicators,
    IReadOnlyList<ReportStepView> Steps,
    IReadOnlyList<ExtensionView> Extensions) : IETagged
{
    [JsonIgnore]
    public long Version => Report.Version;

    /// <summary>What the body says of remarkable figures.</summary>
    public IReadOnlyDictionary<string, string> Explanations { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Who wrote in it last.</summary>
    public string? SavedByName { get; init; }

    /// <summary>And when, UTC.</summary>
    public DateTime? SavedAt { get; init; }

    /// <summary>Whether the evaluation of its year is published, so that it is not changed any more.</summary>
    public bool Locked { get; init; }

    /// <summary>The accepted report of the same span of last year.</summary>
    public EarlierReport? LastYear { get; init; }

    /// <summary>What its empty sections and figures may begin with.</summary>
    public IReadOnlyList<Prefill> Prefills { get; init; } = [];

    /// <summary>The figures that differ remarkably from last year's.</summary>
    public IReadOnlyList<RemarkableChange> Changes { get; init; } = [];

    /// <summary>The figures that are far from the body's own past.</summary>
    public IReadOnlyList<Outlier> Outliers { get; init; } = [];

    /// <summary>What the platform knows of the year.</summary>
    public IReadOnlyList<KnownFact> Known { get; init; } = [];

    /// <summary>The files behind its figures; a figure without one is claimed.</summary>
    public IReadOnlyList<EvidenceView> Evidence { get; init; } = [];

    /// <summary>What the body had written when a return was taken back; its own alone.</summary>
    public EarlierDraft? EarlierDraft { get; init; }

    /// <summary>Whether two persons found it missing (EO-12): its deadline is not extended any more.</summary>
    public bool MissConfirmed { get; init; }

    /// <summary>Whether the caller may take the return back.</summary>
    public bool MayRecall { get; init; }

    /// <summary>The given figures without a file behind them.</summary>
    public IReadOnlyList<string> Claimed { get; init; } = [];

    /// <summary>The report as whoever may not see what is being written sees it.</summary>
    public static PeriodicReportDetail Hidden(PeriodicReport report, Caller caller, DateOnly today) =>
        Of(report, caller, today) with { SavedByName = null, SavedAt = null };

    /// <summary>The report without what it tells.</summary>
    public static PeriodicReportDetail Of(PeriodicReport report, Caller caller, DateOnly today) => new(
        PeriodicReportView.Of(report, today),
        new Dictionary<string, string>(StringComparer.Ordinal),
        JsonElement.Parse("{}"),
        [.. report.Steps.OrderBy(s => s.At).ThenBy(s => s.Id).Select(ReportStepView.Of)],
        [.. report.Extensions.OrderBy(e => e.Number).Select(one => ExtensionView.Of(one, caller))])
    {
        SavedByName = report.SavedByName,
        SavedAt = report.SavedAt,
    };
}

/// <summary>What a body had written in a report, and attached to it, when its return was taken back, and when that was.</summary>
internal sealed record EarlierDraft(
    DateTime At,
    IReadOnlyDictionary<string, string> Sections,
    JsonElement Indicators,
    IReadOnlyDictionary<string, string> Explanations,
    IReadOnlyList<EvidenceView> Evidence)
{
    public static EarlierDraft Of(ReportStep recalled, IReadOnlyList<EvidenceView> evidence)
    {
        var text = ReportText.Read(recalled.Content!);
        return new EarlierDraft(recalled.At, text.Sections, text.Indicators, text.Explanations, evidence);
    }
}

/// <summary>The accepted report of the same span of last year.</summary>
internal sealed record EarlierReport(Guid Id, int Year, int Round, JsonElement Indicators);

/// <summary>One step of a report: what, by whom, when and why.</summary>
internal sealed record ReportStepView(string What, string? Reason, IReadOnlyList<FieldReason> Fields, string ByName, DateTime At)
{
    public static ReportStepView Of(ReportStep step) => new(
        step.What,
        step.Reason,
        step.FieldReasons is null ? [] : JsonSerializer.Deserialize<List<FieldReason>>(step.FieldReasons, StrictJson.Options)!,
        step.ByName,
        step.At);
}

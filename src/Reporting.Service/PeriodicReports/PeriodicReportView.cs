using System.Text.Json;
using System.Text.Json.Serialization;
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

/// <summary>A report with what it tells and its steps, oldest first.</summary>
internal sealed record PeriodicReportDetail(
    PeriodicReportView Report, IReadOnlyDictionary<string, string> Sections, JsonElement Indicators, IReadOnlyList<ReportStepView> Steps) : IETagged
{
    [JsonIgnore]
    public long Version => Report.Version;

    /// <summary>What is not handed in yet is the body's own.</summary>
    public static PeriodicReportDetail Of(PeriodicReport report, Caller caller, DateOnly today)
    {
        var hidden = report.Status == ReportStatus.Draft && !caller.Is(Roles.Operator);
        return new PeriodicReportDetail(
            PeriodicReportView.Of(report, today),
            JsonSerializer.Deserialize<Dictionary<string, string>>(hidden ? "{}" : report.Sections, StrictJson.Options)!,
            JsonElement.Parse(hidden ? "{}" : report.Indicators),
            [.. report.Steps.OrderBy(s => s.At).ThenBy(s => s.Id).Select(s => new ReportStepView(s.What, s.Reason, s.ByName, s.At))]);
    }
}

/// <summary>One step of a report: what, by whom, when and why.</summary>
internal sealed record ReportStepView(string What, string? Reason, string ByName, DateTime At);

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Policies;
using Reporting.Data;
using Reporting.Evidence;
using Reporting.Institutions;
using Reporting.Monitoring;
using Reporting.PeriodicReports;

namespace Reporting.LeagueTables;

/// <summary>How far a body's report of a span has come.</summary>
internal enum ReturnState
{
    /// <summary>It was never handed in, its own last day is over, and its body owes it today.</summary>
    Missing,

    /// <summary>It is not there and need not be: its last day, as it was extended, is not over, or it was not opened yet.</summary>
    NotDue,

    /// <summary>It was handed in and given back to be mended.</summary>
    Returned,

    /// <summary>It was handed in and waits for the bureau.</summary>
    HandedIn,

    /// <summary>The bureau has taken it: its figures count.</summary>
    Accepted,
}

/// <summary>A body's report of a span.</summary>
/// <param name="InstitutionId">The body.</param>
/// <param name="Name">Its name.</param>
/// <param name="District">Its district.</param>
/// <param name="State">How far the report has come.</param>
/// <param name="Extended">Whether its last day was moved by a decision.</param>
/// <param name="Figures">Its figures by name, amounts in fen; none unless it was accepted.</param>
internal sealed record SpanReturn(Guid InstitutionId, string Name, string District, ReturnState State, bool Extended, IReadOnlyDictionary<string, long> Figures)
{
    /// <summary>Those of the figures that have no evidence (EI-08).</summary>
    public IReadOnlyList<string> Claimed { get; init; } = [];
}

/// <summary>The reports of a span, body by body, with those that are missing.</summary>
internal static class SpanReturns
{
    /// <summary>The most bodies of a league table or bulletin.</summary>
    public const int MostBodies = 2000;

    private static readonly Dictionary<string, long> NoFigures = [];

    /// <summary>
    /// Every body that was to report at the span's end and still is, or that handed its report in. Two queries, however many there are.
    /// </summary>
    public static async Task<List<SpanReturn>> OfAsync(MonitoredRound monitored, ReportingDb db, DateOnly today, CancellationToken cancellationToken)
    {
        var (pack, year, span) = monitored;
        var ruled = db.Institutions.AsNoTracking().Where(i => i.Programme == pack.Programme && i.Jurisdiction == pack.Jurisdiction);
        var reporting = ruled.WithStandingOn(span.To, StandingOn.Reporting).Select(i => i.Id);
        var reports = db.PeriodicReports.AsNoTracking().Where(r => r.Programme == pack.Programme && r.Year == year && r.Round == span.Number);
        var bodies = await ruled
            .Where(i => (reporting.Contains(i.Id) && StandingOn.Reporting.Contains(i.Standing)) || reports.Any(r => r.InstitutionId == i.Id && r.SubmittedOn != null))
            .OrderBy(i => i.Name).ThenBy(i => i.Id)
            .Select(i => new { i.Id, i.Name, i.District })
            .Take(MostBodies)
            .ToListAsync(cancellationToken);
        var known = await reports
            .Select(r => new Known(
                r.InstitutionId, r.Status, r.DueOn, r.SubmittedOn, r.Institution.Standing, r.Status == ReportStatus.Accepted ? r.Indicators : null)
            {
                Evidenced = r.Evidence.Where(e => e.DetachedAt == null).Select(e => e.Figure).ToList(),
            })
            .ToDictionaryAsync(r => r.InstitutionId, cancellationToken);
        return bodies.ConvertAll(body =>
        {
            var report = known.GetValueOrDefault(body.Id);
            var state = StateOf(report, today);
            return report is { Indicators: { } indicators }
                ? new SpanReturn(body.Id, body.Name, body.District, state, report.DueOn > span.DueOn, Read(indicators))
                {
                    Claimed = ClaimedFigures.Of(JsonElement.Parse(indicators), report.Evidenced),
                }
                : new SpanReturn(body.Id, body.Name, body.District, state, report?.DueOn > span.DueOn, NoFigures);
        });
    }

    /// <summary>The place's name in the pack's form; its code where the pack does not list it.</summary>
    public static Label DistrictName(PolicyPack pack, string district) =>
        pack.Fields.FirstOrDefault(field => field.Name == "district")?.Options.FirstOrDefault(option => option.Key == district)?.Label ?? new Label(district, district);

    /// <summary>P-5: missing is what <see cref="PeriodicReport.IsOverdue"/> says, of each body by its own last day.</summary>
    private static ReturnState StateOf(Known? report, DateOnly today) => report?.Status switch
    {
        ReportStatus.Accepted => ReturnState.Accepted,
        ReportStatus.Submitted => ReturnState.HandedIn,
        ReportStatus.Returned => ReturnState.Returned,
        _ => report is not null && PeriodicReport.IsOverdueOn(today, report.SubmittedOn, report.DueOn, report.Standing) ? ReturnState.Missing : ReturnState.NotDue,
    };

    private static Dictionary<string, long> Read(string indicators) =>
        JsonElement.Parse(indicators).EnumerateObject()
            .Where(figure => figure.Value.ValueKind == JsonValueKind.Number && figure.Value.TryGetInt64(out _))
            .ToDictionary(figure => figure.Name, figure => figure.Value.GetInt64(), StringComparer.Ordinal);

    // What is asked of a report here; its figures only where they count.
    private sealed record Known(Guid InstitutionId, ReportStatus Status, DateOnly DueOn, DateOnly? SubmittedOn, string Standing, string? Indicators)
    {
        public IReadOnlyList<string> Evidenced { get; init; } = [];
    }
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Evidence;
using Reporting.Institutions;
using Reporting.PeriodicReports;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Monitoring;

/// <summary>What a span looks like, body by body (ZS-23): its report, its figures and the gaps in its papers on a day.</summary>
internal static class GetMonitoring
{
    /// <summary>A span and its bodies.</summary>
    /// <param name="Round">The span.</param>
    /// <param name="On">The day of the gaps.</param>
    /// <param name="Indicators">The indicators in order: what the figures are called.</param>
    /// <param name="Items">The bodies.</param>
    /// <param name="Next">What to send as <c>after</c> for the next page; null at the end.</param>
    internal sealed record MonitoringView(
        MonitoredSpan Round, DateOnly On, IReadOnlyList<IndicatorView> Indicators, IReadOnlyList<MonitoredBody> Items, string? Next);

    internal sealed record MonitoredSpan(string Programme, int Year, int Number, DateOnly From, DateOnly To, DateOnly DueOn);

    internal sealed record IndicatorView(string Name, Label Label, FieldType Type, string Clause);

    /// <summary>
    /// A body in its span; the figures only of a report that was handed in and not given back, and which of them are claimed without evidence.
    /// </summary>
    internal sealed record MonitoredBody(
        Guid InstitutionId,
        string InstitutionName,
        string District,
        string Category,
        string? Standing,
        PeriodicReportView? Report,
        JsonElement? Indicators,
        IReadOnlyList<string> Claimed,
        IReadOnlyList<PaperGap> Gaps);

    public static void Map(IEndpointRouteBuilder monitoring) => monitoring
        .MapGet("/", HandleAsync)
        .RequireRoles(PeriodicReportRoutes.Readers)
        .WithSummary("Reports, figures and gaps in papers, body by body; without year and round the last span that is over");

    private static async Task<Answer<MonitoringView>> HandleAsync(
        string programme,
        int? year,
        int? round,
        DateOnly? on,
        PageQuery page,
        ReportingDb db,
        PackShelf packs,
        BusinessClock clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        var (caller, today) = (http.Caller(), clock.Today);
        var found = await MonitoredRound.FindAsync(packs, programme, year, round, caller, today, cancellationToken);
        if (!found.Accepted(out var monitored, out var refusal))
        {
            return ((Contracts.Refusals.Outcome<MonitoringView>)refusal).ToHttp();
        }

        var view = await ReadAsync(monitored, on ?? today, caller, page, db, today, cancellationToken);
        return ((Contracts.Refusals.Outcome<MonitoringView>)view).ToHttp();
    }

    /// <summary>A page of a span's bodies, as the caller may see them: three queries, however many bodies and papers there are.</summary>
    public static async Task<MonitoringView> ReadAsync(
        MonitoredRound monitored, DateOnly day, Caller caller, PageQuery page, ReportingDb db, DateOnly today, CancellationToken cancellationToken)
    {
        var (pack, year, span) = monitored;
        var reporting = db.Institutions.Where(i => i.Programme == pack.Programme).WithStandingOn(day, StandingOn.Reporting).Select(i => i.Id);
        var reported = db.PeriodicReports.Where(r => r.Programme == pack.Programme && r.Year == year && r.Round == span.Number);
        var bodies = await db.Institutions.AsNoTracking().Include(i => i.Standings).ReadableBy(db, caller)
            .Where(i => i.Programme == pack.Programme && (reporting.Contains(i.Id) || reported.Any(r => r.InstitutionId == i.Id)))
            .ToPageAsync(page, i => i.Id, cancellationToken);
        var ids = bodies.Items.Select(i => i.Id).ToList();
        var reports = await reported.AsNoTracking().Include(r => r.Institution).Include(r => r.Evidence).Where(r => ids.Contains(r.InstitutionId))
            .ToDictionaryAsync(r => r.InstitutionId, cancellationToken);
        var papers = (await db.PapersOnFile.AsNoTracking().Where(p => ids.Contains(p.InstitutionId)).ToListAsync(cancellationToken))
            .ToLookup(p => p.InstitutionId);
        return new MonitoringView(
            new MonitoredSpan(pack.Programme, year, span.Number, span.From, span.To, span.DueOn),
            day,
            [.. pack.Indicators.Select(i => new IndicatorView(i.Name, i.Label, i.Type, i.Citation.ClauseId))],
            [.. bodies.Items.Select(body => Row(body, reports.GetValueOrDefault(body.Id), [.. papers[body.Id]], pack, day, today))],
            bodies.Next);
    }

    private static MonitoredBody Row(
        Institution body, PeriodicReport? report, IReadOnlyCollection<Papers.PaperOnFile> papers, PolicyPack pack, DateOnly day, DateOnly today)
    {
        var standing = StandingOn.Of(body.Standings, day);
        JsonElement? figures = report is null or { IsOpen: true } ? null : JsonElement.Parse(report.Indicators);
        return new MonitoredBody(
            body.Id,
            body.Name,
            body.District,
            body.Category,
            standing,
            report is null ? null : PeriodicReportView.Of(report, today),
            figures,
            figures is { } given ? ClaimedFigures.Of(given, EvidenceOf.Now(report!.Evidence)) : [],
            PaperGaps.On(standing, body.IsJointlyBuilt, papers, pack, day));
    }
}

using System.Text.Json;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Reporting.Data;
using Reporting.Evidence;
using Reporting.PeriodicReports;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.Monitoring;

/// <summary>A body's figures over its last spans, and which of them are only claimed (EI-08).</summary>
internal static class GetTrend
{
    private const int MostSpans = 12;

    /// <summary>The body and its spans, the oldest first.</summary>
    internal sealed record TrendView(
        Guid InstitutionId, string InstitutionName, string Programme, IReadOnlyList<GetMonitoring.IndicatorView> Indicators, IReadOnlyList<TrendPoint> Points);

    /// <summary>A span with what was handed in for it.</summary>
    /// <param name="ReportId">The report.</param>
    /// <param name="Year">The year.</param>
    /// <param name="Round">The span's number within it.</param>
    /// <param name="To">The span's last day.</param>
    /// <param name="Indicators">The figures.</param>
    /// <param name="Claimed">The figures without a file behind them.</param>
    internal sealed record TrendPoint(Guid ReportId, int Year, int Round, DateOnly To, JsonElement Indicators, IReadOnlyList<string> Claimed);

    public static void Map(IEndpointRouteBuilder monitoring) => monitoring
        .MapGet("/trend", HandleAsync)
        .RequireRoles(PeriodicReportRoutes.Readers)
        .WithSummary("A body's figures over its last spans");

    private static async Task<Answer<TrendView>> HandleAsync(
        Guid institution, ReportingDb db, PackShelf packs, HttpContext http, CancellationToken cancellationToken)
    {
        var body = await db.Institutions.AsNoTracking().ReadableBy(db, http.Caller()).SingleOrDefaultAsync(i => i.Id == institution, cancellationToken);
        if (body is null)
        {
            return ((Outcome<TrendView>)Refusal.NotFound("institution", institution, "机构")).ToHttp();
        }

        var reports = await db.PeriodicReports.AsNoTracking().Include(r => r.Evidence)
            .Where(r => r.InstitutionId == institution && (r.Status == ReportStatus.Submitted || r.Status == ReportStatus.Accepted))
            .OrderByDescending(r => r.To).Take(MostSpans).ToListAsync(cancellationToken);
        var pack = reports is [var latest, ..] ? await packs.RulingAsync(body.Programme, latest.To, cancellationToken) : null;
        Outcome<TrendView> view = new TrendView(
            body.Id,
            body.Name,
            body.Programme,
            [.. pack?.Indicators.Select(i => new GetMonitoring.IndicatorView(i.Name, i.Label, i.Type, i.Citation.ClauseId)) ?? []],
            [.. reports.OrderBy(r => r.To).Select(r => new TrendPoint(
                r.Id, r.Year, r.Round, r.To, r.Text.Indicators, ClaimedFigures.Of(r.Text.Indicators, EvidenceOf.Now(r.Evidence))))]);
        return view.ToHttp();
    }
}

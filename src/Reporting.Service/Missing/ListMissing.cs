using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.Missing;

/// <summary>The lists that the city recorded, newest first: what waits for another person (P-5).</summary>
internal static class ListMissing
{
    /// <summary>A list over spans.</summary>
    internal sealed record MissingListRow(
        Guid Id, string Programme, int Year, int Round, string DocumentNumber, DateOnly DecidedOn, MissingStatus Status, string RecordedByName, int Count);

    public static void Map(IEndpointRouteBuilder missing) => missing
        .MapGet("/lists", HandleAsync)
        .RequireRoles(Roles.CityReviewer, Roles.Leader, Roles.Auditor)
        .WithSummary("Lists of missing reports, newest first");

    private static async Task<Page<MissingListRow>> HandleAsync(
        string? programme, Choice<MissingStatus>? status, PageQuery page, ReportingDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var (only, jurisdiction) = (status?.Value, http.Caller().Jurisdiction);
        return (await db.MissingLists.AsNoTracking()
            .Where(l => l.Jurisdiction == jurisdiction && (programme == null || l.Programme == programme) && (only == null || l.Status == only))
            .Select(l => new { List = l, l.Reports.Count })
            .ToPageAsync(page, l => l.List.Id, cancellationToken, newestFirst: true))
            .Select(l => new MissingListRow(
                l.List.Id, l.List.Programme, l.List.Year, l.List.Round, l.List.DocumentNumber, l.List.DecidedOn, l.List.Status, l.List.RecordedByName, l.Count));
    }
}

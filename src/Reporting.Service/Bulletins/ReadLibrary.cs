using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.Bulletins;

/// <summary>The library of cases (典型案例库, HB-30): whoever works with the bureau reads it.</summary>
internal static class ReadLibrary
{
    private const int LongestQuery = 100;

    private static readonly string[] Everybody =
    [
        Roles.Operator, Roles.DistrictReviewer, Roles.ParkReviewer, Roles.CityReviewer, Roles.Expert, Roles.FinanceMaker, Roles.FinanceApprover,
        Roles.Leader, Roles.Auditor, Roles.Admin,
    ];

    public static void Map(IEndpointRouteBuilder cases)
    {
        cases.MapGet("/", ListAsync).RequireRoles(Everybody).WithSummary("The library of cases, newest first; searched by name, title and text");
        cases.MapGet("/{id:guid}", GetAsync).RequireRoles(Everybody).WithSummary("A case of the library");
    }

    private static async Task<Answer<Page<LibraryCaseView>>> ListAsync(
        string? programme,
        Choice<CommendationGround>? ground,
        int? year,
        string? q,
        PageQuery page,
        ReportingDb db,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        if (q?.Length > LongestQuery)
        {
            return ((Outcome<Page<LibraryCaseView>>)Refusal.BadInput("q", q.Length, $"检索词不超过 {LongestQuery} 字。", $"Search for at most {LongestQuery} characters.")).ToHttp();
        }

        var (caller, only, searched) = (http.Caller(), ground?.Value, string.IsNullOrWhiteSpace(q) ? null : LibraryCase.Searched(q));
        Outcome<Page<LibraryCaseView>> outcome = (await db.LibraryCases.AsNoTracking()
            .Where(c => c.Jurisdiction == caller.Jurisdiction
                && (programme == null || c.Programme == programme)
                && (only == null || c.Ground == only)
                && (year == null || c.Year == year)
                && (searched == null || c.Search.Contains(searched)))
            .ToPageAsync(page, c => c.Id, cancellationToken, newestFirst: true)).Select(LibraryCaseView.Of);
        return outcome.ToHttp();
    }

    private static async Task<Answer<LibraryCaseView>> GetAsync(Guid id, ReportingDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var jurisdiction = http.Caller().Jurisdiction;
        var found = await db.LibraryCases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.Jurisdiction == jurisdiction, cancellationToken);
        Outcome<LibraryCaseView> outcome = found is null ? Refusal.NotFound("case", id, "典型案例") : LibraryCaseView.Of(found);
        return outcome.ToHttp();
    }
}

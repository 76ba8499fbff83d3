using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Funding.Payments;

/// <summary>Payments of every kind.</summary>
internal static class ReadPayments
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/payments", ListAsync).RequireRoles(Visibility.Bureau);

    private static async Task<Page<PaymentView>> ListAsync(
        string? programme, int? year, Choice<PaymentStatus>? status, Guid? appropriation, bool? gathered, PageQuery page, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var (only, jurisdiction) = (status?.Value, http.Caller().Jurisdiction);
        var rows = await db.Payments.AsNoTracking()
            .Where(p => p.Jurisdiction == jurisdiction
                && (programme == null || p.Programme == programme)
                && (year == null || p.FiscalYear == year)
                && (only == null || p.Status == only)
                && (appropriation == null || p.AppropriationId == appropriation)
                && (gathered == null || (p.PaymentRunId != null) == gathered))
            .ToPageAsync(page, p => p.Id, ct, newestFirst: true);
        var names = await PaymentView.NamesAsync(db, rows.Items, ct);
        return rows.Select(row => PaymentView.Of(row, names));
    }
}

using Funding.Advances;
using Funding.Data;
using Funding.Grants;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Funding.Payments;

/// <summary>Payments of every kind.</summary>
internal static class ReadPayments
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/payments", ListAsync).RequireRoles(Visibility.Bureau);

    private static async Task<Page<PaymentView>> ListAsync(
        string? programme,
        int? year,
        Choice<PaymentStatus>? status,
        Guid? appropriation,
        bool? gathered,
        string? name,
        PageQuery page,
        FundingDb db,
        HttpContext http,
        CancellationToken ct)
    {
        var jurisdiction = http.Caller().Jurisdiction;
        var payments = db.Payments.AsNoTracking()
            .Where(p => p.Jurisdiction == jurisdiction
                && (programme == null || p.Programme == programme)
                && (year == null || p.FiscalYear == year)
                && (appropriation == null || p.AppropriationId == appropriation)
                && (gathered == null || (p.PaymentRunId != null) == gathered));

        // A condition of its own, so that the few that wait are found by their index among the many that are paid.
        payments = status?.Value is { } only ? payments.Where(p => p.Status == only) : payments;
        payments = string.IsNullOrWhiteSpace(name) ? payments : payments.Named(name.Trim(), db);
        var rows = await payments.ToPageAsync(page, p => p.Id, ct, newestFirst: true);
        var names = await PaymentView.NamesAsync(db, rows.Items, ct);
        return rows.Select(row => PaymentView.Of(row, names));
    }

    // Whom it is for, or whose account it goes to.
    private static IQueryable<Payment> Named(this IQueryable<Payment> payments, string part, FundingDb db) => payments.Where(p =>
        p.PayeeName.Contains(part)
        || (p is Grant && ((Grant)p).BeneficiaryName.Contains(part))
        || (p is Advance && db.Accounts.Any(a => a.InstitutionId == ((Advance)p).InstitutionId && a.Name.Contains(part))));
}

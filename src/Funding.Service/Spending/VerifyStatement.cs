using Contracts.Refusals;
using Funding.Data;
using Funding.Invoices;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Spending;

/// <summary>What was found about a voucher.</summary>
internal sealed record VoucherFinding(Guid VoucherId, bool Accepted, string? Reason = null);

/// <summary>What was found about each voucher of a statement.</summary>
internal sealed record Verification(IReadOnlyList<VoucherFinding> Rows);

/// <summary>
/// A maker looks through a statement, voucher by voucher. An invoice is accepted once, whatever body and year states it: the
/// unique keys decide, also between two statements at once.
/// </summary>
internal static class VerifyStatement
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/spending-statements/{id:guid}/verify", async (
            Guid id, Verification request, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, request, db, clock, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();

    /// <summary>Whether every voucher is found upon once, and every no has its reason.</summary>
    public static Refusal? Decide(SpendingStatement statement, Verification request)
    {
        if (StatementTurn.NotIn(statement, SpendingStatus.Submitted) is { } wrong)
        {
            return wrong;
        }

        var rows = request.Rows ?? [];
        if (rows.Contains(null!) || !rows.Select(r => r.VoucherId).Order().SequenceEqual(statement.Vouchers.Select(v => v.Id).Order()))
        {
            return Refusal.BadInput(
                "rows", rows.Count, $"须对全部 {statement.Vouchers.Count} 张凭证逐一给出结论，每张一次。", $"Each of the {statement.Vouchers.Count} vouchers needs one finding.");
        }

        return Checks.First(rows.Select((row, i) => row.Accepted ? null : Checks.Text($"rows[{i}].reason", row.Reason)));
    }

    private static async Task<Outcome<SpendingStatementDetail>> RunAsync(
        Guid id, Verification request, FundingDb db, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (!(await db.TakeStatementAsync(id, caller, ct)).Accepted(out var turn, out var refused))
        {
            return refused;
        }

        var statement = turn.Statement;
        if (Decide(statement, request) is { } refusal)
        {
            return refusal;
        }

        foreach (var row in request.Rows)
        {
            Find(statement.Vouchers.Find(v => v.Id == row.VoucherId)!, row);
        }

        statement.Status = SpendingStatus.Verified;
        statement.Verified = caller.Signs(clock);
        var accepted = statement.Vouchers.FindAll(v => v.Accepted == true);
        statement.AcceptedFen = accepted.Sum(v => v.AmountFen);
        var source = new InvoiceSource(statement.Jurisdiction, statement.Programme, InvoiceUse.Spending, id, "ZS-08");
        if (await db.AcceptInvoicesAsync(source, [.. accepted.Select(v => v.Invoice)], ct) is { } twice)
        {
            return twice;
        }

        return await ReadSpending.FindAsync(id, db, caller, ct);
    }

    private static void Find(Voucher voucher, VoucherFinding row)
    {
        if (row.Accepted)
        {
            voucher.Accept();
        }
        else
        {
            voucher.Reject(row.Reason!.Trim());
        }
    }
}

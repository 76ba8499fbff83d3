using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
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

        if (await AcceptedBeforeAsync(statement, db, ct) is { } before)
        {
            return before;
        }

        statement.Status = SpendingStatus.Verified;
        statement.Verified = caller.Signs(clock);
        statement.AcceptedFen = statement.Vouchers.Where(v => v.Accepted == true).Sum(v => v.AmountFen);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            return Twice(null);
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

    private static async Task<Refusal?> AcceptedBeforeAsync(SpendingStatement statement, FundingDb db, CancellationToken ct)
    {
        var names = statement.Vouchers.Select(v => v.AcceptedByName).OfType<string>().ToList();
        var codes = statement.Vouchers.Select(v => v.AcceptedByCode).OfType<string>().ToList();
        var before = await db.Vouchers.AsNoTracking()
            .Where(v => v.Jurisdiction == statement.Jurisdiction && v.StatementId != statement.Id && (names.Contains(v.AcceptedByName!) || codes.Contains(v.AcceptedByCode!)))
            .FirstOrDefaultAsync(ct);
        return before is null ? null : Twice(before);
    }

    private static Refusal Twice(Voucher? before) => Refusal.Conflict(
            "invoice-accepted-before",
            "ZS-08",
            $"发票{(before is null ? "" : $"“{before.Number}”（{before.SellerName}）")}已在其他支出报表中认可，同一发票不能重复认可，请对该凭证不予认可并说明理由。",
            $"An invoice{(before is null ? "" : $" '{before.Number}' of {before.SellerName}")} is accepted in another statement already; an invoice counts once. Do not accept it, and say why.")
        .With("number", before?.Number).With("sellerName", before?.SellerName).With("amountFen", before?.AmountFen).With("statementId", before?.StatementId);
}

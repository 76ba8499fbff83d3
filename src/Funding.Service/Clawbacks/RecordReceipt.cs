using Contracts.Refusals;
using Contracts.Values;
using Funding.Accounts;
using Funding.Data;
using Funding.Ledger;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Clawbacks;

/// <summary>A receipt (缴款书).</summary>
internal sealed record ReceiptEntry(long AmountFen, string ReceiptNumber, DateOnly ReceivedOn);

/// <summary>
/// Records money that came back (缴款书): at most what is outstanding, each receipt number once. The case closes when nothing is
/// outstanding, and at no other time.
/// </summary>
internal static class RecordReceipt
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/clawbacks/{id:guid}/receipts", async (Guid id, ReceiptEntry request, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, request, db, clock, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();

    /// <summary>Whether the case takes this much.</summary>
    public static Refusal? Decide(Clawback clawback, Money amount)
    {
        var outstanding = Money.FromFen(clawback.OutstandingFen);
        return amount <= outstanding
            ? null
            : Refusal.Conflict(
                    "receipt-above-outstanding",
                    clawback.Cause == ClawbackCause.OverAdvance ? "ZS-07" : "ZS-08",
                    $"应追缴 {Money.FromFen(clawback.ClaimedFen)} 元，已收 {Money.FromFen(clawback.ReceivedFen)} 元，未缴 {outstanding} 元，本次 {amount} 元超出未缴金额。",
                    $"{Money.FromFen(clawback.ClaimedFen)} yuan is claimed, {Money.FromFen(clawback.ReceivedFen)} received, {outstanding} outstanding; {amount} is more than that.")
                .With("claimedFen", clawback.ClaimedFen)
                .With("receivedFen", clawback.ReceivedFen)
                .With("outstandingFen", outstanding.Fen)
                .With("askedFen", amount.Fen);
    }

    private static async Task<Outcome<ClawbackDetail>> RunAsync(
        Guid id, ReceiptEntry request, FundingDb db, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (Checks.First(
            Checks.Amount("amountFen", request.AmountFen),
            Checks.Text("receiptNumber", request.ReceiptNumber, 100),
            Checks.NotInFuture("receivedOn", request.ReceivedOn, clock.Today)) is { } wrong)
        {
            return wrong;
        }

        var institutionId = await db.Clawbacks.VisibleTo(db, caller).Where(c => c.Id == id).Select(c => (Guid?)c.InstitutionId).SingleOrDefaultAsync(ct);
        if (institutionId is null || await db.TakeTurnAsync(institutionId.Value, ct) is not { } account)
        {
            return ReadClawbacks.NotFound(id);
        }

        var clawback = await db.Clawbacks.SingleAsync(c => c.Id == id, ct);
        if (await BeforePaymentAsync(request, clawback, db, ct) is { } tooEarly)
        {
            return tooEarly;
        }

        if (await AddAsync(request, clawback, caller.Signs(clock), db, ct) is { } used)
        {
            return used;
        }

        if (Decide(clawback, Money.FromFen(request.AmountFen)) is { } refusal)
        {
            return refusal;
        }

        var receipt = db.Receipts.Local.Single();
        clawback.ReceivedFen += request.AmountFen;
        clawback.Conclude(clock.Today);
        account.Year(clawback.FiscalYear).RecoveredFen += request.AmountFen;
        db.Post(
            PostingContext.Of(PostingKind.ReceiptRecorded, receipt.Id, account, clawback.FiscalYear, clock.Today, caller.Subject, receipt.ReceiptNumber),
            Transfer(clawback.Cause, request.AmountFen));
        await db.SaveChangesAsync(ct);
        return await ReadClawbacks.FindAsync(id, db, clock.Today, caller, ct);
    }

    private static Transfer Transfer(ClawbackCause cause, long amountFen) => cause == ClawbackCause.OverAdvance
        ? new Transfer(LedgerAccount.Recovered, LedgerAccount.Receivable, amountFen)
        : new Transfer(LedgerAccount.UnusedRecovered, LedgerAccount.UnusedReceivable, amountFen);

    // A body may pay back before the case is opened, but not before it was paid.
    private static async Task<Refusal?> BeforePaymentAsync(ReceiptEntry request, Clawback clawback, FundingDb db, CancellationToken ct)
    {
        var paidOn = await db.Advances.Where(a => a.InstitutionId == clawback.InstitutionId && a.FiscalYear == clawback.FiscalYear).MinAsync(a => a.PaidOn, ct);
        return request.ReceivedOn >= paidOn
            ? null
            : Refusal.BadInput(
                "receivedOn", request.ReceivedOn, $"收款日期不能早于拨付日期（{paidOn:yyyy-MM-dd}）。", $"Nothing can come back before it was paid ({paidOn:yyyy-MM-dd}).");
    }

    // The unique key decides, also between two cases at once.
    private static async Task<Refusal?> AddAsync(ReceiptEntry request, Clawback clawback, Signature by, FundingDb db, CancellationToken ct)
    {
        db.Receipts.Add(new Receipt
        {
            Id = Guid.CreateVersion7(),
            ClawbackId = clawback.Id,
            Jurisdiction = clawback.Jurisdiction,
            ReceiptNumber = request.ReceiptNumber.Trim(),
            AmountFen = request.AmountFen,
            ReceivedOn = request.ReceivedOn,
            Recorded = by,
        });
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            return Refusal.Conflict(
                    "receipt-number-used",
                    "ZS-07",
                    $"缴款书编号“{request.ReceiptNumber}”已登记过，同一缴款书不能重复登记。",
                    $"Receipt number '{request.ReceiptNumber}' is recorded already; a receipt is money once.")
                .With("receiptNumber", request.ReceiptNumber);
        }
    }
}

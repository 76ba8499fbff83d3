using Contracts.Refusals;
using Contracts.Values;
using Funding.Accounts;
using Funding.Clawbacks;
using Funding.Data;
using Funding.Ledger;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Receipts;

/// <summary>To which case how much of a receipt belongs.</summary>
/// <param name="ClawbackId">The case.</param>
/// <param name="AmountFen">How much of the receipt.</param>
/// <param name="Overpayment">That more than what is outstanding was really paid; the rest is owed to the body.</param>
internal sealed record ReceiptMatch(Guid ClawbackId, long AmountFen, bool Overpayment = false);

/// <summary>
/// Matches money that came in to a case: at most what is outstanding, unless somebody says that more was paid. The case closes when
/// nothing is outstanding, and at no other time.
/// </summary>
internal static class MatchReceipt
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/receipts/{id:guid}/match", async (Guid id, ReceiptMatch request, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, request, db, clock, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();

    /// <summary>Whether the case takes this much.</summary>
    public static Refusal? Decide(Clawback clawback, Money amount, bool overpayment)
    {
        var (figures, outstanding) = (clawback.Figures, Money.FromFen(clawback.OutstandingFen));
        return amount <= outstanding || overpayment
            ? null
            : Refusal.Conflict(
                    "receipt-above-outstanding",
                    clawback.ClauseId,
                    $"应追缴 {Money.FromFen(figures.ClaimedFen)} 元，已收 {Money.FromFen(figures.HeldFen)} 元，已核销 {Money.FromFen(figures.WrittenOffFen)} 元，未缴 {outstanding} 元，本次 {amount} 元超出未缴金额。请核对金额；确属多缴的，按多缴登记，多缴部分另行退还。",
                    $"{Money.FromFen(figures.ClaimedFen)} yuan is claimed, {Money.FromFen(figures.HeldFen)} received, {Money.FromFen(figures.WrittenOffFen)} written off, {outstanding} outstanding; {amount} is more than that. Check the amount; if so much was really paid, record it as an over-payment, which is then refunded.")
                .With("claimedFen", figures.ClaimedFen)
                .With("receivedFen", figures.HeldFen)
                .With("outstandingFen", outstanding.Fen)
                .With("askedFen", amount.Fen);
    }

    /// <summary>Books a part of a receipt on a case. The caller holds the body's turn.</summary>
    public static async Task<Refusal?> BookAsync(
        this FundingDb db, Receipt receipt, Clawback clawback, FundingAccount account, ReceiptMatch match, Signature by, DateOnly today, CancellationToken cancellationToken)
    {
        if (await db.BeforePaymentAsync(receipt.ReceivedOn, clawback, cancellationToken) is { } tooEarly)
        {
            return tooEarly;
        }

        if (Decide(clawback, Money.FromFen(match.AmountFen), match.Overpayment) is { } refusal)
        {
            return refusal;
        }

        db.Book(receipt, clawback, account, match.AmountFen, by, today);
        return null;
    }

    /// <summary>Books a part of a receipt that the case takes.</summary>
    public static void Book(this FundingDb db, Receipt receipt, Clawback clawback, FundingAccount account, long amountFen, Signature by, DateOnly today)
    {
        var part = new ReceiptPart
        {
            Id = Guid.CreateVersion7(),
            ReceiptId = receipt.Id,
            ClawbackId = clawback.Id,
            Jurisdiction = clawback.Jurisdiction,
            AmountFen = amountFen,
            Matched = by,
        };
        db.ReceiptParts.Add(part);
        var before = clawback.Figures;
        clawback.ReceivedFen = checked(clawback.ReceivedFen + amountFen);
        clawback.Conclude(today);
        account.Year(clawback.FiscalYear).RecoveredFen += amountFen;
        db.Post(
            PostingContext.Of(PostingKind.ReceiptRecorded, part.Id, account, clawback.FiscalYear, today, by.Subject, receipt.ReceiptNumber),
            Balances.Difference(before.Position(), clawback.Figures.Position()));
    }

    private static async Task<Outcome<ReceiptDetail>> RunAsync(
        Guid id, ReceiptMatch request, FundingDb db, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (Checks.Amount("amountFen", request.AmountFen) is { } wrong)
        {
            return wrong;
        }

        // The body's turn before the receipt's row, as everywhere.
        if (await db.TakeCaseAsync(request.ClawbackId, caller, ct) is not { } taken)
        {
            return ReadClawbacks.NotFound(request.ClawbackId);
        }

        var matched = await db.Receipts
            .Where(r => r.Id == id && r.Jurisdiction == caller.Jurisdiction && r.MatchedFen + r.ReturnedFen + request.AmountFen <= r.AmountFen)
            .ExecuteUpdateAsync(
                row => row.SetProperty(r => r.MatchedFen, r => r.MatchedFen + request.AmountFen).SetProperty(r => r.Version, r => r.Version + 1), ct);
        if (await db.Receipts.SingleOrDefaultAsync(r => r.Id == id && r.Jurisdiction == caller.Jurisdiction, ct) is not { } receipt)
        {
            return ReadReceipts.NotFound(id);
        }

        if (matched == 0)
        {
            return AboveReceipt(receipt, request.AmountFen);
        }

        if (await db.BookAsync(receipt, taken.Clawback, taken.Account, request, caller.Signs(clock), clock.Today, ct) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        return await ReadReceipts.FindAsync(id, db, caller, ct);
    }

    /// <summary>A receipt is given out once.</summary>
    public static Refusal AboveReceipt(Receipt receipt, long askedFen) => Refusal.Conflict(
            "receipt-spent",
            "receipt",
            $"缴款书“{receipt.ReceiptNumber}”共 {Money.FromFen(receipt.AmountFen)} 元，尚余 {Money.FromFen(receipt.UnmatchedFen)} 元未匹配，本次 {Money.FromFen(askedFen)} 元超出。",
            $"Receipt '{receipt.ReceiptNumber}' is {Money.FromFen(receipt.AmountFen)} yuan, of which {Money.FromFen(receipt.UnmatchedFen)} is not matched yet; {Money.FromFen(askedFen)} is more.")
        .With("receiptFen", receipt.AmountFen).With("unmatchedFen", receipt.UnmatchedFen).With("askedFen", askedFen);

    // A body may pay back before the case is opened, but not before it was paid.
    private static async Task<Refusal?> BeforePaymentAsync(this FundingDb db, DateOnly receivedOn, Clawback clawback, CancellationToken ct)
    {
        var paidOn = await db.Advances.Where(a => a.InstitutionId == clawback.InstitutionId && a.FiscalYear == clawback.FiscalYear).MinAsync(a => a.PaidOn, ct);
        return paidOn is null || receivedOn >= paidOn
            ? null
            : Refusal.BadInput(
                "receivedOn", receivedOn, $"收款日期不能早于拨付日期（{paidOn:yyyy-MM-dd}）。", $"Nothing can come back before it was paid ({paidOn:yyyy-MM-dd}).");
    }
}

using Contracts.Refusals;
using Funding.Clawbacks;
using Funding.Data;
using Funding.Notices;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Receipts;

/// <summary>A receipt (缴款书) for a case.</summary>
/// <param name="AmountFen">How much.</param>
/// <param name="ReceiptNumber">Its number.</param>
/// <param name="ReceivedOn">The day it came in.</param>
/// <param name="Overpayment">That more than what is outstanding was really paid.</param>
internal sealed record ReceiptEntry(long AmountFen, string ReceiptNumber, DateOnly ReceivedOn, bool Overpayment = false);

/// <summary>A receipt (缴款书) whose case is to be found.</summary>
/// <param name="AmountFen">How much.</param>
/// <param name="ReceiptNumber">Its number.</param>
/// <param name="ReceivedOn">The day it came in.</param>
/// <param name="PayerName">Who paid.</param>
/// <param name="Reference">What the payer wrote: where it is the number of a notice, the receipt finds its case by itself.</param>
internal sealed record UnknownReceipt(long AmountFen, string ReceiptNumber, DateOnly ReceivedOn, string? PayerName = null, string? Reference = null);

/// <summary>Records money that came in (缴款书), each receipt number once: for a case, or to be matched later.</summary>
internal static class RecordReceipt
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/clawbacks/{id:guid}/receipts", async (Guid id, ReceiptEntry request, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct) =>
                (await db.WriteAsync(inner => ForCaseAsync(id, request, db, clock, http.Caller(), inner), ct)).ToHttp())
            .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();
        api.MapPost("/receipts", async (UnknownReceipt request, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct) =>
                (await db.WriteAsync(inner => UnmatchedAsync(request, db, clock, http.Caller(), inner), ct))
                .ToCreated(made => made, made => $"/api/funding/receipts/{made.Receipt.Id}"))
            .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();
    }

    private static async Task<Outcome<ClawbackDetail>> ForCaseAsync(
        Guid id, ReceiptEntry request, FundingDb db, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (Check(request.AmountFen, request.ReceiptNumber, request.ReceivedOn, clock.Today) is { } wrong)
        {
            return wrong;
        }

        if (await db.TakeCaseAsync(id, caller, ct) is not { } taken)
        {
            return ReadClawbacks.NotFound(id);
        }

        var receipt = Make(new UnknownReceipt(request.AmountFen, request.ReceiptNumber, request.ReceivedOn, taken.Account.ImplementingBodyName), caller, clock);
        receipt.MatchedFen = request.AmountFen;
        var match = new ReceiptMatch(id, request.AmountFen, request.Overpayment);
        if ((await AddAsync(receipt, db, ct) ?? await db.BookAsync(receipt, taken.Clawback, taken.Account, match, receipt.Recorded, clock.Today, ct)) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        return await ReadClawbacks.FindAsync(id, db, clock.Today, caller, ct);
    }

    private static async Task<Outcome<ReceiptDetail>> UnmatchedAsync(UnknownReceipt request, FundingDb db, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (Checks.First(
            Check(request.AmountFen, request.ReceiptNumber, request.ReceivedOn, clock.Today),
            request.PayerName is { Length: > 0 } ? Checks.Text("payerName", request.PayerName, 100) : null,
            request.Reference is { Length: > 0 } ? Checks.Text("reference", request.Reference) : null) is { } wrong)
        {
            return wrong;
        }

        var receipt = Make(request, caller, clock);
        var noticed = await db.CaseOfNoticeAsync(receipt.Reference, caller, ct) is { } found ? await db.TakeCaseAsync(found, caller, ct) : null;
        var fits = noticed is not null && request.AmountFen <= noticed.Clawback.OutstandingFen;
        receipt.MatchedFen = fits ? request.AmountFen : 0;
        if (await AddAsync(receipt, db, ct) is { } used)
        {
            return used;
        }

        var match = new ReceiptMatch(noticed?.Clawback.Id ?? default, request.AmountFen);
        if (fits && await db.BookAsync(receipt, noticed!.Clawback, noticed.Account, match, receipt.Recorded, clock.Today, ct) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        return await ReadReceipts.FindAsync(receipt.Id, db, caller, ct);
    }

    private static Refusal? Check(long amountFen, string? number, DateOnly receivedOn, DateOnly today) => Checks.First(
        Checks.Amount("amountFen", amountFen),
        Checks.Text("receiptNumber", number, 100),
        Checks.NotInFuture("receivedOn", receivedOn, today));

    private static Receipt Make(UnknownReceipt request, Caller caller, BusinessClock clock) => new()
    {
        Id = Guid.CreateVersion7(),
        Jurisdiction = caller.Jurisdiction!,
        ReceiptNumber = request.ReceiptNumber.Trim(),
        AmountFen = request.AmountFen,
        ReceivedOn = request.ReceivedOn,
        PayerName = string.IsNullOrWhiteSpace(request.PayerName) ? null : request.PayerName.Trim(),
        Reference = string.IsNullOrWhiteSpace(request.Reference) ? null : request.Reference.Trim(),
        Recorded = caller.Signs(clock),
    };

    // The unique key decides, also between two cases at once.
    private static async Task<Refusal?> AddAsync(Receipt receipt, FundingDb db, CancellationToken ct)
    {
        db.Receipts.Add(receipt);
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
                    $"缴款书编号“{receipt.ReceiptNumber}”已登记过，同一缴款书不能重复登记。",
                    $"Receipt number '{receipt.ReceiptNumber}' is recorded already; a receipt is money once.")
                .With("receiptNumber", receipt.ReceiptNumber);
        }
    }
}

using Funding.Data;
using Funding.Decisions;
using Funding.PaymentRuns;
using Microsoft.EntityFrameworkCore;

namespace Funding.Reconciliations;

/// <summary>A part of the books that says what should be on the bank's statements.</summary>
internal interface IBookedMovements
{
    /// <summary>What a day's statement should show of it.</summary>
    Task<IReadOnlyList<BookedMovement>> OfAsync(string jurisdiction, DateOnly day, CancellationToken cancellationToken);

    /// <summary>The days with any, since one.</summary>
    Task<IReadOnlyList<DateOnly>> DaysAsync(string jurisdiction, DateOnly since, CancellationToken cancellationToken);
}

/// <summary>What the bank answered to payment runs: paid goes out, returned (退汇) comes in, failed never moved.</summary>
internal sealed class BookedPayments(FundingDb db) : IBookedMovements
{
    public async Task<IReadOnlyList<BookedMovement>> OfAsync(string jurisdiction, DateOnly day, CancellationToken cancellationToken) =>
        await db.PaymentResults.Where(r => r.On == day && r.Outcome != PaymentOutcome.Failed)
            .Join(db.Payments.Where(p => p.Jurisdiction == jurisdiction), r => r.PaymentId, p => p.Id, (r, p) => new { r, p })
            .OrderBy(x => x.p.Id)
            .Select(x => new BookedMovement(
                x.p.Id,
                x.r.Outcome == PaymentOutcome.Paid ? MoneyDirection.Out : MoneyDirection.In,
                x.p.AmountFen - x.p.WithheldFen,
                x.r.BankReference,
                x.p.PayeeName))
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<DateOnly>> DaysAsync(string jurisdiction, DateOnly since, CancellationToken cancellationToken) =>
        await db.PaymentResults.Where(r => r.On >= since && r.Outcome != PaymentOutcome.Failed && db.Payments.Any(p => p.Id == r.PaymentId && p.Jurisdiction == jurisdiction))
            .Select(r => r.On).Distinct().ToListAsync(cancellationToken);
}

/// <summary>What was paid back under clawbacks, by its receipt (缴款书).</summary>
internal sealed class BookedReceipts(FundingDb db) : IBookedMovements
{
    public async Task<IReadOnlyList<BookedMovement>> OfAsync(string jurisdiction, DateOnly day, CancellationToken cancellationToken) =>
        await db.Receipts.Where(r => r.Jurisdiction == jurisdiction && r.ReceivedOn == day)
            .OrderBy(r => r.Id)
            .Select(r => new BookedMovement(r.Id, MoneyDirection.In, r.AmountFen, r.ReceiptNumber, r.PayerName ?? r.ReceiptNumber))
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<DateOnly>> DaysAsync(string jurisdiction, DateOnly since, CancellationToken cancellationToken) =>
        await db.Receipts.Where(r => r.Jurisdiction == jurisdiction && r.ReceivedOn >= since).Select(r => r.ReceivedOn).Distinct().ToListAsync(cancellationToken);
}

/// <summary>What was paid back to a body or a payer by decision.</summary>
internal sealed class BookedRefunds(FundingDb db) : IBookedMovements
{
    public async Task<IReadOnlyList<BookedMovement>> OfAsync(string jurisdiction, DateOnly day, CancellationToken cancellationToken) =>
        await db.ClawbackDecisions.Where(d => d.Jurisdiction == jurisdiction && d.Kind == DecisionKind.Refund && d.PaidOn == day)
            .OrderBy(d => d.Id)
            .Select(d => new BookedMovement(d.Id, MoneyDirection.Out, d.AmountFen, d.BankReference!, d.PayeeName ?? d.BankReference!))
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<DateOnly>> DaysAsync(string jurisdiction, DateOnly since, CancellationToken cancellationToken) =>
        await db.ClawbackDecisions.Where(d => d.Jurisdiction == jurisdiction && d.Kind == DecisionKind.Refund && d.PaidOn >= since)
            .Select(d => d.PaidOn!.Value).Distinct().ToListAsync(cancellationToken);
}

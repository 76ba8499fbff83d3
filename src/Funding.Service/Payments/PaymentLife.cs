using Funding.Data;
using Funding.Ledger;
using Funding.PaymentRuns;

namespace Funding.Payments;

/// <summary>The steps of a payment's life, each with its posting. Who is concerned beside it follows by <see cref="PaymentConcerns"/>.</summary>
internal static class PaymentLife
{
    /// <summary>Approves it and commits its amount; the appropriation has admitted it.</summary>
    public static void Approve(this FundingDb db, Payment payment, Signature by, DateOnly today)
    {
        payment.Status = PaymentStatus.Approved;
        payment.Approved = by;
        payment.ApprovedOn = today;
        db.Post(
            PostingContext.Of(PostingKind.PaymentApproved, payment, today, by.Subject, payment.Reference),
            new Transfer(LedgerAccount.Committed, LedgerAccount.Available, payment.AmountFen));
    }

    /// <summary>Gives it up before it leaves; true where that releases a commitment.</summary>
    public static bool Cancel(this FundingDb db, Payment payment, string reason, Signature by, DateOnly today)
    {
        var committed = payment.IsLive;
        payment.Status = PaymentStatus.Cancelled;
        payment.Cancelled = by;
        payment.EndedOn = today;
        payment.EndReason = reason;
        if (committed)
        {
            db.Post(
                PostingContext.Of(PostingKind.PaymentCancelled, payment, today, by.Subject, payment.Reference),
                new Transfer(LedgerAccount.Available, LedgerAccount.Committed, payment.AmountFen));
        }

        return committed;
    }

    /// <summary>Records an answer of the bank that is news.</summary>
    public static PaymentResult Answer(this FundingDb db, Payment payment, BankAnswer answer, Signature by, DateOnly today)
    {
        var (kind, debit, credit) = answer.Outcome switch
        {
            PaymentOutcome.Paid => (PostingKind.PaymentPaid, payment.PaidInto, LedgerAccount.Committed),
            PaymentOutcome.Failed => (PostingKind.PaymentFailed, LedgerAccount.Available, LedgerAccount.Committed),
            _ => (PostingKind.PaymentReturned, LedgerAccount.Available, payment.PaidInto),
        };
        payment.Status = Enum.Parse<PaymentStatus>(answer.Outcome.ToString());
        if (answer.Outcome == PaymentOutcome.Paid)
        {
            payment.PaidOn = answer.On;
        }
        else
        {
            payment.EndedOn = answer.On;
            payment.EndReason = answer.Reason!.Trim();
        }

        db.Post(PostingContext.Of(kind, payment, today, by.Subject, answer.BankReference), new Transfer(debit, credit, payment.AmountFen));
        var result = new PaymentResult
        {
            PaymentId = payment.Id,
            Outcome = answer.Outcome,
            PaymentRunId = payment.PaymentRunId!.Value,
            On = answer.On,
            BankReference = answer.BankReference,
            Reason = answer.Reason,
            Recorded = by,
        };
        db.PaymentResults.Add(result);
        return result;
    }
}

using Contracts.Refusals;
using Funding.Accounts;
using Funding.Packs;
using Funding.PaymentRuns;

namespace Funding.Payments;

/// <summary>A payment that does not go through.</summary>
/// <param name="Payment">The payment.</param>
/// <param name="Returned">The bank's word where it came back after it was paid (退汇); null where it never was.</param>
internal sealed record ReleasedPayment(Payment Payment, PaymentResult? Returned);

/// <summary>
/// Who is concerned by a payment beside its appropriation and its run: a body's yearly account, a claimant, a debt that it is
/// withheld against. One per concern and write (scoped): it keeps what it locked.
/// </summary>
internal interface IPaymentConcern
{
    /// <summary>Whether this payment concerns it.</summary>
    bool Concerns(Payment payment);

    /// <summary>The bodies whose turns are taken, and that Registry is asked about before one of these payments leaves.</summary>
    Task<IReadOnlyList<Guid>> BodiesAsync(IReadOnlyCollection<Guid> paymentIds, CancellationToken cancellationToken);

    /// <summary>Takes hold of whom else these payments concern, before anything is decided on them.</summary>
    /// <param name="accounts">The accounts of all concerns' bodies, whose turns are taken.</param>
    /// <param name="paymentIds">The payments of the write.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task TakeHoldAsync(IReadOnlyDictionary<Guid, FundingAccount> accounts, IReadOnlyCollection<Guid> paymentIds, CancellationToken cancellationToken);

    /// <summary>Refuses a payment that may not leave now.</summary>
    Refusal? MayLeave(Payment payment, StandingAnswers answers, PaymentRules rules);

    /// <summary>The bank has paid it.</summary>
    void Paid(Payment payment, PaymentResult result);

    /// <summary>These were cancelled, failed or came back; their status says so already.</summary>
    Task ReleasedAsync(IReadOnlyList<ReleasedPayment> released, CancellationToken cancellationToken);

    /// <summary>All of one write's answers are saved: what follows from them.</summary>
    Task FinishAsync(IReadOnlyCollection<Payment> payments, CancellationToken cancellationToken);
}

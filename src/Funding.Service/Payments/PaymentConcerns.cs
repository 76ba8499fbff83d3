using Contracts.Refusals;
using Funding.Accounts;
using Funding.Data;
using Funding.Packs;
using Funding.PaymentRuns;

namespace Funding.Payments;

/// <summary>All concerns of a write's payments, asked in one order everywhere, so that two writes never wait for each other.</summary>
internal sealed class PaymentConcerns(FundingDb db, IEnumerable<IPaymentConcern> concerns)
{
    /// <inheritdoc cref="IPaymentConcern.BodiesAsync" />
    public async Task<IReadOnlyList<Guid>> BodiesAsync(IReadOnlyCollection<Guid> paymentIds, CancellationToken cancellationToken)
    {
        List<Guid> bodies = [];
        foreach (var concern in concerns)
        {
            bodies.AddRange(await concern.BodiesAsync(paymentIds, cancellationToken));
        }

        return [.. bodies.Distinct()];
    }

    /// <summary>Takes the turns of whom these payments concern: all bodies by key, then what else each concern has.</summary>
    public async Task TakeTurnsAsync(IReadOnlyCollection<Guid> paymentIds, CancellationToken cancellationToken)
    {
        var accounts = await db.TakeTurnsAsync(await BodiesAsync(paymentIds, cancellationToken), cancellationToken);
        foreach (var concern in concerns)
        {
            await concern.TakeHoldAsync(accounts, paymentIds, cancellationToken);
        }
    }

    /// <inheritdoc cref="IPaymentConcern.MayLeave" />
    public Refusal? MayLeave(Payment payment, StandingAnswers answers, PaymentRules rules) =>
        Of(payment).Select(concern => concern.MayLeave(payment, answers, rules)).FirstOrDefault(refusal => refusal is not null);

    /// <inheritdoc cref="IPaymentConcern.Paid" />
    public void Paid(Payment payment, PaymentResult result)
    {
        foreach (var concern in Of(payment))
        {
            concern.Paid(payment, result);
        }
    }

    /// <inheritdoc cref="IPaymentConcern.ReleasedAsync" />
    public async Task ReleasedAsync(IReadOnlyList<ReleasedPayment> released, CancellationToken cancellationToken)
    {
        foreach (var concern in concerns)
        {
            if (released.Where(r => concern.Concerns(r.Payment)).ToList() is { Count: > 0 } its)
            {
                await concern.ReleasedAsync(its, cancellationToken);
            }
        }
    }

    /// <inheritdoc cref="IPaymentConcern.FinishAsync" />
    public async Task FinishAsync(IReadOnlyCollection<Payment> payments, CancellationToken cancellationToken)
    {
        foreach (var concern in concerns)
        {
            if (payments.Where(concern.Concerns).ToList() is { Count: > 0 } its)
            {
                await concern.FinishAsync(its, cancellationToken);
            }
        }
    }

    private IEnumerable<IPaymentConcern> Of(Payment payment) => concerns.Where(concern => concern.Concerns(payment));
}

using Contracts.Refusals;
using Funding.Accounts;
using Funding.Clawbacks;
using Funding.Data;
using Funding.Ledger;
using Funding.Packs;
using Funding.PaymentRuns;
using Funding.Payments;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Clock;

namespace Funding.Decisions;

/// <summary>
/// What a payment does to the clawback that is withheld from it: the case falls when the bank has paid the rest, and rises again when
/// that comes back. Both are of one body, whose turn the advance's account has taken.
/// </summary>
internal sealed class OffsetConcern(FundingDb db, BusinessClock clock) : IPaymentConcern
{
    private ILookup<Guid, (ClawbackDecision Decision, Clawback Clawback)> offsets = Enumerable.Empty<(ClawbackDecision Decision, Clawback Clawback)>().ToLookup(_ => Guid.Empty);

    public bool Concerns(Payment payment) => payment.WithheldFen > 0;

    public Task<IReadOnlyList<Guid>> BodiesAsync(IReadOnlyCollection<Guid> paymentIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Guid>>([]);

    public async Task TakeTurnsAsync(IReadOnlyCollection<Guid> paymentIds, CancellationToken cancellationToken)
    {
        var found = await db.ClawbackDecisions
            .Where(d => d.Kind == DecisionKind.Offset
                && d.PaymentId != null && paymentIds.Contains(d.PaymentId.Value)
                && (d.Status == DecisionStatus.Approved || d.Status == DecisionStatus.Done))
            .Join(db.Clawbacks, d => d.ClawbackId, c => c.Id, (d, c) => new { Decision = d, Clawback = c })
            .ToListAsync(cancellationToken);
        offsets = found.ToLookup(x => x.Decision.PaymentId!.Value, x => (x.Decision, x.Clawback));
    }

    public Refusal? MayLeave(Payment payment, StandingAnswers answers, PaymentRules rules) => null;

    public void Paid(Payment payment, PaymentResult result)
    {
        foreach (var (decision, clawback) in offsets[payment.Id].Where(o => o.Decision.Status == DecisionStatus.Approved))
        {
            (decision.Status, decision.PaidOn, decision.BankReference) = (DecisionStatus.Done, result.On, result.BankReference);
            Move(decision, clawback, decision.AmountFen, PostingKind.OffsetTaken, result);
        }
    }

    public Task ReleasedAsync(IReadOnlyList<ReleasedPayment> released, CancellationToken cancellationToken)
    {
        foreach (var (payment, returned) in released)
        {
            foreach (var (decision, clawback) in offsets[payment.Id])
            {
                if (decision.Status == DecisionStatus.Done)
                {
                    Move(decision, clawback, -decision.AmountFen, PostingKind.OffsetReversed, returned!);
                }

                (decision.Status, decision.EndReason) = (DecisionStatus.Lapsed, payment.EndReason);
            }
        }

        return Task.CompletedTask;
    }

    public Task FinishAsync(IReadOnlyCollection<Payment> payments, CancellationToken cancellationToken) => Task.CompletedTask;

    private void Move(ClawbackDecision decision, Clawback clawback, long changeFen, PostingKind kind, PaymentResult result)
    {
        var (before, account) = (clawback.Figures, db.Accounts.Local.Single(a => a.InstitutionId == clawback.InstitutionId));
        clawback.OffsetFen = checked(clawback.OffsetFen + changeFen);
        clawback.Conclude(clock.Today);
        account.Year(clawback.FiscalYear).RecoveredFen += changeFen;
        db.Post(
            PostingContext.Of(kind, decision.Id, account, clawback.FiscalYear, clock.Today, result.Recorded.Subject, result.BankReference),
            Balances.Difference(before.Position(), clawback.Figures.Position()));
    }
}

using Contracts.Refusals;
using Funding.Accounts;
using Funding.Clawbacks;
using Funding.Data;
using Funding.Ledger;
using Funding.Packs;
using Funding.PaymentRuns;
using Funding.Payments;
using Microsoft.EntityFrameworkCore;
using Packs;
using ServiceDefaults.Clock;

namespace Funding.Decisions;

/// <summary>
/// What a payment does to the clawback that is withheld from it: the case falls when the bank has paid the rest, and rises again when
/// that comes back. Both are of one body, whose turn the advance's account has taken.
/// </summary>
internal sealed class OffsetConcern(FundingDb db, PackShelf packs, BusinessClock clock) : IPaymentConcern
{
    private IReadOnlyDictionary<Guid, FundingAccount> accounts = new Dictionary<Guid, FundingAccount>();
    private ILookup<Guid, (ClawbackDecision Decision, Clawback Clawback)> offsets = Enumerable.Empty<(ClawbackDecision Decision, Clawback Clawback)>().ToLookup(_ => Guid.Empty);

    public bool Concerns(Payment payment) => payment.WithheldFen > 0;

    public Task<IReadOnlyList<Guid>> BodiesAsync(IReadOnlyCollection<Guid> paymentIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Guid>>([]);

    public async Task TakeHoldAsync(IReadOnlyDictionary<Guid, FundingAccount> accounts, IReadOnlyCollection<Guid> paymentIds, CancellationToken cancellationToken)
    {
        var found = await db.ClawbackDecisions
            .Where(d => d.Kind == DecisionKind.Offset
                && d.PaymentId != null && paymentIds.Contains(d.PaymentId.Value)
                && (d.Status == DecisionStatus.Approved || d.Status == DecisionStatus.Done))
            .Join(db.Clawbacks, d => d.ClawbackId, c => c.Id, (d, c) => new { Decision = d, Clawback = c })
            .ToListAsync(cancellationToken);
        this.accounts = accounts;
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

    public async Task ReleasedAsync(IReadOnlyList<ReleasedPayment> released, CancellationToken cancellationToken)
    {
        // Payments that leave or come back together are of one programme.
        var programme = released.SelectMany(r => offsets[r.Payment.Id]).Select(o => accounts[o.Clawback.InstitutionId].Programme).FirstOrDefault();
        if (programme is null)
        {
            return;
        }

        var rules = new PaymentRules(await packs.RulingAsync(programme, clock.Today, cancellationToken), clock.Today);
        foreach (var (payment, returned) in released)
        {
            foreach (var (decision, clawback) in offsets[payment.Id])
            {
                if (decision.Status == DecisionStatus.Done)
                {
                    var wasOpen = clawback.Status == ClawbackStatus.Open;
                    Move(decision, clawback, -decision.AmountFen, PostingKind.OffsetReversed, returned!);
                    HoldMoney.ForClawback(db, accounts[clawback.InstitutionId], clawback, wasOpen, rules, clock.UtcNow);
                }

                (decision.Status, decision.EndReason) = (DecisionStatus.Lapsed, payment.EndReason);
            }
        }
    }

    public Task FinishAsync(IReadOnlyCollection<Payment> payments, CancellationToken cancellationToken) => Task.CompletedTask;

    private void Move(ClawbackDecision decision, Clawback clawback, long changeFen, PostingKind kind, PaymentResult result)
    {
        var (before, account) = (clawback.Figures, accounts[clawback.InstitutionId]);
        clawback.OffsetFen = checked(clawback.OffsetFen + changeFen);
        clawback.Conclude(clock.Today);
        account.Year(clawback.FiscalYear).RecoveredFen += changeFen;
        db.Post(
            PostingContext.Of(kind, decision.Id, account, clawback.FiscalYear, clock.Today, result.Recorded.Subject, result.BankReference),
            Balances.Difference(before.Position(), clawback.Figures.Position()));
    }
}

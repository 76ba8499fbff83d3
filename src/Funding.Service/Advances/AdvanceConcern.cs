using Contracts.Funding;
using Contracts.Refusals;
using Funding.Accounts;
using Funding.Data;
using Funding.Deadlines;
using Funding.Packs;
using Funding.PaymentRuns;
using Funding.Payments;
using Funding.Settlements;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Packs;
using ServiceDefaults.Clock;

namespace Funding.Advances;

/// <summary>What an advance's payment does to the body's yearly account: its year, its clock, its settlement.</summary>
internal sealed class AdvanceConcern(FundingDb db, PackShelf packs, SettleYear settle, BusinessClock clock) : IPaymentConcern
{
    private IReadOnlyDictionary<Guid, FundingAccount> accounts = new Dictionary<Guid, FundingAccount>();

    public bool Concerns(Payment payment) => payment is Advance;

    public async Task<IReadOnlyList<Guid>> BodiesAsync(IReadOnlyCollection<Guid> paymentIds, CancellationToken cancellationToken) =>
        await db.Advances.Where(a => paymentIds.Contains(a.Id)).Select(a => a.InstitutionId).Distinct().ToListAsync(cancellationToken);

    public Task TakeHoldAsync(IReadOnlyDictionary<Guid, FundingAccount> accounts, IReadOnlyCollection<Guid> paymentIds, CancellationToken cancellationToken)
    {
        this.accounts = accounts;
        return Task.CompletedTask;
    }

    // Approved or a new day begun since Registry was asked: ask again.
    public Refusal? MayLeave(Payment payment, StandingAnswers answers, PaymentRules rules) =>
        answers.On == rules.Today && answers.ByInstitution.TryGetValue(((Advance)payment).InstitutionId, out var standing)
            ? Payability.Check(Account(payment), standing, rules)
            : AskRegistry.NoAnswer(rules.Today);

    public void Paid(Payment payment, PaymentResult result)
    {
        var (advance, account) = ((Advance)payment, Account(payment));
        var year = account.Year(advance.FiscalYear);
        year.PaidFen = checked(year.PaidFen + advance.AmountFen);

        // ZS-08: where no allotment date is recorded, the clock runs from the payment.
        account.FirstAllottedOn = RecognitionClock.Earlier(account.FirstAllottedOn, advance.ClockFrom);
        db.Publish(Streams.Of(account), Fact(advance, result.On));
    }

    public async Task ReleasedAsync(IReadOnlyList<ReleasedPayment> released, CancellationToken cancellationToken)
    {
        foreach (var (payment, returned) in released)
        {
            var (advance, account) = ((Advance)payment, Account(payment));
            account.Release(advance);
            if (returned is not null)
            {
                var year = account.Year(advance.FiscalYear);
                year.PaidFen = checked(year.PaidFen - advance.AmountFen);
                db.Publish(Streams.Of(account), Reversed(advance, returned.On));
            }
        }

        // Payments that leave or come back together are of one programme.
        var bodies = released.Select(r => Account(r.Payment)).Distinct().ToList();
        var rules = new PaymentRules(await packs.RulingAsync(bodies[0].Programme, clock.Today, cancellationToken), clock.Today);
        await db.SetClocksBackAsync(bodies, rules, cancellationToken);
    }

    // A year that was settled is settled again on what is paid now.
    public Task FinishAsync(IReadOnlyCollection<Payment> payments, CancellationToken cancellationToken)
    {
        var bodies = payments.Cast<Advance>().Select(a => a.InstitutionId).Distinct().ToDictionary(id => id, id => accounts[id]);
        return settle.AgainAsync(bodies, [.. payments.Select(p => p.FiscalYear).Distinct()], cancellationToken);
    }

    private FundingAccount Account(Payment payment) => accounts[((Advance)payment).InstitutionId];

    private static AdvancePaid Fact(Advance advance, DateOnly on) => new()
    {
        AdvanceId = advance.Id,
        InstitutionId = advance.InstitutionId,
        Programme = advance.Programme,
        FiscalYear = advance.FiscalYear,
        AmountFen = advance.AmountFen,
        PaidOn = on,
    };

    private static PaymentReversed Reversed(Advance advance, DateOnly on) => new()
    {
        AdvanceId = advance.Id,
        InstitutionId = advance.InstitutionId,
        Programme = advance.Programme,
        FiscalYear = advance.FiscalYear,
        AmountFen = advance.AmountFen,
        ReversedOn = on,
    };
}

using FsCheck;
using FsCheck.Fluent;
using Funding.Clawbacks;
using Funding.Ledger;
using Shouldly;
using Xunit;

namespace Funding.Tests.Ledger;

public sealed class BalancesTests
{
    [Fact]
    public void The_difference_of_two_positions_leads_from_one_to_the_other_in_positive_transfers()
    {
        var amounts = Gen.Choose(0, 1_000).Select(i => (long)i);
        var years = amounts.SelectMany(paid => amounts.SelectMany(above => amounts.SelectMany(unused => amounts.SelectMany(received => amounts.Select(back =>
            (Paid: paid, Above: Math.Min(above, paid), Unused: Math.Min(unused, paid), Received: Math.Min(received, paid), Back: Math.Min(back, paid)))))));

        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(years.ToArbitrary(), year =>
        {
            var claimed = HeldFens.None.Take(ClawbackCause.Deadline, year.Unused, 0).OverAdvance(year.Above);
            var from = YearPosition.Of(year.Paid, null, Over(0, 0), Unused(year.Unused, year.Back));
            var to = YearPosition.Of(year.Paid, year.Paid, Over(claimed, year.Received), Unused(0, year.Back));
            var transfers = Balances.Difference(from, to);
            var balances = from.ToDictionary();
            foreach (var transfer in transfers)
            {
                transfer.AmountFen.ShouldBeGreaterThan(0);
                balances[transfer.Debit] += transfer.AmountFen;
                balances[transfer.Credit] -= transfer.AmountFen;
            }

            balances.ShouldBe(to, ignoreOrder: true);
            return transfers.Count <= 7;
        }));
    }

    [Fact]
    public void Positions_of_different_sums_have_no_difference() =>
        Should.Throw<InvalidOperationException>(() => Balances.Difference(YearPosition.Of(10, null), YearPosition.Of(11, null)));

    [Fact]
    public void What_was_received_above_a_corrected_claim_is_owed_and_nothing_is_below_zero()
    {
        var position = YearPosition.Of(paidFen: 100, settledFen: 100, Over(5, 30), Unused(5, 6));

        (position[LedgerAccount.Receivable], position[LedgerAccount.RefundDue]).ShouldBe((0, -25));
        (position[LedgerAccount.UnusedReceivable], position[LedgerAccount.UnusedRefundDue]).ShouldBe((0, -1));
        position.Values.Sum().ShouldBe(100);
    }

    private static ClaimFigures Over(long claimed, long received) => new(ClawbackCause.OverAdvance, claimed, received);

    private static ClaimFigures Unused(long claimed, long received) => new(ClawbackCause.Deadline, claimed, received);
}

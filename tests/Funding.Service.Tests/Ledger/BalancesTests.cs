using FsCheck;
using FsCheck.Fluent;
using Funding.Ledger;
using Funding.Settlements;
using Shouldly;
using Xunit;

namespace Funding.Tests.Ledger;

public sealed class BalancesTests
{
    [Fact]
    public void The_difference_of_two_positions_leads_from_one_to_the_other_in_positive_transfers()
    {
        var amounts = Gen.Choose(0, 1_000).Select(i => (long)i);
        var years = amounts.SelectMany(paid => amounts.SelectMany(e1 => amounts.SelectMany(e2 => amounts.Select(received =>
            (Paid: paid, E1: Math.Min(e1, paid), E2: Math.Min(e2, paid), Received: Math.Min(received, paid))))));

        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(years.ToArbitrary(), year =>
        {
            var from = YearFigures.Position(year.Paid, year.E1, year.Paid - year.E1, year.Received);
            var to = YearFigures.Position(year.Paid, year.E2, year.Paid - year.E2, year.Received);
            var transfers = Balances.Difference(from, to);
            var balances = from.ToDictionary();
            foreach (var transfer in transfers)
            {
                transfer.AmountFen.ShouldBeGreaterThan(0);
                balances[transfer.Debit] += transfer.AmountFen;
                balances[transfer.Credit] -= transfer.AmountFen;
            }

            balances.ShouldBe(to, ignoreOrder: true);
            return transfers.Count <= 2;
        }));
    }

    [Fact]
    public void Positions_of_different_sums_have_no_difference() =>
        Should.Throw<InvalidOperationException>(() => Balances.Difference(YearFigures.Position(10, 0, 0, 0), YearFigures.Position(11, 0, 0, 0)));

    [Fact]
    public void What_was_received_above_a_corrected_claim_is_owed_and_nothing_is_below_zero()
    {
        var position = YearFigures.Position(paidFen: 100, entitledFen: 95, claimedFen: 5, receivedFen: 30);

        position[LedgerAccount.Receivable].ShouldBe(0);
        position[LedgerAccount.RefundDue].ShouldBe(-25);
        position.Values.Sum().ShouldBe(100);
    }
}

using Funding.Clawbacks;
using Funding.Deadlines;
using Shouldly;
using Xunit;

namespace Funding.Tests.Deadlines;

public sealed class ExcessTests
{
    [Fact]
    public void A_claim_that_is_right_stays() =>
        Excess.Of([new ClaimedYear(2026, 100, 50, 0, 0, 50), new ClaimedYear(2027, 100, 0, 10, 10, 90)]).ShouldBeEmpty();

    [Fact]
    public void Spending_verified_later_takes_the_claim_of_its_year_down() =>
        Excess.Of([new ClaimedYear(2026, 100, 80, 0, 0, 50), new ClaimedYear(2027, 100, 0, 0, 0, 100)]).ShouldBe([(2026, 30)]);

    [Fact]
    public void Spending_above_a_years_money_takes_the_newest_years_claim_down() =>
        Excess.Of([new ClaimedYear(2026, 100, 130, 0, 0, 0), new ClaimedYear(2027, 100, 0, 0, 0, 100)]).ShouldBe([(2027, 30)]);

    [Fact]
    public void A_returned_payment_takes_its_claim_along() =>
        Excess.Of([new ClaimedYear(2026, 0, 0, 0, 0, 100), new ClaimedYear(2027, 40, 0, 0, 0, 40)]).ShouldBe([(2026, 100)]);

    [Fact]
    public void What_the_review_would_claim_otherwise_stays_where_it_was_claimed_first()
    {
        // 50 claimed as unused; the failed review then claims the other 50; all of it turns out to be spent.
        var held = HeldFens.None.Take(ClawbackCause.Deadline, 50, 0);
        var year = new ClaimedYear(2026, 100, 100, 100, 0, 50) { KeptFen = held.OfOverAdvance(ClawbackCause.Deadline, 100) };

        Excess.Of([year]).ShouldBeEmpty();
        held.OverAdvance(100).ShouldBe(50);
    }

    [Fact]
    public void The_figures_never_fall_below_nothing() =>
        Excess.Of([new ClaimedYear(2026, 10, 500, 0, 0, 5), new ClaimedYear(2027, 10, 0, 0, 0, 10)]).ShouldBe([(2026, 5), (2027, 10)]);
}

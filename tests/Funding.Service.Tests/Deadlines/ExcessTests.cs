using Funding.Accounts;
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
    public void What_another_cause_claims_of_a_year_without_unused_money_is_not_open_to_this_claim() =>
        Excess.Of([new ClaimedYear(2026, 100, 70, 0, 0, 80), new ClaimedYear(2027, 100, 0, 100, 100, 0) { UnspentBesideFen = 100 }]).ShouldBe([(2026, 50)]);

    [Fact]
    public void What_a_year_was_paid_and_its_review_claims_after_the_confirmation_is_not_open_either() =>
        Excess.Of([new ClaimedYear(2026, 100, 70, 0, 0, 80), new ClaimedYear(2027, 100, 0, 100, 0, 0) { UnspentBesideFen = 100 }]).ShouldBe([(2026, 50)]);

    [Fact]
    public void A_claim_decided_on_fens_that_another_year_has_spent_takes_nothing_down() =>
        Excess.Of([new ClaimedYear(2026, 100, 130, 0, 0, 0), new ClaimedYear(2027, 100, 0, 0, 0, 70) { UnspentBesideFen = 30 }]).ShouldBeEmpty();

    [Fact]
    public void After_an_upheld_objection_what_the_review_claims_instead_is_not_claimed_as_unused_as_well()
    {
        var held = HeldFens.None.Take(ClawbackCause.Fraud, 30, 0).Take(ClawbackCause.Deadline, 50, 50).Release(ClawbackCause.Fraud, 30);
        var year = new ClaimedYear(2026, 100, 40, 50, 20, 50) { UnspentBesideFen = held.Beside(ClawbackCause.Deadline, 60, 50) };

        Excess.Of([year]).ShouldBe([(2026, 40)]);
        held.OverAdvance(50).ShouldBe(50);
    }

    [Fact]
    public void What_is_claimed_of_a_year_whose_time_is_not_over_takes_nothing_off_anothers()
    {
        var due = Year(2026, HeldFens.None.Take(ClawbackCause.Deadline, 100, 0));
        var running = Year(2027, HeldFens.None.Take(ClawbackCause.Fraud, 20, 50));
        (running.PaidFen, running.OverAdvanceBesideFen, running.DecidedBesideFen) = (100, 50, 20);

        Excess.Of([ClaimedYear.Of(due, new YearMoney(2026, 100, 0, 0, 100), 0), ClaimedYear.Of(running, null, 50)]).ShouldBeEmpty();
    }

    [Fact]
    public void The_figures_never_fall_below_nothing() =>
        Excess.Of([new ClaimedYear(2026, 10, 500, 0, 0, 5), new ClaimedYear(2027, 10, 0, 0, 0, 10)]).ShouldBe([(2026, 5), (2027, 10)]);

    private static FundedYear Year(int fiscalYear, HeldFens held) =>
        new() { InstitutionId = Guid.CreateVersion7(), Programme = "zs", FiscalYear = fiscalYear, PaidFen = 100, Held = held };
}

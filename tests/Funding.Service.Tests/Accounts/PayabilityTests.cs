using Contracts.Registry;
using Funding.Accounts;
using Funding.Deadlines;
using Funding.Tests.Hosting;
using Policies;
using Shouldly;
using Xunit;

namespace Funding.Tests.Accounts;

public sealed class PayabilityTests
{
    private static readonly DateOnly Allotted = new(2026, 1, 5);

    [Theory]
    [InlineData(Standings.UnderConstruction, null)]
    [InlineData(Standings.Recognised, null)]
    [InlineData(Standings.UnderRectification, null)]
    [InlineData(Standings.Delisted, "ZS-20")]
    [InlineData(Standings.Revoked, "ZS-22")]
    [InlineData(Standings.Cancelled, "ZS-21")]
    [InlineData(Standings.Merged, "ZS-21")]
    [InlineData("a-word-of-tomorrow", "ZS-30")]
    public void A_standing_that_is_not_paid_is_refused_by_the_clause_that_brought_it(string standing, string? clause)
    {
        var refusal = Payability.Check(Facts.Account(), new StandingOnDay(standing, null), Facts.Rules());

        (refusal?.Clause, refusal?.Code).ShouldBe((clause, clause is null ? null : "standing-not-payable"));
    }

    [Fact]
    public void A_body_under_rectification_is_paid_only_where_the_bureau_lets_it()
    {
        var strict = Facts.Rules(text: Rules.Text.With("value: [under-construction, recognised, under-rectification]", "value: [under-construction, recognised]"));

        var refusal = Payability.Check(Facts.Account(), new StandingOnDay(Standings.UnderRectification, null), strict).ShouldNotBeNull();

        (refusal.Clause, refusal.Code).ShouldBe(("ZS-19", "standing-not-payable"));
        refusal.Zh.ShouldContain("限期整改");
    }

    [Fact]
    public void A_held_body_is_not_paid()
    {
        var account = Facts.Account();
        account.OpenHolds = 2;

        Payability.Check(account, account.KnownStanding, Facts.Rules()).ShouldNotBeNull().Code.ShouldBe("account-on-hold");
    }

    [Theory]
    [InlineData("2028-01-05", null, true)]
    [InlineData("2028-01-06", null, false)]
    [InlineData("2029-06-01", "2028-01-05", true)]
    [InlineData("2029-06-01", "2028-01-06", false)]
    public void Recognition_on_the_last_day_is_in_time_and_a_later_one_never_is(string today, string? recognisedOn, bool payable)
    {
        var account = Facts.Account();
        account.FirstAllottedOn = Allotted;
        var standing = new StandingOnDay(Standings.Recognised, recognisedOn is null ? null : DateOnly.Parse(recognisedOn, null));

        var refusal = Payability.Check(account, standing, Facts.Rules(DateOnly.Parse(today, null)));

        (refusal?.Code, refusal?.Clause).ShouldBe(payable ? (null, null) : ("recognition-deadline-passed", "ZS-08"));
    }

    [Fact]
    public void An_allotment_that_is_about_to_be_added_counts_as_well()
    {
        var rules = Facts.Rules(new DateOnly(2028, 1, 6));

        Payability.TooLate(Facts.Account(), null, rules, alsoFrom: Allotted).ShouldNotBeNull().Inputs["deadline"].ShouldBe(new DateOnly(2028, 1, 5));
        Payability.TooLate(Facts.Account(), null, rules, alsoFrom: Allotted.AddDays(1)).ShouldBeNull();
    }

    [Fact]
    public void Without_a_period_in_the_pack_no_clock_runs()
    {
        var without = Rules.Text.Without("  - name: recognition-period\n", "  - name: recognition-clock\n").Without("  - name: recognition-deadline\n", "  - name: unused\n");

        RecognitionClock.Deadline(Allotted, Facts.Rules(text: without)).ShouldBeNull();
        RecognitionClock.Deadline(Allotted, Facts.Rules()).ShouldBe(new DateOnly(2028, 1, 5));
        RecognitionClock.Deadline(new DateOnly(2028, 2, 29), Facts.Rules()).ShouldBe(new DateOnly(2030, 2, 28));
        Facts.Rules().RecognitionPeriod!.Value.ShouldBe(Period.OfYears(2));
    }
}

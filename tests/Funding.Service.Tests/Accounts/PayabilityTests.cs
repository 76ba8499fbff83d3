using Contracts.Registry;
using Funding.Accounts;
using Funding.Tests.Hosting;
using Policies;
using Shouldly;
using Xunit;

namespace Funding.Tests.Accounts;

public sealed class PayabilityTests
{
    private static readonly DateOnly Allotted = new(2026, 1, 5);

    // ZS-08 as a pack of a later issue will have it.
    private static readonly string WithDeadline = Rules.Text.With(
        "parameters:\n",
        """
        parameters:
          - name: recognition-period
            zh: 完成认定的期限
            en: time for the recognition
            kind: period
            reference-day: payment
            values:
              - { from: 2025-10-21, value: 2 years, clause: ZS-04, source: bureau, decision: years }

        """);

    [Theory]
    [InlineData(Standings.UnderConstruction, null)]
    [InlineData(Standings.Recognised, null)]
    [InlineData("delisted", "standing-not-payable")]
    [InlineData("a-word-of-tomorrow", "standing-not-payable")]
    public void Only_a_body_under_construction_or_recognised_is_paid(string standing, string? code) =>
        Payability.Check(Facts.Account(), new StandingOnDay(standing, null), Facts.Rules())?.Code.ShouldBe(code);

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

        var refusal = Payability.Check(account, standing, Facts.Rules(DateOnly.Parse(today, null), WithDeadline));

        (refusal?.Code).ShouldBe(payable ? null : "recognition-deadline-passed");
    }

    [Fact]
    public void Without_a_period_in_the_pack_no_clock_runs()
    {
        var account = Facts.Account();
        account.FirstAllottedOn = Allotted;

        Payability.Deadline(account, Facts.Rules().RecognitionPeriod).ShouldBeNull();
        Payability.Deadline(account, Facts.Rules(text: WithDeadline).RecognitionPeriod).ShouldBe(new DateOnly(2028, 1, 5));
        Facts.Rules(text: WithDeadline).RecognitionPeriod!.Value.ShouldBe(Period.OfYears(2));
    }
}

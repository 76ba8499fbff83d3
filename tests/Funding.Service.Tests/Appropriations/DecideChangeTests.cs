using Contracts.Refusals;
using Funding.Appropriations;
using Funding.Tests.Hosting;
using Policies.Evaluation;
using Shouldly;
using Xunit;

namespace Funding.Tests.Appropriations;

/// <summary>
/// What an appropriation may become, as a finance officer reads it: figures in yuan, 3,000,000.00 being the cap of ZS-03.
/// </summary>
public sealed class DecideChangeTests
{
    private static readonly DateOnly During = new(2026, 6, 30);
    private static readonly DateOnly After = new(2027, 1, 1);

    [Theory]
    [InlineData("2000000.00", "1500000.00", "1000000.00", null)]
    [InlineData("2000000.00", "1500000.00", "1000000.01", "annual-cap-exceeded")]
    [InlineData("3000000.00", "0.00", "0.01", "annual-cap-exceeded")]
    public void A_supplement_stays_within_the_cap(string appropriated, string committed, string more, string? code) =>
        Refused(AppropriationChangeKind.Supplement, appropriated, committed, more, During).ShouldBe(code is null ? null : (code, "ZS-03"));

    [Theory]
    [InlineData("2000000.00", "1500000.00", "500000.00", null)]
    [InlineData("2000000.00", "1500000.00", "500000.01", "appropriation-committed")]
    [InlineData("2000000.00", "0.00", "2000000.00", null)]
    public void A_reduction_never_goes_below_what_is_committed(string appropriated, string committed, string less, string? code) =>
        Refused(AppropriationChangeKind.Reduction, appropriated, committed, less, During).ShouldBe(code is null ? null : (code, "P-4"));

    [Theory]
    [InlineData("1000000.00", "2000000.00", "1000000.00", null, null)]
    [InlineData("1000000.00", "2000000.00", "1000000.01", "appropriation-committed", "P-4")]
    [InlineData("1000000.00", "2500000.00", "500000.01", "annual-cap-exceeded", "ZS-03")]
    public void What_is_carried_over_is_left_over_and_counts_against_the_later_years_cap(string left, string later, string carried, string? code, string? clause)
    {
        var of = Facts.Appropriation(2026, Fen(left));
        var into = Facts.Appropriation(2027, Fen(later));

        var refusal = DecideChange.Decide(new ChangeFacts(AppropriationChangeKind.CarryOver, Fen(carried), of, into), Facts.Rules(After)).Refusal;

        (refusal?.Code, refusal?.Clause).ShouldBe((code, clause));
    }

    [Theory]
    [InlineData(nameof(AppropriationChangeKind.Supplement), "2026-12-31", null)]
    [InlineData(nameof(AppropriationChangeKind.Supplement), "2027-01-01", "fiscal-year-over")]
    [InlineData(nameof(AppropriationChangeKind.CarryOver), "2026-12-31", "fiscal-year-running")]
    [InlineData(nameof(AppropriationChangeKind.CarryOver), "2027-01-01", null)]
    [InlineData(nameof(AppropriationChangeKind.Close), "2026-12-31", "fiscal-year-running")]
    [InlineData(nameof(AppropriationChangeKind.Close), "2027-01-01", null)]
    public void A_year_grows_until_its_last_day_and_is_carried_over_or_closed_after_it(string kind, string today, string? code)
    {
        var facts = new ChangeFacts(Enum.Parse<AppropriationChangeKind>(kind), 100, Facts.Appropriation(2026, 1_000), Facts.Appropriation(2027, 1_000));

        DecideChange.Decide(facts, Facts.Rules(DateOnly.Parse(today, null))).Refusal?.Code.ShouldBe(code);
    }

    [Fact]
    public void A_year_with_a_payment_under_way_is_not_closed_and_a_closed_one_gives_back_only_what_came_back()
    {
        var open = Facts.Appropriation(2026, 1_000, 1_000);
        var closed = Facts.Appropriation(2026, 1_000, 900);
        closed.Status = AppropriationStatus.Closed;

        DecideChange.Decide(new ChangeFacts(AppropriationChangeKind.Close, 0, open, null, 1, 1_000), Facts.Rules(After)).Refusal!.Code.ShouldBe("year-has-payments-under-way");
        DecideChange.Decide(new ChangeFacts(AppropriationChangeKind.Close, 0, closed), Facts.Rules(After)).Refusal!.Code.ShouldBe("appropriation-not-open");
        DecideChange.Decide(new ChangeFacts(AppropriationChangeKind.Supplement, 1, closed), Facts.Rules(During)).Refusal!.Code.ShouldBe("appropriation-not-open");
        DecideChange.Decide(new ChangeFacts(AppropriationChangeKind.Reduction, 100, closed), Facts.Rules(After)).Refusal.ShouldBeNull();
        DecideChange.Decide(new ChangeFacts(AppropriationChangeKind.Reduction, 101, closed), Facts.Rules(After)).Refusal!.Code.ShouldBe("appropriation-committed");
    }

    [Fact]
    public void Without_a_cap_in_the_pack_the_appropriation_alone_is_the_cap()
    {
        var rules = Facts.Rules(During, Rules.Text.With("annual-cap", "another-cap"));
        rules.AnnualCap.ShouldBeNull();

        Outcome<CalculationSheet> opened = ProposeAppropriation.Decide(new AppropriationProposal(Rules.Programme, 2026, 900_000_000, "1号", During, "2060404"), rules);
        var changed = DecideChange.Decide(new ChangeFacts(AppropriationChangeKind.Supplement, 900_000_000, Facts.Appropriation()), rules);

        opened.Refusal.ShouldBeNull();
        changed.Refusal.ShouldBeNull();
        ProposeAppropriation.Decide(new AppropriationProposal(Rules.Programme, 2026, 900_000_000, "1号", During, "2060404"), Facts.Rules(During)).Refusal!.Code
            .ShouldBe("annual-cap-exceeded");
    }

    private static (string Code, string Clause)? Refused(AppropriationChangeKind kind, string appropriated, string committed, string amount, DateOnly today) =>
        DecideChange.Decide(new ChangeFacts(kind, Fen(amount), Facts.Appropriation(2026, Fen(appropriated), Fen(committed))), Facts.Rules(today)).Refusal is { } refusal
            ? (refusal.Code, refusal.Clause)
            : null;

    private static long Fen(string yuan) => long.Parse(yuan.Replace(".", "", StringComparison.Ordinal), null);
}

using Funding.Accounts;
using Funding.Clawbacks;
using Funding.Tests.Hosting;
using Shouldly;
using Xunit;

namespace Funding.Tests.Accounts;

public sealed class YearsOfSupportTests
{
    [Theory]
    [InlineData(new int[0], 2026)]
    [InlineData(new[] { 2026 }, 2026)]
    [InlineData(new[] { 2026, 2027 }, 2028)]
    [InlineData(new[] { 2026, 2027, 2028 }, 2028)]
    [InlineData(new[] { 2026, 2028 }, 2031)]
    public void A_third_year_and_another_advance_of_a_used_year_are_allowed(int[] used, int year) =>
        YearsOfSupport.Check(Facts.Account(used), year, [], Facts.Rules()).Refusal.ShouldBeNull();

    [Fact]
    public void A_fourth_year_is_refused_and_the_years_are_named()
    {
        var refusal = YearsOfSupport.Check(Facts.Account(2026, 2027, 2028), 2029, [], Facts.Rules()).Refusal.ShouldNotBeNull();

        refusal.Clause.ShouldBe("ZS-04");
        refusal.Code.ShouldBe("years-exhausted");
        refusal.En.ShouldContain("2026, 2027, 2028");
        refusal.Zh.ShouldContain("2026、2027、2028");
        refusal.Inputs["yearsUsed"].ShouldBe(new[] { 2026, 2027, 2028 });
    }

    [Fact]
    public void A_year_whose_advances_were_all_released_is_not_used()
    {
        var account = Facts.Account(2026, 2027, 2028);
        account.Years[0].LiveAdvances = 0;

        YearsOfSupport.Check(account, 2029, [], Facts.Rules()).Refusal.ShouldBeNull();
    }

    [Fact]
    public void The_years_of_a_merged_body_count_and_it_is_named()
    {
        var carried = new AbsorbedBody(Guid.CreateVersion7(), "被并中心", [2025, 2026]);

        YearsOfSupport.Check(Facts.Account(2026), 2027, [carried], Facts.Rules()).Refusal.ShouldBeNull();
        var refusal = YearsOfSupport.Check(Facts.Account(2026, 2027), 2028, [carried], Facts.Rules()).Refusal.ShouldNotBeNull();

        (refusal.Clause, refusal.Code).ShouldBe(("ZS-04", "years-exhausted"));
        refusal.Inputs["yearsUsed"].ShouldBe(new[] { 2025, 2026, 2027 });
        refusal.Zh.ShouldContain("被并中心");
    }

    [Fact]
    public void A_merger_carries_no_years_where_the_bureau_decided_so()
    {
        var text = Rules.Text;
        var at = text.IndexOf("name: merger-carries-years", StringComparison.Ordinal);
        var value = text.IndexOf("value: true", at, StringComparison.Ordinal);
        var rules = Facts.Rules(text: $"{text[..value]}value: false{text[(value + "value: true".Length)..]}");

        AbsorbedBodies.Carried([Facts.Account(2025, 2026)], Facts.Rules()).ShouldHaveSingleItem().Years.ShouldBe([2025, 2026]);
        AbsorbedBodies.Carried([Facts.Account(2025, 2026)], rules).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("true", false)]
    [InlineData("false", true)]
    public void A_fully_recovered_year_counts_as_the_bureau_decided(string counts, bool allowed)
    {
        var account = Facts.Account(2026, 2027, 2028);
        account.Years[0].RecoveredFen = account.Years[0].OverAdvanceFen = account.Years[0].PaidFen;
        var text = Rules.Text;
        var at = text.IndexOf("name: recovered-year-counts", StringComparison.Ordinal);
        var value = text.IndexOf("value: true", at, StringComparison.Ordinal);
        text = $"{text[..value]}value: {counts}{text[(value + "value: true".Length)..]}";

        (YearsOfSupport.Check(account, 2029, [], Facts.Rules(text: text)).Refusal is null).ShouldBe(allowed);
    }

    [Fact]
    public void What_came_back_for_a_claim_that_fell_away_recovers_no_year()
    {
        var account = Facts.Account(2026);
        account.Years[0].RecoveredFen = account.Years[0].PaidFen;

        account.YearsCounted(recoveredYearCounts: false).ShouldBe([2026]);
        account.Years[0].Held = HeldFens.None.Take(ClawbackCause.Deadline, account.Years[0].PaidFen, 0);
        account.YearsCounted(recoveredYearCounts: false).ShouldBeEmpty();
    }
}

using Funding.Accounts;
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
        YearsOfSupport.Check(Facts.Account(used), year, Facts.Rules()).Refusal.ShouldBeNull();

    [Fact]
    public void A_fourth_year_is_refused_and_the_years_are_named()
    {
        var refusal = YearsOfSupport.Check(Facts.Account(2026, 2027, 2028), 2029, Facts.Rules()).Refusal.ShouldNotBeNull();

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

        YearsOfSupport.Check(account, 2029, Facts.Rules()).Refusal.ShouldBeNull();
    }

    [Theory]
    [InlineData("true", false)]
    [InlineData("false", true)]
    public void A_fully_recovered_year_counts_as_the_bureau_decided(string counts, bool allowed)
    {
        var account = Facts.Account(2026, 2027, 2028);
        account.Years[0].RecoveredFen = account.Years[0].PaidFen;
        var text = Rules.Text;
        var at = text.IndexOf("name: recovered-year-counts", StringComparison.Ordinal);
        var value = text.IndexOf("value: true", at, StringComparison.Ordinal);
        text = $"{text[..value]}value: {counts}{text[(value + "value: true".Length)..]}";

        (YearsOfSupport.Check(account, 2029, Facts.Rules(text: text)).Refusal is null).ShouldBe(allowed);
    }
}

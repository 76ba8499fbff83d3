using Reporting.Targets;
using Shouldly;
using Xunit;

namespace Reporting.Tests.Targets;

/// <summary>HB-01: 年均增长13% of the years' mean, 年增长10% of each year.</summary>
public sealed class GrowthTests
{
    private const string Average = "wuhan-high-tech-growth";
    private const string EachYear = "high-tech-companies-growth";

    [Theory]
    [InlineData("13 %", null, 13_0000)]
    [InlineData("12.9601 %", null, 16_0000, 10_0000)]
    [InlineData("13 %", true, 13_0000, 13_0000, 13_0000, 13_0000, 13_0000)]
    [InlineData("12.9999 %", false, 12_9999, 12_9999, 12_9999, 12_9999, 12_9999)]
    [InlineData("14.2111 %", true, 20_0000, 8_0000, 15_7000, 20_0000, 8_0000)]
    [InlineData("12.984 %", false, 16_0000, 10_0000, 13_0000, 13_0000, 13_0000)]
    public void A_mean_growth_is_that_which_compounds_to_the_same_and_is_decided_by_all_years_that_are_over(string actual, bool? met, params int[] rates)
    {
        var target = Of(Average, "wuhan", rates);

        (target.Actual, target.Met).ShouldBe((actual, met));
        target.Years.ShouldAllBe(year => year.Reached == null, "no single year reaches a mean");
        target.Forecast.ShouldBeNull();
    }

    [Theory]
    [InlineData(true, 10_0000, 12_0000, 10_0000, 11_0000, 10_0000)]
    [InlineData(null, 10_0000, 12_0000)]
    [InlineData(false, 9_9999, 30_0000)]
    [InlineData(false, 30_0000, 9_9999)]
    public void A_yearly_growth_is_wanted_of_every_year(bool? met, params int[] rates)
    {
        var target = Of(EachYear, "", rates);

        target.Met.ShouldBe(met);
        target.Years.Where(year => year.Actual is not null).Select(year => year.Reached).ShouldBe(rates.Select(rate => (bool?)(rate >= 10_0000)));
        target.Years.Select(year => year.Plan!.Text).Distinct().ShouldBe(["10 %"]);
    }

    [Theory]
    [InlineData(2021, true, 10_0000, 5_0000)]
    [InlineData(2021, false, 9_9999, 12_0000)]
    [InlineData(2022, null, 12_0000)]
    public void The_running_year_tells_nothing_of_a_yearly_growth(int firstYear, bool? met, params int[] rates) =>
        Of(EachYear, "", rates, firstYear, new DateOnly(2022, 6, 30)).Met.ShouldBe(met);

    [Theory]
    [InlineData("13 %", true, 13_0000, 3_0000)]
    [InlineData("12 %", false, 12_0000, 30_0000)]
    public void The_running_year_tells_nothing_of_a_mean_growth(string actual, bool met, params int[] rates)
    {
        var target = Of(Average, "wuhan", rates, day: new DateOnly(2022, 6, 30));

        (target.Actual, target.Met).ShouldBe((actual, met));
    }

    [Fact]
    public void Years_before_the_programme_are_not_its_growth() => Of(Average, "wuhan", [50_0000, 13_0000], firstYear: 2020).Actual.ShouldBe("13 %");

    private static TargetView Of(string name, string district, int[] rates, int firstYear = 2021, DateOnly? day = null)
    {
        var pack = Hubei.Pack;
        var figures = rates.Select((units, index) => new TargetFigure
        {
            Id = Guid.CreateVersion7(), Jurisdiction = pack.Jurisdiction, Programme = pack.Programme, Target = name, Kind = TargetFigureKind.Actual, Year = firstYear + index, District = district, Edition = 1, Units = units, Source = "统计年鉴", BySubject = "province", ByName = "省级", RecordedAt = default,
        });
        return TargetMeasure.Of(pack.Targets.Single(target => target.Name == name), pack, TargetFacts.OnDay(day ?? new DateOnly(2025, 12, 31), [], [.. figures]));
    }
}

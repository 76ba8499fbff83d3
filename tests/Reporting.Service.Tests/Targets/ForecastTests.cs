using Reporting.Targets;
using Shouldly;
using Xunit;

namespace Reporting.Tests.Targets;

public sealed class ForecastTests
{
    [Fact]
    public void Fewer_than_two_years_make_no_forecast()
    {
        Of("brokers", []).ShouldBeNull();
        Of("brokers", [(2022, 900)]).ShouldBeNull();
    }

    [Fact]
    public void Two_years_make_the_line_through_both_up_to_the_year_of_the_target()
    {
        var forecast = Of("brokers", [(2021, 1000), (2023, 1400)]).ShouldNotBeNull();

        forecast.Points.Select(point => (point.Year, point.Value.Text)).ShouldBe([(2024, "1600"), (2025, "1800")]);
        forecast.Years.ShouldBe([2021, 2023]);
        forecast.Reaches.ShouldBeFalse();
    }

    [Theory]
    [InlineData(9996, 9998, false)]
    [InlineData(9997, 9999, true)]
    public void A_strict_target_is_forecast_to_be_exceeded(int first, int second, bool reaches) =>
        Of("high-tech-companies", [(2023, first), (2024, second)]).ShouldNotBeNull().Reaches.ShouldBe(reaches);

    [Fact]
    public void Three_years_make_the_line_of_least_squares()
    {
        // 10, 20, 60: slope 25, mean 30 in 2022; 2025 = 30 + 3 × 25.
        Of("brokers", [(2021, 10), (2022, 20), (2023, 60)]).ShouldNotBeNull().Points[^1].Value.Text.ShouldBe("105");
    }

    [Fact]
    public void Nothing_is_forecast_below_nothing_nor_a_share_above_all()
    {
        Of("brokers", [(2021, 100), (2022, 10)]).ShouldNotBeNull().Points[^1].Value.Text.ShouldBe("0");
        Of("universities-covered", [(2021, 40), (2022, 90)]).ShouldNotBeNull().Points[^1].Value.Text.ShouldBe("100 %");
    }

    [Fact]
    public void The_year_of_the_target_itself_needs_no_forecast() => Of("brokers", [(2024, 1800), (2025, 2001)]).ShouldBeNull();

    private static ForecastView? Of(string name, IReadOnlyList<(int Year, int Figure)> recorded)
    {
        var target = Hubei.Pack.Targets.First(one => one.Name == name);
        return Forecast.Of(target, FigureValue.Wanted(target), recorded.ToDictionary(one => one.Year, one => new FigureValue((long)one.Figure * FigureValue.Scale)));
    }
}

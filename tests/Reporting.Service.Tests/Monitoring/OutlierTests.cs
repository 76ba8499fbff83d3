using Policies;
using Reporting.Monitoring;
using Reporting.Tests.Cycles;
using Shouldly;
using Xunit;
using static Reporting.Tests.PeriodicReports.PlausibilityTests;

namespace Reporting.Tests.Monitoring;

public sealed class OutlierTests
{
    [Theory]
    [InlineData(new long[] { 10, 11, 12 }, 16, false)]
    [InlineData(new long[] { 10, 11, 12 }, 17, true)]
    [InlineData(new long[] { 10, 11, 12 }, 5, true)]
    [InlineData(new long[] { 10, 50, 90 }, 120, false)]
    [InlineData(new long[] { 7, 7, 7 }, 10, false)]
    [InlineData(new long[] { 7, 7, 7 }, 11, true)]
    [InlineData(new long[] { 0, 0, 0 }, 1, true)]
    public void An_outlier_is_remarkably_far_and_beyond_three_times_the_usual_deviation(long[] others, long value, bool outlier)
    {
        Outliers.IsOutlier(value, others, Ratio.Of(1, 2), out _).ShouldBe(outlier);
    }

    [Fact]
    public void Two_earlier_reports_are_no_past_and_four_bodies_no_category()
    {
        var (now, like) = (Text("""{ "researchers": 400 }"""), Text("""{ "researchers": 40 }"""));

        Outliers.OfOwnPast(now, [like, like], Offshore.Pack, 2025).ShouldBeEmpty();
        Outliers.OfOwnPast(now, [like, like, like], Offshore.Pack, 2025).ShouldBe([new Outlier("researchers", OutlierAgainst.OwnPast, 400, 40, 3)]);
        Outliers.OfCategory(now, [like, like, like, like], Offshore.Pack, 2025).ShouldBeEmpty();
        Outliers.OfCategory(now, [like, like, like, like, like], Offshore.Pack, 2025).ShouldHaveSingleItem().Count.ShouldBe(5);
    }
}

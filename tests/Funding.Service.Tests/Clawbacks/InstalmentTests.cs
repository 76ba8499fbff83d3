using Funding.Clawbacks;
using Shouldly;
using Xunit;

namespace Funding.Tests.Clawbacks;

public sealed class InstalmentTests
{
    private static readonly DateOnly March = new(2026, 3, 31);
    private static readonly InstalmentPlan Plan = new([new(March, 300), new(March.AddMonths(1), 300), new(March.AddMonths(2), 400)]);

    [Theory]
    [InlineData(1000, "2026-03-31")]
    [InlineData(701, "2026-03-31")]
    [InlineData(700, "2026-04-30")]
    [InlineData(400, "2026-05-31")]
    [InlineData(0, "2026-05-31")]
    public void The_next_part_is_the_first_that_is_not_wholly_covered(long outstanding, string due) =>
        Plan.NextDue(outstanding).ShouldBe(DateOnly.Parse(due, null));

    [Theory]
    [InlineData(1000, "2026-03-31", 0)]      // the last day is in time
    [InlineData(1000, "2026-04-01", 300)]
    [InlineData(750, "2026-04-01", 50)]
    [InlineData(1000, "2026-05-01", 600)]
    [InlineData(200, "2026-05-01", 0)]       // paid ahead
    [InlineData(200, "2026-06-01", 200)]
    public void Overdue_is_what_the_parts_before_today_leave_uncovered(long outstanding, string today, long overdue) =>
        Plan.OverdueFen(outstanding, DateOnly.Parse(today, null)).ShouldBe(overdue);

    [Theory]
    [InlineData(1000, "2026-03-31", 0)]
    [InlineData(1000, "2026-04-01", 1000)]   // the first part is missed: all of the rest is due
    [InlineData(701, "2026-04-01", 701)]
    [InlineData(700, "2026-04-01", 0)]       // it was paid after all: the plan runs on
    public void While_a_part_is_missed_all_of_the_rest_is_overdue_where_the_decision_says_so(long outstanding, string today, long overdue) =>
        (Plan with { Accelerates = true }).OverdueFen(outstanding, DateOnly.Parse(today, null)).ShouldBe(overdue);

    [Fact]
    public void Ages_lie_between_the_packs_stages()
    {
        ReadAgeing.Bands([30, 60, 90]).ShouldBe([(0, 0), (1, 30), (31, 60), (61, 90), (91, null)]);
        ReadAgeing.Bands([]).ShouldBe([(0, 0), (1, null)]);
        SweepClawbacks.Stages(0, [30, 60]).ShouldBeEmpty();
        SweepClawbacks.Stages(60, [30, 60, 90]).ShouldBe([1, 30, 60]);
    }
}

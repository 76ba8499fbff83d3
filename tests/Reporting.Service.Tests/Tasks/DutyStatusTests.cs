using Reporting.Tasks;
using Shouldly;
using Xunit;

namespace Reporting.Tests.Tasks;

public sealed class DutyStatusTests
{
    private static readonly DateOnly Due = new(2022, 12, 31);

    [Theory]
    [InlineData("2022-12-31", null, null, null, "NotBegun")]
    [InlineData("2023-01-01", null, null, null, "Late")]
    [InlineData("2022-06-30", "2022-07-01", null, null, "NotBegun")]
    [InlineData("2022-07-01", "2022-07-01", null, null, "UnderWay")]
    [InlineData("2022-12-31", "2022-07-01", null, null, "UnderWay")]
    [InlineData("2023-01-01", "2022-07-01", null, null, "Late")]
    [InlineData("2023-01-01", "2022-07-01", "2022-12-31", null, "UnderWay")]
    [InlineData("2023-01-02", "2022-07-01", "2023-01-01", null, "Late")]
    [InlineData("2023-03-01", "2022-07-01", "2022-12-31", "2023-03-01", "Done")]
    [InlineData("2023-02-28", "2022-07-01", "2022-12-31", "2023-03-01", "UnderWay")]
    public void A_duty_stands_where_its_dates_put_it(string day, string? begun, string? completed, string? confirmed, string status) =>
        DutyStatuses.On(Day(day)!.Value, Duty(begun, completed, confirmed), Due).ToString().ShouldBe(status);

    [Fact]
    public void Without_a_day_nothing_is_late() => DutyStatuses.On(new DateOnly(2099, 1, 1), null, null).ShouldBe(DutyStatus.NotBegun);

    [Theory]
    [InlineData("Done,Late", "Late")]
    [InlineData("Done,Done", "Done")]
    [InlineData("Done,NotBegun", "UnderWay")]
    [InlineData("NotBegun,NotBegun", "NotBegun")]
    public void A_task_stands_where_its_units_do(string units, string status) =>
        DutyStatuses.Of([.. units.Split(',').Select(Enum.Parse<DutyStatus>)]).ToString().ShouldBe(status);

    [Fact]
    public void What_recurs_is_due_at_the_end_of_its_year_and_a_timetable_comes_first()
    {
        var events = Hubei.Pack.Tasks.First(task => task.Name == "events");

        DutyStatuses.DueOn(events, null, 2023).ShouldBe(new DateOnly(2023, 12, 31));
        var named = Duty(null, null, null);
        named.Until = new DateOnly(2023, 11, 30);
        DutyStatuses.DueOn(events, named, 2023).ShouldBe(new DateOnly(2023, 11, 30));
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd");

    private static TaskDuty Duty(string? begun, string? completed, string? confirmed) => new()
    {
        Id = Guid.CreateVersion7(), Jurisdiction = "hubei", Programme = Hubei.Programme, Task = "market-network", Unit = "武汉市人民政府", Year = TaskDuty.Once,
        BegunOn = Day(begun), CompletedOn = Day(completed), ConfirmedOn = Day(confirmed),
    };
}

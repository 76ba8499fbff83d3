using Reporting.PeriodicReports;
using Reporting.Tests.Evaluations;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.PeriodicReports;

public sealed class ReminderTests
{
    [Theory]
    [InlineData(31, null)]
    [InlineData(30, -30)]
    [InlineData(15, -30)]
    [InlineData(14, -14)]
    [InlineData(7, -7)]
    [InlineData(2, -7)]
    [InlineData(1, -1)]
    [InlineData(0, -1)]
    [InlineData(-1, 1)]
    [InlineData(-6, 1)]
    [InlineData(-7, 7)]
    [InlineData(-14, 14)]
    [InlineData(-29, 14)]
    [InlineData(-30, 30)]
    [InlineData(-45, 30)]
    public void A_reminder_stands_for_its_day_and_those_after_it_until_the_next(int daysLeft, int? stage)
    {
        var dueOn = new DateOnly(2026, 1, 31);
        ReportReminder.StageOn(dueOn, dueOn.AddDays(-daysLeft)).ShouldBe(stage);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Body_district_and_city_are_reminded_once_of_each_occasion(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, "2026-07-02T09:00:00+08:00");
        await reporting.TellAsync(Institution(Guid.CreateVersion7()), Institution(Guid.CreateVersion7(), name: "第二家"));
        await reporting.SweepAsync("periodic-reports");

        await reporting.SweepAsync("report-reminders");
        (await reporting.SweepAsync("report-reminders")).ShouldBe(0);
        (await Kinds(Own)).ShouldBe(["report-due", "report-due"]);
        (await Kinds(City)).ShouldBeEmpty();

        await reporting.MoveToAsync("2026-07-31T09:00:00+08:00");
        await reporting.SweepAsync("report-reminders");
        (await reporting.SweepAsync("report-reminders")).ShouldBe(0);
        (await Kinds(Own)).Count(kind => kind == "report-overdue").ShouldBe(2);
        (await Kinds(City)).ShouldBe(["reports-late"], "one notice of all that is late, not one for each body");
        (await Kinds(District)).ShouldBe(["reports-late"]);
        reporting.Host.Logs.ShouldHaveNoError();

        async Task<List<string>> Kinds(Testing.Identity.TestUser person) =>
            [.. (await reporting.GetAsync(person, "/notifications"))["items"]!.AsArray().Select(n => n!.Word("kind"))];
    }
}

using System.Globalization;
using System.Text.Json;
using Reporting.Notifications;
using Reporting.PeriodicReports;
using Reporting.Tests.Cycles;
using Reporting.Tests.Evaluations;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
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
    [InlineData(-60, 30)]
    [InlineData(-61, null)]
    public void A_reminder_stands_for_its_day_and_those_after_it_until_the_next(int daysLeft, int? stage)
    {
        var dueOn = new DateOnly(2026, 1, 31);
        ReminderDays.StageOn(dueOn, dueOn.AddDays(-daysLeft)).ShouldBe(stage);
    }

    // The host's clock is UTC: 31 January ends in Shanghai at 16:00 of the same day there.
    [Theory]
    [InlineData("2026-01-31T15:59:59Z", -1, null)]
    [InlineData("2026-01-31T16:00:00Z", 1, "2026-02-01")]
    [InlineData("2025-12-31T16:00:00Z", -30, null)]
    [InlineData("2025-12-31T15:59:59Z", null, null)]
    [InlineData("2026-02-06T15:59:59Z", 1, "2026-02-06")]
    [InlineData("2026-02-06T16:00:00Z", 7, "2026-02-07")]
    public void The_last_second_of_31_January_in_Shanghai_is_in_time_and_the_second_after_it_is_late(string instant, int? stage, string? lateOn)
    {
        var now = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture).UtcDateTime;
        var (dueOn, today) = (new DateOnly(2026, 1, 31), BusinessClock.DayOf(now));
        var report = new PeriodicReport
        {
            Id = Guid.CreateVersion7(), InstitutionId = Guid.CreateVersion7(), Programme = Offshore.Programme, Year = 2025, Round = 1,
            From = new DateOnly(2025, 1, 1), To = new DateOnly(2025, 12, 31), DueOn = dueOn,
        };
        using var complete = JsonDocument.Parse(Offshore.Complete);
        report.Text = new ReportText(
            complete.RootElement.GetProperty("sections").Deserialize<Dictionary<string, string>>()!, complete.RootElement.GetProperty("indicators"), new Dictionary<string, string>());

        SubmitReport.Decide(report, Offshore.Pack, new Caller("own", "填报人", new HashSet<string> { Roles.Operator }, "ezhou"), now).ShouldBeNull();

        ReminderDays.StageOn(dueOn, today).ShouldBe(stage);
        (report.IsLate, report.IsLate ? $"{report.SubmittedOn:yyyy-MM-dd}" : null).ShouldBe((lateOn is not null, lateOn));
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

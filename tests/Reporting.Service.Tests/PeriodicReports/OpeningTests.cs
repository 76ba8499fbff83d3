using Contracts.Registry;
using Reporting.Tests.Evaluations;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.PeriodicReports;

public sealed class OpeningTests
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_spans_report_is_opened_once_for_each_body_that_builds_or_works_on_its_last_day(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, "2026-06-30T23:59:00+08:00");
        var (building, recognised, tomorrow, gone, merged) =
            (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await reporting.TellAsync(
            Institution(building),
            Became(recognised, 2, "2026-06-30"),
            Institution(tomorrow) with { StandingSince = new DateOnly(2026, 7, 1) },
            Became(gone, 2, "2026-02-01"),
            Became(gone, 3, "2026-06-30", Standings.Revoked),
            Became(merged, 2, "2026-02-01"),
            Became(merged, 3, "2026-07-01", Standings.Merged));

        var early = await reporting.SweepAsync("periodic-reports");
        await reporting.MoveToAsync("2026-07-01T00:00:00+08:00");
        var again = await reporting.SweepAsync("periodic-reports");

        (early, again).ShouldBe((0, 0));
        var reports = (await reporting.GetAsync(City, "/periodic-reports"))["items"]!.AsArray();
        reports.Select(r => r!["institutionId"]!.GetValue<Guid>()).ShouldBe([building, recognised, merged], ignoreOrder: true);
        var first = reports[0]!;
        (first["year"]!.GetValue<int>(), first["round"]!.GetValue<int>(), first.Word("from"), first.Word("to"), first.Word("dueOn"))
            .ShouldBe((2026, 1, "2026-01-01", "2026-06-30", "2026-07-30"));
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Sweeps_at_the_same_moment_open_a_report_once(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, "2026-07-01T09:00:00+08:00");
        await reporting.TellAsync(Institution(Guid.CreateVersion7()));

        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => reporting.SweepAsync("periodic-reports")));

        opened.Sum().ShouldBeLessThanOrEqualTo(1);
        await reporting.OnlyReportAsync();
    }

    [Fact]
    public async Task The_years_second_report_is_opened_in_the_next_year()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, "2026-12-30T09:00:00+08:00");
        var body = Guid.CreateVersion7();
        await reporting.TellAsync(Institution(body) with { StandingSince = new DateOnly(2026, 9, 1) });

        await reporting.MoveToAsync("2027-01-01T09:00:00+08:00");

        var report = await reporting.OnlyReportAsync();
        (report["year"]!.GetValue<int>(), report["round"]!.GetValue<int>(), report.Word("dueOn")).ShouldBe((2026, 2, "2027-01-30"));
    }

    [Fact]
    public async Task A_span_is_reported_under_the_version_that_ruled_when_it_ended()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, "2026-06-30T09:00:00+08:00");
        await reporting.TellAsync(PackFrom("2026-07-01"));
        await reporting.TellAsync(Institution(Guid.CreateVersion7()));

        await reporting.MoveToAsync("2026-07-01T09:00:00+08:00");

        (await reporting.OnlyReportAsync()).Word("to").ShouldBe("2026-06-30");
        var monitoring = await reporting.GetAsync(City, $"/monitoring?programme={Programme}&year=2026&round=1");
        monitoring["items"]!.AsArray().ShouldHaveSingleItem()!["report"]!.Word("status").ShouldBe("draft");
    }

    [Fact]
    public async Task A_report_is_overdue_from_the_day_after_its_last_day_and_late_when_it_comes_then()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, "2026-07-29T09:00:00+08:00");
        await reporting.TellAsync(Institution(Guid.CreateVersion7()));
        await reporting.SweepAsync("periodic-reports");

        await reporting.MoveToAsync("2026-07-30T23:59:30+08:00");
        var onLastDay = await reporting.OnlyReportAsync();
        (await reporting.GetAsync(City, "/periodic-reports?overdue=true"))["items"]!.AsArray().ShouldBeEmpty();
        await reporting.MoveToAsync("2026-07-31T00:00:00+08:00");
        var dayAfter = await reporting.OnlyReportAsync();
        (await reporting.GetAsync(City, "/periodic-reports?overdue=true"))["items"]!.AsArray().ShouldHaveSingleItem();
        var submitted = await reporting.StepAsync(Own, await reporting.WrittenAsync(dayAfter), "submit");

        (onLastDay["overdue"]!.GetValue<bool>(), dayAfter["overdue"]!.GetValue<bool>()).ShouldBe((false, true));
        (submitted["overdue"]!.GetValue<bool>(), submitted["late"]!.GetValue<bool>(), submitted.Word("submittedOn")).ShouldBe((false, true, "2026-07-31"));
        (await reporting.PublishedAsync("reporting.report-overdue")).Select(told => told["handedInOn"]?.GetValue<string>()).ShouldBe([null, "2026-07-31"]);
    }

    [Fact]
    public async Task Each_overdue_report_is_told_once_from_the_day_after_its_last_day()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, "2026-07-30T09:00:00+08:00");
        var gone = Guid.CreateVersion7();
        await reporting.TellAsync(Institution(Guid.CreateVersion7()), Became(gone, 2, "2026-02-01"));
        await reporting.SweepAsync("periodic-reports");
        await reporting.TellAsync(Became(gone, 3, "2026-07-15", Standings.Revoked));
        Task<int> ToldOnAsync(int day) => reporting.Host.InScopeAsync<IEnumerable<ISweep>, int>(
            sweeps => sweeps.Single(s => s.Name == "overdue-reports").RunAsync(new DateOnly(2026, 7, day), TestContext.Current.CancellationToken));

        var told = new[] { await ToldOnAsync(30), await ToldOnAsync(31), await ToldOnAsync(31) };

        told.ShouldBe([0, 1, 0]);
        (await reporting.PublishedAsync("reporting.report-overdue")).ShouldHaveSingleItem()["dueOn"]!.GetValue<string>().ShouldBe("2026-07-30");
    }

    [Fact]
    public async Task What_was_handed_in_and_given_back_is_not_overdue()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, "2026-07-29T09:00:00+08:00");
        await reporting.TellAsync(Institution(Guid.CreateVersion7()));
        await reporting.SweepAsync("periodic-reports");
        var report = await reporting.StepAsync(Own, await reporting.WrittenAsync(await reporting.OnlyReportAsync()), "submit");
        await reporting.StepAsync(City, report, "return", new { reason = "请补正。" });

        await reporting.MoveToAsync("2026-08-01T09:00:00+08:00");
        await reporting.SweepAsync("overdue-reports");
        await reporting.SweepAsync("report-reminders");

        (await reporting.OnlyReportAsync())["overdue"]!.GetValue<bool>().ShouldBeFalse();
        (await reporting.GetAsync(City, "/periodic-reports?overdue=true"))["items"]!.AsArray().ShouldBeEmpty();
        (await reporting.PublishedAsync("reporting.report-overdue")).ShouldBeEmpty();
        (await KindsAsync(reporting, Own)).ShouldBe(["report-returned"], "of the return it is told, of no lateness");
        (await KindsAsync(reporting, City)).ShouldBe(["report-submitted"]);
    }

    private static async Task<List<string>> KindsAsync(ReportingHost reporting, Testing.Identity.TestUser person) =>
        [.. (await reporting.GetAsync(person, "/notifications"))["items"]!.AsArray().Select(n => n!.Word("kind"))];

    [Fact]
    public async Task A_body_that_is_gone_is_not_shown_as_overdue()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, "2026-07-31T09:00:00+08:00");
        var body = Guid.CreateVersion7();
        await reporting.TellAsync(Became(body, 2, "2026-02-01"));
        await reporting.SweepAsync("periodic-reports");

        await reporting.TellAsync(Became(body, 3, "2026-07-15", Standings.Revoked));

        (await reporting.OnlyReportAsync())["overdue"]!.GetValue<bool>().ShouldBeFalse();
        (await reporting.GetAsync(City, "/periodic-reports?overdue=true"))["items"]!.AsArray().ShouldBeEmpty();
    }
}

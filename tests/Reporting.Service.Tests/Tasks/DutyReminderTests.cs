using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Reporting.Notifications;
using Reporting.Tasks;
using Reporting.Tests.Cycles;
using Reporting.Tests.Evaluations;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;
using static Reporting.Tests.Hubei;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.Tasks;

public sealed class DutyReminderTests
{
    private const string Unit = "武汉市人民政府";
    private static readonly TestUser Leader = new("leader", [Roles.Leader], "hubei");
    private static readonly TestUser Named = new("wang-ming", [], "hubei");
    private static readonly TestUser Elsewhere = new("li-hong", [Roles.CityReviewer], "ezhou");

    // The host's clock is UTC: 31 December ends in Shanghai at 16:00 of the same day there.
    [Theory]
    [InlineData("2022-11-30T15:59:59Z", null, null)]
    [InlineData("2022-11-30T16:00:00Z", "duty-due", "还有 30 天")]
    [InlineData("2022-12-31T15:59:59Z", "duty-due", "还有 0 天")]
    [InlineData("2022-12-31T16:00:00Z", "duty-overdue", "已逾期 1 天")]
    [InlineData("2023-03-01T15:59:59Z", "duty-overdue", "已逾期 60 天")]
    [InlineData("2023-03-01T16:00:00Z", null, null)]
    public void The_last_second_of_a_duty_in_Shanghai_is_in_time_and_the_second_after_it_is_late(string instant, string? kind, string? says)
    {
        var told = Notices(instant, []).SingleOrDefault(notice => notice.Key.Contains(":market-network:", StringComparison.Ordinal) && notice.District == "wuhan");

        told?.Kind.ShouldBe(kind);
        (told is null).ShouldBe(kind is null);
        told?.Zh.ShouldContain(says!);
        told?.Clause.ShouldBe("HB-02");
    }

    [Fact]
    public void Units_of_one_bureau_are_named_in_one_notice_and_a_person_with_an_account_is_told_in_person()
    {
        var named = Duty("market-network", Unit);
        (named.Person, named.PersonSubject) = ("王明", "wang-ming");
        var without = Duty("market-network", "襄阳市人民政府");
        without.Person = "李红";

        var told = Notices("2022-12-24T01:00:00Z", [named, without]);

        var city = told.Single(notice => notice.Key.Contains(":university-operation:", StringComparison.Ordinal) && notice.District is null);
        city.Roles.ShouldBe([Roles.CityReviewer]);
        city.Zh.ShouldContain("省教育厅、省科技厅、省人社厅");
        var market = told.Where(notice => notice.Key.Contains(":market-network:", StringComparison.Ordinal)).ToList();
        market.Select(notice => (notice.Subject, notice.District, string.Join(',', notice.Roles))).ShouldBe(
            [(null, null, Roles.CityReviewer), ("wang-ming", null, ""), (null, "xiangyang", Roles.DistrictReviewer), (null, "yichang", Roles.DistrictReviewer)], ignoreOrder: true);
        market.Single(notice => notice.Subject is not null).Link.ShouldBe($"/task-duties/{named.Id}");
        market.Single(notice => notice.District == "xiangyang").Zh.ShouldContain("襄阳市人民政府 李红");
        told.Select(notice => notice.Topic).Distinct().ShouldBe([NoticeTopic.Deadlines]);
    }

    [Fact]
    public void What_is_reported_as_done_is_not_reminded_of_and_what_recurs_is_each_year()
    {
        var done = Duty("market-network", Unit);
        done.CompletedOn = new DateOnly(2022, 12, 1);

        Notices("2022-12-24T01:00:00Z", [done]).ShouldNotContain(notice => notice.Key.Contains(":market-network:", StringComparison.Ordinal) && notice.District == "wuhan");
        Notices("2023-01-01T01:00:00Z", [done]).Single(notice => notice.Kind == "duties-late").Zh.ShouldContain("尚有 8 项");
        foreach (var year in new[] { 2021, 2024 })
        {
            Notices($"{year}-12-24T01:00:00Z", []).ShouldContain(notice => notice.Key.Contains($":events:{year}:", StringComparison.Ordinal));
        }

        Notices("2026-12-24T01:00:00Z", []).ShouldBeEmpty("the plan has ended");
        DutyReminder.Phases(Pack, new DateOnly(2021, 12, 24), default).ShouldHaveSingleItem().Clause.ShouldBe("HB-03");
        DutyReminder.Phases(Pack, new DateOnly(2022, 1, 1), default).ShouldBeEmpty("a phase that is over is not late");
        OpenDuty.Of(Offshore.Pack, [], new DateOnly(2026, 1, 24)).ShouldBeEmpty("the pack has no tasks");
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Who_was_not_told_in_time_is_told_once_of_the_last_occasion_and_not_again_after_a_restart(DatabaseProvider provider)
    {
        // Thirty days and fourteen days before went by unseen.
        await using var reporting = await StartAsync(provider, "2022-12-26T09:00:00+08:00");
        await reporting.WithHubeiAsync();
        var naming = new
        {
            programme = Hubei.Programme, task = "market-network", unit = Unit, year = 0, person = "王明", personSubject = "wang-ming", post = "副市长", from = "2022-01-01", until = "2022-12-31",
        };
        await reporting.SignedInAsync(Named);
        using (var answer = await reporting.PutAsync(Wuhan, "/task-duties", JsonSerializer.Serialize(naming), 0))
        {
            answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        }

        await reporting.SweepAsync("duty-reminders");

        await ShouldBeToldAsync(("duty-due", 1), ("duty-due", 2), ("milestone-due", 2));
        await reporting.RestartAsync();
        (await reporting.SweepAsync("duty-reminders")).ShouldBe(0);
        await ShouldBeToldAsync(("duty-due", 1), ("duty-due", 2), ("milestone-due", 2));

        // From the sixth day before to the last one: once more, the day before.
        await reporting.MoveToAsync("2022-12-31T20:00:00+08:00");
        await reporting.SweepAsync("duty-reminders");
        await ShouldBeToldAsync(("duty-due", 2), ("duty-due", 4), ("milestone-due", 4));
        await reporting.MoveToAsync("2023-01-01T00:00:00+08:00");
        await reporting.SweepAsync("duty-reminders");
        await ShouldBeToldAsync(("duty-overdue", 1), ("duty-overdue", 3), ("milestone-overdue", 1));
        (await ToldAsync(Province)).Count(kind => kind == "duties-late").ShouldBe(1);
        reporting.Host.Logs.ShouldHaveNoError();

        async Task ShouldBeToldAsync((string Kind, int Count) person, (string Kind, int Count) district, (string Kind, int Count) leader)
        {
            (await ToldAsync(Named)).Count(kind => kind == person.Kind).ShouldBe(person.Count, "the person named for it");
            (await ToldAsync(Wuhan)).Count(kind => kind == district.Kind).ShouldBe(district.Count, "the unit's bureau, of the two tasks for which nobody is named, and of all three once they are late");
            (await ToldAsync(Leader)).Count(kind => kind == leader.Kind).ShouldBe(leader.Count, "by HB-14, and until its day by HB-12, which is only aimed at (力争)");
        }

        async Task<List<string>> ToldAsync(TestUser person) =>
            [.. (await reporting.GetAsync(person, "/notifications?limit=100"))["items"]!.AsArray().Select(notice => notice!.Word("kind"))];
    }

    [Fact]
    public async Task An_account_is_named_that_was_here_as_one_of_the_bureau_and_without_one_the_units_bureau_is_reminded()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, "2022-12-26T09:00:00+08:00");
        await reporting.WithHubeiAsync();
        await reporting.SignedInAsync(Named);
        await reporting.SignedInAsync(Elsewhere);

        foreach (var account in new[] { Elsewhere.Subject!, "nobody" })
        {
            var (status, problem) = await NameAsync(account, 0);
            (status, problem["clause"]?.GetValue<string>(), problem["inputs"]?["given"]?.GetValue<string>()).ShouldBe((HttpStatusCode.BadRequest, "personSubject", account));
        }

        var named = (await NameAsync(null, 0)).Body;
        await reporting.SweepAsync("duty-reminders");

        var told = (await reporting.GetAsync(Wuhan, "/notifications?limit=100"))["items"]!.AsArray().Single(notice => notice!.Word("link") == $"/task-duties/{named.Id()}")!;
        told.Word("zh").ShouldContain($"{Unit} 王明");
        (await reporting.GetAsync(Named, "/notifications"))["items"]!.AsArray().ShouldBeEmpty();
        (await NameAsync(Named.Subject, named.Version())).Body["personSubject"]!.GetValue<string>().ShouldBe(Named.Subject);

        async Task<(HttpStatusCode Status, JsonNode Body)> NameAsync(string? account, long version)
        {
            var naming = new { programme = Hubei.Programme, task = "market-network", unit = Unit, year = 0, person = "王明", personSubject = account, post = "副市长", from = "2022-01-01", until = "2022-12-31" };
            using var answer = await reporting.PutAsync(Wuhan, "/task-duties", JsonSerializer.Serialize(naming), version);
            return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
        }
    }

    [Fact]
    public async Task Targets_are_not_measured_again_for_milestones_of_which_everybody_was_told()
    {
        var queries = new QueryCounter("TargetFigures");
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, "2022-12-26T09:00:00+08:00", s => s.AddSingleton<IInterceptor>(queries));
        await reporting.WithHubeiAsync();
        await reporting.SweepAsync("duty-reminders");
        var before = queries.Count;

        await reporting.SweepAsync("duty-reminders");

        (before > 0, queries.Count - before).ShouldBe((true, 0));
    }

    private static List<Notification> Notices(string instant, IReadOnlyCollection<TaskDuty> duties)
    {
        var now = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture).UtcDateTime;
        var today = BusinessClock.DayOf(now);
        return [.. DutyReminder.Notices(Pack, OpenDuty.Of(Pack, duties, today), today, now)];
    }

    private static TaskDuty Duty(string task, string unit) => new()
    {
        Id = Guid.CreateVersion7(), Jurisdiction = "hubei", Programme = Hubei.Programme, Task = task, Unit = unit, Year = TaskDuty.Once,
    };
}

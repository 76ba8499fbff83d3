using System.Net;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;

namespace Registry.Tests.Calendars;

public sealed class CalendarTests(RunningRegistry registry)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task The_administrator_enters_a_test_calendar_which_is_named_as_such(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var admin = Person.Of(host, new TestUser("admin", ["admin"]));
        var test = Calendar(2031, isTest: true);

        (await admin.PostAsync("/calendars", new { content = test })).Accepted();
        (await admin.PostAsync("/calendars", new { content = test })).Accepted();

        var years = (await admin.GetAsync("/calendars")).Accepted().Json["items"]!.AsArray();
        years.Select(c => c!["year"]!.GetValue<int>()).ShouldContain(2026);
        years.Single(c => c!["year"]!.GetValue<int>() == 2026)!["name"]!["zh"]!.GetValue<string>().ShouldContain("国办发明电");
        var entered = years.Single(c => c!["year"]!.GetValue<int>() == 2031)!;
        entered["isTest"]!.GetValue<bool>().ShouldBeTrue();
        entered["name"]!["zh"]!.GetValue<string>().ShouldContain("测试");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_published_calendar_takes_the_place_of_a_test_and_of_nothing_else(DatabaseProvider provider)
    {
        var admin = Person.Of(await registry.OnAsync(provider), new TestUser("admin", ["admin"]));
        (await admin.PostAsync("/calendars", new { content = Calendar(2032, isTest: true) })).Accepted();

        (await admin.PostAsync("/calendars", new { content = Calendar(2032, isTest: true) + "\n" })).Refused(HttpStatusCode.Conflict, "calendar-exists", "P-3");
        (await admin.PostAsync("/calendars", new { content = Calendar(2032, isTest: false) })).Accepted();
        (await admin.PostAsync("/calendars", new { content = Calendar(2032, isTest: false) + "\n" })).Refused(HttpStatusCode.Conflict, "calendar-exists", "P-3");
        (await admin.PostAsync("/calendars", new { content = Calendar(2026, isTest: true) })).Refused(HttpStatusCode.Conflict, "calendar-exists", "P-3");

        (await admin.GetAsync("/calendars")).Json["items"]!.AsArray().Single(c => c!["year"]!.GetValue<int>() == 2032)!["isTest"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_calendar_with_a_typo_is_refused_and_only_the_administrator_enters_one(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var admin = Person.Of(host, new TestUser("admin", ["admin"]));
        var typo = Calendar(2033, isTest: true).Replace("holidays:", "holiday:", StringComparison.Ordinal);

        (await admin.PostAsync("/calendars", new { content = typo })).Refused(HttpStatusCode.BadRequest, "file-invalid")["inputs"]!["problems"]!.ToJsonString().ShouldContain("holiday");
        (await Person.City(host).PostAsync("/calendars", new { content = Calendar(2033, isTest: true) })).Refused(HttpStatusCode.Forbidden);
    }

    private static string Calendar(int year, bool isTest) => $"""
        year: {year}
        {(isTest ? "test: true" : $"notice: {{ number: 国办发明电〔{year - 1}〕9号, title: 国务院办公厅关于{year}年部分节假日安排的通知, date: {year - 1}-11-04 }}")}
        holidays:
          - zh: 元旦
            en: New Year
            from: {year}-01-01
            to: {year}-01-01
        make-up-days: []
        """;
}

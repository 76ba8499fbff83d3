using System.Net;
using Contracts.Registry;
using Reporting.Tests.Evaluations;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.Notifications;

public sealed class InboxTests
{
    private static readonly TestUser OtherDistrict = new("putuo", [Roles.DistrictReviewer], "zhoushan", "putuo");
    private static readonly TestUser OtherBody = new("other", [Roles.Operator], "zhoushan", "dinghai", LeadBody);
    private static readonly TestUser OtherBureau = new("ezhou", [Roles.CityReviewer], "ezhou");
    private static readonly TestUser Colleague = new("own-2", [Roles.Operator], "zhoushan", "dinghai", Organisation);
    private static readonly TestUser Stranger = new("nobody", []);

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_change_of_standing_is_told_once_to_the_body_its_district_and_its_bureau_and_to_nobody_else(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider);
        var body = Guid.CreateVersion7();
        await reporting.TellAsync(Institution(body));
        await reporting.TellAsync(Became(body, 2, "2026-03-01"));
        await reporting.TellAsync(Became(body, 2, "2026-03-01"));

        foreach (var concerned in new[] { Own, Colleague, District, City })
        {
            var notice = (await reporting.GetAsync(concerned, "/notifications"))["items"]!.AsArray().ShouldHaveSingleItem()!;
            (notice.Word("kind"), notice.Word("clause"), notice.Word("link"), notice["read"]!.GetValue<bool>())
                .ShouldBe(("standing-changed", "ZS-17", $"/institutions/{body}", false));
            notice.Word("zh").ShouldContain("已认定");
            notice.Word("en").ShouldContain("recognised from 2026-03-01");
        }

        foreach (var other in new[] { OtherDistrict, OtherBody, OtherBureau, Expert, Stranger })
        {
            (await reporting.GetAsync(other, "/notifications"))["items"]!.AsArray().ShouldBeEmpty(other.Name);
            (await UnreadAsync(reporting, other)).ShouldBe(0);
        }

        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Each_person_reads_for_itself_one_by_one_or_all_up_to_one(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider);
        var body = Guid.CreateVersion7();
        await reporting.TellAsync(Institution(body));
        string[] standings = [Standings.Recognised, Standings.UnderRectification, Standings.Recognised];
        for (var version = 2; version <= 4; version++)
        {
            await reporting.TellAsync(Became(body, version, "2026-03-01", standings[version - 2]));
        }

        var page = await reporting.GetAsync(Own, "/notifications?limit=2");
        var rest = await reporting.GetAsync(Own, $"/notifications?limit=2&after={page.Word("next")}");
        var (third, second, first) = (page["items"]![0]!, page["items"]![1]!, rest["items"]!.AsArray().ShouldHaveSingleItem()!);
        string.CompareOrdinal(third.Id(), second.Id()).ShouldBeGreaterThan(0);
        (await UnreadAsync(reporting, Own)).ShouldBe(3);

        (await reporting.DoneAsync(Own, $"/notifications/{third.Id()}/read", new { }))["marked"]!.GetValue<int>().ShouldBe(1);
        (await reporting.DoneAsync(Own, $"/notifications/{third.Id()}/read", new { }))["marked"]!.GetValue<int>().ShouldBe(0);
        (await UnreadIdsAsync(reporting, Own)).ShouldBe([second.Id(), first.Id()]);
        (await reporting.DoneAsync(Own, "/notifications/read", new { upTo = second.Id() }))["marked"]!.GetValue<int>().ShouldBe(2);

        (await UnreadAsync(reporting, Own)).ShouldBe(0);
        (await UnreadAsync(reporting, Colleague)).ShouldBe(3);
        (await reporting.RefusedAsync(OtherBody, $"/notifications/{first.Id()}/read", new { })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await reporting.RefusedAsync(OtherBody, "/notifications/read", new { upTo = first.Id() })).Status.ShouldBe(HttpStatusCode.NotFound);
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Fact]
    public async Task Money_paid_and_returned_is_told_to_the_body_and_what_is_old_is_no_news()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite);
        var (body, advance) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await reporting.TellAsync(Institution(body));
        await reporting.TellAsync(Paid(body, advance, 100_000_00), Paid(body, Guid.CreateVersion7(), 1) with { PaidOn = new DateOnly(2025, 2, 2) });
        await reporting.TellAsync(Reversed(body, advance, 100_000_00));

        var told = (await reporting.GetAsync(Own, "/notifications"))["items"]!.AsArray();

        told.Select(n => (n!.Word("kind"), n!.Word("clause"), n!.Word("link"))).ShouldBe(
            [("payment-reversed", "ZS-05", $"/advances/{advance}"), ("advance-paid", "ZS-05", $"/advances/{advance}")]);
        told[1]!.Word("zh").ShouldContain("100,000.00");
        (await reporting.GetAsync(new TestUser("maker", [Roles.FinanceMaker], "zhoushan"), "/notifications"))["items"]!.AsArray()
            .ShouldHaveSingleItem()!.Word("kind").ShouldBe("payment-reversed");
    }

    private static async Task<int> UnreadAsync(ReportingHost reporting, TestUser person) =>
        (await reporting.GetAsync(person, "/notifications/unread"))["unread"]!.GetValue<int>();

    private static async Task<IEnumerable<string>> UnreadIdsAsync(ReportingHost reporting, TestUser person) =>
        (await reporting.GetAsync(person, "/notifications?unread=true"))["items"]!.AsArray().Select(n => n!.Id());
}

using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Contracts.Registry;
using Reporting.Data;
using Reporting.Deliveries;
using Reporting.Digests;
using Reporting.Notifications;
using Reporting.Tests.Evaluations;
using Reporting.Webhooks;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Databases;
using Testing.Identity;
using Xunit;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.Deliveries;

public sealed class WebhookTests
{
    private static readonly TestUser Admin = new("admin", [Roles.Admin]);
    private static readonly TestUser OtherDistrict = new("putuo", [Roles.DistrictReviewer], "zhoushan", "putuo");

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_notice_of_the_bureau_is_posted_to_its_messenger_signed_and_after_its_failures_parked_and_sent_again(DatabaseProvider provider)
    {
        await using var messenger = new TestMessenger { Answer = 500 };
        await using var reporting = await StartAsync(provider, more: TestMessenger.Settings);
        var body = Guid.CreateVersion7();
        await reporting.TellAsync(Institution(body));
        var set = await SetAsync(reporting, messenger.Url);
        await reporting.TellAsync(Paid(body, Guid.CreateVersion7(), 1));
        await reporting.TellAsync(Became(body, 2, "2026-03-01"));

        await Eventually.HoldsAsync(async () => (await OnlyAsync(reporting)).Word("state") == "parked");
        var parked = await OnlyAsync(reporting);
        (parked["attempts"]!.GetValue<int>(), parked.Word("lastError")).ShouldBe((3, "The messenger answers 500."));
        messenger.Posts.Count.ShouldBe(6);

        messenger.Answer = 200;
        await reporting.DoneAsync(Admin, $"/deliveries/{parked.Id()}/retry", new { });

        await Eventually.HoldsAsync(async () => (await OnlyAsync(reporting)).Word("state") == "sent");
        var post = messenger.Posts.Last();
        messenger.Posts.Select(p => p.Delivery).Distinct().ShouldBe([parked.Id()]);
        ShouldBeSignedBy(post, set.Word("secret"));
        var told = JsonNode.Parse(post.Body)!;
        var notice = told["notices"]!.AsArray().ShouldHaveSingleItem()!;
        told.Word("zh").ShouldBe($"[ZS-17] {notice.Word("zh")} https://platform.example/institutions/{body}");
        told.Word("en").ShouldContain("recognised");
        (await reporting.GetAsync(Admin, "/webhooks"))["items"]!.AsArray().ShouldHaveSingleItem()!["secret"].ShouldBeNull();
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_messenger_posts_the_sorts_set_for_it_and_names_who_chose_to_be_named_with_them(DatabaseProvider provider)
    {
        await using var messenger = new TestMessenger();
        await using var reporting = await StartAsync(provider, more: TestMessenger.Settings);
        var (body, advance) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await reporting.TellAsync(Institution(body));
        (await ChooseAsync(reporting, City, "wang.li", "decisions")).Body.Word("code").ShouldBe("messenger-not-configured");
        await SetAsync(reporting, messenger.Url, more: """, "topics": ["decisions", "deadlines"] """);
        var chosen = (await ChooseAsync(reporting, City, "wang.li", "decisions")).Body;
        (await ChooseAsync(reporting, City2, "13800000000", "money")).Status.ShouldBe(HttpStatusCode.OK);
        (await ChooseAsync(reporting, OtherDistrict, "putuo", "decisions")).Status.ShouldBe(HttpStatusCode.OK);
        (await ChooseAsync(reporting, Own, "hexin", "decisions")).Body.Word("code").ShouldBe("messenger-not-configured", "the bureau's messenger is its own people's");

        await reporting.TellAsync(Paid(body, advance, 100));
        await reporting.TellAsync(Reversed(body, advance, 100));
        await reporting.TellAsync(Became(body, 2, "2026-03-01"));

        await Eventually.HoldsAsync(() => Task.FromResult(messenger.Posts.Count > 0));
        var told = JsonNode.Parse(messenger.Posts.ShouldHaveSingleItem().Body)!;
        told["notices"]!.AsArray().ShouldHaveSingleItem()!.Word("topic").ShouldBe("decisions", "money is none of its sorts");
        told["named"]!.AsArray().Select(name => name!.GetValue<string>()).ShouldBe(["wang.li"], "who is told of it and chose its sort, and nobody else");
        told.Word("zh").ShouldEndWith(" @wang.li");
        chosen["topics"]!.AsArray().Where(one => one!["carried"]!.GetValue<bool>()).Select(one => one!.Word("topic")).ShouldBe(["deadlines", "decisions"]);
        (chosen.Word("handle"), chosen["messengerAvailable"]!.GetValue<bool>()).ShouldBe(("wang.li", true));
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Theory]
    [InlineData("wang.li", true)]
    [InlineData("13800000000", true)]
    [InlineData("王力", true)]
    [InlineData(null, false)]
    [InlineData("@all", false)]
    [InlineData("all", false)]
    [InlineData("a b", false)]
    [InlineData("a\nb", false)]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345", false)]
    public void Nobody_is_named_without_a_name_nor_everybody_by_one(string? handle, bool allowed) =>
        (TopicChoices.Check([new TopicChoices.Request(NoticeTopic.Money, Named: true)], handle, messenger: true) is null).ShouldBe(allowed);

    [Fact]
    public async Task An_administrator_tries_a_messenger_before_it_is_on_and_is_told_what_it_answers()
    {
        await using var messenger = new TestMessenger();
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, more: TestMessenger.Settings);
        await reporting.TellAsync(Institution(Guid.CreateVersion7()));
        (await reporting.RefusedAsync(Admin, "/webhooks/zhoushan/test", new { })).Status.ShouldBe(HttpStatusCode.NotFound);
        var set = await SetAsync(reporting, messenger.Url, enabled: false);

        var taken = await reporting.DoneAsync(Admin, "/webhooks/zhoushan/test", new { });

        var post = messenger.Posts.ShouldHaveSingleItem();
        post.Delivery.ShouldBe(taken.Id());
        ShouldBeSignedBy(post, set.Word("secret"));
        JsonNode.Parse(post.Body)!.Word("zh").ShouldStartWith("测试消息");
        messenger.Answer = 500;
        (await reporting.RefusedAsync(Admin, "/webhooks/zhoushan/test", new { })).Problem.Word("en").ShouldContain("The messenger answers 500.");
        (await reporting.GetAsync(Admin, "/deliveries"))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_messenger_that_is_away_is_waited_for_and_another_bureaus_is_not_delayed(DatabaseProvider provider)
    {
        const int more = 25;
        await using var messenger = new TestMessenger();
        var dead = new TestMessenger();
        await dead.DisposeAsync();
        await using var reporting = await StartAsync(provider, more: TestMessenger.Settings);
        await reporting.TellAsync(Scored.Pack(Scored.Offshore));
        var body = Guid.CreateVersion7();
        await reporting.TellAsync(Institution(Guid.CreateVersion7()), Scored.Filed(body, "上海离岸科创中心"));
        await SetAsync(reporting, dead.Url);
        await SetAsync(reporting, messenger.Url, bureau: "ezhou");

        await reporting.Host.InScopeAsync<ReportingDb, int>(db =>
        {
            db.Deliveries.AddRange(Enumerable.Range(0, more).Select(number => Delivery.Of($"dead:{number}", DeliveryChannel.Webhook, "zhoushan", "zhoushan", new DateOnly(2026, 3, 2), [])));
            return db.SaveChangesAsync();
        });
        await Eventually.HoldsAsync(async () => (await DeliveriesAsync("zhoushan")).Exists(d => d["attempts"]!.GetValue<int>() > 3));
        await reporting.TellAsync(Scored.Filed(body, "上海离岸科创中心") with { Version = 3, Standing = Standings.Removed, StandingSince = new DateOnly(2026, 3, 1) });

        await Eventually.HoldsAsync(async () => (await DeliveriesAsync("ezhou")).Exists(d => d.Word("state") == "sent"));
        (await DeliveriesAsync("zhoushan")).Select(d => d.Word("state")).Distinct().ShouldBe(["waiting"], "more attempts than a delivery has park none that finds nobody there");
        messenger.Posts.ShouldNotBeEmpty();

        async Task<List<JsonNode>> DeliveriesAsync(string bureau) =>
            [.. (await reporting.GetAsync(Admin, "/deliveries?limit=100"))["items"]!.AsArray().Where(d => d!.Word("recipient") == bureau).Select(d => d!)];
    }

    [Theory]
    [InlineData("https://im.example.cn/hook", true)]
    [InlineData("https://bureau.work.example.com/hook", true)]
    [InlineData("https://work.example.com.evil.cn/hook", false)]
    [InlineData("http://im.example.cn/hook", false)]
    [InlineData("https://user:word@im.example.cn/hook", false)]
    [InlineData("https://169.254.169.254/latest", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("im.example.cn", false)]
    public void Only_https_addresses_of_allowed_hosts_are_posted_to(string url, bool allowed) =>
        (WebhookRoutes.CheckUrl(url, new WebhookOptions { AllowedHosts = ["im.example.cn", "*.work.example.com"] }) is null).ShouldBe(allowed);

    [Theory]
    [InlineData("10.1.2.3", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("2400:3200::1", true)]
    public void Addresses_of_private_networks_are_told_apart(string address, bool isPublic) => WebhookClient.IsPublic(IPAddress.Parse(address)).ShouldBe(isPublic);

    [Fact]
    public async Task A_host_that_leads_into_a_private_network_is_not_posted_to()
    {
        await using var messenger = new TestMessenger();
        var settings = new Dictionary<string, string?>(TestMessenger.Settings, StringComparer.Ordinal) { ["Webhooks:AllowPrivateAddresses"] = "false" };
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, more: settings);
        var body = Guid.CreateVersion7();
        await reporting.TellAsync(Institution(body));
        await SetAsync(reporting, messenger.Url);
        await reporting.TellAsync(Became(body, 2, "2026-03-01", Standings.Recognised));

        await Eventually.HoldsAsync(async () => (await OnlyAsync(reporting)).Word("state") == "parked");

        messenger.Posts.ShouldBeEmpty();
    }

    private static void ShouldBeSignedBy(ArrivedPost post, string secret)
    {
        var instant = post.Signature.Split(',')[0][2..];
        long.Parse(instant, CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{instant}.{post.Body}")));
        post.Signature.ShouldBe($"t={instant},v1={expected}");
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> ChooseAsync(ReportingHost reporting, TestUser person, string handle, string topic)
    {
        var choice = $$"""{ "digest": false, "address": null, "handle": "{{handle}}", "topics": [{ "topic": "{{topic}}", "named": true }] }""";
        using var answer = await reporting.PutAsync(person, "/notifications/preferences", choice, 0);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    private static async Task<JsonNode> SetAsync(ReportingHost reporting, string url, bool enabled = true, string bureau = "zhoushan", string more = "")
    {
        using var answer = await reporting.PutAsync(Admin, $"/webhooks/{bureau}", $$"""{ "url": "{{url}}", "enabled": {{(enabled ? "true" : "false")}}{{more}} }""", 0);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonNode.Parse(text)!;
    }

    private static async Task<JsonNode> OnlyAsync(ReportingHost reporting) =>
        (await reporting.GetAsync(Admin, "/deliveries"))["items"]!.AsArray().ShouldHaveSingleItem()!;
}

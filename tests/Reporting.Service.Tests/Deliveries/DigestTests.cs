using System.Net;
using System.Text.Json.Nodes;
using Contracts.Registry;
using Reporting.Digests;
using Reporting.Mail;
using Reporting.Tests.Evaluations;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Databases;
using Testing.Identity;
using Xunit;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.Deliveries;

public sealed class DigestTests
{
    private const string Address = "own@hexin.example";
    private static readonly TestUser Admin = new("admin", [Roles.Admin]);
    private static readonly TestUser Colleague = new("own-2", [Roles.Operator], "zhoushan", "dinghai", Organisation);

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_digest_waits_for_the_mail_server_and_then_comes_once(DatabaseProvider provider)
    {
        await using var server = new TestMailServer();
        await using var reporting = await StartAsync(provider, more: server.Settings);
        var body = Guid.CreateVersion7();
        await reporting.TellAsync(Institution(body));
        await ChosenAsync(reporting, Own, Address);
        await reporting.TellAsync(Became(body, 2, "2026-03-01"));

        (await reporting.SweepAsync("digests")).ShouldBe(1);
        (await reporting.SweepAsync("digests")).ShouldBe(0);
        await Eventually.HoldsAsync(async () => (await OnlyAsync(reporting))["attempts"]!.GetValue<int>() > 1);
        var waiting = await OnlyAsync(reporting);
        (waiting.Word("state"), waiting.Word("recipient"), waiting["notices"]!.GetValue<int>()).ShouldBe(("waiting", Address, 1));
        waiting.Word("lastError").ShouldNotBeEmpty();
        (await reporting.GetAsync(Admin, "/deliveries/channels"))["channels"]!.AsArray()
            .Single(c => c!.Word("channel") == "mail")!["waiting"]!.GetValue<int>().ShouldBe(1);

        server.Start();

        await Eventually.HoldsAsync(async () => (await OnlyAsync(reporting)).Word("state") == "sent");
        var mail = server.Mails.ShouldHaveSingleItem();
        mail.To.ShouldBe(Address);
        mail.MessageId.ShouldContain(waiting.Id().Replace("-", "", StringComparison.Ordinal));
        mail.Text.ShouldContain("[ZS-17]");
        mail.Text.ShouldContain("已认定");
        mail.Text.ShouldContain($"https://platform.example/institutions/{body}");

        // What was read, and what was in a digest before, comes in none.
        await reporting.TellAsync(Became(body, 3, "2026-03-02", Standings.UnderRectification));
        await reporting.DoneAsync(Own, $"/notifications/{(await reporting.GetAsync(Own, "/notifications"))["items"]![0]!.Id()}/read", new { });
        await reporting.MoveToAsync("2026-03-03T09:00:00+08:00");
        (await reporting.GetAsync(Admin, "/deliveries"))["items"]!.AsArray().Count.ShouldBe(1);
        reporting.Host.Logs.ShouldNotMention(Address);
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Each_person_is_mailed_the_sorts_that_it_chose_and_the_bell_counts_none_that_is_quiet(DatabaseProvider provider)
    {
        await using var server = new TestMailServer();
        server.Start();
        await using var reporting = await StartAsync(provider, more: server.Settings);
        var body = Guid.CreateVersion7();
        await reporting.TellAsync(Institution(body));
        var chosen = await ChosenAsync(reporting, Own, Address, """, "topics": [{ "topic": "decisions", "digest": false, "quiet": true }] """);
        await ChosenAsync(reporting, Colleague, "other@hexin.example");
        await reporting.TellAsync(Became(body, 2, "2026-03-01"));
        await reporting.TellAsync(Paid(body, Guid.CreateVersion7(), 100));

        (await reporting.SweepAsync("digests")).ShouldBe(2);

        await Eventually.HoldsAsync(() => Task.FromResult(server.Mails.Count == 2));
        server.Mails.Single(mail => mail.To == Address).Text.ShouldNotContain("已认定");
        server.Mails.Single(mail => mail.To == Address).Text.ShouldContain("拨付");
        server.Mails.Single(mail => mail.To != Address).Text.ShouldContain("已认定");
        chosen["topics"]!.AsArray().Select(one => (one!.Word("topic"), one!["digest"]!.GetValue<bool>(), one!["quiet"]!.GetValue<bool>()))
            .ShouldBe([("deadlines", true, false), ("decisions", false, true), ("money", true, false), ("work", true, false), ("confirmations", true, false)]);
        (await reporting.GetAsync(Own, "/notifications"))["items"]!.AsArray().Select(n => n!.Word("topic")).ShouldBe(["money", "decisions"], "the inbox keeps everything");
        (await reporting.GetAsync(Own, "/notifications?topic=decisions"))["items"]!.AsArray().ShouldHaveSingleItem()!.Word("kind").ShouldBe("standing-changed");
        (await reporting.GetAsync(Own, "/notifications/unread"))["unread"]!.GetValue<int>().ShouldBe(1);
        (await reporting.GetAsync(Colleague, "/notifications/unread"))["unread"]!.GetValue<int>().ShouldBe(2);

        // Chosen anew, it is mailed what was left out.
        await ChosenAsync(reporting, Own, Address);
        await reporting.MoveToAsync("2026-03-03T09:00:00+08:00");
        await Eventually.HoldsAsync(() => Task.FromResult(server.Mails.Count(mail => mail.To == Address && mail.Text.Contains("已认定", StringComparison.Ordinal)) == 1));
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Fact]
    public async Task An_address_that_the_server_refuses_is_parked_for_the_administrator_and_holds_up_nobody()
    {
        await using var server = new TestMailServer { Refuses = "gone@hexin.example" };
        server.Start();
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, more: server.Settings);
        var body = Guid.CreateVersion7();
        await reporting.TellAsync(Institution(body));
        await ChosenAsync(reporting, Own, "gone@hexin.example");
        await ChosenAsync(reporting, District, "dinghai@kjj.example");
        await reporting.TellAsync(Became(body, 2, "2026-03-01"));

        await reporting.SweepAsync("digests");

        await Eventually.HoldsAsync(async () => (await DeliveriesAsync(reporting)).All(d => d!.Word("state") != "waiting"));
        server.Mails.ShouldHaveSingleItem().To.ShouldBe("dinghai@kjj.example");
        var parked = (await DeliveriesAsync(reporting)).Single(d => d!.Word("state") == "parked")!;
        parked.Word("lastError").ShouldContain("550");
        (await reporting.RefusedAsync(City, $"/deliveries/{parked.Id()}/retry", new { })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await reporting.DoneAsync(Admin, $"/deliveries/{parked.Id()}/retry", new { })).Word("state").ShouldBe("waiting");
    }

    [Theory]
    [InlineData("own@hexin.example", null)]
    [InlineData("nowhere", "address")]
    [InlineData("a@b.example\r\nBcc: c@d.example", "address")]
    [InlineData("名@b.example", "address")]
    [InlineData("A <a@b.example>", "address")]
    [InlineData("", "address")]
    [InlineData(null, "address")]
    public void What_is_no_address_is_refused(string? address, string? field) =>
        (PreferenceRoutes.Check(new PreferenceRoutes.Request(Digest: true, address), new SmtpOptions { Host = "mail", From = "p@kjj.example" })?.Clause).ShouldBe(field);

    [Fact]
    public void Only_the_domains_that_are_configured_are_mailed_to()
    {
        var smtp = new SmtpOptions { Host = "mail", From = "p@kjj.example", Domains = ["zhoushan.gov.example"] };
        PreferenceRoutes.Check(new PreferenceRoutes.Request(Digest: true, "a@zhoushan.gov.example"), smtp).ShouldBeNull();
        PreferenceRoutes.Check(new PreferenceRoutes.Request(Digest: true, "a@elsewhere.example"), smtp)!.Clause.ShouldBe("address");
    }

    [Fact]
    public async Task Without_a_mail_server_nobody_is_promised_a_mail()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite);

        using var answer = await reporting.PutAsync(Own, "/notifications/preferences", $$"""{ "digest": true, "address": "{{Address}}" }""", 0);

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await reporting.GetAsync(Own, "/notifications/preferences"))["mailAvailable"]!.GetValue<bool>().ShouldBeFalse();
    }

    private static async Task<JsonNode> ChosenAsync(ReportingHost reporting, TestUser person, string address, string more = "")
    {
        using var answer = await reporting.PutAsync(person, "/notifications/preferences", $$"""{ "digest": true, "address": "{{address}}"{{more}} }""", 0);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonNode.Parse(text)!;
    }

    private static async Task<JsonNode> OnlyAsync(ReportingHost reporting) => (await DeliveriesAsync(reporting)).ShouldHaveSingleItem()!;

    private static async Task<JsonArray> DeliveriesAsync(ReportingHost reporting) => (await reporting.GetAsync(Admin, "/deliveries"))["items"]!.AsArray();
}

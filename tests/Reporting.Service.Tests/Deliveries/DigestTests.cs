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

    private static async Task ChosenAsync(ReportingHost reporting, TestUser person, string address)
    {
        using var answer = await reporting.PutAsync(person, "/notifications/preferences", $$"""{ "digest": true, "address": "{{address}}" }""", 0);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<JsonNode> OnlyAsync(ReportingHost reporting) => (await DeliveriesAsync(reporting)).ShouldHaveSingleItem()!;

    private static async Task<JsonArray> DeliveriesAsync(ReportingHost reporting) => (await reporting.GetAsync(Admin, "/deliveries"))["items"]!.AsArray();
}

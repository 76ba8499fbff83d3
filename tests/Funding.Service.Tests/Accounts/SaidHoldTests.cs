using System.Net;
using System.Text.Json.Nodes;
using Contracts.Registry;
using Contracts.Reporting;
using Funding.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.Accounts;

/// <summary>What Registry and Reporting say of a body holds its money, where the bureau chose so.</summary>
public sealed class SaidHoldTests(FundingHosts hosts)
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_ban_and_an_overdue_report_hold_once_and_are_named_in_the_refusal_until_an_approver_releases_them(DatabaseProvider provider)
    {
        var host = await hosts.OnAsync(provider);
        var world = await World.OpenAsync(host, Hosting.Tiers.Holds);
        var (body, year) = (await world.BodyAsync(), await world.OpenAppropriationAsync());
        var advance = await world.ProposeAsync(body, year, 100);
        var report = Overdue(world, body);
        await host.Publisher.PublishAsync(report, report);
        await host.Publisher.PublishAsync(Ban(world, body));
        var holds = await HoldsAsync(world, body, 2);

        var refusal = await world.Approver.RefusedAsync($"/api/funding/advances/{advance}/approve", null, HttpStatusCode.Conflict, "account-on-hold");
        refusal.Text("zh").ShouldContain("2025年第2期定期报告应于 2026-01-30 前报送");
        refusal.Text("en").ShouldContain("barred");
        refusal.Text("clause").ShouldBe("ZS-05");
        (await World.ListAsync(world.Auditor, "/api/funding/holds?open=true&cause=overdue-report")).ShouldHaveSingleItem().Key("institutionId").ShouldBe(body);

        foreach (var hold in holds)
        {
            await world.Approver.DoAsync($"/api/funding/holds/{hold.Key("id")}/release", new { reason = "已核实" });
        }

        await host.Publisher.PublishAsync(report);
        await host.Publisher.PublishAsync(world.Institution(body, 2) with { CountyShareFen = 1 });
        await Eventually.PassesAsync(async () => (await world.AccountAsync(body)).Fen("countyShareFen").ShouldBe(1));
        await world.Approver.DoAsync($"/api/funding/advances/{advance}/approve");
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_body_that_is_gone_or_owes_money_is_held_and_without_the_bureaus_choice_nobody_is(DatabaseProvider provider)
    {
        var host = await hosts.OnAsync(provider);
        var (world, free) = (await World.OpenAsync(host, Hosting.Tiers.Holds), await World.OpenAsync(host));
        var (body, year, other) = (await world.BodyAsync(), await world.OpenAppropriationAsync(), await free.BodyAsync());
        await world.PaidAsync(body, year, 1_000);
        var clock = host.Service.Services.GetRequiredService<BusinessClock>();
        var before = clock.UtcNow;
        await world.ReviewedAsync(body, "good");
        await host.Publisher.PublishAsync(Overdue(free, other));
        await host.Publisher.PublishAsync(world.Institution(body, 2, Standings.Delisted), free.Institution(other, 2, Standings.Delisted));

        var holds = await HoldsAsync(world, body, 2);

        holds.Select(h => h.Text("cause")).ShouldBe(["open-clawback", "delisting"]);
        holds[0]["placed"]!["at"]!.GetValue<DateTime>().ShouldBeInRange(before, clock.UtcNow);
        await Eventually.PassesAsync(async () => (await free.AccountAsync(other)).Text("standing").ShouldBe(Standings.Delisted));
        (await free.Maker.ReadAsync($"/api/funding/accounts/{other}"))["holds"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_hold_whose_ground_is_gone_says_since_when_and_by_what_and_waits_for_its_release(DatabaseProvider provider)
    {
        var host = await hosts.OnAsync(provider);
        var world = await World.OpenAsync(host, Hosting.Tiers.Holds);
        var (body, year) = (await world.BodyAsync(), await world.OpenAppropriationAsync());
        var (report, ban) = (Overdue(world, body), Ban(world, body));
        await world.PaidAsync(body, year, 1_000);
        await world.ReviewedAsync(body, "good");
        await host.Publisher.PublishAsync(report);

        // The word that it was lifted may come before the ban itself.
        await host.Publisher.PublishAsync(ban with { LiftedOn = world.Today, LiftDocumentNumber = "舟科〔2026〕30号" });
        await HoldsAsync(world, body, 3);
        await host.Publisher.PublishAsync(ban);
        await host.Publisher.PublishAsync(world.Institution(body, 2) with { CountyShareFen = 1 });
        await Eventually.PassesAsync(async () => (await world.AccountAsync(body)).Fen("countyShareFen").ShouldBe(1));
        (await GoneAsync(world)).ShouldHaveSingleItem()["hold"]!["groundGone"]!.ToJsonString().ShouldContain($"{world.Today:yyyy-MM-dd}");

        var clawback = await world.ClawbackAsync(body);
        await world.Maker.DoAsync($"/api/funding/clawbacks/{clawback.Key("id")}/receipts", world.Receipt(clawback.Fen("outstandingFen")));
        await host.Publisher.PublishAsync(report with { HandedInOn = world.Today });
        await Eventually.PassesAsync(async () => (await GoneAsync(world)).Count.ShouldBe(3));

        (await world.AccountAsync(body))["openHolds"]!.GetValue<int>().ShouldBe(3);
        (await world.Approver.ReadAsync("/api/funding/today"))["duties"]!.AsArray().Single(d => d!.Text("name") == "holds-to-release")!["count"]!.GetValue<int>().ShouldBe(3);
        (await HoldsAsync(world, body, 3)).Select(h => (h.Text("cause"), h["groundGone"]!["document"]?.GetValue<string>()))
            .ShouldBe([("open-clawback", null), ("overdue-report", null), ("ban", "舟科〔2026〕30号")], ignoreOrder: true);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_report_that_was_extended_and_missed_again_holds_again(DatabaseProvider provider)
    {
        var host = await hosts.OnAsync(provider);
        var world = await World.OpenAsync(host, Hosting.Tiers.Holds);
        var body = await world.BodyAsync();

        // Until the pack has arrived nobody chose that anything holds; the appropriation waits for it.
        await world.OpenAppropriationAsync();
        var (missed, extended) = (Overdue(world, body), new DateOnly(2026, 2, 20));

        // The second miss may come before the word that the first deadline was extended.
        await host.Publisher.PublishAsync(missed, missed with { DueOn = extended }, missed with { ExtendedOn = world.Today, ExtendedBy = "舟科函〔2026〕4号" }, missed with { DueOn = extended });

        var holds = await HoldsAsync(world, body, 2);
        await Eventually.PassesAsync(async () => (await GoneAsync(world)).ShouldHaveSingleItem()["hold"]!.Text("reason").ShouldContain("2026-01-30"));
        holds.Select(h => h.Text("reason")).ShouldContain(reason => reason.Contains("2026-02-20", StringComparison.Ordinal));
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_case_that_is_owed_again_because_what_was_withheld_came_back_holds_again(DatabaseProvider provider)
    {
        var host = await hosts.OnAsync(provider);
        var world = await World.OpenAsync(host, Hosting.Tiers.Holds);
        var (body, year) = (await world.BodyAsync(), await world.OpenAppropriationAsync());
        await world.PaidAsync(body, year, 1_000);
        await world.ReviewedAsync(body, "fail");
        var clawback = (await world.ClawbackAsync(body)).Key("id");
        await world.Approver.DoAsync($"/api/funding/holds/{(await HoldsAsync(world, body, 1)).Single().Key("id")}/release", new { reason = "已核实" });
        var next = await world.ApprovedAsync(body, await world.OpenAppropriationAsync(world.Year + 1), 5_000);
        var offset = await world.Maker.DoAsync(
            $"/api/funding/clawbacks/{clawback}/offsets",
            new { paymentId = next, amountFen = 1_000, reason = "抵扣", documentNumber = "舟科抵〔2026〕1号", decidedOn = world.Today });
        await world.Approver.DoAsync($"/api/funding/clawback-decisions/{offset.Key("id")}/approve");
        var run = await world.ExportAsync(next);
        await world.ReportAsync(run, next, "paid");
        (await StatusAsync()).ShouldBe("closed");

        await world.ReportAsync(run, next, "returned");

        (await StatusAsync()).ShouldBe("open");
        (await HoldsAsync(world, body, 2)).Single(h => h["released"] is null).Text("reason").ShouldContain("10.00 元未缴");

        async Task<string> StatusAsync() => (await world.Maker.ReadAsync($"/api/funding/clawbacks/{clawback}"))["clawback"]!.Text("status");
    }

    private static Task<IReadOnlyList<JsonObject>> GoneAsync(World world) => World.ListAsync(world.Auditor, "/api/funding/holds?open=true&groundGone=true");

    private static async Task<IReadOnlyList<JsonNode>> HoldsAsync(World world, Guid body, int count)
    {
        JsonArray? holds = null;
        await Eventually.PassesAsync(async () => (holds = (await world.Maker.ReadAsync($"/api/funding/accounts/{body}"))["holds"]!.AsArray()).Count.ShouldBe(count));
        return [.. holds!.Select(h => h!)];
    }

    private static ReportOverdue Overdue(World world, Guid body) =>
        new() { ReportId = Guid.CreateVersion7(), InstitutionId = body, Programme = world.Name, Year = 2025, Round = 2, DueOn = new DateOnly(2026, 1, 30) };

    private static BanRuled Ban(World world, Guid body) => new()
    {
        BanId = Guid.CreateVersion7(),
        Jurisdiction = world.Name,
        Programme = world.Name,
        Code = "91330900MA2A2XXX0A",
        Name = "某中心",
        InstitutionId = body,
        GroundZh = "严重弄虚作假",
        GroundEn = "serious fraud in applying",
        Clause = "ZS-22",
        DocumentNumber = "舟科〔2026〕9号",
        From = world.Today,
        LastDay = world.Today.AddYears(2),
    };
}

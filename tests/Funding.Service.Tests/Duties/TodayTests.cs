using System.Net;
using System.Text.Json.Nodes;
using Funding.Data;
using Funding.Duties;
using Funding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.Duties;

/// <summary>A finance officer's today.</summary>
public sealed class TodayTests(FundingHosts hosts)
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Money_waits_for_the_one_whose_turn_it_is_from_the_appropriation_to_the_bank(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var (body, year) = (await world.BodyAsync(), await world.OpenAppropriationAsync());
        var both = world.As("maker", Roles.FinanceMaker, Roles.FinanceApprover);
        var advance = await world.ProposeAsync(body, year, 1_000);
        await world.ProposeAsync(body, year, 500);

        (await TodayAsync(world.Approver)).ShouldBe(["advances 2 × 1500"]);
        (await TodayAsync(world.Maker)).ShouldBeEmpty();
        (await TodayAsync(both)).ShouldBeEmpty();
        (await TodayAsync(world.As("leader", Roles.Leader))).ShouldBe(["(advances 2 × 1500)"]);
        (await DutyAsync(world.Approver, "advances"))["first"]![0]!.Key("id").ShouldBe(advance);

        await world.Approver.DoAsync($"/api/funding/advances/{advance}/approve");
        (await TodayAsync(world.Maker)).ShouldBe(["payments-to-gather 1 × 1000"]);
        var run = await world.ExportAsync(advance);
        (await TodayAsync(world.Maker)).ShouldBe(["runs-unanswered 1 × 1000"]);
        await world.ReportAsync(run, advance, "failed");
        (await TodayAsync(world.Maker)).ShouldBe(["payments-fallen 1 × 1000"]);

        await world.Approver.DoAsync($"/api/funding/accounts/{body}/holds", new { reason = "核查中" });
        (await TodayAsync(world.Approver)).ShouldBe(["advances 1 × 500", "held-bodies 1 × 500"]);
        (await TodayAsync(world.Maker)).ShouldBe(["payments-fallen 1 × 1000", "(held-bodies 1 × 500)"]);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task What_is_taken_back_waits_as_notice_as_due_and_as_overdue_and_what_belongs_to_nobody_is_named(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var (body, year) = (await world.BodyAsync(), await world.OpenAppropriationAsync());
        await world.PaidAsync(body, year, 1_000);
        await world.PublishedAsync(world.Review(body, "fail"));
        (await TodayAsync(world.Maker)).ShouldBe(["results-to-settle 1", "days-to-reconcile 1"]);

        await world.OpenRunAsync();
        (await TodayAsync(world.Approver)).ShouldBe(["settlement-runs 1 × 0"]);
        await world.SettledAsync(body);
        var clawback = (await world.ClawbackAsync(body)).Key("id");
        (await TodayAsync(world.Approver)).ShouldContain("notices-to-issue 1 × 1000");
        await world.Approver.DoAsync($"/api/funding/clawbacks/{clawback}/notices");
        await world.Maker.DoAsync("/api/funding/receipts", world.Receipt(70));

        (await TodayAsync(world.Maker)).ShouldBe(["notices-to-deliver 1 × 1000", "unmatched-receipts 1 × 70", "days-to-reconcile 1"]);
        (await World.ListAsync(world.Maker, "/api/funding/clawback-notices?delivered=false")).ShouldHaveSingleItem().Key("clawbackId").ShouldBe(clawback);
        (await World.ListAsync(world.Maker, "/api/funding/clawbacks?dueWithinDays=14")).ShouldBeEmpty();
        (await World.ListAsync(world.Maker, "/api/funding/clawbacks?dueWithinDays=30")).ShouldHaveSingleItem().Key("id").ShouldBe(clawback);

        // Due in 30 days: near from the 16th on, late after the 30th.
        (await CountAsync(world, DutyName.ClawbacksDueSoon, 15), await CountAsync(world, DutyName.ClawbacksDueSoon, 16)).ShouldBe((0, 1));
        (await CountAsync(world, DutyName.ClawbacksOverdue, 30), await CountAsync(world, DutyName.ClawbacksOverdue, 31)).ShouldBe((0, 1));
        (await CountAsync(world, DutyName.YearsToClose, 0), await CountAsync(world, DutyName.YearsToClose, 365)).ShouldBe((0, 1));
    }

    [Fact]
    public async Task It_is_for_finance_and_shows_nothing_of_another_jurisdiction()
    {
        var host = await hosts.OnAsync(DatabaseProvider.Sqlite);
        var (world, other) = (await World.OpenAsync(host), await World.OpenAsync(host));
        await world.ProposeAsync(await world.BodyAsync(), await world.OpenAppropriationAsync(), 1);

        (await TodayAsync(other.As("leader", Roles.Leader))).ShouldBeEmpty();
        using var refused = await world.Operator("913309000000000001").GetAsync(new Uri("/api/funding/today", UriKind.Relative));
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<IEnumerable<JsonNode>> DutiesAsync(HttpClient person) =>
        (await person.ReadAsync("/api/funding/today"))["duties"]!.AsArray().Select(d => d!);

    private static async Task<JsonNode> DutyAsync(HttpClient person, string name) => (await DutiesAsync(person)).Single(d => d.Text("name") == name);

    // What waits, in the order of the page; in brackets what others do.
    private static async Task<IEnumerable<string>> TodayAsync(HttpClient person) =>
        from duty in await DutiesAsync(person)
        where duty["count"]!.GetValue<int>() > 0
        let told = $"{duty.Text("name")} {duty["count"]}{(duty["amountFen"] is { } fen ? $" × {fen}" : "")}"
        select duty["mine"]!.GetValue<bool>() ? told : $"({told})";

    private static Task<int> CountAsync(World world, DutyName name, int inDays) => world.Host.Service.InScopeAsync<FundingDb, int>(
        db => Duty.All.Single(d => d.Name == name).Waiting(new Desk(db, world.Name, [], world.Today.AddDays(inDays))).CountAsync());
}

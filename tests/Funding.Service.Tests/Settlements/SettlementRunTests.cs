using System.Net;
using System.Text.Json.Nodes;
using Funding.Tests.Hosting;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.Settlements;

public sealed class SettlementRunTests(FundingHosts hosts)
{
    private static readonly string[] Grades = ["excellent", "good", "pass", "fail"];

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_year_is_calculated_in_the_background_committed_by_another_person_and_settled_once(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var bodies = await world.BodiesAsync(10);
        await PaidAsync(world, bodies, 10_001);
        await world.PublishedAsync([.. bodies.Select((body, i) => world.Review(body, Grades[i % 4]))]);

        var previewed = await UntilAsync(world, (await world.OpenRunAsync())["run"]!.Key("id"), "previewed");
        await world.VerifyAsync();
        (await World.ListAsync(world.Maker, "/api/funding/settlements")).ShouldBeEmpty();

        var run = previewed["run"]!;
        (run["bodies"]!.GetValue<int>(), run["lines"]!.GetValue<int>(), run.Fen("paidFen"), run.Fen("claimedFen"), run.Fen("changeFen"))
            .ShouldBe((10, 10, 100_010, 3 * 1_000 + 2 * 3_000 + 2 * 10_001, 3 * 1_000 + 2 * 3_000 + 2 * 10_001));
        previewed["grades"]!.AsArray().Select(g => (g!.Text("grade"), g!["bodies"]!.GetValue<int>(), g.Fen("entitledFen")))
            .ShouldBe([("excellent", 3, 30_003), ("fail", 2, 0), ("good", 3, 27_003), ("pass", 2, 14_002)]);
        (await world.Maker.SendAsync($"/api/funding/settlement-runs/{run.Key("id")}/commit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        var key = Guid.CreateVersion7().ToString();
        await world.Approver.DoAsync($"/api/funding/settlement-runs/{run.Key("id")}/commit", key: key);
        var settled = (await UntilAsync(world, run.Key("id"), "settled"))["run"]!;
        await world.Approver.DoAsync($"/api/funding/settlement-runs/{run.Key("id")}/commit", key: key);
        await world.Approver.RefusedAsync($"/api/funding/settlement-runs/{run.Key("id")}/commit", null, HttpStatusCode.Conflict, "settlement-run-status");

        (settled["settled"]!.GetValue<int>(), settled["leftOut"]!.GetValue<int>()).ShouldBe((10, 0));
        var settlements = await World.ListAsync(world.Maker, "/api/funding/settlements");
        settlements.Select(s => s.Key("institutionId")).ShouldBe(bodies, ignoreOrder: true);
        settlements.Sum(s => s.Fen("entitledFen")).ShouldBe(run.Fen("entitledFen"));
        (await World.ListAsync(world.Maker, "/api/funding/clawbacks")).Sum(c => c.Fen("outstandingFen")).ShouldBe(run.Fen("claimedFen"));
        await ShouldBeBehindTheYearsFiguresAsync(world, run);
        await world.VerifyAsync();
    }

    // The lists that the leaders' dashboard opens: those of the programme's year and no others, and they come to its figures.
    private static async Task ShouldBeBehindTheYearsFiguresAsync(World world, JsonNode run)
    {
        var year = $"programme={world.Name}&year={world.Year}";
        (await World.ListAsync(world.Auditor, $"/api/funding/settlements?{year}")).Sum(s => s.Fen("entitledFen")).ShouldBe(run.Fen("entitledFen"));
        (await World.ListAsync(world.Auditor, $"/api/funding/settlements?{year}&grade=good")).Sum(s => s.Fen("entitledFen")).ShouldBe(27_003);
        (await World.ListAsync(world.Auditor, $"/api/funding/clawbacks?{year}&status=open&cause=over-advance")).Sum(c => c.Fen("outstandingFen")).ShouldBe(run.Fen("claimedFen"));
        foreach (var list in (string[])["settlements", "clawbacks"])
        {
            (await World.ListAsync(world.Auditor, $"/api/funding/{list}?programme=another&year={world.Year}")).ShouldBeEmpty();
            (await World.ListAsync(world.Auditor, $"/api/funding/{list}?programme={world.Name}&year={world.Year - 1}")).ShouldBeEmpty();
        }
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task What_changed_after_the_preview_is_left_out_with_a_reason_and_waits_on(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var bodies = await world.BodiesAsync(4);
        var paid = await PaidAsync(world, bodies, 10_000);
        await world.PublishedAsync([.. bodies.Select(body => world.Review(body, "good"))]);
        var opened = await world.OpenRunAsync();
        var sheets = $"/api/funding/settlement-runs/{opened["run"]!.Key("id")}/lines";
        var preview = (await world.Auditor.ReadAsync($"{sheets}/{bodies[3]}/sheet"))["lines"]!.AsArray();
        preview.Select(l => l!.Text("clauseId")).Distinct().ShouldBe(["ZS-05", "ZS-06", "ZS-07"]);
        preview[^1]!["result"]!.Fen("fen").ShouldBe(1_000);

        await world.PublishedAsync(world.Review(bodies[0], "pass", version: 2));
        (await world.Auditor.GetAsync(new Uri($"{sheets}/{bodies[0]}/sheet", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await world.ReportAsync(paid[1].Run, paid[1].Advance, "returned");
        await world.SettledAsync(bodies[2]);
        var run = (await world.CommitRunAsync(opened))["run"]!;

        (run["settled"]!.GetValue<int>(), run["leftOut"]!.GetValue<int>()).ShouldBe((1, 3));
        var lines = (await World.ListAsync(world.Maker, $"/api/funding/settlement-runs/{run.Key("id")}/lines")).ToDictionary(l => l.Key("institutionId"));
        bodies.Select(b => lines[b].Text("state")).ShouldBe(["left-out", "left-out", "left-out", "settled"]);
        bodies.Take(3).Select(b => lines[b].Text("reasonEn")).Distinct().Count().ShouldBe(3);
        (await world.Auditor.ReadAsync($"{sheets}/{bodies[3]}/sheet"))["lines"]!.AsArray().Select(l => l!.ToJsonString()).ShouldBe(preview.SkipLast(1).Select(l => l!.ToJsonString()));
        (await World.ListAsync(world.Maker, "/api/funding/pending-results")).Select(r => r.Key("institutionId")).ShouldBe([bodies[0], bodies[1]], ignoreOrder: true);
        (await world.SettledAsync(bodies[0])).Fen("entitledFen").ShouldBe(7_000);
        (await world.SettledAsync(bodies[1])).Fen("entitledFen").ShouldBe(0);
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_discarded_run_settles_nothing_and_a_published_result_ends_the_advances(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var appropriation = await world.OpenAppropriationAsync();
        var body = await world.BodyAsync();
        var late = await world.ProposeAsync(body, appropriation, 500);
        await world.PublishedAsync(world.Review(body, "good"));
        var run = (await world.OpenRunAsync())["run"]!.Key("id");

        (await world.Maker.DoAsync($"/api/funding/settlement-runs/{run}/discard"))["run"]!.Text("status").ShouldBe("discarded");

        await world.Approver.RefusedAsync($"/api/funding/settlement-runs/{run}/commit", null, HttpStatusCode.Conflict, "settlement-run-status");
        await world.Approver.RefusedAsync($"/api/funding/advances/{late}/approve", null, HttpStatusCode.Conflict, "year-reviewed");
        (await world.PendingAsync(body)).ShouldHaveSingleItem();
        var bothRoles = world.As("both", Roles.FinanceMaker, Roles.FinanceApprover);
        var own = (await bothRoles.DoAsync("/api/funding/settlement-runs", new { programme = world.Name, fiscalYear = world.Year }))["run"]!.Key("id");
        await bothRoles.RefusedAsync($"/api/funding/settlement-runs/{own}/commit", null, HttpStatusCode.Forbidden, "maker-cannot-approve");
    }

    private static async Task<JsonObject> UntilAsync(World world, Guid run, string status)
    {
        JsonObject? seen = null;
        await Eventually.PassesAsync(async () => (seen = await world.Maker.ReadAsync($"/api/funding/settlement-runs/{run}"))["run"]!.Text("status").ShouldBe(status));
        return seen!;
    }

    private static async Task<List<(Guid Advance, Guid Run)>> PaidAsync(World world, IReadOnlyList<Guid> bodies, long fen)
    {
        var appropriation = await world.OpenAppropriationAsync();
        List<(Guid, Guid)> paid = [];
        foreach (var body in bodies)
        {
            paid.Add(await world.PaidAsync(body, appropriation, fen));
        }

        return paid;
    }
}

using System.Text.Json.Nodes;
using Funding.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.Settlements;

/// <summary>A settlement run whose worker dies in the middle, while it calculates and while it settles.</summary>
public sealed class InterruptedRunTests
{
    private const string RunWritten = "UPDATE \"SettlementRuns\"";
    private static readonly string[] Grades = ["excellent", "good", "pass", "fail"];

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Each_line_is_settled_exactly_once_though_the_worker_died_in_the_middle(DatabaseProvider provider)
    {
        await using var host = await FundingHost.StartAsync(provider, withPower: true);
        var world = await World.OpenAsync(host);
        var appropriation = await world.OpenAppropriationAsync();
        var bodies = await world.BodiesAsync(14);
        foreach (var body in bodies)
        {
            await world.PaidAsync(body, appropriation, 10_000);
        }

        await world.PublishedAsync([.. bodies.Select((body, i) => world.Review(body, Grades[i % 4]))]);

        // Four bodies are one step. The first is there with the command, which writes the run's row once more; the worker dies in its second.
        var cut = host.Power.CutAt(3, RunWritten);
        var run = (await world.OpenRunAsync())["run"]!.Key("id");
        await RiseAgainAsync(host, cut);
        (await UntilAsync(world, run, "previewed"))["lines"]!.GetValue<int>().ShouldBe(14);
        (await World.ListAsync(world.Maker, "/api/funding/settlements")).ShouldBeEmpty();

        // The command writes the run's row three times.
        cut = host.Power.CutAt(5, RunWritten);
        await world.Approver.DoAsync($"/api/funding/settlement-runs/{run}/commit");
        await RiseAgainAsync(host, cut);
        var settled = await UntilAsync(world, run, "settled");

        (settled["settled"]!.GetValue<int>(), settled["leftOut"]!.GetValue<int>()).ShouldBe((14, 0));
        var settlements = await World.ListAsync(world.Maker, "/api/funding/settlements");
        settlements.Select(s => s.Key("institutionId")).ShouldBe(bodies, ignoreOrder: true);
        settlements.ShouldAllBe(s => s["revision"]!.GetValue<int>() == 1);
        settlements.Sum(s => s.Fen("entitledFen")).ShouldBe((4 * 10_000) + (4 * 9_000) + (3 * 7_000));
        (await World.ListAsync(world.Maker, "/api/funding/clawbacks")).Sum(c => c.Fen("outstandingFen")).ShouldBe((4 * 1_000) + (3 * 3_000) + (3 * 10_000));
        await world.VerifyAsync();
    }

    private static async Task RiseAgainAsync(FundingHost host, Task cut)
    {
        await cut.WaitAsync(TimeSpan.FromSeconds(60));
        await host.CrashAsync();
        await host.StartAgainAsync();
    }

    private static async Task<JsonNode> UntilAsync(World world, Guid run, string status)
    {
        JsonNode? seen = null;
        await Eventually.PassesAsync(async () => (seen = (await world.Maker.ReadAsync($"/api/funding/settlement-runs/{run}"))["run"]!).Text("status").ShouldBe(status));
        return seen!;
    }
}

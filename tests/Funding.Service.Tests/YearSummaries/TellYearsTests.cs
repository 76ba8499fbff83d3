using System.Text.Json.Nodes;
using Funding.Data;
using Funding.Tests.Hosting;
using Funding.YearSummaries;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Databases;
using Testing.Identity;
using Xunit;

namespace Funding.Tests.YearSummaries;

public sealed class TellYearsTests(FundingHosts hosts)
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Each_change_of_a_year_is_told_with_the_figures_of_its_ledger_and_no_change_is_not(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var body = await world.BodyAsync();
        var appropriation = await world.OpenAppropriationAsync();
        var opened = await LastToldAsync(world);
        (opened.Fen("capFen"), opened.Fen("appropriatedFen"), opened.Fen("committedFen"), opened.Fen("paidFen")).ShouldBe((300_000_000, 300_000_000, 0, 0));

        await world.ApprovedAsync(body, appropriation, 20_000_000);
        await world.PaidAsync(await world.BodyAsync(), appropriation, 10_000_000);
        var paid = await LastToldAsync(world);
        (paid.Fen("committedFen"), paid.Fen("paidFen"), paid.Fen("entitledFen"), paid.Fen("outstandingFen")).ShouldBe((30_000_000, 10_000_000, 0, 0));
        paid.Fen("version").ShouldBeGreaterThan(opened.Fen("version"));

        (await LastToldAsync(world)).Fen("version").ShouldBe(paid.Fen("version"));
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task What_a_review_leaves_and_what_is_to_come_back_is_told(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var body = await world.BodyAsync();
        await world.PaidAsync(body, await world.OpenAppropriationAsync(), 10_000_000);
        await world.ReviewedAsync(body, "fail");

        var told = await LastToldAsync(world);

        var clawback = await world.ClawbackAsync(body);
        told.Fen("outstandingFen").ShouldBe(clawback.Fen("outstandingFen"));
        (told.Fen("paidFen"), told.Fen("entitledFen") + told.Fen("outstandingFen"), told.Fen("recoveredFen")).ShouldBe((10_000_000, 10_000_000, 0));
    }

    [Fact]
    public async Task With_nothing_new_it_asks_for_no_writers_turn()
    {
        var world = await World.OpenAsync(await hosts.OnAsync(DatabaseProvider.Sqlite));
        await world.OpenAppropriationAsync();
        int? told = null;

        // Whoever holds the turn sees the chain stand still: tests beside this one add no link meanwhile.
        await Eventually.HoldsAsync(async () =>
        {
            await LastToldAsync(world);
            await world.Host.Service.InScopeAsync<FundingDb, int>(db => db.WriteAsync<int>(async ct =>
            {
                var summed = await db.SummedUpTo.Select(s => s.Position).SingleAsync(ct);
                told = await db.ChainLinks.AnyAsync(l => l.Position > summed, ct)
                    ? null
                    : await world.Host.Service.InScopeAsync<TellYears, int>(sweep => sweep.RunAsync(world.Today, ct)).WaitAsync(TimeSpan.FromSeconds(30), ct);
                return 0;
            }, TestContext.Current.CancellationToken));
            return told is not null;
        });

        told.ShouldBe(0);
    }

    // After both sweeps; the background does the same every few seconds.
    private static async Task<JsonNode> LastToldAsync(World world)
    {
        var admin = world.Host.As(new TestUser("admin", [Roles.Admin]));
        await admin.DoAsync("/api/funding/sweeps/ledger-seal");
        await admin.DoAsync("/api/funding/sweeps/year-summaries");
        var told = await world.Host.Service.InScopeAsync<FundingDb, List<string>>(db => db.Database
            .SqlQuery<string>($"SELECT \"Body\" AS \"Value\" FROM \"OutboxMessage\" WHERE \"Type\" = 'funding.year-changed' ORDER BY \"Sequence\"").ToListAsync());
        return told.ConvertAll(body => JsonNode.Parse(body)!)
            .Where(said => said.Text("jurisdiction") == world.Name && said["fiscalYear"]!.GetValue<int>() == world.Year).MaxBy(said => said.Fen("version"))!;
    }
}

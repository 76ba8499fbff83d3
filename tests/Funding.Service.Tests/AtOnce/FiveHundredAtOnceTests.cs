using System.Net;
using Funding.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.AtOnce;

/// <summary>500 commands at the same moment on one appropriation, one case, one key: exact counts.</summary>
public sealed class FiveHundredAtOnceTests(FundingHosts hosts)
{
    private const int Commands = 500;

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Approvals_on_one_appropriation_admit_exactly_what_its_money_suffices_for(DatabaseProvider provider)
    {
        const long Each = 10_000;
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var appropriation = await world.OpenAppropriationAsync(amountFen: (120 * Each) + Each - 1);
        var bodies = await world.BodiesAsync(10);
        var advances = new Guid[Commands];
        await SomeAtOnceAsync(async i => advances[i] = await world.ProposeAsync(bodies[i % bodies.Count], appropriation, Each));

        var answers = await Task.WhenAll(advances.Select(id => world.Approver.SendAsync($"/api/funding/advances/{id}/approve")));

        answers.CountBy(a => a.StatusCode).ToDictionary().ShouldBe(
            new Dictionary<HttpStatusCode, int> { [HttpStatusCode.OK] = 120, [HttpStatusCode.Conflict] = Commands - 120 }, ignoreOrder: true);
        var after = await world.AppropriationAsync(appropriation);
        (after.Fen("committedFen"), after.Fen("leftFen")).ShouldBe((120 * Each, Each - 1));
        var years = (await World.ListAsync(world.Maker, "/api/funding/accounts")).SelectMany(a => a["years"]!.AsArray()).ToList();
        (years.Sum(y => y!["liveAdvances"]!.GetValue<int>()), years.Sum(y => y!.Fen("committedFen"))).ShouldBe((120, 120 * Each));
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Receipts_on_one_case_bring_it_to_exactly_nothing_and_what_is_too_much_is_owed_back(DatabaseProvider provider)
    {
        const long Each = 30;
        var (world, body, clawback) = await OwingAsync(provider, 10_000);

        var receipts = new Guid[Commands];
        await SomeAtOnceAsync(async i => receipts[i] = (await world.Maker.DoAsync("/api/funding/receipts", world.Receipt(Each)))["receipt"]!.Key("id"));

        var answers = await Task.WhenAll(receipts.Select(id => world.Maker.SendAsync(
            $"/api/funding/receipts/{id}/match", new { clawbackId = clawback, amountFen = Each, overpayment = true })));

        answers.CountBy(a => a.StatusCode).ToDictionary().ShouldBe(new Dictionary<HttpStatusCode, int> { [HttpStatusCode.OK] = Commands });
        var after = await world.ClawbackAsync(body);
        (after.Fen("receivedFen"), after.Fen("outstandingFen"), after.Fen("refundDueFen"), after.Text("status"))
            .ShouldBe((Commands * Each, 0, (Commands * Each) - 10_000, "closed"));
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task One_key_is_one_effect_and_one_answer(DatabaseProvider provider)
    {
        var (world, body, clawback) = await OwingAsync(provider, 10_000);
        var (key, receipt) = (Guid.CreateVersion7().ToString(), world.Receipt(30));

        var answers = await Task.WhenAll(Enumerable.Range(0, Commands).Select(_ => world.Maker.SendAsync($"/api/funding/clawbacks/{clawback}/receipts", receipt, key)));

        answers.CountBy(a => a.StatusCode).ToDictionary().ShouldBe(new Dictionary<HttpStatusCode, int> { [HttpStatusCode.OK] = Commands });
        (await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync()))).Distinct().ShouldHaveSingleItem();
        (await world.ClawbackAsync(body)).Fen("receivedFen").ShouldBe(30);
        (await World.ListAsync(world.Maker, "/api/funding/receipts")).ShouldHaveSingleItem().Fen("matchedFen").ShouldBe(30);
        await world.VerifyAsync();
    }

    // What must be there before is made a few at a time.
    private static Task SomeAtOnceAsync(Func<int, Task> makeAsync) => Parallel.ForEachAsync(
        Enumerable.Range(0, Commands), new ParallelOptions { MaxDegreeOfParallelism = 8 }, (i, _) => new ValueTask(makeAsync(i)));

    // A failed review takes all of it back.
    private async Task<(World World, Guid Body, Guid Clawback)> OwingAsync(DatabaseProvider provider, long fen)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var body = await world.BodyAsync();
        await world.PaidAsync(body, await world.OpenAppropriationAsync(), fen);
        await world.ReviewedAsync(body, "fail");
        return (world, body, (await world.ClawbackAsync(body)).Key("id"));
    }
}

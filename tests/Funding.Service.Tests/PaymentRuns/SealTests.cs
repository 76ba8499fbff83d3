using System.Net;
using Funding.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.PaymentRuns;

public sealed class SealTests(FundingHosts hosts)
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Without_Registrys_answer_nothing_is_sealed_and_nothing_changes(DatabaseProvider provider)
    {
        var host = await hosts.OnAsync(provider);
        var world = await World.OpenAsync(host);
        var body = await world.BodyAsync();
        var run = await GatherAsync(world, await world.ApprovedAsync(body, await world.OpenAppropriationAsync(), 100));
        var before = await world.Maker.ReadAsync($"/api/funding/payment-runs/{run}");
        host.Registry.BeSilentAbout(body, isSilent: true);

        await world.Approver.RefusedAsync($"/api/funding/payment-runs/{run}/seal", null, HttpStatusCode.ServiceUnavailable, "registry-silent");

        (await world.Maker.ReadAsync($"/api/funding/payment-runs/{run}")).ToJsonString().ShouldBe(before.ToJsonString());
        host.Registry.BeSilentAbout(body, isSilent: false);
        (await world.Approver.DoAsync($"/api/funding/payment-runs/{run}/seal"))["run"]!.Text("checksum").Length.ShouldBe(64);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_body_that_Registry_no_longer_lets_be_paid_stops_the_run_before_its_event_arrives(DatabaseProvider provider)
    {
        var host = await hosts.OnAsync(provider);
        var world = await World.OpenAsync(host);
        var body = await world.BodyAsync();
        var run = await GatherAsync(world, await world.ApprovedAsync(body, await world.OpenAppropriationAsync(), 100));
        host.Registry.Say(body, "delisted");

        await world.Approver.RefusedAsync($"/api/funding/payment-runs/{run}/seal", null, HttpStatusCode.Conflict, "standing-not-payable");

        (await world.Maker.ReadAsync($"/api/funding/payment-runs/{run}"))["run"]!.Text("status").ShouldBe("gathered");
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_hold_placed_after_the_approval_stops_the_run(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var body = await world.BodyAsync();
        var run = await GatherAsync(world, await world.ApprovedAsync(body, await world.OpenAppropriationAsync(), 100));
        await world.Maker.DoAsync($"/api/funding/accounts/{body}/holds", new { reason = "举报核查" });

        await world.Approver.RefusedAsync($"/api/funding/payment-runs/{run}/seal", null, HttpStatusCode.Conflict, "account-on-hold");
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task What_is_exported_can_be_neither_cancelled_nor_gathered_nor_sealed_again(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var advance = await world.ApprovedAsync(await world.BodyAsync(), await world.OpenAppropriationAsync(), 100);
        var run = await world.ExportAsync(advance);

        await world.Maker.RefusedAsync($"/api/funding/advances/{advance}/cancel", new { reason = "后悔" }, HttpStatusCode.Conflict, "payment-not-cancellable");
        await world.Maker.RefusedAsync("/api/funding/payment-runs", Run(world, advance), HttpStatusCode.Conflict, "payment-not-gatherable");
        await world.Approver.RefusedAsync($"/api/funding/payment-runs/{run}/seal", null, HttpStatusCode.Conflict, "run-not-gathered");
        await world.Maker.RefusedAsync($"/api/funding/payment-runs/{run}/dissolve", null, HttpStatusCode.Conflict, "run-not-gathered");
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_dissolved_run_frees_its_advances_and_a_cancelled_one_leaves_its_run(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var appropriation = await world.OpenAppropriationAsync();
        var body = await world.BodyAsync();
        var (one, two) = (await world.ApprovedAsync(body, appropriation, 100), await world.ApprovedAsync(body, appropriation, 200));
        var first = await GatherAsync(world, one, two);
        await world.Maker.DoAsync($"/api/funding/payment-runs/{first}/dissolve");
        var second = await GatherAsync(world, one, two);
        await world.Maker.DoAsync($"/api/funding/advances/{one}/cancel", new { reason = "不再需要" });
        var gathered = (await world.Maker.ReadAsync($"/api/funding/payment-runs/{second}"))["run"]!;
        (gathered.Fen("totalFen"), gathered["payments"]!.GetValue<int>()).ShouldBe((200, 1));

        var done = await world.Approver.DoAsync($"/api/funding/payment-runs/{second}/seal");

        (done["run"]!.Fen("totalFen"), done["run"]!["payments"]!.GetValue<int>()).ShouldBe((200, 1));
        done["payments"]!.AsArray().ShouldHaveSingleItem()!.Key("id").ShouldBe(two);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Of_two_runs_that_want_one_advance_at_once_one_gets_it(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var advance = await world.ApprovedAsync(await world.BodyAsync(), await world.OpenAppropriationAsync(), 100);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.Maker.SendAsync("/api/funding/payment-runs", Run(world, advance))));

        answers.Count(a => a.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.Conflict).ShouldBe(7);
        (await World.ListAsync(world.Maker, "/api/funding/payment-runs")).ShouldHaveSingleItem();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_cancel_and_a_seal_at_once_never_both_happen(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var appropriation = await world.OpenAppropriationAsync();
        var body = await world.BodyAsync();
        for (var round = 0; round < 5; round++)
        {
            var advance = await world.ApprovedAsync(body, appropriation, 100);
            var run = await GatherAsync(world, advance);

            var answers = await Task.WhenAll(
                world.Maker.SendAsync($"/api/funding/advances/{advance}/cancel", new { reason = "竞争" }),
                world.Approver.SendAsync($"/api/funding/payment-runs/{run}/seal"));

            answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
        }

        await world.VerifyAsync();
    }

    private static object Run(World world, params Guid[] advances) => new { programme = world.Name, fiscalYear = world.Year, paymentIds = advances };

    private static async Task<Guid> GatherAsync(World world, params Guid[] advances) =>
        (await world.Maker.DoAsync("/api/funding/payment-runs", Run(world, advances)))["run"]!.Key("id");
}

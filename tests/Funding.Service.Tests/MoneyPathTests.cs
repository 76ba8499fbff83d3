using System.Net;
using System.Text.Json.Nodes;
using Funding.Data;
using Funding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Funding.Tests;

public sealed class MoneyPathTests(FundingHosts hosts)
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Money_goes_from_the_cap_to_the_last_receipt_and_every_figure_is_explained(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var appropriation = await world.OpenAppropriationAsync();
        var body = await world.BodyAsync();
        await world.PaidAsync(body, appropriation, 100_000_001);

        var settlement = await world.ReviewedAsync(body, "good");

        settlement.Fen("entitledFen").ShouldBe(90_000_001);
        settlement.Fen("clawbackFen").ShouldBe(10_000_000);
        var clawback = await world.ClawbackAsync(body);
        clawback.Fen("outstandingFen").ShouldBe(10_000_000);
        clawback.Text("dueOn").ShouldBe($"{world.Today.AddDays(30):yyyy-MM-dd}");

        await world.Maker.DoAsync($"/api/funding/clawbacks/{clawback.Key("id")}/receipts", world.Receipt(4_000_000));
        var tooMuch = await world.Maker.RefusedAsync(
            $"/api/funding/clawbacks/{clawback.Key("id")}/receipts", world.Receipt(6_000_001), HttpStatusCode.Conflict, "receipt-above-outstanding");
        tooMuch["inputs"]!.Fen("outstandingFen").ShouldBe(6_000_000);
        var closed = await world.Maker.DoAsync($"/api/funding/clawbacks/{clawback.Key("id")}/receipts", world.Receipt(6_000_000));

        closed["clawback"]!.Text("status").ShouldBe("closed");
        closed["receipts"]!.AsArray().Count.ShouldBe(2);
        var sums = await world.AppropriationAsync(appropriation);
        (sums.Fen("committedFen"), sums.Fen("paidFen"), sums.Fen("entitledFen"), sums.Fen("recoveredFen"))
            .ShouldBe((100_000_001, 100_000_001, 90_000_001, 10_000_000));
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Sheets_name_pack_clause_and_figures(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var appropriation = await world.OpenAppropriationAsync();
        var body = await world.BodyAsync();
        await world.ApprovedAsync(body, appropriation, 1_000);
        var (advance, _) = await world.PaidAsync(body, appropriation, 2_000);
        var settlement = await world.ReviewedAsync(body, "pass");
        var clawback = await world.ClawbackAsync(body);

        var approval = await world.Auditor.ReadAsync($"/api/funding/advances/{advance}/sheet");
        var settled = await world.Auditor.ReadAsync($"/api/funding/settlements/{settlement.Key("id")}/sheet");
        var due = await world.Auditor.ReadAsync($"/api/funding/clawbacks/{clawback.Key("id")}/sheet");
        var opened = await world.Auditor.ReadAsync($"/api/funding/appropriations/{appropriation}/sheet");

        Lines(approval).Last()!["inputs"]!.AsArray().Select(i => i!["value"]!.Fen("fen")).ShouldBe([300_000_000, 1_000, 2_000]);
        Lines(approval).Last()!["result"]!.Fen("fen").ShouldBe(300_000_000 - 3_000);
        Lines(settled).Select(l => l!.Text("clauseId")).ShouldBe(["ZS-05", "ZS-06", "ZS-06", "ZS-05", "ZS-07"]);
        Lines(due).Last()!["result"]!.Text("day").ShouldBe($"{world.Today.AddDays(30):yyyy-MM-dd}");
        Lines(opened)[0]!.Text("clauseId").ShouldBe("ZS-03");
        new[] { approval, settled, due, opened }.Select(s => s.Text("packHash")).Distinct().ShouldHaveSingleItem().Length.ShouldBe(64);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Each_money_fact_is_published_once(DatabaseProvider provider)
    {
        var host = await hosts.OnAsync(provider);
        var world = await World.OpenAsync(host);
        var body = await world.BodyAsync();
        var (advance, run) = await world.PaidAsync(body, await world.OpenAppropriationAsync(), 5_000);
        await world.ReportAsync(run, advance, "paid");
        await world.ReviewedAsync(body, "good");
        await world.ReportAsync(run, advance, "returned");
        await world.ReportAsync(run, advance, "returned");

        var events = await host.Service.InScopeAsync<FundingDb, List<string>>(db => db.Database
            .SqlQuery<string>($"SELECT \"Type\" AS \"Value\" FROM \"OutboxMessage\" WHERE \"StreamKey\" = {$"institution/{body}"} ORDER BY \"Sequence\"").ToListAsync());

        events.ShouldBe(["funding.advance-paid", "funding.year-settled", "funding.payment-reversed", "funding.year-settled"]);
        await world.VerifyAsync();
    }

    private static JsonArray Lines(JsonObject sheet) => sheet["lines"]!.AsArray();
}

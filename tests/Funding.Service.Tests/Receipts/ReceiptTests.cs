using System.Net;
using Funding.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.Receipts;

public sealed class ReceiptTests(FundingHosts hosts)
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Receipts_racing_on_one_case_are_taken_up_to_what_is_outstanding(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var clawback = await OwingAsync(world, 10_000);

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => world.Maker.SendAsync($"/api/funding/clawbacks/{clawback}/receipts", world.Receipt(1_500))));

        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(6);
        var after = (await world.Maker.ReadAsync($"/api/funding/clawbacks/{clawback}"))["clawback"]!;
        (after.Fen("receivedFen"), after.Fen("outstandingFen"), after.Text("status")).ShouldBe((9_000, 1_000, "open"));
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_receipt_number_is_money_once_also_between_two_cases_at_once(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var appropriation = await world.OpenAppropriationAsync();
        List<Guid> cases = [];
        for (var i = 0; i < 4; i++)
        {
            cases.Add(await OwingAsync(world, 1_000, appropriation));
        }

        var answers = await Task.WhenAll(cases.Select(c => world.Maker.SendAsync($"/api/funding/clawbacks/{c}/receipts", world.Receipt(100, "缴-0001"))));
        var refused = await world.Maker.RefusedAsync($"/api/funding/clawbacks/{cases[0]}/receipts", world.Receipt(100, " 缴-0001 "), HttpStatusCode.Conflict, "receipt-number-used");

        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.Conflict).ShouldBe(3);
        refused.Text("clause").ShouldBe("ZS-07");
        (await World.ListAsync(world.Maker, "/api/funding/clawbacks")).Sum(c => c.Fen("receivedFen")).ShouldBe(100);
        await world.VerifyAsync();
    }

    [Fact]
    public async Task Nothing_comes_back_before_it_was_paid()
    {
        var world = await World.OpenAsync(await hosts.OnAsync(DatabaseProvider.Sqlite));
        var clawback = await OwingAsync(world, 1_000);

        await world.Maker.RefusedAsync(
            $"/api/funding/clawbacks/{clawback}/receipts",
            new { amountFen = 100, receiptNumber = "缴-早", receivedOn = world.Today.AddDays(-1) },
            HttpStatusCode.BadRequest,
            "bad-input");

        (await world.Maker.ReadAsync($"/api/funding/clawbacks/{clawback}"))["clawback"]!.Fen("receivedFen").ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_case_closes_at_zero_and_takes_nothing_more(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var clawback = await OwingAsync(world, 1_000);
        (await world.Maker.DoAsync($"/api/funding/clawbacks/{clawback}/receipts", world.Receipt(999)))["clawback"]!.Text("status").ShouldBe("open");
        var closed = (await world.Maker.DoAsync($"/api/funding/clawbacks/{clawback}/receipts", world.Receipt(1)))["clawback"]!;

        (closed.Text("status"), closed.Text("closedOn")).ShouldBe(("closed", $"{world.Today:yyyy-MM-dd}"));
        await world.Maker.RefusedAsync($"/api/funding/clawbacks/{clawback}/receipts", world.Receipt(1), HttpStatusCode.Conflict, "receipt-above-outstanding");
        (await World.ListAsync(world.Maker, "/api/funding/clawbacks?status=open")).ShouldBeEmpty();
    }

    // A failed review takes all of it back.
    private static async Task<Guid> OwingAsync(World world, long fen, Guid? appropriation = null)
    {
        var body = await world.BodyAsync();
        await world.PaidAsync(body, appropriation ?? await world.OpenAppropriationAsync(), fen);
        await world.ReviewedAsync(body, "fail");
        return (await world.ClawbackAsync(body)).Key("id");
    }
}

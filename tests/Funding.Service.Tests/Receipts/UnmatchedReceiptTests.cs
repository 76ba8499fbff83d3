using System.Net;
using Funding.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.Receipts;

public sealed class UnmatchedReceiptTests(FundingHosts hosts)
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_receipt_waits_for_its_cases_finds_one_by_its_notice_and_is_given_out_once(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var appropriation = await world.OpenAppropriationAsync();
        var (first, second) = (await OwingAsync(world, 1_000, appropriation), await OwingAsync(world, 800, appropriation));
        var notice = (await world.Approver.DoAsync($"/api/funding/clawbacks/{second}/notices"))["notice"]!.Text("number");

        var known = await world.Maker.DoAsync("/api/funding/receipts", Receipt(world, "A", 300, notice));
        known["matches"]!.AsArray().Single()!.Key("clawbackId").ShouldBe(second);
        var unknown = await world.Maker.DoAsync("/api/funding/receipts", Receipt(world, "B", 1_600, "科技局"));
        var id = unknown["receipt"]!.Key("id");
        unknown["suggestions"]!.AsArray().Select(s => s!.Key("clawbackId")).ShouldBe([first, second], ignoreOrder: true);
        (await World.ListAsync(world.Maker, "/api/funding/receipts?unmatched=true")).ShouldHaveSingleItem().Key("id").ShouldBe(id);

        await world.Maker.RefusedAsync($"/api/funding/receipts/{id}/match", new { clawbackId = first, amountFen = 1_001 }, HttpStatusCode.Conflict, "receipt-above-outstanding");
        await world.Maker.DoAsync($"/api/funding/receipts/{id}/match", new { clawbackId = first, amountFen = 1_000 });
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Maker.SendAsync($"/api/funding/receipts/{id}/match", new { clawbackId = second, amountFen = 400 })));
        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        await world.Maker.RefusedAsync($"/api/funding/receipts/{id}/match", new { clawbackId = second, amountFen = 100_000, overpayment = true }, HttpStatusCode.Conflict, "receipt-spent");

        // What belongs to nobody goes back to the payer, by two persons.
        var refund = new { amountFen = 200, payeeName = "某公司", payeeAccount = "3309020104000123", reason = "误缴" };
        var proposed = await world.Maker.DoAsync($"/api/funding/receipts/{id}/refunds", refund);
        await world.Approver.DoAsync($"/api/funding/clawback-decisions/{proposed.Key("id")}/approve");
        await world.Maker.RefusedAsync($"/api/funding/receipts/{id}/refunds", refund, HttpStatusCode.Conflict, "receipt-spent");
        var sheet = await world.Approver.ReadAsync($"/api/funding/clawback-decisions/{proposed.Key("id")}/sheet");
        sheet["programme"].ShouldBeNull();
        sheet["lines"]!.AsArray().Select(line => (line!.Text("clauseId"), line!["result"]!.Fen("fen"))).ShouldBe([("P-5", 200), ("P-5", 200), ("P-5", 0)]);
        await world.Maker.DoAsync($"/api/funding/clawback-decisions/{proposed.Key("id")}/paid", new { paidOn = world.Today, bankReference = "T-2" });

        (await World.ListAsync(world.Maker, "/api/funding/receipts?unmatched=true")).ShouldBeEmpty();
        var cases = (await World.ListAsync(world.Maker, "/api/funding/clawbacks")).ToDictionary(c => c.Key("id"), c => c.Fen("outstandingFen"));
        (cases[first], cases[second]).ShouldBe((0, 100));
        await world.VerifyAsync();
    }

    private static object Receipt(World world, string number, long amountFen, string reference) =>
        new { amountFen, receiptNumber = $"{number}-{world.Name}", receivedOn = world.Today, payerName = "舟山某科技有限公司", reference };

    private static async Task<Guid> OwingAsync(World world, long fen, Guid appropriation)
    {
        var body = await world.BodyAsync();
        await world.PaidAsync(body, appropriation, fen);
        await world.ReviewedAsync(body, "fail");
        return (await world.ClawbackAsync(body)).Key("id");
    }
}

using System.Net;
using System.Text.Json.Nodes;
using Contracts.Registry;
using Funding.Tests.Hosting;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.Decisions;

public sealed class DecisionTests(FundingHosts hosts)
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task What_is_paid_too_much_is_taken_as_such_and_returned_by_two_persons(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var (body, clawback) = await OwingAsync(world, 10_000);
        var receipt = new { amountFen = 12_000, receiptNumber = $"多-{world.Name}", receivedOn = world.Today };
        await world.Maker.RefusedAsync($"/api/funding/clawbacks/{clawback}/receipts", receipt, HttpStatusCode.Conflict, "receipt-above-outstanding");
        await world.Maker.DoAsync($"/api/funding/clawbacks/{clawback}/receipts", new { receipt.amountFen, receipt.receiptNumber, receipt.receivedOn, overpayment = true });
        var refund = new { amountFen = 2_000, payeeName = "舟山某科技有限公司", payeeAccount = "3309020104000123", reason = "多缴" };
        await world.Maker.RefusedAsync($"/api/funding/clawbacks/{clawback}/refunds", new { amountFen = 2_001, refund.payeeName, refund.payeeAccount, refund.reason }, HttpStatusCode.Conflict, "refund-above-due");
        var both = world.As("both", Roles.FinanceMaker, Roles.FinanceApprover);
        var proposed = await both.DoAsync($"/api/funding/clawbacks/{clawback}/refunds", refund);
        await both.RefusedAsync($"/api/funding/clawback-decisions/{proposed.Key("id")}/approve", null, HttpStatusCode.Forbidden, "maker-cannot-approve");

        var approved = await world.Approver.DoAsync($"/api/funding/clawback-decisions/{proposed.Key("id")}/approve");
        await world.VerifyAsync();
        await world.Maker.RefusedAsync($"/api/funding/clawbacks/{clawback}/refunds", refund, HttpStatusCode.Conflict, "refund-above-due");
        await world.Maker.DoAsync($"/api/funding/clawback-decisions/{proposed.Key("id")}/paid", new { paidOn = world.Today, bankReference = "T-1" });

        (approved.Text("status"), approved.Text("number")).ShouldBe(("approved", $"退款〔{world.Year}〕1号"));
        var after = await CaseAsync(world, clawback);
        (after.Text("status"), after.Fen("receivedFen"), after.Fen("refundedFen"), after.Fen("refundDueFen")).ShouldBe(("closed", 12_000, 2_000, 0));
        Year(await world.AccountAsync(body), world.Year).Fen("recoveredFen").ShouldBe(10_000);
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task What_cannot_be_had_is_written_off_by_a_leader_and_never_more_than_is_outstanding(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var (body, clawback) = await OwingAsync(world, 10_000);
        await world.Maker.DoAsync($"/api/funding/clawbacks/{clawback}/receipts", world.Receipt(4_000));
        await world.Maker.RefusedAsync($"/api/funding/clawbacks/{clawback}/write-offs", WriteOff(world, 6_001), HttpStatusCode.Conflict, "write-off-above-outstanding");
        var proposed = await world.Maker.DoAsync($"/api/funding/clawbacks/{clawback}/write-offs", WriteOff(world, 6_000));
        await world.Maker.RefusedAsync($"/api/funding/clawbacks/{clawback}/write-offs", WriteOff(world, 1), HttpStatusCode.Conflict, "decision-pending");
        await world.Approver.RefusedAsync($"/api/funding/clawback-decisions/{proposed.Key("id")}/approve", null, HttpStatusCode.Forbidden, "forbidden");

        // What comes in before the approval counts: it is decided again.
        await world.Maker.DoAsync($"/api/funding/clawbacks/{clawback}/receipts", world.Receipt(500));
        var leader = world.As("leader", Roles.Leader);
        await leader.RefusedAsync($"/api/funding/clawback-decisions/{proposed.Key("id")}/approve", null, HttpStatusCode.Conflict, "write-off-above-outstanding");
        await world.Maker.DoAsync($"/api/funding/clawback-decisions/{proposed.Key("id")}/withdraw", new { reason = "金额有变" });
        var again = await world.Maker.DoAsync($"/api/funding/clawbacks/{clawback}/write-offs", WriteOff(world, 5_500));
        var done = await leader.DoAsync($"/api/funding/clawback-decisions/{again.Key("id")}/approve");

        done.Text("number").ShouldBe($"追缴处理〔{world.Year}〕1号", "the refused approval left no gap");
        var after = await CaseAsync(world, clawback);
        (after.Text("status"), after.Fen("writtenOffFen"), after.Fen("outstandingFen")).ShouldBe(("closed", 5_500, 0));
        (await world.Auditor.ReadAsync($"/api/funding/clawback-decisions/{again.Key("id")}/sheet"))["lines"]!.AsArray().Count.ShouldBe(4);
        Year(await world.AccountAsync(body), world.Year).Fen("recoveredFen").ShouldBe(4_500);
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Fraud_is_claimed_by_two_persons_up_to_what_is_left_and_falls_with_an_upheld_objection_and_a_returned_payment(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var body = await world.BodyAsync();
        var appropriation = await world.OpenAppropriationAsync();
        var (advance, run) = await world.PaidAsync(body, appropriation, 6_000);
        await world.PaidAsync(body, appropriation, 4_000);
        await world.ReviewedAsync(body, "good");
        await world.Maker.RefusedAsync("/api/funding/clawback-claims", Claim(world, body, "fraud", 9_001), HttpStatusCode.Conflict, "claim-above-left");
        await world.Maker.RefusedAsync("/api/funding/clawback-claims", Claim(world, body, "revocation", 1), HttpStatusCode.Conflict, "standing-stands");
        var proposed = await world.Maker.DoAsync("/api/funding/clawback-claims", Claim(world, body, "fraud", 5_000));
        var claimed = await world.Approver.DoAsync($"/api/funding/clawback-decisions/{proposed.Key("id")}/approve");
        await world.VerifyAsync();
        var clawback = claimed.Key("clawbackId");
        var told = (await world.ToldAsync("funding.clawback-opened", body)).ShouldHaveSingleItem("what the settlement claims is told with it");
        (told.Key("clawbackId"), told.Text("cause"), told.Fen("claimedFen"), told.Text("dueOn")).ShouldBe((clawback, "fraud", 5_000, $"{world.Today.AddDays(30):yyyy-MM-dd}"));
        var notice = await world.Approver.DoAsync($"/api/funding/clawbacks/{clawback}/notices");
        await world.Approver.RefusedAsync($"/api/funding/clawbacks/{clawback}/notices", null, HttpStatusCode.Conflict, "notice-issued");
        (notice["notice"]!.Text("number"), notice["notice"]!.Fen("claimedFen"), notice["notice"]!.Text("dueOn"))
            .ShouldBe(($"追缴通知〔{world.Year}〕1号", 5_000, $"{world.Today.AddDays(30):yyyy-MM-dd}"));
        (await world.Maker.DoAsync($"/api/funding/clawback-notices/{notice["notice"]!.Key("id")}/delivery", new { deliveredOn = world.Today, how = "直接送达" }))["notice"]!
            .Text("deliveredOn").ShouldBe($"{world.Today:yyyy-MM-dd}");

        var objecting = await world.Operator("913309000000000001").DoAsync($"/api/funding/clawbacks/{clawback}/objections", new { grounds = "其中1000分有据可查" });
        var objection = objecting["objections"]!.AsArray().Single()!.Key("id");
        var ruling = new { outcome = "upheld", amountFen = 1_000, reason = "核实属实", documentNumber = "舟科异〔2026〕1号", decidedOn = world.Today };
        var ruled = await world.Maker.DoAsync($"/api/funding/clawback-objections/{objection}/rulings", ruling);
        (await world.Approver.DoAsync($"/api/funding/clawback-decisions/{ruled.Key("id")}/approve")).Text("number").ShouldBe($"异议决定〔{world.Year}〕1号");
        var heard = await CaseAsync(world, clawback);
        (heard.Fen("claimedFen"), heard["openObjections"]!.GetValue<int>()).ShouldBe((4_000, 0));
        await world.VerifyAsync();

        // 4,000 stay paid; the review (good) takes 400 of them, which lie under what fraud claims.
        await world.ReportAsync(run, advance, "returned");
        var year = Year(await world.AccountAsync(body), world.Year);
        (year.Fen("paidFen"), year.Fen("fraudFen") + year.Fen("overAdvanceFen")).ShouldBe((4_000, 4_000));
        await world.VerifyAsync();
    }

    [Fact]
    public async Task A_computed_claim_is_not_bargained_about_and_only_a_revoked_body_owes_for_its_revocation()
    {
        var world = await World.OpenAsync(await hosts.OnAsync(DatabaseProvider.Sqlite));
        var (body, clawback) = await OwingAsync(world, 10_000, "good");
        var objecting = await world.Operator("913309000000000001").DoAsync($"/api/funding/clawbacks/{clawback}/objections", new { grounds = "等次有误" });
        var objection = objecting["objections"]!.AsArray().Single()!.Key("id");
        var ruling = new { outcome = "upheld", amountFen = 500, reason = "等次有误", documentNumber = "舟科异〔2026〕1号", decidedOn = world.Today };
        var refusal = await world.Maker.RefusedAsync($"/api/funding/clawback-objections/{objection}/rulings", ruling, HttpStatusCode.Conflict, "claim-follows-review");
        (refusal.Text("clause"), refusal["inputs"]!.Text("correct")).ShouldBe(("ZS-07", "review"));
        await world.Operator("91330902MA2A00001U").RefusedAsync($"/api/funding/clawback-objections/{objection}/withdraw", null, HttpStatusCode.NotFound, "not-found");
        (await world.Operator("913309000000000001").DoAsync($"/api/funding/clawback-objections/{objection}/withdraw"))["clawback"]!["openObjections"]!.GetValue<int>().ShouldBe(0);

        await world.Host.Publisher.PublishAsync(world.Institution(body, 2, Standings.Revoked));
        await Eventually.PassesAsync(async () => (await world.AccountAsync(body)).Text("standing").ShouldBe(Standings.Revoked));
        var proposed = await world.Maker.DoAsync("/api/funding/clawback-claims", Claim(world, body, "revocation", 9_000));
        await world.Approver.DoAsync($"/api/funding/clawback-decisions/{proposed.Key("id")}/approve");

        Year(await world.AccountAsync(body), world.Year).Fen("revocationFen").ShouldBe(9_000);
        await world.Maker.RefusedAsync("/api/funding/clawback-claims", Claim(world, body, "fraud", 1), HttpStatusCode.Conflict, "claim-above-left");
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task An_upheld_objection_to_a_computed_claim_says_what_to_correct_until_the_claim_came_down_by_it(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var (body, clawback) = await OwingAsync(world, 10_000, "pass");
        var objecting = await world.Operator("913309000000000001").DoAsync($"/api/funding/clawbacks/{clawback}/objections", new { grounds = "等次有误" });
        var objection = objecting["objections"]!.AsArray().Single()!.Key("id");
        var ruling = new { outcome = "upheld", amountFen = 0, reason = "等次有误", documentNumber = "舟科异〔2026〕1号", decidedOn = world.Today };
        var ruled = await world.Maker.DoAsync($"/api/funding/clawback-objections/{objection}/rulings", ruling);
        await world.Approver.DoAsync($"/api/funding/clawback-decisions/{ruled.Key("id")}/approve");

        (await ToCorrectAsync(world)).ShouldHaveSingleItem().Text("toCorrect").ShouldBe("review");
        (await world.Maker.ReadAsync("/api/funding/today"))["duties"]!.AsArray().Single(d => d!.Text("name") == "objections-to-follow")!.Fen("amountFen").ShouldBe(3_000);
        (await CaseAsync(world, clawback)).Fen("claimedFen").ShouldBe(3_000);
        await world.ReviewedAsync(body, "good", version: 2);

        (await ToCorrectAsync(world)).ShouldBeEmpty();
        (await CaseAsync(world, clawback)).Fen("claimedFen").ShouldBe(1_000);
        await world.VerifyAsync();
    }

    private static Task<IReadOnlyList<JsonObject>> ToCorrectAsync(World world) => World.ListAsync(world.Maker, "/api/funding/clawback-objections?toCorrect=true");

    [Fact]
    public async Task What_the_pack_does_not_offer_is_refused()
    {
        var world = await World.OpenAsync(await hosts.OnAsync(DatabaseProvider.Sqlite), text => text.Without("  - name: clawback-causes", "  - name: functional-zone-is-county"));
        var (body, clawback) = await OwingAsync(world, 10_000, "good");

        await world.Maker.RefusedAsync($"/api/funding/clawbacks/{clawback}/write-offs", WriteOff(world, 1), HttpStatusCode.Conflict, "not-offered");
        await world.Maker.RefusedAsync($"/api/funding/clawbacks/{clawback}/instalments", Parts(world, 500, 500), HttpStatusCode.Conflict, "not-offered");
        await world.Maker.RefusedAsync("/api/funding/clawback-claims", Claim(world, body, "fraud", 1), HttpStatusCode.Conflict, "not-offered");
        await world.Operator("913309000000000001").RefusedAsync($"/api/funding/clawbacks/{clawback}/objections", new { grounds = "异议" }, HttpStatusCode.Conflict, "not-offered");
    }

    [Fact]
    public async Task A_plan_is_exactly_what_is_outstanding_and_sets_the_days()
    {
        var world = await World.OpenAsync(await hosts.OnAsync(DatabaseProvider.Sqlite));
        var (_, clawback) = await OwingAsync(world, 1_000);
        await world.Maker.RefusedAsync($"/api/funding/clawbacks/{clawback}/instalments", Parts(world, 500, 499), HttpStatusCode.Conflict, "instalments-differ");
        await world.Maker.RefusedAsync($"/api/funding/clawbacks/{clawback}/instalments", Parts(world, 1_000), HttpStatusCode.Conflict, "instalments-count");
        var proposed = await world.Maker.DoAsync($"/api/funding/clawbacks/{clawback}/instalments", Parts(world, 400, 300, 300));
        await world.Approver.DoAsync($"/api/funding/clawback-decisions/{proposed.Key("id")}/approve");

        (await CaseAsync(world, clawback)).Text("dueOn").ShouldBe($"{world.Today.AddDays(10):yyyy-MM-dd}");
        await world.Maker.DoAsync($"/api/funding/clawbacks/{clawback}/receipts", world.Receipt(400));
        (await CaseAsync(world, clawback)).Text("dueOn").ShouldBe($"{world.Today.AddDays(20):yyyy-MM-dd}");
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task What_is_withheld_from_the_next_advance_counts_once_the_bank_has_paid_the_rest_and_no_longer_when_it_comes_back(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var (body, clawback) = await OwingAsync(world, 1_000);
        var next = await world.OpenAppropriationAsync(world.Year + 1);
        var advance = await world.ApprovedAsync(body, next, 5_000);
        var proposed = await world.Maker.DoAsync($"/api/funding/clawbacks/{clawback}/offsets", Offset(world, advance, 700));
        await world.Maker.RefusedAsync($"/api/funding/clawbacks/{clawback}/offsets", Offset(world, advance, 1_001), HttpStatusCode.Conflict, "offset-too-large");
        await world.Approver.DoAsync($"/api/funding/clawback-decisions/{proposed.Key("id")}/approve");
        await world.Maker.RefusedAsync($"/api/funding/clawbacks/{clawback}/write-offs", WriteOff(world, 301), HttpStatusCode.Conflict, "write-off-above-outstanding");
        (await CaseAsync(world, clawback)).Fen("outstandingFen").ShouldBe(1_000);

        var run = await world.ExportAsync(advance);
        await world.ReportAsync(run, advance, "paid");
        var taken = await CaseAsync(world, clawback);
        (taken.Fen("offsetFen"), taken.Fen("outstandingFen")).ShouldBe((700, 300));
        Year(await world.AccountAsync(body), world.Year + 1).Fen("paidFen").ShouldBe(5_000);
        await world.VerifyAsync();

        await world.ReportAsync(run, advance, "returned");
        var back = await CaseAsync(world, clawback);
        (back.Fen("offsetFen"), back.Fen("outstandingFen"), back.Text("status")).ShouldBe((0, 1_000, "open"));
        (await world.Maker.ReadAsync($"/api/funding/clawback-decisions/{proposed.Key("id")}")).Text("status").ShouldBe("lapsed");
        await world.VerifyAsync();
    }

    private static async Task<(Guid Body, Guid Clawback)> OwingAsync(World world, long fen, string grade = "fail")
    {
        var body = await world.BodyAsync();
        await world.PaidAsync(body, await world.OpenAppropriationAsync(), fen);
        await world.ReviewedAsync(body, grade);
        return (body, (await world.ClawbackAsync(body)).Key("id"));
    }

    private static async Task<JsonNode> CaseAsync(World world, Guid clawback) => (await world.Maker.ReadAsync($"/api/funding/clawbacks/{clawback}"))["clawback"]!;

    private static JsonNode Year(JsonObject account, int year) => account["years"]!.AsArray().Single(y => y!["fiscalYear"]!.GetValue<int>() == year)!;

    private static object WriteOff(World world, long amountFen) =>
        new { amountFen, reason = "单位已注销", documentNumber = "舟科核〔2026〕1号", decidedOn = world.Today };

    private static object Offset(World world, Guid paymentId, long amountFen) =>
        new { paymentId, amountFen, reason = "抵扣", documentNumber = "舟科抵〔2026〕1号", decidedOn = world.Today };

    private static object Claim(World world, Guid institutionId, string cause, long amountFen) => new
    {
        institutionId,
        fiscalYear = world.Year,
        cause,
        amountFen,
        reason = "经查实",
        documentNumber = "舟科追〔2026〕9号",
        decidedOn = world.Today,
    };

    private static object Parts(World world, params long[] fens) =>
        new { parts = fens.Select((fen, i) => new { dueOn = world.Today.AddDays(10 * (i + 1)), amountFen = fen }), reason = "资金困难" };
}

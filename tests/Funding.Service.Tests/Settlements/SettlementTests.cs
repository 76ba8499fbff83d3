using System.Net;
using Funding.Tests.Hosting;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Databases;
using Testing.Identity;
using Xunit;

namespace Funding.Tests.Settlements;

public sealed class SettlementTests(FundingHosts hosts)
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_review_told_again_or_out_of_order_moves_no_money_and_settles_once(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var body = await world.BodyAsync();
        await world.PaidAsync(body, await world.OpenAppropriationAsync(), 10_000);

        await world.PublishedAsync([.. new[] { 3, 1, 2, 3, 3 }.Select(version => world.Review(body, version == 3 ? "pass" : "fail", version: version))]);
        (await World.ListAsync(world.Maker, $"/api/funding/settlements?institution={body}")).ShouldBeEmpty();
        var settlement = await world.SettledAsync(body);

        (settlement["reviewVersion"]!.GetValue<long>(), settlement.Fen("entitledFen")).ShouldBe((3, 7_000));
        (await world.ClawbackAsync(body)).Fen("outstandingFen").ShouldBe(3_000);
        await world.Maker.RefusedAsync("/api/funding/settlement-runs", new { programme = world.Name, fiscalYear = world.Year }, HttpStatusCode.Conflict, "nothing-to-settle");
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Grades_that_are_not_published_yet_are_shown_in_money_and_change_nothing(DatabaseProvider provider)
    {
        var host = await hosts.OnAsync(provider);
        var world = await World.OpenAsync(host);
        var (body, unpaid) = (await world.BodyAsync(), await world.BodyAsync());
        await world.PaidAsync(body, await world.OpenAppropriationAsync(), 10_000);
        var reporting = host.As(new TestUser("reporting-service", [Roles.Service]));
        object Ask(string grade) => new
        {
            programme = world.Name, fiscalYear = world.Year, bodies = new[] { new { institutionId = body, grade }, new { institutionId = unpaid, grade } },
        };

        var line = (await reporting.DoAsync("/api/funding/settlement-previews", Ask("pass")))["items"]!.AsArray().ShouldHaveSingleItem()!;
        var unknown = (await reporting.DoAsync("/api/funding/settlement-previews", Ask("superb")))["items"]!.AsArray().ShouldHaveSingleItem()!;

        (line.Key("institutionId"), line.Fen("paidFen"), line.Fen("entitledFen"), line.Fen("clawbackFen")).ShouldBe((body, 10_000, 7_000, 3_000));
        (unknown["entitledFen"], unknown["refusedEn"] is null).ShouldBe((null, false));
        (await World.ListAsync(world.Maker, $"/api/funding/settlements?institution={body}")).ShouldBeEmpty();
        (await world.PendingAsync(body)).ShouldBeEmpty();
        await world.Maker.RefusedAsync("/api/funding/settlement-previews", Ask("pass"), HttpStatusCode.Forbidden, "forbidden");
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_review_that_comes_before_its_institution_waits_for_it(DatabaseProvider provider)
    {
        var host = await hosts.OnAsync(provider);
        var world = await World.OpenAsync(host);
        var body = Guid.CreateVersion7();
        await host.Publisher.PublishAsync(world.Review(body, "good"));
        await world.BodyAsync();

        await host.Publisher.PublishAsync(world.Institution(body));

        await Eventually.PassesAsync(async () => (await world.PendingAsync(body)).ShouldHaveSingleItem());
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_corrected_review_compensates_and_edits_no_posting(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var body = await world.BodyAsync();
        await world.PaidAsync(body, await world.OpenAppropriationAsync(), 10_000);
        await world.ReviewedAsync(body, "fail");
        var before = await World.ListAsync(world.Auditor, $"/api/funding/ledger/postings?institution={body}");

        var corrected = await world.ReviewedAsync(body, "good", version: 2);

        corrected.Fen("entitledFen").ShouldBe(9_000);
        (await world.ClawbackAsync(body)).Fen("claimedFen").ShouldBe(1_000);
        var after = await World.ListAsync(world.Auditor, $"/api/funding/ledger/postings?institution={body}");
        after.Take(before.Count).Select(Content).ShouldBe(before.Select(Content));
        Content(after.Skip(before.Count).ShouldHaveSingleItem()).ShouldBe(("year-settled", "entitled", "receivable", 9_000));
        var detail = await world.Auditor.ReadAsync($"/api/funding/settlements/{corrected.Key("id")}");
        detail["revisions"]!.AsArray().Select(r => r!.Fen("entitledFen")).ShouldBe([0, 9_000]);
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task What_was_received_above_a_corrected_claim_is_owed_to_the_body(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var body = await world.BodyAsync();
        await world.PaidAsync(body, await world.OpenAppropriationAsync(), 10_000);
        await world.ReviewedAsync(body, "fail");
        var clawback = (await world.ClawbackAsync(body)).Key("id");
        await world.Maker.DoAsync($"/api/funding/clawbacks/{clawback}/receipts", world.Receipt(4_000));

        await world.ReviewedAsync(body, "good", version: 2);

        var corrected = await world.ClawbackAsync(body);
        (corrected.Text("status"), corrected.Fen("claimedFen"), corrected.Fen("outstandingFen"), corrected.Fen("refundDueFen")).ShouldBe(("closed", 1_000, 0, 3_000));
        await world.VerifyAsync();

        await world.ReviewedAsync(body, "fail", version: 3);
        var again = await world.ClawbackAsync(body);
        (again.Text("status"), again.Fen("outstandingFen"), again.Fen("refundDueFen")).ShouldBe(("open", 6_000, 0));
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_payment_returned_after_the_settlement_settles_the_year_again(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var body = await world.BodyAsync();
        var appropriation = await world.OpenAppropriationAsync();
        await world.PaidAsync(body, appropriation, 10_000);
        var (second, run) = await world.PaidAsync(body, appropriation, 1_005);
        (await world.ReviewedAsync(body, "good")).Fen("clawbackFen").ShouldBe(11_005 - 9_904);

        await world.ReportAsync(run, second, "returned");

        var settlement = (await World.ListAsync(world.Maker, $"/api/funding/settlements?institution={body}")).ShouldHaveSingleItem();
        (settlement.Fen("advanceFen"), settlement.Fen("entitledFen"), settlement.Fen("clawbackFen")).ShouldBe((10_000, 9_000, 1_000));
        (await world.ClawbackAsync(body)).Fen("outstandingFen").ShouldBe(1_000);
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_settled_year_is_topped_up_by_a_decision_of_two_persons_where_the_pack_allows_it(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider), TopUpTests.Allowed);
        var (good, body) = (await world.BodyAsync(), await world.BodyAsync());
        var appropriation = await world.OpenAppropriationAsync(amountFen: 30_000);
        await world.PaidAsync(good, appropriation, 10_000);
        await world.PaidAsync(body, appropriation, 10_000);
        await world.PublishedAsync(world.Review(good, "good"), world.Review(body, "excellent"));
        await world.Maker.RefusedAsync("/api/funding/advances", world.TopUp(body, appropriation, 500), HttpStatusCode.Conflict, "year-not-settled");
        await world.SettledAsync(good);
        await world.SettledAsync(body);
        await world.Maker.RefusedAsync("/api/funding/advances", world.TopUp(good, appropriation, 500), HttpStatusCode.Conflict, "top-up-while-claimed");

        var topUp = (await world.Maker.DoAsync("/api/funding/advances", world.TopUp(body, appropriation, 10_000)))["advance"]!.Key("id");
        var tooMuch = (await world.Maker.DoAsync("/api/funding/advances", world.TopUp(body, appropriation, 1)))["advance"]!.Key("id");
        await world.Approver.DoAsync($"/api/funding/advances/{topUp}/approve");
        await world.Approver.RefusedAsync($"/api/funding/advances/{tooMuch}/approve", null, HttpStatusCode.Conflict, "annual-cap-exceeded");
        await world.ReportAsync(await world.ExportAsync(topUp), topUp, "paid");

        var settlement = (await World.ListAsync(world.Maker, $"/api/funding/settlements?institution={body}")).ShouldHaveSingleItem();
        (settlement.Fen("advanceFen"), settlement.Fen("entitledFen"), settlement.Fen("clawbackFen")).ShouldBe((20_000, 20_000, 0));
        await world.VerifyAsync();
    }

    private static (string Kind, string Debit, string Credit, long Fen) Content(System.Text.Json.Nodes.JsonObject posting) =>
        (posting.Text("kind"), posting.Text("debit"), posting.Text("credit"), posting.Fen("amountFen"));
}

using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Funding.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Xunit;

namespace Funding.Tests;

public sealed class BadInputTests(FundingHosts hosts)
{
    [Theory]
    [InlineData("amountFen", "-1")]
    [InlineData("amountFen", "0")]
    [InlineData("amountFen", "1.5")]
    [InlineData("amountFen", "\"100\"")]
    [InlineData("amountFen", "1000000000000000001")]
    [InlineData("amountFen", "1000000000000000")]
    [InlineData("amountFen", "99999999999999999999")]
    [InlineData("fiscalYear", "1999")]
    [InlineData("fiscalYear", "2031")]
    [InlineData("documentDate", "\"2026-02-30\"")]
    [InlineData("documentDate", "\"2099-01-01\"")]
    [InlineData("documentNumber", "\" \"")]
    [InlineData("programme", "\"no-such-programme\"")]
    [InlineData("unknown", "1")]
    public async Task A_wrong_appropriation_is_refused_and_nothing_is_there(string field, string value)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(DatabaseProvider.Sqlite));
        await world.OpenAppropriationAsync(world.Year + 1);
        var body = System.Text.Json.JsonSerializer.SerializeToNode(world.Appropriation())!.AsObject();

        await RefusedAsync(world.Maker, "/api/funding/appropriations", Broken(body, field, value));

        (await World.ListAsync(world.Maker, "/api/funding/appropriations")).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("amountFen", "-1")]
    [InlineData("amountFen", "0.01")]
    [InlineData("amountFen", "1000000000000000000")]
    [InlineData("institutionId", "\"0192aaaa-0000-7000-8000-000000000000\"")]
    [InlineData("institutionId", "\"not-a-key\"")]
    [InlineData("appropriationId", "\"0192aaaa-0000-7000-8000-000000000000\"")]
    [InlineData("allottedOn", "\"1926-03-02\"")]
    [InlineData("allottedOn", "\"2026-13-01\"")]
    [InlineData("payeeAccount", "\"12 34\"")]
    [InlineData("payeeAccount", "null")]
    [InlineData("purpose", "\"\"")]
    public async Task A_wrong_advance_is_refused_and_nothing_is_there(string field, string value)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(DatabaseProvider.Sqlite));
        var appropriation = await world.OpenAppropriationAsync();
        var body = System.Text.Json.JsonSerializer.SerializeToNode(world.Advance(await world.BodyAsync(), appropriation, 100))!.AsObject();

        await RefusedAsync(world.Maker, "/api/funding/advances", Broken(body, field, value));

        (await World.ListAsync(world.Maker, "/api/funding/advances")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{\"results\": []}")]
    [InlineData("{\"results\": null}")]
    [InlineData("{\"results\": [null]}")]
    [InlineData("{\"results\": [{\"paymentId\": \"0192aaaa-0000-7000-8000-000000000000\", \"outcome\": \"paid\", \"on\": \"2026-03-02\", \"bankReference\": \"b\"}]}")]
    [InlineData("{\"results\": [{\"paymentId\": \"0192aaaa-0000-7000-8000-000000000000\", \"outcome\": \"lost\", \"on\": \"2026-03-02\", \"bankReference\": \"b\"}]}")]
    [InlineData("{\"results\"")]
    public async Task A_wrong_bank_answer_is_refused(string body)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(DatabaseProvider.Sqlite));
        var run = await world.ExportAsync(await world.ApprovedAsync(await world.BodyAsync(), await world.OpenAppropriationAsync(), 100));

        await RefusedAsync(world.Maker, $"/api/funding/payment-runs/{run}/results", body);

        (await world.Maker.ReadAsync($"/api/funding/payment-runs/{run}"))["results"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failed_payment_needs_a_reason_and_one_wrong_row_refuses_all()
    {
        var world = await World.OpenAsync(await hosts.OnAsync(DatabaseProvider.Sqlite));
        var appropriation = await world.OpenAppropriationAsync();
        var body = await world.BodyAsync();
        var (one, two) = (await world.ApprovedAsync(body, appropriation, 100), await world.ApprovedAsync(body, appropriation, 200));
        var run = await world.ExportAsync(one, two);
        object Row(Guid advance, string outcome, string? reason) => new { paymentId = advance, outcome, on = world.Today, bankReference = "b-1", reason };

        await world.Maker.RefusedAsync(
            $"/api/funding/payment-runs/{run}/results", new { results = new[] { Row(one, "paid", null), Row(two, "failed", null) } }, HttpStatusCode.BadRequest, "bad-input");
        await world.Maker.RefusedAsync(
            $"/api/funding/payment-runs/{run}/results", new { results = new[] { Row(one, "paid", null), Row(two, "returned", "退汇") } }, HttpStatusCode.Conflict, "result-out-of-order");

        (await world.Maker.ReadAsync($"/api/funding/payment-runs/{run}"))["payments"]!.AsArray().ShouldAllBe(a => a!.Text("status") == "exported");
        await world.VerifyAsync();
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("0.5")]
    [InlineData("\"100\"")]
    [InlineData("1000000000000001")]
    public async Task A_wrong_amount_is_refused_wherever_money_is_typed_and_nothing_is_posted(string fen)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(DatabaseProvider.Sqlite));
        var (body, year) = (await world.BodyAsync(), await world.OpenAppropriationAsync());
        await world.PaidAsync(body, year, 10_000);
        await world.ReviewedAsync(body, "pass");
        var clawback = $"/api/funding/clawbacks/{(await world.ClawbackAsync(body)).Key("id")}";
        var document = new { documentNumber = "舟科〔2026〕9号", documentDate = world.Today, decidedOn = world.Today, reason = "核定" };
        var postings = (await World.ListAsync(world.Auditor, $"/api/funding/ledger/postings?institution={body}")).Count;

        await RefusedAsync(world.Maker, $"{clawback}/receipts", Typed(fen, new { receiptNumber = "R-1", receivedOn = world.Today, amountFen = 0 }), 400);
        await RefusedAsync(world.Maker, "/api/funding/receipts", Typed(fen, new { receiptNumber = "R-1", receivedOn = world.Today, amountFen = 0 }), 400);
        await RefusedAsync(world.Maker, $"{clawback}/write-offs", Typed(fen, new { amountFen = 0, document.reason, document.documentNumber, document.decidedOn }), 400);
        await RefusedAsync(world.Maker, $"{clawback}/offsets", Typed(fen, new { paymentId = body, amountFen = 0, document.reason, document.documentNumber, document.decidedOn }), 400);
        await RefusedAsync(world.Maker, $"{clawback}/instalments", Typed(fen, new { parts = new[] { new { dueOn = world.Today, amountFen = 0 } }, document.reason }), 400);
        await RefusedAsync(world.Maker, $"{clawback}/refunds", Typed(fen, new { amountFen = 0, payeeName = "某公司", payeeAccount = "3309020104000123", document.reason }), 400);
        await RefusedAsync(
            world.Maker,
            "/api/funding/clawback-claims",
            Typed(fen, new { institutionId = body, fiscalYear = world.Year, cause = "fraud", amountFen = 0, document.reason, document.documentNumber, document.decidedOn }),
            400);
        await RefusedAsync(
            world.Maker,
            $"/api/funding/appropriations/{year}/changes",
            Typed(fen, new { kind = "supplement", amountFen = 0, document.documentNumber, document.documentDate, document.reason }),
            400);
        await RefusedAsync(
            world.Operator("913309000000000001"),
            "/api/funding/spending-statements",
            Typed(fen, new { institutionId = body, fiscalYear = world.Year, vouchers = new[] { new { number = "V1", sellerName = "某公司", amountFen = 0, issuedOn = world.Today, purpose = "设备" } } }),
            400);

        (await World.ListAsync(world.Auditor, $"/api/funding/ledger/postings?institution={body}")).Count.ShouldBe(postings);
    }

    [Fact]
    public async Task A_closed_case_takes_nothing_more_and_nothing_is_posted()
    {
        var world = await World.OpenAsync(await hosts.OnAsync(DatabaseProvider.Sqlite));
        var body = await world.BodyAsync();
        await world.PaidAsync(body, await world.OpenAppropriationAsync(), 10_000);
        await world.ReviewedAsync(body, "pass");
        var clawback = $"/api/funding/clawbacks/{(await world.ClawbackAsync(body)).Key("id")}";
        (await world.Maker.DoAsync($"{clawback}/receipts", world.Receipt(3_000)))["clawback"]!.Text("status").ShouldBe("closed");
        var postings = (await World.ListAsync(world.Auditor, $"/api/funding/ledger/postings?institution={body}")).Count;
        var writeOff = new { amountFen = 1, reason = "无法收回", documentNumber = "舟科〔2026〕9号", decidedOn = world.Today };
        var plan = new { parts = new[] { new { dueOn = world.Today, amountFen = 1 }, new { dueOn = world.Today.AddDays(1), amountFen = 1 } }, reason = "困难" };

        await world.Maker.RefusedAsync($"{clawback}/receipts", world.Receipt(1), HttpStatusCode.Conflict, "receipt-above-outstanding");
        await world.Maker.RefusedAsync($"{clawback}/write-offs", writeOff, HttpStatusCode.Conflict, "write-off-above-outstanding");
        await world.Maker.RefusedAsync($"{clawback}/instalments", plan, HttpStatusCode.Conflict, "instalments-differ");
        await world.Approver.RefusedAsync($"{clawback}/notices", null, HttpStatusCode.Conflict, "nothing-outstanding");
        await world.Operator("913309000000000001").RefusedAsync($"{clawback}/objections", new { grounds = "异议" }, HttpStatusCode.Conflict, "objection-not-possible");

        (await World.ListAsync(world.Auditor, $"/api/funding/ledger/postings?institution={body}")).Count.ShouldBe(postings);
        await world.VerifyAsync();
    }

    private static string Typed(string fen, object body) =>
        System.Text.Json.JsonSerializer.Serialize(body).Replace("\"amountFen\":0", $"\"amountFen\":{fen}", StringComparison.Ordinal);

    private static string Broken(JsonObject body, string field, string value)
    {
        body[field] = null;
        return body.ToJsonString().Replace($"\"{field}\":null", $"\"{field}\":{value}", StringComparison.Ordinal);
    }

    private static async Task RefusedAsync(HttpClient client, string path, string body, int? status = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var answer = await client.SendAsync(request);
        ((int)answer.StatusCode).ShouldBeInRange(status ?? 400, status ?? 499, $"{path} {body} {await answer.Content.ReadAsStringAsync()}");
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.Text("zh").ShouldNotBeNullOrWhiteSpace();
    }
}

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

    private static string Broken(JsonObject body, string field, string value)
    {
        body[field] = null;
        return body.ToJsonString().Replace($"\"{field}\":null", $"\"{field}\":{value}", StringComparison.Ordinal);
    }

    private static async Task RefusedAsync(HttpClient client, string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var answer = await client.SendAsync(request);
        ((int)answer.StatusCode).ShouldBeInRange(400, 499, await answer.Content.ReadAsStringAsync());
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.Text("zh").ShouldNotBeNullOrWhiteSpace();
    }
}

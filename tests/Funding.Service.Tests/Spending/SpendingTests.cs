using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Funding.Tests.Hosting;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.Spending;

public sealed class SpendingTests(FundingHosts hosts)
{
    private const string Own = "913309000000000001";

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_statement_counts_once_two_persons_have_verified_it(DatabaseProvider provider)
    {
        var (world, body) = await PaidAsync(provider);
        var stated = await world.StatedAsync(body, world.Year, world.Voucher("A-1", 300), world.Voucher("A-2", 50));
        var (id, vouchers) = (stated["statement"]!.Key("id"), stated["vouchers"]!.AsArray());
        (await SpentAsync(world, body)).ShouldBe(0);

        var findings = new
        {
            rows = new object[]
            {
                new { voucherId = vouchers[0]!.Key("id"), accepted = true },
                new { voucherId = vouchers[1]!.Key("id"), accepted = false, reason = "与建设无关" },
            },
        };
        var verified = await world.Maker.DoAsync($"/api/funding/spending-statements/{id}/verify", findings);
        (verified["statement"]!.Text("status"), verified["statement"]!.Fen("acceptedFen")).ShouldBe(("verified", 300));
        (await SpentAsync(world, body)).ShouldBe(0);
        await world.Maker.RefusedAsync($"/api/funding/spending-statements/{id}/verify", findings, HttpStatusCode.Conflict, "statement-wrong-status");

        var confirmed = await world.Approver.DoAsync($"/api/funding/spending-statements/{id}/confirm");

        confirmed["statement"]!.Text("status").ShouldBe("confirmed");
        confirmed["vouchers"]!.AsArray().Select(v => (v!["accepted"]!.GetValue<bool>(), v["reason"]?.GetValue<string>())).ShouldBe([(true, null), (false, "与建设无关")]);
        (await SpentAsync(world, body)).ShouldBe(300);
        var told = (await world.ToldAsync("funding.spending-confirmed", body)).ShouldHaveSingleItem();
        (told.Key("statementId"), told["fiscalYear"]!.GetValue<int>(), told.Fen("amountFen")).ShouldBe((id, world.Year, 300));
        await world.Approver.RefusedAsync($"/api/funding/spending-statements/{id}/return", new { reason = "晚了" }, HttpStatusCode.Conflict, "statement-wrong-status");
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task An_invoice_is_accepted_once_however_it_is_typed_and_whoever_states_it(DatabaseProvider provider)
    {
        var (world, body) = await PaidAsync(provider);
        var other = await world.BodyAsync();
        await world.PaidAsync(other, (await World.ListAsync(world.Maker, "/api/funding/appropriations")).Single().Key("id"), 1_000);
        await world.VerifiedAsync(await world.StatedAsync(body, world.Year, world.Voucher("0033 2100-AB", 300, seller: "舟山（某）仪器有限公司", sellerCode: "91330902MA2A0000XJ")));

        foreach (var same in new[]
        {
            world.Voucher("３３２１００ａｂ", 300, seller: "舟山(某)仪器 有限公司"),
            world.Voucher("332100AB", 300, seller: "舟山某某仪器公司", sellerCode: "91330902MA2A0000XJ"),
        })
        {
            var stated = await world.StatedAsync(other, world.Year, same);
            var refusal = await world.Maker.RefusedAsync(
                $"/api/funding/spending-statements/{stated["statement"]!.Key("id")}/verify", World.Findings(stated), HttpStatusCode.Conflict, "invoice-accepted-before");
            (refusal.Text("clause"), refusal["inputs"]!.Text("number")).ShouldBe(("ZS-08", "0033 2100-AB"));
        }

        foreach (var different in new[] { world.Voucher("332100AB", 301, sellerCode: "91330902MA2A0000XJ"), world.Voucher("332100AB", 300, seller: "另一公司"), world.Voucher("332100AC", 300, sellerCode: "91330902MA2A0000XJ") })
        {
            await world.VerifiedAsync(await world.StatedAsync(other, world.Year, different));
        }
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Of_two_statements_that_are_verified_at_once_one_gets_the_invoice(DatabaseProvider provider)
    {
        var (world, body) = await PaidAsync(provider);
        List<JsonObject> stated = [];
        for (var i = 0; i < 4; i++)
        {
            stated.Add(await world.StatedAsync(body, world.Year, world.Voucher("77", 10)));
        }

        var answers = await Task.WhenAll(stated.Select(s => world.Maker.SendAsync($"/api/funding/spending-statements/{s["statement"]!.Key("id")}/verify", World.Findings(s))));

        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.Conflict).ShouldBe(3);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_returned_statement_frees_its_invoices_for_another(DatabaseProvider provider)
    {
        var (world, body) = await PaidAsync(provider);
        var first = await world.StatedAsync(body, world.Year, world.Voucher("88", 10));
        await world.VerifiedAsync(first);

        var returned = await world.Approver.DoAsync($"/api/funding/spending-statements/{first["statement"]!.Key("id")}/return", new { reason = "缺少合同" });

        (returned["statement"]!.Text("status"), returned["statement"]!.Text("returnReason"), returned["statement"]!.Fen("acceptedFen")).ShouldBe(("returned", "缺少合同", 0));
        await world.VerifiedAsync(await world.StatedAsync(body, world.Year, world.Voucher("88", 10)));
    }

    [Fact]
    public async Task Whoever_verified_may_not_confirm()
    {
        var (world, body) = await PaidAsync(DatabaseProvider.Sqlite);
        var both = world.As("both", Roles.FinanceMaker, Roles.FinanceApprover);
        var stated = await world.StatedAsync(body, world.Year, world.Voucher("99", 10));
        var path = $"/api/funding/spending-statements/{stated["statement"]!.Key("id")}";
        await world.Approver.RefusedAsync($"{path}/confirm", null, HttpStatusCode.Conflict, "statement-wrong-status");
        await both.DoAsync($"{path}/verify", World.Findings(stated));

        await both.RefusedAsync($"{path}/confirm", null, HttpStatusCode.Forbidden, "maker-cannot-approve");
    }

    [Fact]
    public async Task What_cannot_be_stated_is_refused()
    {
        var (world, body) = await PaidAsync(DatabaseProvider.Sqlite);
        var operators = world.Operator(Own);
        const string Path = "/api/funding/spending-statements";

        foreach (var wrong in new object[][]
        {
            [],
            [world.Voucher("", 1)],
            [world.Voucher("--", 1)],
            [world.Voucher("1", 0)],
            [world.Voucher("1", 1, world.Today.AddDays(1))],
            [world.Voucher("1", 1, sellerCode: "91330902MA2A0000XK")],
            [world.Voucher("1", 1), world.Voucher("0 1", 1)],
            [world.Voucher("1", 1, seller: "某公司", sellerCode: "91330902MA2A0000XJ"), world.Voucher("1", 1, seller: "某有限公司", sellerCode: "91330902MA2A0000XJ")],
        })
        {
            await operators.RefusedAsync(Path, new { institutionId = body, fiscalYear = world.Year, vouchers = wrong }, HttpStatusCode.BadRequest, "bad-input");
        }

        var good = new { institutionId = body, fiscalYear = world.Year + 1, vouchers = new[] { world.Voucher("1", 1) } };
        (await operators.RefusedAsync(Path, good, HttpStatusCode.Conflict, "nothing-paid")).Text("clause").ShouldBe("ZS-08");
        await world.Operator("913309000000000002").RefusedAsync(Path, good, HttpStatusCode.NotFound, "not-found");
        (await world.Maker.SendAsync(Path, good)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await World.ListAsync(world.Maker, Path)).ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Scans_are_attached_until_somebody_has_looked_and_seen_by_those_concerned(DatabaseProvider provider)
    {
        var (world, body) = await PaidAsync(provider);
        var stated = await world.StatedAsync(body, world.Year, world.Voucher("55", 10));
        var (id, voucher) = (stated["statement"]!.Key("id"), stated["vouchers"]![0]!.Key("id"));

        var file = (await AttachAsync(world.Operator(Own), id, $"?voucher={voucher}", HttpStatusCode.Created))!["file"]!.Key("id");
        await AttachAsync(world.Operator(Own), id, $"?voucher={id}", HttpStatusCode.NotFound);
        await AttachAsync(world.Operator("913309000000000002"), id, "", HttpStatusCode.NotFound);

        var shown = (await world.Maker.ReadAsync($"/api/funding/spending-statements/{id}"))["files"]!.AsArray().ShouldHaveSingleItem()!;
        (shown.Key("voucherId"), shown["file"]!.Key("id")).ShouldBe((voucher, file));
        (await world.Maker.GetAsync(new Uri($"/api/funding/attachments/{file}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await world.Operator("913309000000000002").GetAsync(new Uri($"/api/funding/attachments/{file}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await world.VerifiedAsync(stated);
        await AttachAsync(world.Operator(Own), id, "", HttpStatusCode.Conflict);
    }

    private async Task<(World World, Guid Body)> PaidAsync(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var (appropriation, body) = (await world.OpenAppropriationAsync(), await world.BodyAsync());
        await world.PaidAsync(body, appropriation, 1_000);
        return (world, body);
    }

    private static async Task<long> SpentAsync(World world, Guid body) => (await world.AccountAsync(body))["years"]![0]!.Fen("spentFen");

    private static async Task<JsonNode?> AttachAsync(HttpClient client, Guid statement, string query, HttpStatusCode expected)
    {
        using var content = new ByteArrayContent("%PDF-1.7\n%%EOF\n"u8.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/funding/spending-statements/{statement}/attachments{query}") { Content = content };
        request.Headers.Add("X-File-Name", "invoice.pdf");
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(expected, text);
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text) : null;
    }
}

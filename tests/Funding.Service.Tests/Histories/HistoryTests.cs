using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Funding.Tests.Hosting;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.Histories;

public sealed class HistoryTests(FundingHosts hosts)
{
    private const string Root = "/api/funding/histories";
    private const string Titles = "单位,年度,金额(元),拨付日期,下达日期,考核等次,已收回金额(元)\n";

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_bureaus_history_becomes_opening_balances_once_two_persons_have_signed_it(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var bodies = await world.BodiesAsync(2);
        var (one, other) = (await NameAsync(world, bodies[0]), await NameAsync(world, bodies[1]));
        var history = await MadeAsync(
            world,
            $"{one},2024,600000,2024-03-10,2024-03-01,良好,40000\n{one},2024,400000,2024-05-10,2024-05-01,,\n{one},2025,500000,2025-03-10,2025-03-01,,\n{other},2024,200000,2024-04-01,,优秀,\n合计,,1700000,,,,\n",
            "checked");
        (history["history"]!["lines"]!.GetValue<int>(), history["history"]!.Fen("paidFen"), history["history"]!.Fen("clawbackFen"), history["history"]!.Fen("receivedFen"))
            .ShouldBe((3, 170_000_000, 10_000_000, 4_000_000));
        var id = history["history"]!.Key("id");
        var signature = new { documentNumber = "舟科〔2026〕3号", documentDate = world.Today, functionalSubject = "2060404" };
        await world.As("maker", Roles.FinanceMaker, Roles.FinanceApprover).RefusedAsync($"{Root}/{id}/confirm", signature, HttpStatusCode.Forbidden, "maker-cannot-approve");

        await world.Approver.DoAsync($"{Root}/{id}/confirm", signature);

        await Eventually.PassesAsync(async () => (await world.Auditor.ReadAsync($"{Root}/{id}"))["history"]!.Text("state").ShouldBe("in-effect"));
        var clawback = await world.ClawbackAsync(bodies[0]);
        (clawback.Fen("claimedFen"), clawback.Fen("outstandingFen")).ShouldBe((10_000_000, 6_000_000));
        (await World.ListAsync(world.Maker, $"/api/funding/settlements?institution={bodies[1]}&year=2024")).ShouldHaveSingleItem().Fen("entitledFen").ShouldBe(20_000_000);
        (await world.AccountAsync(bodies[0]))["yearsUsed"]!.AsArray().Select(y => y!.GetValue<int>()).ShouldBe([2024, 2025]);
        (await World.ListAsync(world.Maker, "/api/funding/appropriations?year=2024")).ShouldHaveSingleItem().Fen("committedFen").ShouldBe(120_000_000);
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task One_wrong_row_keeps_all_of_them_out_and_is_named(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var name = await NameAsync(world, await world.BodyAsync());

        var history = await MadeAsync(
            world, $"{name},2024,100,2024-03-10,,良好,99\n{name},2026,100,2026-01-10,,,\n某不存在的中心,2024,100,2024-03-10,,,\n{name},2025,100,,2025-03-01,,\n", "faulty");

        history["faults"]!.AsArray().Select(f => (f!["line"]!.GetValue<int>(), f.Text("column"))).ShouldBe([(2, "received"), (3, "year"), (4, "body"), (5, "paidOn")], ignoreOrder: true);
        (await World.ListAsync(world.Maker, "/api/funding/appropriations")).ShouldBeEmpty();
        await world.Approver.RefusedAsync(
            $"{Root}/{history["history"]!.Key("id")}/confirm", new { documentNumber = "1号", documentDate = world.Today, functionalSubject = "206" }, HttpStatusCode.Conflict, "history-not-checked");
    }

    private static async Task<string> NameAsync(World world, Guid body) => (await world.AccountAsync(body)).Text("name");

    private static async Task<JsonObject> MadeAsync(World world, string rows, string state)
    {
        var run = Guid.Empty;
        await Eventually.PassesAsync(async () =>
        {
            // The pack arrives by an event.
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/funding/shadow-runs?programme={world.Name}") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Titles + rows)) };
            request.Headers.Add("X-File-Name", "a.csv");
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
            using var answer = await world.Maker.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
            run = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["run"]!.Key("id");
        });
        await world.Maker.RefusedAsync(Root, new { shadowRunId = run }, HttpStatusCode.Conflict, "shadow-run-not-done");
        await world.Maker.DoAsync($"/api/funding/shadow-runs/{run}/start", new { });
        await Eventually.PassesAsync(async () => (await world.Maker.ReadAsync($"/api/funding/shadow-runs/{run}"))["run"]!.Text("state").ShouldBe("done"));
        var id = (await world.Maker.DoAsync(Root, new { shadowRunId = run }))["history"]!.Key("id");
        JsonObject? made = null;
        await Eventually.PassesAsync(async () => (made = await world.Auditor.ReadAsync($"{Root}/{id}"))["history"]!.Text("state").ShouldBe(state));
        return made!;
    }
}

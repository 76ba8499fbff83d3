using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Funding.ShadowRuns;
using Funding.Tests.Hosting;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.ShadowRuns;

public sealed class ShadowRunTests(FundingHosts hosts)
{
    private const string Root = "/api/funding/shadow-runs";

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_bureaus_workbook_is_held_against_the_pack_and_its_report_stays(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var run = await BeginAsync(world, "台账.xlsx", SampleFile.Open());
        run["tables"]!.AsArray().Select(t => t!["kind"]?.GetValue<string>()).ShouldBe(["payments", "reviews", "recoveries", "invoices", "standings", null]);
        var id = run["run"]!.Key("id");

        var done = await DoneAsync(world, id);

        (done["run"]!.Fen("totalFen"), done["run"]!.Fen("aboveCapFen"), done["run"]!.Fen("unclaimedFen"), done["run"]!.Fen("claimedTwiceFen"))
            .ShouldBe((326_150_001, 240_000_001, 64_000_000, 22_150_000));
        (done["run"]!["findings"]!.GetValue<int>(), done["run"]!["rows"]!.GetValue<int>(), done["run"]!["rowsLeftOut"]!.GetValue<int>()).ShouldBe((15, 61, 2));
        var findings = await World.ListAsync(world.Auditor, $"{Root}/{id}/findings?clause=ZS-03");
        findings.Select(f => f.Fen("amountFen")).ShouldBe([50_000_000, 1]);
        findings[1]["detail"]!["citation"]!.Text("quote").ShouldBe("每年安排不超过300万元财政资金");
        (await World.ListAsync(world.Auditor, $"{Root}/{id}/faults")).Select(f => f.Text("value")).ShouldBe(["约30万", "2025-13-08"]);
        (await world.Maker.GetStringAsync(new Uri($"{Root}/{id}/export?format=csv", UriKind.Relative))).ShouldContain("3,261,500.01");

        await world.Maker.RefusedAsync($"{Root}/{id}/start", new { }, HttpStatusCode.Conflict, "shadow-run-started");
        var stranger = world.Host.Service.As(new Testing.Identity.TestUser("stranger", [Roles.Auditor], "elsewhere"));
        (await stranger.GetAsync(new Uri($"{Root}/{id}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await world.As("city", Roles.CityReviewer).GetAsync(new Uri(Root, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_table_that_is_titled_otherwise_is_mapped_by_hand_and_a_later_run_is_compared(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var first = await CsvAsync(world, "谁,哪年,给了多少\n甲,2025,3000000.01\n乙,2025,10\n");
        await world.Maker.RefusedAsync($"{Root}/{first}/start", new { }, HttpStatusCode.Conflict, "nothing-mapped");
        await MapAsync(world, first, HttpStatusCode.BadRequest, new { body = "谁" });
        await MapAsync(world, first, HttpStatusCode.OK, new { body = "谁", year = "哪年", amount = "给了多少" });
        (await DoneAsync(world, first))["run"]!.Fen("totalFen").ShouldBe(1_001);
        var later = await CsvAsync(world, "单位,年度,金额(元)\n甲,2025,3000000\n乙,2025,0.01\n");
        await DoneAsync(world, later);

        var compared = await world.Auditor.ReadAsync($"{Root}/{later}/comparison?with={first}");

        compared["findings"]!.AsArray().Select(f => (f!.Text("kind"), f!.Fen("beforeFen"), f!.Fen("nowFen")))
            .ShouldBe([("annual-cap", 1_001L, 1L)]);

        using var removed = await world.Maker.DeleteAsync(new Uri($"{Root}/{first}", UriKind.Relative));
        removed.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await World.ListAsync(world.Maker, Root)).Select(r => r.Key("id")).ShouldBe([later]);
    }

    private static async Task<Guid> CsvAsync(World world, string text) =>
        (await BeginAsync(world, "a.csv", new MemoryStream(Encoding.UTF8.GetBytes(text))))["run"]!.Key("id");

    private static async Task<JsonObject> BeginAsync(World world, string name, Stream content)
    {
        JsonObject? made = null;

        // The pack arrives by an event.
        using var held = new MemoryStream();
        await content.CopyToAsync(held);
        await content.DisposeAsync();
        await Eventually.PassesAsync(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{Root}?programme={world.Name}") { Content = new ByteArrayContent(held.ToArray()) };
            request.Headers.Add("X-File-Name", Uri.EscapeDataString(name));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            using var answer = await world.Maker.SendAsync(request);
            var told = await answer.Content.ReadAsStringAsync();
            answer.StatusCode.ShouldBe(HttpStatusCode.Created, told);
            made = JsonNode.Parse(told)!.AsObject();
        });
        return made!;
    }

    private static async Task MapAsync(World world, Guid run, HttpStatusCode status, object columns)
    {
        using var answer = await world.Maker.PutAsJsonAsync($"{Root}/{run}/tables/1", new { kind = "payments", columns });
        answer.StatusCode.ShouldBe(status, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<JsonObject> DoneAsync(World world, Guid run)
    {
        await world.Maker.DoAsync($"{Root}/{run}/start", new { });
        JsonObject? done = null;
        await Eventually.PassesAsync(async () => (done = await world.Auditor.ReadAsync($"{Root}/{run}"))["run"]!.Text("state").ShouldBe("done"));
        return done!;
    }
}

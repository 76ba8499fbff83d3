using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Contracts.Registry;
using Policies;
using Reporting.Bulletins;
using Reporting.LeagueTables;
using Reporting.Monitoring;
using Reporting.Tests.Evaluations;
using Reporting.Tests.PeriodicReports;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;
using static Reporting.Tests.Hubei;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.LeagueTables;

/// <summary>A quarter of Ezhou's carriers, from their returns over the league table to the bulletins (EI-08).</summary>
public sealed class BulletinTests
{
    private static readonly TestUser Ezhou = new("ezhou", [Roles.CityReviewer], "ezhou");
    private static readonly TestUser Ezhou2 = new("ezhou-2", [Roles.CityReviewer], "ezhou");
    private static readonly TestUser Leader = new("leader", [Roles.Leader], "ezhou");
    private static readonly string[] Codes = [Organisation, LeadBody, ThirdParty];
    private static readonly object Table = new { programme = Carriers, comparison = "districts", year = 2025, round = 2 };

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_quarters_ranking_is_issued_by_another_person_and_told_in_a_numbered_bulletin(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, "2025-07-16T09:00:00+08:00");
        await reporting.WithHubeiAsync();
        await reporting.TellAsync(Carrier(0, "gedian", "葛店孵化器"), Carrier(1, "huarong", "华容众创空间"), Carrier(2, "huarong", "华容加速器"));
        await reporting.SweepAsync("periodic-reports");
        await ReturnAsync(reporting, 0, 1000);
        var held = await ReturnAsync(reporting, 1, 500, accept: false);

        (await reporting.RefusedAsync(Leader, "/league-tables", Table)).Status.ShouldBe(HttpStatusCode.Forbidden);
        var first = await reporting.DoneAsync(Ezhou, "/league-tables", Table);
        (await reporting.RefusedAsync(Ezhou2, "/league-tables", Table)).Code.ShouldBe("table-proposed");
        first["content"]!["rows"]!.AsArray().Select(r => (r!.Word("key"), r!["rank"]?.GetValue<int>())).ShouldBe([("gedian", 1), ("huarong", null)]);
        (first["content"]!["rows"]![1]!["missing"]!.ToJsonString(), first["content"]!["rows"]![1]!["waiting"]![0]!.GetValue<string>())
            .ShouldBe((new JsonArray("华容加速器").ToJsonString(), "华容众创空间"), "what was handed in is not missing");
        await reporting.StepAsync(Ezhou, held, "accept");
        var path = $"/league-tables/{first["table"]!.Id()}";
        (await reporting.RefusedAsync(Ezhou, $"{path}/issue", new { }, first.Version())).Clause.ShouldBe("P-5");
        (await reporting.RefusedAsync(Leader, $"{path}/issue", new { }, first.Version())).Code.ShouldBe("figures-changed");
        await reporting.DoneAsync(Ezhou, $"{path}/withdraw", new { }, first.Version());

        var second = await reporting.DoneAsync(Ezhou, "/league-tables", Table);
        var table = second["table"]!;
        (await reporting.RefusedAsync(Ezhou, "/bulletins", Source("league-table", table.Id()))).Code.ShouldBe("wrong-status");
        var issued = await reporting.DoneAsync(Leader, $"/league-tables/{table.Id()}/issue", new { }, second.Version());
        (await reporting.GetAsync(Leader, "/notifications"))["items"]!.AsArray().Select(n => n!.Word("link")).ShouldBe([$"/league-tables/{table.Id()}", path]);
        var rows = issued["content"]!["rows"]!.AsArray();
        rows.Select(r => (r!["rank"]!.GetValue<int>(), r.Word("key"), r["score"]!.GetValue<decimal>())).ShouldBe([(1, "gedian", 100m), (2, "huarong", 50m)]);
        rows[1]!["missing"]!.AsArray().Select(m => m!.GetValue<string>()).ShouldBe(["华容加速器"]);
        rows.SelectMany(r => r!["heads"]!.AsArray()).SelectMany(h => h!["parts"]!.AsArray()).ShouldAllBe(part => part!["claimed"]!.GetValue<bool>());
        (issued["table"]!["edition"]!.GetValue<int>(), issued["table"]!.Word("status")).ShouldBe((2, "issued"));

        await reporting.TellOfAsync(issued);
        var named = await reporting.DoneAsync(Ezhou, "/bulletins", Source("league-table", table.Id()));
        await ReturnAsync(reporting, 2, 100, accept: false);
        (await reporting.RefusedAsync(Leader, $"/bulletins/{named["bulletin"]!.Id()}/issue", new { }, named.Version())).Code.ShouldBe("no-longer-missing");
        var anew = await reporting.DoneAsync(Ezhou, "/bulletins", Source("league-table", table.Id()));
        named["blocks"]!.AsArray().Select(b => b!.Word("key")).ShouldContain("missing-names");
        anew["blocks"]!.AsArray().Select(b => b!.Word("key")).ShouldNotContain("missing-names", "it has handed in since");
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Nobody_is_named_as_missing_who_was_extended_or_handed_in_or_is_gone_and_it_is_looked_at_again_at_issue(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, "2025-07-16T09:00:00+08:00");
        await reporting.WithHubeiAsync();
        var gone = Carrier(1, "huarong", "已撤销众创空间");
        await reporting.TellAsync(Carrier(0, "gedian", "葛店孵化器"), Carrier(1, "huarong", "华容众创空间"), Carrier(2, "huarong", "华容加速器"), gone);
        await reporting.SweepAsync("periodic-reports");
        await reporting.TellAsync(gone with { Version = 3, Standing = Standings.Revoked, StandingSince = new DateOnly(2025, 7, 10) });
        var reports = (await reporting.GetAsync(Ezhou, "/periodic-reports?round=2"))["items"]!.AsArray();
        string PathOf(string name) => $"/periodic-reports/{reports.Single(r => r!.Word("institutionName") == name)!.Id()}";
        var returned = await ReturnAsync(reporting, 2, 100, accept: false);
        await reporting.StepAsync(Ezhou, returned, "return", new { reason = "请补充。" });
        var extension = await reporting.DoneAsync(
            Ezhou, $"{PathOf("华容众创空间")}/extensions", new { until = "2025-08-01", documentNumber = "鄂州科函〔2025〕7号", decidedOn = "2025-07-16", reason = "受灾。" });
        await reporting.DoneAsync(Ezhou2, $"/report-extensions/{extension.Id()}/confirm", new { }, extension.Version());

        var draft = await reporting.DoneAsync(Ezhou, "/bulletins", Source("missing-reports", null));
        draft["blocks"]!.AsArray().Single(b => b!.Word("kind") == "table")!["rows"]!.AsArray().ShouldHaveSingleItem()![1]!.Word("zh").ShouldBe("葛店孵化器");
        draft["blocks"]![0]!["text"]!.Word("zh").ShouldEndWith("应报送 3 家，已报送 1 家（其中退回补正 1 家），经批准延期、尚未到期 1 家，未报送 1 家。");
        await ReturnAsync(reporting, 0, 100);
        var figures = await reporting.DoneAsync(Ezhou, "/bulletins", Source("monitoring", null));
        await reporting.StepAsync(Ezhou, await ReturnAsync(reporting, 2, 200, accept: false), "accept");
        (await reporting.RefusedAsync(Ezhou2, $"/bulletins/{figures["bulletin"]!.Id()}/issue", new { }, figures.Version())).Code.ShouldBe("figures-changed");
        var anew = await reporting.DoneAsync(Ezhou, "/bulletins", Source("monitoring", null));
        await reporting.DoneAsync(Ezhou2, $"/bulletins/{anew["bulletin"]!.Id()}/issue", new { }, anew.Version());

        var refused = await reporting.RefusedAsync(Ezhou2, $"/bulletins/{draft["bulletin"]!.Id()}/issue", new { }, draft.Version());
        (refused.Status, refused.Code, refused.Inputs["institutions"]![0]!.GetValue<string>()).ShouldBe((HttpStatusCode.Conflict, "no-longer-missing", "葛店孵化器"));
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Fact]
    public void Whose_report_was_not_opened_yet_is_not_told_to_have_been_extended()
    {
        var monitored = new MonitoredRound(
            CarriersPack, 2025, new Round(2, new DateOnly(2025, 4, 1), new DateOnly(2025, 6, 30), new DateOnly(2025, 7, 15)));

        var written = WriteBulletin.OfMissing(monitored, [One(ReturnState.Missing, false), One(ReturnState.NotDue, true), One(ReturnState.NotDue, false)], "EI-08");

        written.Blocks[0].Text.Zh.ShouldEndWith("应报送 3 家，已报送 0 家（其中退回补正 0 家），经批准延期、尚未到期 1 家，报告尚未生成 1 家，未报送 1 家。");
        written.Named.Count.ShouldBe(1);

        static SpanReturn One(ReturnState state, bool extended) =>
            new(Guid.CreateVersion7(), "某孵化器", "huarong", state, extended, new Dictionary<string, long>());
    }

    private static InstitutionChanged Carrier(int number, string district, string name) => Became(Guid.CreateVersion7(), 2, "2025-04-10", Standings.Filed, name) with
    {
        Programme = Carriers, Jurisdiction = "ezhou", District = district, Category = "incubator", ImplementingBodyCode = Codes[number], PartyCodes = [Codes[number]],
    };

    /// <summary>A carrier writes and hands in its return, and the city takes it; the report after it.</summary>
    private static async Task<JsonNode> ReturnAsync(ReportingHost reporting, int number, int figure, bool accept = true)
    {
        var own = new TestUser($"carrier-{number}", [Roles.Operator], "ezhou", null, Codes[number]);
        var report = (await reporting.GetAsync(own, "/periodic-reports"))["items"]!.AsArray().Single(r => r!["round"]!.GetValue<int>() == 2)!;
        var figures = CarriersPack.Indicators.ToDictionary(indicator => indicator.Name, _ => figure);
        var content = JsonSerializer.Serialize(new { sections = new { development = "建设有序。", companies = "企业增加。", services = "活动照常。" }, indicators = figures });
        using var saved = await reporting.PutAsync(own, $"/periodic-reports/{report.Id()}", content, report.Version());
        var text = await saved.Content.ReadAsStringAsync();
        saved.IsSuccessStatusCode.ShouldBeTrue(text);
        var handedIn = await reporting.StepAsync(own, JsonNode.Parse(text)!["report"]!, "submit");
        return accept ? await reporting.StepAsync(Ezhou, handedIn, "accept") : handedIn;
    }

    private static object Source(string kind, string? table) => new
    {
        kind, leagueTableId = table, programme = table is null ? Carriers : null, year = table is null ? 2025 : (int?)null, round = table is null ? 2 : (int?)null,
    };
}

/// <summary>The bulletins of an issued table.</summary>
file static class Telling
{
    private static readonly TestUser Ezhou = new("ezhou", [Roles.CityReviewer], "ezhou");
    private static readonly TestUser Ezhou2 = new("ezhou-2", [Roles.CityReviewer], "ezhou");
    private static readonly TestUser Leader = new("leader", [Roles.Leader], "ezhou");
    private static readonly TestUser Gedian = new("gedian", [Roles.DistrictReviewer], "ezhou", "gedian");

    public static async Task TellOfAsync(this ReportingHost reporting, JsonNode table)
    {
        var draft = await reporting.DoneAsync(
            Ezhou, "/bulletins", new { kind = "league-table", leagueTableId = table["table"]!.Id(), programme = (string?)null, year = (int?)null, round = (int?)null });
        var path = $"/bulletins/{draft["bulletin"]!.Id()}";
        draft["blocks"]!.AsArray().Select(b => b!.Word("kind")).Distinct().ShouldBe(["paragraph", "heading", "table", "chart"]);
        (await reporting.GetAsync(Gedian, "/bulletins"))["items"]!.AsArray().ShouldBeEmpty();

        var forged = await EditAsync(reporting, path, draft.Version(), new { key = "made-up", kind = "table", text = new { zh = "自造", en = "" } });
        forged.Status.ShouldBe(HttpStatusCode.BadRequest);
        var edited = await EditAsync(reporting, path, draft.Version(), new { key = "ranks", kind = "table", text = new { zh = "排名", en = "Ranks" } });
        edited.Status.ShouldBe(HttpStatusCode.OK);
        edited.Body["blocks"]!.AsArray()[1]!["rows"]!.AsArray().Count.ShouldBe(2);
        edited.Body["blocks"]![1]!["note"]!.Word("zh").ShouldBe("* 含自报数据（没有证明材料）", "whoever edits the words does not take the legend away");
        var second = await EditAsync(reporting, path, draft.Version(), new { key = "ranks", kind = "table", text = new { zh = "排名", en = "" } });
        (second.Status, second.Body["inputs"]!["latest"]!.Version()).ShouldBe((HttpStatusCode.PreconditionFailed, edited.Body.Version()));
        var version = edited.Body.Version();
        foreach (var writer in new[] { Ezhou, Ezhou2 })
        {
            (await reporting.RefusedAsync(writer, $"{path}/issue", new { }, version)).Clause.ShouldBe("P-5");
        }

        var issued = await reporting.DoneAsync(Leader, $"{path}/issue", new { }, version);
        (issued["bulletin"]!.Word("number"), issued["bulletin"]!.Word("issuedOn")).ShouldBe(("通报〔2025〕1号", "2025-07-16"));
        var late = await EditAsync(reporting, path, issued.Version(), new { key = "ranks", kind = "table", text = new { zh = "改", en = "" } });
        (late.Status, late.Body.Word("code")).ShouldBe((HttpStatusCode.Conflict, "bulletin-closed"));

        var missing = await reporting.DoneAsync(
            Ezhou, "/bulletins", new { kind = "missing-reports", leagueTableId = (string?)null, programme = Hubei.Carriers, year = 2025, round = 2 });
        missing["blocks"]!.AsArray().Single(b => b!.Word("kind") == "table")!["rows"]!.AsArray().ShouldHaveSingleItem()![1]!.Word("zh").ShouldBe("华容加速器");
        var next = await reporting.DoneAsync(Ezhou2, $"/bulletins/{missing["bulletin"]!.Id()}/issue", new { }, missing.Version());
        next["bulletin"]!.Word("number").ShouldBe("通报〔2025〕2号");
        (await reporting.GetAsync(Gedian, "/bulletins"))["items"]!.AsArray().Count.ShouldBe(2);
    }

    /// <summary>Another person edits: a paragraph, and one table or chart.</summary>
    private static async Task<(HttpStatusCode Status, JsonNode Body)> EditAsync(ReportingHost reporting, string path, long version, object figures)
    {
        var text = new { key = (string?)null, kind = "paragraph", text = new { zh = "现将情况通报如下。", en = "" } };
        var body = JsonSerializer.Serialize(new { title = new { zh = "二季度通报", en = "" }, blocks = new object[] { text, figures } });
        using var answer = await reporting.PutAsync(Ezhou2, path, body, version);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}

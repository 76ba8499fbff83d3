using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reporting.Tests.Evaluations;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;
using static Reporting.Tests.Hubei;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.LeagueTables;

/// <summary>Hubei commends who did outstandingly, and the cases go to the library (HB-30).</summary>
public sealed class CommendationTests
{
    private const string Unit = "武汉市人民政府";
    private static readonly TestUser Leader = new("leader", [Roles.Leader], "hubei");
    private static readonly TestUser Finance = new("maker", [Roles.FinanceMaker], "hubei");
    private static readonly object Example = new { ground = "case", of = (string?)null, name = "湖北某大学", title = new { zh = "光刻胶成果落地", en = "" }, text = new { zh = "成果转让后在鄂量产。", en = "" } };

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task What_the_records_bear_out_is_commended_numbered_and_found_in_the_library(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, "2022-06-01T09:00:00+08:00");
        await reporting.WithHubeiAsync();
        var duty = await DoneEarlyAsync(reporting);
        (await CommendableAsync(reporting, 2022)).Select(one => one.Word("of")).ShouldBe([duty]);
        await RecordAsync(reporting, "61", null);
        (await CommendableAsync(reporting, 2022)).Count.ShouldBe(1, "the year runs on");
        await reporting.MoveToAsync("2023-01-01T09:00:00+08:00");
        var found = await CommendableAsync(reporting, 2022);
        found.Select(one => (one.Word("ground"), one["name"]?.GetValue<string>(), one["fact"]!.Word("zh")))
            .ShouldBe([("early-duty", Unit, "2022-06-01 完成，早于期限 2022-12-31"), ("target-exceeded", null, "2022年实际 61，目标 50")]);

        var early = new { ground = "early-duty", of = duty, name = (string?)null, title = (object?)null, text = new { zh = "提前半年建成分市场。", en = "" } };
        var target = new { ground = "target-exceeded", of = found[1].Word("of"), name = "湖北省科技厅成果处", title = (object?)null, text = new { zh = "对接活动场次大幅超额。", en = "" } };
        (await reporting.RefusedAsync(Province, "/bulletins", Source(early with { of = $"{Guid.CreateVersion7()}" }))).Code.ShouldBe("not-on-record");
        (await reporting.RefusedAsync(Province, "/bulletins", Source())).Clause.ShouldBe("cases");
        (await reporting.RefusedAsync(Province, "/bulletins", Source(early, Example, early))).Code.ShouldBe("commended-twice");
        var draft = await reporting.DoneAsync(Province, "/bulletins", Source(early, Example));
        (draft["bulletin"]!.Word("clause"), draft["blocks"]!.AsArray().Single(b => b!.Word("kind") == "table")!["rows"]!.AsArray().Count).ShouldBe(("HB-30", 2));
        var path = $"/bulletins/{draft["bulletin"]!.Id()}";
        var edited = await CasesAsync(reporting, path, draft.Version(), early, Example, target);

        (await reporting.RefusedAsync(Province2, $"{path}/issue", new { }, edited.Version())).Clause.ShouldBe("P-5", "who changed the list wrote in it");
        (await FoundAsync(reporting, Wuhan, "")).ShouldBeEmpty("nothing is issued yet");
        await RecordAsync(reporting, "49", "统计更正");
        var unfounded = await reporting.RefusedAsync(Leader, $"{path}/issue", new { }, edited.Version());
        (unfounded.Code, unfounded.Inputs["names"]![0]!.GetValue<string>()).ShouldBe(("records-changed", "湖北省科技厅成果处"));
        var kept = await CasesAsync(reporting, path, edited.Version(), early, Example);
        var issued = await reporting.DoneAsync(Leader, $"{path}/issue", new { }, kept.Version());

        issued["bulletin"]!.Word("number").ShouldBe("通报〔2023〕1号");
        (await FoundAsync(reporting, Finance, "")).ShouldBe([("湖北某大学", "通报〔2023〕1号"), (Unit, "通报〔2023〕1号")]);
        (await FoundAsync(reporting, Wuhan, "&q=%E5%85%89%E5%88%BB%E8%83%B6")).ShouldBe([("湖北某大学", "通报〔2023〕1号")]);
        (await FoundAsync(reporting, Wuhan, "&ground=early-duty&year=2022")).ShouldBe([(Unit, "通报〔2023〕1号")]);
        (await FoundAsync(reporting, City, "")).ShouldBeEmpty("another bureau's");
        (await PutAsync(reporting, path, issued.Version(), Example)).Body.Word("code").ShouldBe("bulletin-closed");
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Fact]
    public async Task A_programme_whose_procedure_has_no_commendation_commends_nobody()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, "2025-07-16T09:00:00+08:00");
        await reporting.WithHubeiAsync();
        var ezhou = new TestUser("ezhou", [Roles.CityReviewer], "ezhou");

        var refused = await reporting.RefusedAsync(
            ezhou, "/bulletins", new { kind = "commendation", leagueTableId = (string?)null, programme = Carriers, year = 2025, round = (int?)null, cases = new[] { Example } });

        (refused.Status, refused.Code).ShouldBe((HttpStatusCode.Conflict, "not-in-procedure"));
    }

    private static object Source(params object[] cases) => new { kind = "commendation", leagueTableId = (string?)null, programme = Hubei.Programme, year = 2022, round = (int?)null, cases };

    private static async Task<List<JsonNode>> CommendableAsync(ReportingHost reporting, int year) =>
        [.. (await reporting.GetAsync(Province, $"/bulletins/commendable?programme={Hubei.Programme}&year={year}"))["items"]!.AsArray().Select(one => one!)];

    private static async Task<List<(string, string)>> FoundAsync(ReportingHost reporting, TestUser user, string query) =>
        [.. (await reporting.GetAsync(user, $"/commended-cases?limit=20{query}"))["items"]!.AsArray().Select(c => (c!.Word("name"), c!.Word("bulletinNumber")))];

    private static async Task<JsonNode> CasesAsync(ReportingHost reporting, string path, long version, params object[] cases)
    {
        var answer = await PutAsync(reporting, path, version, cases);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body.ToJsonString());
        return answer.Body;
    }

    /// <summary>Another person changes the list.</summary>
    private static async Task<(HttpStatusCode Status, JsonNode Body)> PutAsync(ReportingHost reporting, string path, long version, params object[] cases)
    {
        using var answer = await reporting.PutAsync(Province2, $"{path}/cases", JsonSerializer.Serialize(new { cases }), version);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    private static Task<JsonNode> RecordAsync(ReportingHost reporting, string value, string? reason) => reporting.DoneAsync(Province, "/target-figures", new
    {
        programme = Hubei.Programme, target = "matching-events-2022", kind = "actual", year = 2022, district = (string?)null, value, amountFen = (long?)null, part = (long?)null, whole = (long?)null, source = "活动台账", reason,
    });

    /// <summary>Wuhan's part of a task is done half a year early, with evidence, and the province confirms it.</summary>
    private static async Task<string> DoneEarlyAsync(ReportingHost reporting)
    {
        var naming = JsonSerializer.Serialize(new { programme = Hubei.Programme, task = "market-network", unit = Unit, year = 0, person = "王明", post = "副市长", from = "2022-01-01", until = "2022-12-31" });
        using var named = await reporting.PutAsync(Wuhan, "/task-duties", naming, 0);
        var duty = JsonNode.Parse(await named.Content.ReadAsStringAsync())!;
        var completed = await reporting.DoneAsync(Wuhan, $"/task-duties/{duty.Id()}/complete", new { text = "全部建成。", completedOn = "2022-06-01" }, duty.Version());
        (await reporting.UploadAsync(Wuhan, $"/task-duties/{duty.Id()}/entries/{completed["entries"]!.AsArray()[^1]!.Id()}/attachments")).Status.ShouldBe(HttpStatusCode.Created);
        await reporting.DoneAsync(Province, $"/task-duties/{duty.Id()}/confirm", new { }, completed.Version());
        return duty.Id();
    }
}

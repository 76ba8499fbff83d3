using System.Text.Json.Nodes;

namespace Demo;

/// <summary>The province commends who was early, what was exceeded and an example; the cases go to the library: HB-30.</summary>
internal sealed class Commending(Stage stage, ReportingFacts facts)
{
    private const string Maker = "hb-city";
    private const string Issuer = "hb-leader";
    private const string Bulletins = "/api/reporting/bulletins";
    private const int MostEarly = 2;

    private readonly Platform platform = stage.Platform;

    /// <summary>One person proposes it from the year's records, another issues it.</summary>
    public async Task CommendAsync(int year)
    {
        var known = await stage.RowsAsync(Maker, $"{Bulletins}/commendable?programme={HubeiZone.Programme}&year={year}");
        var early = known.Where(one => Ground(one) == "early-duty").Take(MostEarly).Select(one => Case(one, null, "提前完成并通过验收。"));
        var exceeded = known.Where(one => Ground(one) == "target-exceeded").Take(1).Select(one => Case(one, "省科技厅成果转化处", "对接活动超额完成全年目标。"));
        object example = new
        {
            ground = "case", of = (string?)null, name = "武汉某大学", title = new { zh = "光电材料成果先用后付在鄂落地", en = "" }, text = new { zh = "以先使用后付费方式许可省内三家企业，两年内投产。", en = "" },
        };
        var draft = await platform.PostAsync(
            Maker, Bulletins, new { kind = "commendation", leagueTableId = (string?)null, programme = HubeiZone.Programme, year, round = (int?)null, cases = early.Concat(exceeded).Append(example) });
        var issued = (await platform.PostAsync(Issuer, $"{Bulletins}/{Stage.Id(draft["bulletin"]!)}/issue", new { }, Stage.Version(draft["bulletin"]!)))["bulletin"]!;
        facts.Commended = (issued["number"]!.GetValue<string>(), draft["cases"]!.AsArray().Count);
        stage.Tell.Done(
            $"通报表扬{facts.Commended.Cases}个单位和案例（{issued["number"]}），依据为任务和目标记录，收入典型案例库",
            $"{facts.Commended.Cases} units and cases are commended ({issued["number"]}) on the records of tasks and targets, and kept in the library (HB-30)");
    }

    private static string Ground(JsonNode one) => one["ground"]!.GetValue<string>();

    private static object Case(JsonNode one, string? name, string text) =>
        new { ground = Ground(one), of = one["of"]!.GetValue<string>(), name, title = (object?)null, text = new { zh = text, en = "" } };
}

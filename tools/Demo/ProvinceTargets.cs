using System.Globalization;
using System.Text.Json.Nodes;

namespace Demo;

/// <summary>The province records what its plan wants, year by year: plan, actual, forecast; milestones and events: HB-01, HB-12, HB-14.</summary>
internal sealed class ProvinceTargets(Stage stage)
{
    private const string Province = "hb-city";
    private const string Figures = "/api/reporting/target-figures";
    private const long Hundredmillion = 10_000_000_000;

    private static readonly (string Target, decimal[] FromYear2021)[] Actuals =
    [
        ("carriers", [640, 760, 880]),
        ("brokers", [480, 910, 1_350, 1_720, 2_016]),
        ("high-tech-companies", [6_100, 7_300, 8_600, 9_700, 10_412]),
        ("wuhan-rd-share", [3.2m, 3.3m, 3.4m]),
        ("xiangyang-rd-share", [2.1m, 2.25m, 2.4m]),
        ("yichang-rd-share", [2.6m, 2.75m, 2.9m]),
    ];

    private static readonly (string Target, long[] FromYear2021)[] Turnovers =
    [
        ("turnover", [2_100, 2_450, 2_780]), ("wuhan-turnover", [950, 1_120, 1_300]), ("xiangyang-turnover", [190, 230, 265]), ("yichang-turnover", [170, 205, 240]),
    ];

    // HB-14: milestones by 2022; five of the six libraries are in use, so that one is missed.
    private static readonly (string Target, int Year, long Reached, long? Whole)[] Milestones =
    [
        ("project-reform-plan", 2021, 1, null), ("libraries-in-use", 2022, 5, null), ("high-tech-companies-with-rd", 2022, 3_120, 3_120), ("reform-covered", 2022, 38, 38),
        ("key-universities-covered", 2022, 20, 20), ("service-centres-covered", 2022, 31, 31),
    ];

    // HB-12: 50 a year are wanted.
    private static readonly (int Year, int Count)[] Events = [(2022, 52), (2023, 47), (2024, 61), (2025, 50)];

    private readonly Platform platform = stage.Platform;

    /// <summary>Records it all, corrects one figure, and tells where it stands.</summary>
    public async Task RecordAsync()
    {
        var yearly = Actuals.SelectMany(series => series.FromYear2021.Index().Select(one => Figure(series.Target, "actual", 2021 + one.Index, one.Item)))
            .Concat(Turnovers.SelectMany(series => series.FromYear2021.Index().Select(one => Amount(series.Target, "actual", 2021 + one.Index, one.Item))))
            .Concat([Amount("turnover", "plan", 2022, 2_400), Amount("turnover", "plan", 2023, 2_800), Figure("brokers", "plan", 2022, 1_000), Figure("carriers", "plan", 2023, 850)])
            .Concat(Milestones.Select(one => one.Whole is null ? Figure(one.Target, "actual", one.Year, one.Reached) : Share(one.Target, one.Year, one.Reached, one.Whole.Value)))
            .Concat(Events.Select(one => Figure($"matching-events-{one.Year}", "actual", one.Year, one.Count)))
            .ToList();
        await Parallel.ForEachAsync(yearly, Together.Options, async (figure, _) => await platform.PostAsync(Province, Figures, figure));
        var corrected = await platform.PostAsync(Province, Figures, Figure("carriers", "actual", 2023, 900, "统计年鉴更正"));
        await platform.UploadAsync(Province, $"{Figures}/{Stage.Id(corrected)}/attachments", "统计年鉴摘页.pdf", "application/pdf", Answers.Pdf("双创载体"));
        stage.Tell.Done($"录入指标数据{yearly.Count}项，各注明来源；一项更正为第2版并附材料", $"{yearly.Count} figures with their sources; one is corrected by a second version, with its evidence (HB-01)");
        await TellAsync();
    }

    private async Task TellAsync()
    {
        var targets = (await platform.GetAsync("hb-leader", $"/api/reporting/targets?programme={HubeiZone.Programme}"))["targets"]!.AsArray();
        JsonNode Named(string name) => targets.Single(target => target!["name"]!.GetValue<string>() == name)!;
        foreach (var name in new[] { "turnover", "carriers" })
        {
            var (target, point) = (Named(name), Named(name)["forecast"]!["points"]!.AsArray()[^1]!);
            stage.Tell.Done(
                $"{target["label"]!["zh"]}：目标{target["wanted"]}，实际{target["actual"]}（{target["actualYear"]}年），按趋势{point["year"]}年{point["value"]!["text"]}",
                $"{target["label"]!["en"]}: wanted {target["wanted"]}, actual {target["actual"]} ({target["actualYear"]}), forecast {point["value"]!["text"]} in {point["year"]} (HB-01)");
        }

        var events = Events.Select(one => Named($"matching-events-{one.Year}")).ToList();
        stage.Tell.Done(
            $"对接活动：{string.Join("，", events.Select(e => $"{e["actualYear"]}年{e["actual"]}场{(e["met"]!.GetValue<bool>() ? "" : "（未达50场）")}"))}",
            $"matching events: {string.Join(", ", events.Select(e => $"{e["actualYear"]}: {e["actual"]}{(e["met"]!.GetValue<bool>() ? "" : " (fewer than 50)")}"))} (HB-12)");
    }

    private static object Figure(string target, string kind, int year, decimal value, string? reason = null) =>
        Recorded(target, kind, year, value.ToString(CultureInfo.InvariantCulture), null, null, null, reason);

    private static object Amount(string target, string kind, int year, long hundredMillionYuan) => Recorded(target, kind, year, null, hundredMillionYuan * Hundredmillion, null, null, null);

    private static object Share(string target, int year, long part, long whole) => Recorded(target, "actual", year, null, null, part, whole, null);

    private static object Recorded(string target, string kind, int year, string? value, long? amountFen, long? part, long? whole, string? reason) => new
    {
        programme = HubeiZone.Programme, target, kind, year, district = (string?)null, value, amountFen, part, whole, source = $"湖北省{year}年科技统计", reason,
    };
}

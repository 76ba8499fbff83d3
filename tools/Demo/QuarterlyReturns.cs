using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Demo;

/// <summary>The carriers' quarterly returns: tables read, figures proven or claimed, one far from its past: EI-08.</summary>
internal sealed class QuarterlyReturns(Stage stage, ReportingFacts facts)
{
    private const string City = "ez-city";
    private const string Monitoring = "/api/reporting/monitoring";
    private const long UsualFinancingFen = 300_000_000;

    private static readonly Dictionary<string, string> Sections = new(StringComparer.Ordinal)
    {
        ["development"] = "二期场地投入使用。", ["companies"] = "在孵企业稳步增长。", ["services"] = "按月举办对接和培训。",
    };

    private static readonly Dictionary<string, (string Operator, string Reviewer)> People = new(StringComparer.Ordinal)
    {
        ["gedian"] = ("ez-operator-2", "ez-district-gedian"),
        ["echeng"] = ("ez-operator", "ez-district"),
        ["linkong"] = ("ez-operator-3", "ez-district-linkong"),
    };

    private static readonly string[] Names =
        ["floorArea", "floorAreaInUse", "companiesInIncubation", "companiesEntered", "companiesGraduated", "jobs", "financingFen", "serviceIncomeFen", "eventsHeld", "mentors"];

    private readonly Platform platform = stage.Platform;
    private readonly ReportWork work = new(stage, Carriers.Programme);

    /// <summary>The four quarters of a year that were never handed in: a past against which later ones are held.</summary>
    public async Task CatchUpAsync(int year)
    {
        var (user, reviewer) = People["gedian"];
        for (var round = 1; round <= 4; round++)
        {
            var report = await work.FindAsync(user, facts.Carriers["gedian"], year, round);
            await work.WriteAsync(user, report, Sections, Large(UsualFinancingFen + (round * 10_000_000)));
            await work.HandInAsync(user, reviewer, report);
        }

        stage.Tell.Done($"葛店孵化器补报{year}年四个季度", $"Gedian's carrier hands in the four quarters of {year} (EI-08)");
    }

    /// <summary>A quarter of all carriers: one by a table, one with a figure that is far from its past, proven and explained.</summary>
    public async Task HandInAsync(int year, int round)
    {
        await HandInProvenAsync(year, round);
        await HandInAsync("echeng", year, round, _ => Task.FromResult<object>(Small));
        await HandInAsync("linkong", year, round, ReadTableAsync);
        var outliers = (await platform.GetAsync(City, $"{Monitoring}/outliers?programme={Carriers.Programme}&year={year}&round={round}"))["items"]!.AsArray();
        var found = outliers.Single()!["outliers"]![0]!;
        stage.Tell.Done(
            $"异常提示：融资{Yuan(found["value"])}元，本机构此前{found["count"]}期中位数{Yuan(found["median"])}元；只提示，不处理",
            $"a figure far from its body's past: {Yuan(found["value"])} yuan raised, the median of {found["count"]} quarters is {Yuan(found["median"])}; shown, and nothing else (EI-08, P-5)");
        await platform.PostAsync(City, $"{Monitoring}/analyses", new { programme = Carriers.Programme, year, round, text = "三个区载体运行平稳；葛店一笔融资较大，材料已核。" });
    }

    private async Task HandInProvenAsync(int year, int round)
    {
        var (user, reviewer) = People["gedian"];
        var report = await work.FindAsync(user, facts.Carriers["gedian"], year, round);
        await work.WriteAsync(user, report, Sections, Large(2_600_000_000), new { financingFen = "一家在孵企业完成B轮融资。" });
        await work.ProveAsync(user, report, "financingFen", "融资协议.pdf");
        await work.HandInAsync(user, reviewer, report);
        facts.Outlier = Guid.Parse(Stage.Id(report));
        var detail = await platform.GetAsync(City, ReportWork.Address(report));
        var (proven, all) = (detail["evidence"]!.AsArray().Count, detail["indicators"]!.AsObject().Count);
        stage.Tell.Done($"葛店季报：{proven}项数据附证明材料，{all - proven}项标为自报", $"Gedian's return: {proven} figure is tied to its evidence, {all - proven} are marked as claimed (EI-08)");
    }

    private async Task HandInAsync(string district, int year, int round, Func<JsonNode, Task<object>> figures)
    {
        var (user, reviewer) = People[district];
        var report = await work.FindAsync(user, facts.Carriers[district], year, round);
        await work.WriteAsync(user, report, Sections, await figures(report));
        await work.HandInAsync(user, reviewer, report);
    }

    // The body fills the table in and gets back what it states; the draft is saved as always.
    private async Task<object> ReadTableAsync(JsonNode report)
    {
        const string user = "ez-operator-3";
        var address = $"{ReportWork.Address(report)}/figure-table";
        var template = (await platform.DownloadAsync(user, $"{address}?format=csv")).TrimStart('\uFEFF').Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var filled = template.Take(1).Concat(template.Skip(1).Zip(Small, (row, figure) => Fill(row, figure)));
        var read = await platform.UploadAsync(user, address, "季报数据.csv", "text/csv", Encoding.UTF8.GetBytes(string.Join("\r\n", filled)));
        var figures = read["figures"]!.AsArray();
        stage.Tell.Done($"临空孵化器用表格填报，读入{figures.Count}项数据", $"Linkong's carrier fills in the table: {figures.Count} figures are read from it");
        return figures.ToDictionary(figure => figure!["figure"]!.GetValue<string>(), figure => figure!["value"]!.GetValue<long>(), StringComparer.Ordinal);
    }

    private static string Fill(string row, KeyValuePair<string, long> figure)
    {
        var cells = row.Split(',');
        cells[1] = figure.Key.EndsWith("Fen", StringComparison.Ordinal) ? (figure.Value / 100m).ToString("0.00", CultureInfo.InvariantCulture) : $"{figure.Value}";
        return string.Join(',', cells);
    }

    private static Dictionary<string, long> Large(long financingFen) => Figures(12_000, 9_600, 46, 3, 1, 620, financingFen, 42_000_000, 12, 6);

    // Two districts with the same figures: they share a place.
    private static Dictionary<string, long> Small => Figures(5_000, 4_000, 20, 2, 1, 260, 90_000_000, 15_000_000, 6, 3);

    private static Dictionary<string, long> Figures(params long[] values) =>
        Names.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);

    private static string Yuan(JsonNode? fen) => Stage.Yuan(fen!.GetValue<long>());
}

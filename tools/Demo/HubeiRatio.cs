using System.Globalization;

namespace Demo;

/// <summary>The ratio that the plan leaves open is decided: a new version of the pack, proposed by one person and approved by another (HB-15, P-4).</summary>
internal sealed class HubeiRatio(Stage stage)
{
    /// <summary>Decides on 3 % of the sales from a day on.</summary>
    public async Task DecideAsync(DateOnly day)
    {
        var proposed = await stage.Platform.PostAsync("hb-city", "/api/registry/policies/proposals", new { content = Text(day) });
        await stage.Platform.PostAsync("hb-leader", $"/api/registry/policies/proposals/{Stage.Id(proposed)}/approve", new { }, Stage.Version(proposed));
        stage.Tell.Done($"鄂科规〔{day.Year}〕3号：入库项目销售补贴比例3%,政策包新版本由两人提交、审批，自{Stage.Iso(day)}起施行", $"3 % of the sales, from {Stage.Iso(day)} on: a new version of the pack by two persons (HB-15)");
    }

    private static string Text(DateOnly day)
    {
        using var pack = typeof(HubeiRatio).Assembly.GetManifestResourceStream($"{HubeiZone.Programme}.yaml")!;
        using var reader = new StreamReader(pack);
        var from = Stage.Iso(day);
        return Replaced(
            reader.ReadToEnd(),
            ("from: 2021-10-19\nuntil: 2025-12-31\n", $"from: {from}\nuntil: {day.Year + 4}-12-31\n"),
            ("decisions:\n", string.Create(CultureInfo.InvariantCulture, $"decisions:\n  - key: sales-ratio\n    number: 鄂科规〔{day.Year}〕3号\n    date: {from}\n    zh: 入库项目销售收入补贴比例为3%。\n    en: The subsidy on a library project's sales is 3 %.\n")),
            ("value: 0 %, clause: HB-15, source: bureau, decision: library }\n", $"value: 0 %, clause: HB-15, source: bureau, decision: library }}\n      - {{ from: {from}, value: 3 %, clause: HB-15, source: bureau, decision: sales-ratio }}\n"));
    }

    private static string Replaced(string text, params IReadOnlyList<(string From, string To)> changes) =>
        changes.Aggregate(text, (changed, change) => changed.Contains(change.From, StringComparison.Ordinal)
            ? changed.Replace(change.From, change.To, StringComparison.Ordinal)
            : throw new UnexpectedAnswerException($"政策包中没有 / the pack lacks: {change.From}"));
}

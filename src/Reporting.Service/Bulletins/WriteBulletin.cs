using System.Globalization;
using Policies;
using Reporting.LeagueTables;
using Reporting.Monitoring;
using static Reporting.Bulletins.BulletinBlock;

namespace Reporting.Bulletins;

/// <summary>A bulletin as it is generated, before anybody edits it.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Clause">The clause that asks for it.</param>
/// <param name="Blocks">What it says.</param>
/// <param name="Named">The bodies that it names as missing: looked at again when it is issued.</param>
internal sealed record WrittenBulletin(Label Title, string Clause, IReadOnlyList<BulletinBlock> Blocks, IReadOnlyList<Guid> Named);

/// <summary>A body whose report is missing.</summary>
internal sealed record MissingBody(Guid InstitutionId, string Name);

/// <summary>Writes bulletins from figures (SD-07, EI-08). Pure.</summary>
internal static class WriteBulletin
{
    /// <summary>The bulletin of a league table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="missing">Those that it names as missing and that are missing still (P-5: nobody else is named anew).</param>
    /// <param name="pack">The pack of its span.</param>
    public static WrittenBulletin Of(LeagueContent table, IReadOnlyList<MissingBody> missing, PolicyPack pack)
    {
        var ranked = table.Rows.Where(row => row.Rank is not null).ToList();
        var best = ranked.Where(row => row.Rank == 1).Select(row => row.Name).ToList();
        var blocks = new List<BulletinBlock>
        {
            Paragraph(
                "scope",
                $"根据《{pack.Documents[0].Title.Zh}》，对{table.From:yyyy年M月d日}至{table.To:yyyy年M月d日}的{table.Label.Zh}情况通报如下。",
                $"Under “{pack.Documents[0].Title.En}”, this tells of {table.Label.En} from {table.From:yyyy-MM-dd} to {table.To:yyyy-MM-dd}."),
            Heading("result", "一、评比结果", "1. Result"),
            Paragraph(
                "leaders",
                $"参加排名 {ranked.Count} 个，排名第一的是{string.Join("、", best.Select(name => name.Zh))}，得分 {Shown(ranked[0].Score)} 分。",
                $"{ranked.Count} were ranked. First: {string.Join(", ", best.Select(name => name.En))}, with {Shown(ranked[0].Score)} points."),
            Table(
                "ranks",
                "排名及得分",
                "Ranks and points",
                [
                    new Label("名次", "Rank"), new Label("名称", "Name"), new Label("得分", "Points"),
                    .. table.Heads.Select(head => new Label($"{head.Label.Zh}（{head.Weight}）", $"{head.Label.En} ({head.Weight})")),
                ],
                [.. ranked.Select(row => (IReadOnlyList<Label>)[Cell(row.Rank), row.Name, Cell(Shown(row.Score)), .. row.Heads.Select(head => Figure(Shown(head.Points), IsClaimed(head)))])],
                ranked.Exists(row => row.Heads.Any(IsClaimed))),
            ChartOf("points", "得分", "Points", [.. ranked.Select(row => row.Name)], new BulletinSeries(new Label("得分", "Points"), [.. ranked.Select(row => row.Score)])),
            Heading("method", "二、计分方法", "2. Method"),
            Paragraph("weights", MethodZh(table), MethodEn(table)),
        };
        if (missing.Count > 0)
        {
            blocks.Add(Heading("missing", "三、未按要求报送的单位", "3. Whose report is missing"));
            blocks.Add(Paragraph(
                "missing-names",
                $"评比表发布时，以下单位的报告已过报送期限，至今仍未报送，未计入：{string.Join("、", missing.Select(body => body.Name))}。",
                $"When the table was issued, the reports of these were past their last day; they are not handed in to this day, and do not count: {string.Join(", ", missing.Select(body => body.Name))}."));
        }

        return new WrittenBulletin(
            new Label($"关于{table.Label.Zh}情况的通报", $"Bulletin: {table.Label.En}"),
            table.Citation.ClauseId,
            blocks,
            [.. missing.Select(body => body.InstitutionId)]);
    }

    /// <summary>The bulletin of the reports of a span that are missing (P-5: no body is named whose own last day is not over, or that handed in).</summary>
    public static WrittenBulletin OfMissing(MonitoredRound monitored, IReadOnlyList<SpanReturn> returns, string clause)
    {
        var (pack, _, span) = monitored;
        var missing = returns.Where(one => one.State == ReturnState.Missing).ToList();
        var extended = returns.Count(one => one is { State: ReturnState.NotDue, Extended: true });
        var unopened = returns.Count(one => one is { State: ReturnState.NotDue, Extended: false });
        var returned = returns.Count(one => one.State == ReturnState.Returned);
        var handedIn = returns.Count - missing.Count - extended - unopened;

        // Whoever owes a report that was not opened yet was not extended by anybody.
        var (zh, en) = unopened == 0 ? ("", "") : ($"报告尚未生成 {unopened} 家，", $"{unopened} have no report opened yet, ");
        return new WrittenBulletin(
            new Label("关于定期报告报送情况的通报", "Bulletin: reports that are missing"),
            clause,
            [
                Paragraph(
                    "scope",
                    $"{span.From:yyyy年M月d日}至{span.To:yyyy年M月d日}的报告应于{span.DueOn:yyyy年M月d日}前报送。应报送 {returns.Count} 家，已报送 {handedIn} 家（其中退回补正 {returned} 家），经批准延期、尚未到期 {extended} 家，{zh}未报送 {missing.Count} 家。",
                    $"The reports of {span.From:yyyy-MM-dd} to {span.To:yyyy-MM-dd} were due on {span.DueOn:yyyy-MM-dd}. Of {returns.Count}, {handedIn} were handed in ({returned} of them given back to be mended), {extended} were extended and are not due yet, {en}and {missing.Count} are missing."),
                Heading("missing", "未报送单位", "Whose report is missing"),
                Table(
                    "missing-table",
                    "未报送单位名单",
                    "The list",
                    [new Label("序号", "No."), new Label("单位", "Body"), new Label("地区", "District")],
                    [.. missing.Select((one, index) => (IReadOnlyList<Label>)[Cell(index + 1), Cell(one.Name), SpanReturns.DistrictName(pack, one.District)])]),
                Paragraph("demand", "请上述单位抓紧补报，各地科技部门加强督促。", "They hand their reports in without delay; the districts see to it."),
            ],
            [.. missing.Select(one => one.InstitutionId)]);
    }

    /// <summary>The bulletin of a span's figures, district by district.</summary>
    public static WrittenBulletin OfMonitoring(MonitoredRound monitored, IReadOnlyList<SpanReturn> returns, string clause)
    {
        var (pack, _, span) = monitored;
        var districts = returns.GroupBy(one => one.District, StringComparer.Ordinal).OrderBy(district => district.Key, StringComparer.Ordinal).ToList();
        var indicators = pack.Indicators.Where(one => one.Type is FieldType.WholeNumber or FieldType.Amount).ToList();
        var names = districts.ConvertAll(district => SpanReturns.DistrictName(pack, district.Key));
        var missing = returns.Where(one => one.State == ReturnState.Missing).ToList();
        return new WrittenBulletin(
            new Label("关于运行监测情况的通报", "Bulletin: monitoring"),
            clause,
            [
                Paragraph(
                    "scope",
                    $"{span.From:yyyy年M月d日}至{span.To:yyyy年M月d日}的运行监测情况通报如下。应报送 {returns.Count} 家，数据已接收 {returns.Count(one => one.State == ReturnState.Accepted)} 家。",
                    $"This tells of the monitoring from {span.From:yyyy-MM-dd} to {span.To:yyyy-MM-dd}. Of {returns.Count} bodies the figures of {returns.Count(one => one.State == ReturnState.Accepted)} are accepted."),
                Heading("figures", "一、分地区数据", "1. Figures by district"),
                Table(
                    "figures-table",
                    "分地区数据",
                    "Figures by district",
                    [new Label("地区", "District"), new Label("家数", "Bodies"), .. indicators.Select(one => one.Label)],
                    [.. districts.Zip(names, (district, name) => (IReadOnlyList<Label>)[name, Cell(district.Count()), .. indicators.Select(one => Figure(Sum(one, district), IsClaimed(one, district)))])],
                    indicators.Exists(one => IsClaimed(one, returns))),
                ChartOf(
                    "returns-chart",
                    "报告报送情况",
                    "Reports handed in",
                    names,
                    new BulletinSeries(new Label("已接收", "Accepted"), Count(districts, ReturnState.Accepted)),
                    new BulletinSeries(new Label("已报送待审阅", "Handed in"), Count(districts, ReturnState.HandedIn)),
                    new BulletinSeries(new Label("退回补正", "Given back"), Count(districts, ReturnState.Returned)),
                    new BulletinSeries(new Label("未到期限", "Not due yet"), Count(districts, ReturnState.NotDue)),
                    new BulletinSeries(new Label("未报送", "Missing"), Count(districts, ReturnState.Missing))),
                Heading("missing", "二、未报送单位", "2. Whose report is missing"),
                missing.Count == 0
                    ? Paragraph("missing-names", "没有逾期未报送的单位。", "No report is past its last day and missing.")
                    : Paragraph("missing-names", $"未报送：{string.Join("、", missing.Select(one => one.Name))}。", $"Missing: {string.Join(", ", missing.Select(one => one.Name))}."),
            ],
            [.. missing.Select(one => one.InstitutionId)]);
    }

    private static bool IsClaimed(HeadScore head) => head.Parts.Any(part => part.Claimed == true);

    private static bool IsClaimed(FormField indicator, IEnumerable<SpanReturn> bodies) => bodies.Any(body => body.Claimed.Contains(indicator.Name));

    private static List<decimal?> Count(IEnumerable<IGrouping<string, SpanReturn>> districts, ReturnState state) =>
        [.. districts.Select(district => (decimal?)district.Count(one => one.State == state))];

    private static string Sum(FormField indicator, IEnumerable<SpanReturn> bodies)
    {
        var sum = bodies.Aggregate(0m, (total, one) => total + one.Figures.GetValueOrDefault(indicator.Name));
        return indicator.Type == FieldType.Amount ? (sum / 100).ToString("N2", CultureInfo.InvariantCulture) : sum.ToString("0", CultureInfo.InvariantCulture);
    }

    private static string MethodZh(LeagueContent table) =>
        $"满分100分，每项以数据最高的得满分，其余按比例得分，得分相同的名次并列。权重：{string.Join("；", table.Heads.Select(head => $"{head.Label.Zh}{head.Weight}分（{string.Join("、", head.Parts.Select(part => $"{part.Label.Zh}{part.Weight}分"))}）"))}。";

    private static string MethodEn(LeagueContent table) =>
        $"Of 100 points; of each figure the largest gets all, every other its proportion; equal scores share a rank. Weights: {string.Join("; ", table.Heads.Select(head => $"{head.Label.En} {head.Weight} ({string.Join(", ", head.Parts.Select(part => $"{part.Label.En} {part.Weight}"))})"))}.";

    private static string Shown(decimal? points) => points?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";
}

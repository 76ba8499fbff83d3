using System.Text.Json.Nodes;

namespace Demo;

/// <summary>The yearly evaluation by a third party, the reviews of the money, and the settlements that follow: ZS-06, ZS-18.</summary>
internal sealed class Evaluating(Stage stage)
{
    private const string Reviews = "/api/reporting/reviews";
    private const string Evaluations = "/api/reporting/evaluations";
    private const string Funding = "/api/funding";
    private const string Maker = "zs-maker";
    private const string Approver = "zs-approver";

    private static readonly Dictionary<string, string> GradeZh = new(StringComparer.Ordinal)
    {
        ["excellent"] = "优秀",
        ["good"] = "良好",
        ["pass"] = "合格",
        ["fail"] = "不合格",
    };

    private readonly Platform platform = stage.Platform;
    private readonly FiveYearsFacts facts = stage.Facts;
    private readonly HashSet<(Body Body, int Year)> paid = [];

    /// <summary>An expert of the third party grades each recognised body's year, another person publishes; the grade serves as the money's review.</summary>
    public async Task EvaluateAsync(int year, string documentNumber, params IReadOnlyList<(Body Body, string Grade)> grades)
    {
        var opened = await platform.PostAsync("zs-city", "/api/reporting/evaluation-rounds", new
        {
            programme = FiveYears.Programme,
            year,
            thirdPartyName = "浙江某科技评估中心",
            thirdPartyCode = "91330106MA27TP880N",
            documentNumber = $"舟科委〔{year + 1}〕1号",
        });
        foreach (var evaluation in opened["evaluations"]!.AsArray())
        {
            var (body, grade) = grades.Single(g => g.Body == stage.BodyOf(evaluation!));
            var address = $"{Evaluations}/{Stage.Id(evaluation!)}";
            var graded = await platform.PostAsync(
                "zs-evaluator", $"{address}/grade", new { grade, justification = "依据年度报告、监测数据、经费决算与现场核查综合评定。" }, Stage.Version(evaluation!));
            await platform.PostAsync("zs-city", $"{address}/publish", new { documentNumber }, Stage.Version(graded));
            stage.Tell.Done($"第三方评价{year}年度：{body.ProjectName}{GradeZh[grade]}", $"the third party finds {body.En}'s {year} {grade} (ZS-18)");
        }

        await SettleAsync(year, [.. grades.Select(g => g.Body)]);
    }

    /// <summary>
    /// The third party finds its grade wrong: another version is published, once it is seen what it comes to in money; two persons settle
    /// the year anew, and the ledger gets the difference (ZS-06, ZS-07).
    /// </summary>
    public async Task CorrectAsync(Body body, int year, string grade, string justification, string documentNumber)
    {
        var evaluation = (await stage.RowsAsync("zs-evaluator", $"{Evaluations}?institution={facts.Institutions[body]}&year={year}")).Single();
        var address = $"{Evaluations}/{Stage.Id(evaluation)}";
        var graded = await platform.PostAsync("zs-evaluator", $"{address}/grade", new { grade, justification }, Stage.Version(evaluation));
        var preview = await platform.GetAsync("zs-city", $"/api/reporting/evaluation-rounds/{evaluation["roundId"]}/money-preview");
        var money = preview["items"]!.AsArray().Single()!;
        stage.Tell.Done(
            $"第三方更正{body.ProjectName}{year}年度为{GradeZh[grade]}；公布前测算：实际应补助由{Yuan(money["entitledBeforeFen"]!)}元变为{Yuan(money["entitledFen"]!)}元",
            $"the third party corrects {body.En}'s {year} to {grade}; before it is published one sees: entitled {Yuan(money["entitledFen"]!)} yuan instead of {Yuan(money["entitledBeforeFen"]!)}");
        await platform.PostAsync("zs-city", $"{address}/publish", new { documentNumber }, Stage.Version(graded));
        await SettleAsync(year, [body]);
        var settled = await platform.GetAsync(Maker, $"{Funding}/settlements/{facts.Settlements[(body, year)]}");
        var revisions = settled["revisions"]!.AsArray();
        stage.Tell.Done(
            $"结算第{revisions.Count}版冲减追缴{Yuan(revisions[0]!["clawbackFen"]!)}元，原记录保留",
            $"revision {revisions.Count} of the settlement posts the difference: {Yuan(revisions[0]!["clawbackFen"]!)} yuan is claimed no more, and nothing is overwritten (ZS-07)");
    }

    /// <summary>The reviews by hand, of bodies that are not recognised and so have no yearly evaluation.</summary>
    public async Task ReviewAsync(int year, string documentNumber, params IReadOnlyList<(Body Body, string Grade)> grades)
    {
        foreach (var (body, grade) in grades)
        {
            var due = await platform.EventuallyAsync("zs-expert-1", $"{Reviews}?year={year}&limit=200", page => Find(page, body) is not null);
            var address = $"{Reviews}/{Stage.Id(Find(due, body)!)}";
            var graded = await platform.PostAsync(
                "zs-expert-1", $"{address}/grade", new { grade, justification = "依据年度工作报告、经费决算与现场核查综合评定。" }, Stage.Version(Find(due, body)!));
            await platform.PostAsync("zs-city", $"{address}/publish", new { documentNumber }, Stage.Version(graded));
        }

        await SettleAsync(year, [.. grades.Select(g => g.Body)]);
    }

    /// <summary>Notes whom a year's money went to: only that is settled.</summary>
    public void Paid(int year, IEnumerable<Body> bodies) => paid.UnionWith(bodies.Select(body => (body, year)));

    // One person opens the year's run and sees what each grade comes to in money, another commits it.
    private async Task SettleAsync(int year, IReadOnlyList<Body> bodies)
    {
        var reviewed = bodies.Where(b => paid.Contains((b, year))).ToList();
        if (reviewed.Count == 0)
        {
            return;
        }

        await platform.EventuallyAsync(Maker, $"{Funding}/pending-results?year={year}&limit=200", page => reviewed.TrueForAll(body => Find(page, body) is not null));
        var run = (await platform.PostAsync(Maker, $"{Funding}/settlement-runs", new { programme = FiveYears.Programme, fiscalYear = year }))["run"]!;
        await platform.PostAsync(Approver, $"{Funding}/settlement-runs/{Stage.Id(run)}/commit", new { });
        stage.Tell.Done(
            $"{year}年度{run["bodies"]}项考核结果：经办测算，另一人复核结算",
            $"{run["bodies"]} results of {year}: calculated by one person, committed by another (ZS-06)");
        await TellAsync(year, reviewed);
    }

    private async Task TellAsync(int year, IReadOnlyList<Body> bodies)
    {
        var page = await platform.GetAsync(Maker, $"{Funding}/settlements?year={year}&limit=200");
        foreach (var body in bodies)
        {
            var settlement = Find(page, body)!;
            facts.Settlements[(body, year)] = settlement["id"]!.GetValue<Guid>();
            var (grade, entitled, clawback) = (settlement["grade"]!.GetValue<string>(), Yuan(settlement["entitledFen"]!), Yuan(settlement["clawbackFen"]!));
            stage.Tell.Done(
                $"{body.ProjectName}{year}年度{GradeZh[grade]}：实际应补助{entitled}元，追缴{clawback}元",
                $"{body.En} {year}, {grade}: entitled {entitled} yuan (ZS-06), clawback {clawback} yuan (ZS-07)");
        }
    }

    private JsonNode? Find(JsonNode page, Body body) =>
        page["items"]!.AsArray().SingleOrDefault(row => row!["institutionId"]!.GetValue<Guid>() == facts.Institutions[body]);

    private static string Yuan(JsonNode fen) => Stage.Yuan(fen.GetValue<long>());
}

using System.Text.Json.Nodes;

namespace Demo;

/// <summary>The performance reviews of a year's money, and the settlements that follow (ZS-06, ZS-07).</summary>
internal sealed class Reviewing(Platform platform, Narrator tell, MoneyPathFacts facts)
{
    private static readonly Dictionary<string, string> GradeZh = new(StringComparer.Ordinal)
    {
        ["excellent"] = "优秀",
        ["good"] = "良好",
        ["pass"] = "合格",
        ["fail"] = "不合格",
    };

    /// <summary>An expert grades each body's year, the city publishes, Funding settles.</summary>
    public async Task PublishAsync(int year, DateOnly day, string[] grades)
    {
        tell.Chapter($"{year}年资金绩效考核", $"Performance review of {year}'s money");
        if (await platform.TodayAsync() < day)
        {
            await platform.MoveClockAsync(day);
        }

        var due = await platform.EventuallyAsync(
            "zs-expert-1", $"/api/reporting/reviews?year={year}", page => page["items"]!.AsArray().Count == facts.Institutions.Count);
        foreach (var (institution, grade) in facts.Institutions.Zip(grades))
        {
            var review = due["items"]!.AsArray().Single(r => r!["institutionId"]!.GetValue<Guid>() == institution)!;
            await PublishAsync(review, grade, day.Year);
        }

        foreach (var institution in facts.Institutions)
        {
            await TellSettlementAsync(year, institution);
        }
    }

    private async Task PublishAsync(JsonNode review, string grade, int year)
    {
        var address = $"/api/reporting/reviews/{review["id"]}";
        var graded = await platform.PostAsync(
            "zs-expert-1",
            $"{address}/grade",
            new { grade, justification = "依据年度工作报告、经费决算与现场核查综合评定。" },
            review["version"]!.GetValue<long>());
        await platform.PostAsync(
            "zs-city", $"{address}/publish", new { documentNumber = $"舟科考〔{year}〕3号" }, graded["version"]!.GetValue<long>());
    }

    private async Task TellSettlementAsync(int year, Guid institution)
    {
        var settlements = await platform.EventuallyAsync(
            "zs-maker", $"/api/funding/settlements?year={year}&limit=200", page => Of(page, institution) is not null);
        var settlement = Of(settlements, institution)!;
        if (year == 2026 && institution == facts.Institutions[0])
        {
            facts.Settlement = settlement["id"]!.GetValue<Guid>();
        }

        var body = Body.All[facts.Institutions.ToList().IndexOf(institution)];
        var (grade, entitled, clawback) = (settlement["grade"]!.GetValue<string>(), Yuan(settlement["entitledFen"]!), Yuan(settlement["clawbackFen"]!));
        tell.Done(
            $"{body.ProjectName}:{GradeZh[grade]},实际应补助{entitled}元,追缴{clawback}元",
            $"{grade}: entitled {entitled} yuan (ZS-06), clawback {clawback} yuan (ZS-07)");
    }

    private static string Yuan(JsonNode fen) => Disbursing.Yuan(fen.GetValue<long>());

    private static JsonNode? Of(JsonNode page, Guid institution) =>
        page["items"]!.AsArray().SingleOrDefault(s => s!["institutionId"]!.GetValue<Guid>() == institution);
}

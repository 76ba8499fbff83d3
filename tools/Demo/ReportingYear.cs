namespace Demo;

/// <summary>
/// A year of reporting at Ezhou and in Hubei: quarterly returns ranked and told in a bulletin, yearly reports in time, extended and missing,
/// an evaluation by experts, targets and tasks, and what leaders see of it.
/// </summary>
/// <param name="platform">The platform.</param>
/// <param name="tell">Who tells it.</param>
public sealed class ReportingYear(Platform platform, Narrator tell)
{
    private static readonly DateOnly FirstDay = new(2033, 3, 14);
    private static readonly DateOnly QuarterOver = new(2033, 4, 11);
    private static readonly DateOnly YearOver = new(2034, 1, 12);
    private static readonly DateOnly Overdue = new(2034, 2, 6);

    private readonly Stage stage = new(platform, tell, new FiveYearsFacts());

    /// <summary>Plays it once, after all other stories.</summary>
    public async Task<ReportingFacts> PlayAsync()
    {
        var facts = new ReportingFacts { Refusals = stage.Facts.Refusals };
        if (await platform.TodayAsync() >= FirstDay)
        {
            return facts;
        }

        var (yearly, quarterly) = (new YearlyReports(stage, facts), new QuarterlyReturns(stage, facts));
        await stage.ChapterAsync(FirstDay, "鄂州：新增两家离岸科创中心、两家孵化载体；补报往年报告", "Ezhou: two more offshore centres, two more carriers; what was owed for past years comes late");
        await new NewBodies(stage, facts).FileAsync(FirstDay);
        await yearly.CatchUpAsync([2031, 2032]);
        await quarterly.CatchUpAsync(2032);

        await stage.ChapterAsync(QuarterOver, "鄂州：季报附证明材料，异常数据，区域排名，通报", "Ezhou: quarterly returns with evidence, a figure far from its past, the districts ranked and told of");
        await quarterly.HandInAsync(2033, 1);
        await new Comparing(stage, facts).RankAsync(2033, 1);

        await stage.ChapterAsync(YearOver, "鄂州：年度报告自动开启，退回补正，延期", "Ezhou: yearly reports open by themselves; one is returned and mended, one gets more time");
        await yearly.HandInAsync(2033);
        await yearly.ExtendAsync(2033, new(2034, 2, 28));

        await stage.ChapterAsync(Overdue, "鄂州：一家未报送，经两人确认提出移出，资金暂停", "Ezhou: one report is missing; two persons confirm it, removal is proposed, its money held");
        await yearly.ConfirmMissingAsync(2033, Overdue);

        tell.Chapter(Overdue, "鄂州：专家盲评孵化载体，回避，离散，评议，异议，更正", "Ezhou: experts score the carriers blindly; a recusal, scores far apart, a meeting, an objection, a correction");
        await new Scoring(stage, facts).EvaluateAsync(2033, Overdue);

        tell.Chapter(Overdue, "湖北：主要指标、27项任务、里程碑、对接活动、中期评估", "Hubei: the main targets, the 27 tasks, milestones, matching events, the mid-term evaluation");
        await new ProvinceTargets(stage).RecordAsync();
        await new ProvinceTasks(stage).RunAsync(Overdue);
        await new Commending(stage, facts).CommendAsync(2022);
        await new MidTerm(stage).EvaluateAsync(Overdue);

        tell.Chapter(Overdue, "通知、领导看板、重建投影", "notices, the leaders' dashboard, the projections rebuilt");
        await new Leading(stage, facts).LookAsync();
        return facts;
    }
}

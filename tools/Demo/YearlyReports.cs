using System.Text.Json.Nodes;

namespace Demo;

/// <summary>The offshore bodies' yearly reports: due by 31 January, returned, extended, missing: EO-09, EO-10, EO-12.</summary>
internal sealed class YearlyReports(Stage stage, ReportingFacts facts)
{
    private const string City = "ez-city";
    private const string Confirmer = "ez-city-2";
    private const string Own = "ez-operator";
    private const string District = "ez-district";
    private const int Round = 1;

    private static readonly Dictionary<string, string> Sections = new(StringComparer.Ordinal)
    {
        ["annual-targets"] = "年度目标任务全部完成。",
        ["research"] = "在研项目按计划推进，完成样机两台。",
        ["talent"] = "引进博士3名，组建联合团队。",
        ["industry"] = "与本地企业共建中试线一条。",
        ["services"] = "举办技术对接4场。",
    };

    private readonly Platform platform = stage.Platform;
    private readonly ReportWork work = new(stage, EzhouOffshore.Programme);

    /// <summary>What was never handed in for past years comes now, late.</summary>
    public async Task CatchUpAsync(IReadOnlyList<int> years)
    {
        foreach (var (index, year) in years.Index())
        {
            var report = await work.FindAsync(Own, facts.Offshore.InTime, year, Round);
            await work.WriteAsync(Own, report, Sections, Figures(researchers: 20 + index, rdSpendFen: 180_000_000));
            await work.HandInAsync(Own, District, report);
        }

        stage.Tell.Done($"补报{string.Join("、", years)}年度报告，记为逾期报送", $"the reports of {string.Join(" and ", years)} come in, and are shown as late (EO-09)");
    }

    /// <summary>Opened by itself, begun with what is known, handed in, returned with reasons, mended, taken.</summary>
    public async Task HandInAsync(int year)
    {
        var report = await work.FindAsync(Own, facts.Offshore.InTime, year, Round);
        var draft = await platform.GetAsync(Own, ReportWork.Address(report));
        stage.Tell.Done(
            $"{year}年度报告已自动开启，{report["dueOn"]}前报送；{draft["prefills"]!.AsArray().Count}项可由上年报告带入",
            $"the report of {year} is open by itself, due by {report["dueOn"]}; {draft["prefills"]!.AsArray().Count} items may begin with last year's (EO-09, EO-10)");
        await work.WriteAsync(Own, report, Sections, Figures(researchers: 24, rdSpendFen: 420_000_000), new { rdSpendFen = "新建中试线，设备一次性投入。" });
        var handedIn = await stage.EditAsync(Own, ReportWork.Address(report), "submit", new { });
        stage.Tell.Done(
            $"提交；与上年相比变动较大{handedIn["changes"]!.AsArray().Count}项，已作说明",
            $"handed in; {handedIn["changes"]!.AsArray().Count} figure differs remarkably from last year's and is explained (EO-10)");

        await stage.EditAsync(District, ReportWork.Address(report), "return", new
        {
            reason = "科研人员数与名册不符，请核对后重新提交。",
            fields = new[] { new { field = "researchers", reason = "名册为23人。" } },
        });
        await work.WriteAsync(Own, report, Sections, Figures(researchers: 23, rdSpendFen: 420_000_000), new { rdSpendFen = "新建中试线，设备一次性投入。" });
        await work.HandInAsync(Own, District, report);
        var difference = (await platform.GetAsync(District, $"{ReportWork.Address(report)}/difference"))["changes"]!.AsArray().Single()!;
        stage.Tell.Done(
            $"退回并逐项说明理由；补正后{difference["before"]}改为{difference["after"]}，重新提交并接收",
            $"returned with a reason for the figure; mended from {difference["before"]} to {difference["after"]}, handed in again and taken");
        facts.YearlyReports = facts.YearlyReports with { InTime = Guid.Parse(Stage.Id(report)) };
    }

    /// <summary>One body gets more time: recorded by one person, confirmed by another.</summary>
    public async Task ExtendAsync(int year, DateOnly until)
    {
        var report = await work.FindAsync(City, facts.Offshore.Extended, year, Round);
        var decision = new { until = Stage.Iso(until), documentNumber = $"鄂科延〔{until.Year}〕1号", decidedOn = Stage.Iso(await platform.TodayAsync()), reason = "年度审计尚未完成。" };
        var proposed = await platform.PostAsync(City, $"{ReportWork.Address(report)}/extensions", decision);
        var address = $"/api/reporting/report-extensions/{Stage.Id(proposed)}/confirm";
        await stage.RefuseAsync("confirming one's own extension", City, address, new { }, Stage.Version(proposed));
        await platform.PostAsync("ez-leader", address, new { }, Stage.Version(proposed));
        stage.Tell.Done($"{decision.documentNumber}：“{report["institutionName"]}”延至{until:yyyy-MM-dd}，由另一人确认", $"{report["institutionName"]} has until {until:yyyy-MM-dd}, confirmed by a second person (P-5)");
        facts.YearlyReports = facts.YearlyReports with { Extended = Guid.Parse(Stage.Id(report)) };
    }

    /// <summary>After the last day: what is missing has no effect before two persons confirm it; then removal is proposed and money held.</summary>
    public async Task ConfirmMissingAsync(int year, DateOnly day)
    {
        const string missing = "/api/reporting/missing-reports";
        var rows = (await platform.GetAsync(City, $"{missing}?programme={EzhouOffshore.Programme}&year={year}&round={Round}"))["missing"]!.AsArray();
        var row = rows.Single()!;
        var reportId = row["reportId"]!.GetValue<Guid>();
        var list = await platform.PostAsync(City, missing, new
        {
            programme = EzhouOffshore.Programme, year, round = Round, documentNumber = $"鄂科督〔{day.Year}〕1号", decidedOn = Stage.Iso(day), reports = new[] { reportId },
        });
        await stage.RefuseAsync("confirming one's own list of missing reports", City, $"{missing}/{Stage.Id(list)}/confirm", new { }, Stage.Version(list));
        await platform.PostAsync(Confirmer, $"{missing}/{Stage.Id(list)}/confirm", new { }, Stage.Version(list));
        stage.Tell.Done($"“{row["institutionName"]}”逾期{row["daysLate"]}天未报送，两人确认", $"{row["institutionName"]} is {row["daysLate"]} days late; two persons confirm that its report is missing (EO-12)");
        facts.YearlyReports = facts.YearlyReports with { Missing = reportId };
        await FollowAsync();
    }

    private async Task FollowAsync()
    {
        static JsonNode? Proposal(JsonNode page) => page["items"]!.AsArray().FirstOrDefault(row => row!["ground"]!.GetValue<string>() == "report-not-filed");
        var proposals = await platform.EventuallyAsync(City, $"/api/registry/sanctions?institution={facts.Offshore.Missing}&status=proposed", page => Proposal(page) is not null);
        stage.Tell.Done(
            $"自动提出“{Proposal(proposals)!["groundZh"]}”处理案，由人决定是否移出",
            $"a case is proposed by itself: {Proposal(proposals)!["groundEn"]}; whether the body is removed, a person decides (EO-12, P-5)");

        // The plan names no hold that places itself, so a person places it.
        var reason = "2033年度报告逾期未报送，处理决定作出前暂停支付。";
        var account = await platform.PostAsync("ez-maker", $"/api/funding/accounts/{facts.Offshore.Missing}/holds", new { reason });
        stage.Tell.Done($"财务暂停对该机构的支付：{account["holds"]!.AsArray().Single()!["reason"]}", "finance holds the body's money while its report is overdue");
    }

    private static Dictionary<string, long> Figures(long researchers, long rdSpendFen) => new(StringComparer.Ordinal)
    {
        ["rdSpendFen"] = rdSpendFen,
        ["rdProjects"] = 6,
        ["researchers"] = researchers,
        ["talentsBrought"] = 3,
        ["companiesIncubated"] = 5,
        ["projectsLanded"] = 1,
        ["technicalContractsFen"] = 96_000_000,
    };
}

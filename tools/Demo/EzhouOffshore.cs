using System.Text.Json.Nodes;

namespace Demo;

/// <summary>Ezhou's offshore bodies: one filed under a call, one case by case, one removed and barred: EO-07, EO-08, EO-12 … EO-16.</summary>
internal sealed class EzhouOffshore(Stage stage)
{
    public const string Programme = "ezhou-offshore-institutions";

    private const string City = "ez-city";
    private const string Decider = "ez-city-2";
    private const string Calls = "/api/registry/calls";

    private static readonly string[] Called = ["campus", "headquarters", "incubator"];
    private static readonly string[] CampusFiles = ["applicationPaper", "hostEvidence", "premisesEvidence", "researcherList", "technicalContracts"];

    private readonly Platform platform = stage.Platform;
    private readonly Applying applying = new(stage, Programme);
    private readonly Entering entering = new(stage, Programme);

    /// <summary>Plays it from a day on; the story takes a year.</summary>
    public async Task PlayAsync(DateOnly first)
    {
        await stage.ChapterAsync(first, "鄂州：离岸科创机构按通知申报备案", "Ezhou: an offshore body is filed under a call");
        await new Calendars(stage).EnterTestAsync(first.Year);
        var campus = await ApplyUnderCallAsync(first);
        await stage.OnAsync(first.AddDays(7));
        var notice = await ReviewAsync(campus, first.AddDays(7));
        await stage.OnAsync(first.AddDays(15));
        var filed = await AnnounceAsync(notice, campus, first.AddDays(15));

        await stage.ChapterAsync(first.AddDays(15), "鄂州：集中式中心“一事一议”，项目来鄂落地", "Ezhou: a regional centre case by case, a project that lands");
        await FileCaseByCaseAsync(first.AddDays(15));
        await LandAsync(filed, first.AddDays(15));

        var later = new DateOnly(first.Year + 1, 2, 2);
        await stage.ChapterAsync(later, "鄂州：未报送年度报告，不再纳入备案管理，两年内不得重新申报", "Ezhou: no yearly report, removed, barred for two years");
        await RemoveAsync(filed, later);
    }

    private async Task<string> ApplyUnderCallAsync(DateOnly day)
    {
        var application = await applying.DraftAsync("ez-operator-3", EzhouAnswers.Campus("上海市"), CampusFiles);
        await applying.RefuseSubmissionAsync("application without a call", "ez-operator-3", application);
        await CallAsync($"{day.Year}年离岸科创机构备案通知", $"鄂科〔{day.Year}〕1号", day);
        await applying.SubmitAsync("ez-operator-3", application);
        stage.Tell.Done("临空光电子企业申报高校院所式离岸研发中心（上海），科研团队10人", "a host applies for a centre at a university in Shanghai with 10 researchers (EO-04, EO-08)");
        await applying.RecommendAsync("ez-district-linkong", application, $"临空科〔{day.Year}〕1号", day);
        return application;
    }

    private async Task CallAsync(string title, string documentNumber, DateOnly day)
    {
        await platform.PostAsync(City, Calls, new
        {
            programme = Programme,
            title,
            categories = Called,
            opensOn = Stage.Iso(day),
            closesOn = Stage.Iso(day.AddDays(10)),
            documentNumber,
            materials = "按申报表提交，由各区科技管理部门组织。",
        });
        stage.Tell.Done($"市科技局以{documentNumber}发布通知，至{day.AddDays(10):yyyy-MM-dd}止", $"the city publishes a call, open until {day.AddDays(10):yyyy-MM-dd} (EO-08)");
    }

    private async Task<string> ReviewAsync(string application, DateOnly day)
    {
        var experts = new List<(string User, string Id)>();
        foreach (var user in new[] { "ez-expert-1", "ez-expert-2", "ez-expert-3" })
        {
            experts.Add((user, Stage.Id(await platform.PostAsync(user, "/api/registry/experts", new { organisationName = "鄂州市科技评估中心", fields = Array.Empty<string>() }))));
        }

        var opened = await platform.PostAsync(City, "/api/registry/selections", new
        {
            programme = Programme,
            title = $"{day.Year}年离岸科创机构审核论证",
            applications = new[] { new { id = application, version = await applying.VersionAsync(City, application) } },
            draw = new { count = experts.Count },
        });
        foreach (var ((user, _), score) in experts.Zip([88, 84, 81]))
        {
            var sheet = (await stage.RowsAsync(user, "/api/registry/score-sheets?limit=200")).Single(s => s["selectionId"]!.GetValue<string>() == Stage.Id(opened));
            await platform.PostAsync(user, $"/api/registry/score-sheets/{Stage.Id(sheet)}/score", new { score, meetsConditions = true, justification = "团队和合同齐备，研发实质开展。" }, Stage.Version(sheet));
        }

        var address = $"/api/registry/selections/{opened["id"]}";
        var number = $"鄂科审〔{day.Year}〕1号";
        await stage.EditAsync(City, address, "conclude", new { });
        await stage.EditAsync(Decider, address, "decide", new { documentNumber = number, decidedOn = Stage.Iso(day) });
        stage.Tell.Done($"随机抽取{experts.Count}名专家论证，以{number}审定", $"{experts.Count} experts drawn by lot; decided by {number} (EO-08)");
        var posted = await platform.PostAsync(City, "/api/registry/notices", new { selectionId = Stage.Id(opened), documentNumber = $"鄂科公示〔{day.Year}〕1号", postedOn = Stage.Iso(day) });
        var shown = await platform.GetPublicAsync($"/api/registry/public/notices/{posted["id"]}");
        stage.Tell.Done($"公示至{shown["lastDay"]}止（按测试日历计算）", $"on public notice until {shown["lastDay"]}, by a test calendar (EO-08, P-3)");
        return Stage.Id(posted);
    }

    private async Task<string> AnnounceAsync(string notice, string application, DateOnly day)
    {
        var number = $"鄂科备〔{day.Year}〕1号";
        var announced = await platform.PostAsync(City, "/api/registry/announcements", new { noticeId = notice, documentNumber = number, issuedOn = Stage.Iso(day), centres = new[] { new { applicationId = application } } });
        var institution = await FindAsync("campus");
        stage.Tell.Done($"{number}备案“{institution["name"]}”，公布第{announced["number"]}号", $"filed from {day:yyyy-MM-dd}, announcement no. {announced["number"]} (EO-08)");
        return Stage.Id(institution);
    }

    private async Task FileCaseByCaseAsync(DateOnly day)
    {
        var application = await applying.DraftAsync("ez-operator", EzhouAnswers.Regional(day), EzhouAnswers.RegionalFiles);
        await applying.SubmitAsync("ez-operator", application);
        await applying.RecommendAsync("ez-district", application, $"鄂城科〔{day.Year}〕1号", day);
        var address = $"{Filing.Applications}/{application}";
        var filing = new { documentNumber = $"鄂科备〔{day.Year}〕2号", decidedOn = Stage.Iso(day) };
        await stage.RefuseAsync("filing without a case-by-case decision", City, $"{address}/file", filing, await applying.VersionAsync(City, application));
        var filed = await applying.FileByCaseAsync(
            City, Decider, application, "鄂州离岸科创中心运营公司", EzhouAnswers.OperatingCode, $"鄂州科创专议〔{day.Year}〕1号", filing.documentNumber, day);
        stage.Tell.Done($"“一事一议”决定由两人登记确认，{filing.documentNumber}备案“{filed["name"]}”", "a case-by-case decision of two persons; filed once built and running (EO-07)");
    }

    private async Task LandAsync(string institution, DateOnly day)
    {
        await entering.FileAsync("ez-operator-3", "liaison-officers", EzhouAnswers.Officer(day), institution);
        var project = await entering.FileAsync("ez-operator-3", "landed-projects", EzhouAnswers.Project(day), institution);
        var landed = new { answers = new { landedOn = Stage.Iso(day), companyName = "鄂州某热像科技有限公司", investmentFen = 800_000_000L } };
        await entering.StepAsync("ez-operator-3", project, "report-landing", landed);
        await entering.StepAsync("ez-district-linkong", project, "confirm-landing", new { });
        stage.Tell.Done("联络专员在册；一个项目报告落地，经临空经济区核实", "a liaison officer on file; a project lands, verified by the district (EO-14, EO-16)");
    }

    private async Task RemoveAsync(string institution, DateOnly day)
    {
        var proposed = await platform.PostAsync(City, "/api/registry/sanctions", new
        {
            institutionId = institution,
            ground = "report-not-filed",
            facts = $"至{day.Year}年1月31日未报送{day.Year - 1}年度工作总结。",
            foundOn = Stage.Iso(day),
            authority = "鄂州市科学技术局",
            documentNumber = $"鄂科督〔{day.Year}〕1号",
        });
        var confirmed = await stage.EditAsync(Decider, $"/api/registry/sanctions/{proposed["id"]}", "confirm", new { documentNumber = $"鄂科〔{day.Year}〕2号", decidedOn = Stage.Iso(day) });
        stage.Tell.Done($"两人确认移出；不得重新申报至{confirmed["bans"]![0]!["lastDay"]}", $"removed by two persons; barred until {confirmed["bans"]![0]!["lastDay"]} (EO-12, EO-13)");

        await CallAsync($"{day.Year}年离岸科创机构备案通知", $"鄂科〔{day.Year}〕3号", day);
        var same = await applying.DraftAsync("ez-operator-3", EzhouAnswers.Campus("上海市"), CampusFiles);
        await applying.RefuseSubmissionAsync("same type at the same place while barred", "ez-operator-3", same);
        await applying.SubmitAsync("ez-operator-3", await applying.DraftAsync("ez-operator-3", EzhouAnswers.Campus("广东省深圳市"), CampusFiles));
        stage.Tell.Done("同一依托单位在深圳另行申报，不受限制", "the same host may apply at another place (EO-13)");
    }

    private async Task<JsonNode> FindAsync(string category) =>
        (await stage.RowsAsync(City, $"/api/registry/institutions?programme={Programme}")).Single(row => row["category"]!.GetValue<string>() == category);
}

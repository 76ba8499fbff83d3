using System.Text.Json.Nodes;

namespace Demo;

/// <summary>Experts evaluate the carriers blindly; the meeting, the objection and the correction that follow: EI-09, P-5.</summary>
internal sealed class Scoring(Stage stage, ReportingFacts facts)
{
    private const string Rounds = "/api/reporting/evaluation-rounds";
    private const string Evaluations = "/api/reporting/evaluations";
    private const string Sheets = "/api/reporting/score-sheets";
    private const string Arranger = "ez-city";
    private const string Publisher = "ez-city-2";
    private const string Decider = "ez-city-3";
    private const string Fourth = "ez-expert-4";

    // What each of the first three gives to the carriers of Gedian, Echeng and Linkong; the third is recused from the last.
    private static readonly (string Expert, int Gedian, int Echeng, int? Linkong)[] First =
        [("ez-expert-1", 91, 85, 62), ("ez-expert-2", 89, 80, 58), ("ez-expert-3", 88, 60, null)];

    private static readonly string[] Indicators = ["incubation", "transfer", "services", "premises", "operation"];

    private readonly Platform platform = stage.Platform;
    private string round = "";
    private JsonNode fourth = new JsonObject();

    /// <summary>The round from its opening to the corrected result.</summary>
    public async Task EvaluateAsync(int year, DateOnly day)
    {
        var opened = await platform.PostAsync(Arranger, Rounds, new { programme = Carriers.Programme, year, documentNumber = $"鄂州科评〔{day.Year}〕1号", evaluation = "carrier-evaluation" });
        round = $"{Rounds}/{Stage.Id(opened["round"]!)}";
        foreach (var evaluation in opened["evaluations"]!.AsArray())
        {
            facts.Evaluations[evaluation!["district"]!.GetValue<string>()] = Guid.Parse(Stage.Id(evaluation));
        }

        await ScoreBlindlyAsync();
        await HearFurtherAsync();
        await ModerateAsync("gedian", 9_000, day);
        await PublishAsync(day);
        await CorrectAsync("linkong", 7_500, day);
    }

    private async Task ScoreBlindlyAsync()
    {
        fourth = await platform.PostAsync(Fourth, "/api/registry/experts", new { organisationName = "武汉某大学", fields = Array.Empty<string>() });
        var experts = (await stage.RowsAsync(Arranger, "/api/registry/experts?limit=200")).Where(expert => Stage.Id(expert) != Stage.Id(fourth)).ToList();
        await AppointAsync(experts, null);
        await RecuseAsync("ez-expert-3", "linkong", "曾任该载体创业导师。");
        foreach (var (expert, gedian, echeng, linkong) in First)
        {
            await ScoreAsync(expert, "gedian", gedian);
            await ScoreAsync(expert, "echeng", echeng);
            if (linkong is { } score)
            {
                await ScoreAsync(expert, "linkong", score);
            }
        }

        var own = (await stage.RowsAsync(First[0].Expert, $"{Sheets}?limit=200")).Count;
        stage.Tell.Done($"{First.Length}名专家对{facts.Evaluations.Count}家载体盲评，每人只见自己的{own}份评分表；1人声明回避1家", $"{First.Length} experts score {facts.Evaluations.Count} carriers, each seeing its own {own} sheets alone; one declares a recusal (EI-09)");
    }

    // Too far apart: a further expert is heard before anything is concluded; where one is recused another takes the place.
    private async Task HearFurtherAsync()
    {
        await stage.RefuseAsync(
            "concluding scores that lie too far apart", Arranger, $"{round}/conclude", new { evaluations = new[] { facts.Evaluations["echeng"] } }, await VersionAsync());
        await AppointAsync([fourth], facts.Evaluations["echeng"]);
        await ScoreAsync(Fourth, "echeng", 78);
        await ConcludeAsync("echeng", "gedian");
        await AppointAsync([fourth], null);
        await ScoreAsync(Fourth, "linkong", 63);
        await ConcludeAsync("linkong");
        stage.Tell.Done("增请专家评分后汇总，回避者由他人补足", "a further expert is heard, another takes the place of the recused one, and the scores are concluded");
    }

    private async Task ModerateAsync(string district, int hundredths, DateOnly day)
    {
        var address = $"{Evaluations}/{facts.Evaluations[district]}";
        var minutes = new { documentNumber = $"鄂州科评纪〔{day.Year}〕1号", heldOn = Stage.Iso(day), present = new[] { "胡建国", "段晓东", "朱志远" }, scoreHundredths = hundredths, reason = "补充核实一项国家级平台，三位专家一致同意调整。" };
        await stage.EditAsync(Arranger, address, "moderation", minutes);
        var seen = await platform.GetAsync(Arranger, address);
        await stage.RefuseAsync("confirming one's own moderation", Arranger, $"{address}/moderation/confirm", new { }, Stage.Version(seen));
        var moderated = await platform.PostAsync(Publisher, $"{address}/moderation/confirm", new { }, Stage.Version(seen));
        stage.Tell.Done($"会议评议调整为{Points(moderated["score"])}分，另一人复核", $"a meeting makes it {Points(moderated["score"])}, confirmed by another person (P-5)");
    }

    private async Task PublishAsync(DateOnly day)
    {
        var evaluations = (await platform.GetAsync(Publisher, round))["evaluations"]!.AsArray().Select(e => new { id = Stage.Id(e!), version = Stage.Version(e!) });
        var published = await platform.PostAsync(Publisher, $"{round}/publish", new { documentNumber = $"鄂州科评〔{day.Year}〕2号", evaluations });
        var results = published["evaluations"]!.AsArray();
        stage.Tell.Done(
            $"公布结果：{string.Join("，", results.Select(e => $"{e!["institutionName"]}{Points(e["publishedScore"])}"))}",
            $"published: {string.Join(", ", results.Select(e => $"{e!["district"]} {Points(e["publishedScore"])} {e["publishedGrade"]}"))} (EI-09)");
    }

    private async Task CorrectAsync(string district, int hundredths, DateOnly day)
    {
        var address = $"{Evaluations}/{facts.Evaluations[district]}";
        var objection = await stage.EditAsync("ez-operator-3", address, "objections", new { statement = "评价未计入本年度落地的两个产业化项目，请予复核。" });
        var decide = $"/api/reporting/evaluation-objections/{Stage.Id(objection)}/decide";
        var decision = new { upheld = true, reason = "经核实，两个项目应计入成果转化。", documentNumber = $"鄂州科评异〔{day.Year}〕1号", scoreHundredths = hundredths };
        await stage.RefuseAsync("deciding an objection to one's own result", Publisher, decide, decision, Stage.Version(objection));
        await platform.PostAsync(Decider, decide, decision, Stage.Version(objection));
        var corrected = await stage.EditAsync(Arranger, address, "publish", new { documentNumber = $"鄂州科评〔{day.Year}〕3号" });
        stage.Tell.Done(
            $"异议成立，第三人处理，更正为{Points(corrected["publishedScore"])}分，以第{corrected["publications"]}版公布",
            $"the objection is upheld by a third person; the result becomes {Points(corrected["publishedScore"])}, {corrected["publishedGrade"]}, published as version {corrected["publications"]} (EI-09, P-5)");
    }

    private async Task AppointAsync(IReadOnlyList<JsonNode> experts, Guid? evaluationId)
    {
        var subjects = experts.Select(expert => expert["subject"]!.GetValue<string>());
        await platform.PostAsync(Arranger, $"{round}/experts", new { experts = subjects, evaluationId }, await VersionAsync());
    }

    private async Task ScoreAsync(string expert, string district, int score)
    {
        var sheet = await SheetAsync(expert, district);
        var scores = Indicators.Select(indicator => new { indicator, score, justification = "依据季报数据和现场核查评定。" });
        await platform.PostAsync(expert, $"{Sheets}/{Stage.Id(sheet)}/score", new { scores }, Stage.Version(sheet));
    }

    private async Task RecuseAsync(string expert, string district, string reason)
    {
        var sheet = await SheetAsync(expert, district);
        await platform.PostAsync(expert, $"{Sheets}/{Stage.Id(sheet)}/recuse", new { reason }, Stage.Version(sheet));
    }

    private async Task<JsonNode> SheetAsync(string expert, string district) =>
        (await stage.RowsAsync(expert, $"{Sheets}?limit=200")).Single(sheet => sheet["evaluationId"]!.GetValue<Guid>() == facts.Evaluations[district]);

    private async Task ConcludeAsync(params string[] districts) =>
        await platform.PostAsync(Arranger, $"{round}/conclude", new { evaluations = districts.Select(district => facts.Evaluations[district]) }, await VersionAsync());

    private async Task<long> VersionAsync() => Stage.Version((await platform.GetAsync(Arranger, round))["round"]!);

    private static string Points(JsonNode? hundredths) => $"{hundredths!.GetValue<int>() / 100m:0.00}";
}

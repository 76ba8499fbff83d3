namespace Demo;

/// <summary>Hubei's zone: a plan that is over and goes on by decision, libraries that match, checks that flag, refuse and bar: P-6, HB-05 … HB-22.</summary>
internal sealed class HubeiZone(Stage stage)
{
    public const string Programme = "hubei-transfer-zone";

    private const string Province = "hb-city";
    private const string Decider = "hb-city-2";
    private const string Wuhan = "hb-operator";
    private const string Xiangyang = "hb-operator-2";

    private readonly Platform platform = stage.Platform;
    private readonly Applying applying = new(stage, Programme);
    private readonly Entering entering = new(stage, Programme);

    /// <summary>Plays it on a day.</summary>
    public async Task PlayAsync(DateOnly day)
    {
        await stage.ChapterAsync(day, "湖北：方案2025年期满，经决定延长", "Hubei: the plan of 2021–2025 is over and goes on by decision");
        await ExtendAsync(day);
        await MatchAsync();
        await DistributeAsync(day);
        await CertifyAsync(day);

        await stage.ChapterAsync(day, "湖北：未达到成果转化要求，不予结题；中试基地备案", "Hubei: a transfer requirement not met; a pilot base is filed");
        await BarAsync(day);
        await FilePilotBaseAsync(day);
        await new HubeiMoney(stage).PlayAsync(day.AddDays(7));
    }

    private async Task ExtendAsync(DateOnly day)
    {
        await stage.RefuseAsync("an entry after the plan's end", Wuhan, entering.Entries("needs"), new { answers = HubeiAnswers.Need });
        var extension = await platform.PostAsync(Province, "/api/registry/plan-decisions", new
        {
            programme = Programme,
            kind = "extend",
            until = $"{day.Year + 4}-12-31",
            documentNumber = $"鄂政办函〔{day.Year}〕8号",
            decidedOn = Stage.Iso(day),
        });
        await platform.PostAsync(Decider, $"/api/registry/plan-decisions/{extension["id"]}/confirm", new { }, Stage.Version(extension));
        stage.Tell.Done($"两人登记确认延长决定，至{day.Year + 4}年底", $"two persons record that the plan goes on until the end of {day.Year + 4} (P-6)");
    }

    // HB-10: what shares a field of technology or a keyword goes together, and the reason is shown.
    private async Task MatchAsync()
    {
        var result = await entering.FileAsync(Xiangyang, "results", HubeiAnswers.Result);
        var need = await entering.FileAsync(Wuhan, "needs", HubeiAnswers.Need);
        await entering.StepAsync("hb-district-xiangyang", result, "publish", new { });
        await entering.StepAsync("hb-district", need, "publish", new { });
        var best = (await platform.GetAsync(Wuhan, $"/api/registry/entries/{need["id"]}/matches"))["items"]![0]!;
        var words = best["reasons"]!.AsArray().Single(reason => reason!["field"]!.GetValue<string>() == "keywords")!;
        var shared = string.Join("、", words["shared"]!.AsArray().Select(word => word!.GetValue<string>()));
        stage.Tell.Done($"需求与成果对接：“{best["title"]}”，同一技术领域，共同关键词：{shared}", $"a need meets a result of the same field; shared keywords: {shared} (HB-10)");
    }

    // HB-08: outside 70–99 % is flagged, not refused; HB-18: a leader's share that is not posted is refused.
    private async Task DistributeAsync(DateOnly day)
    {
        await entering.RefuseFilingAsync("a leader's share that is not posted", Xiangyang, "distributions", HubeiAnswers.Distribution(day, "leader-cash", 70_000_000));
        var flagged = await entering.FileAsync(Xiangyang, "distributions", HubeiAnswers.Distribution(day, "completer-cash", 69_999_999));
        var flag = flagged["flags"]![0]!;
        stage.Tell.Done($"奖励低于70%一分，登记并提示：{flag["zh"]}", $"an award one fen below 70 %, recorded and flagged: {flag["en"]} ({flag["clause"]})");
    }

    // HB-07: 500,000.00 yuan put to use counts as provincial, one fen less does not.
    private async Task CertifyAsync(DateOnly day)
    {
        var use = await entering.FileAsync(Xiangyang, "fund-uses", HubeiAnswers.FundUse(day, 49_999_999), null, "useEvidence");
        var certificate = new { documentNumber = $"鄂科证〔{day.Year}〕1号", decidedOn = Stage.Iso(day) };
        await entering.RefuseStepAsync("a fen below 500,000.00 yuan", Province, use, "certify", certificate);
        await entering.AmendAsync(Xiangyang, use, HubeiAnswers.FundUse(day, 50_000_000));
        await entering.StepAsync(Province, use, "certify", certificate);
        stage.Tell.Done("更正为500,000.00元后出具证明，仅限业绩考核、职称评聘", "corrected to 500,000.00 yuan and certified, for appraisal and title review only (HB-07)");
    }

    // HB-05: not met, not closed, and no further project for two years.
    private async Task BarAsync(DateOnly day)
    {
        var project = await entering.FileAsync(Wuhan, "projects", HubeiAnswers.Project("BAA001", day));
        await entering.StepAsync(Province, project, "refuse-closing", new
        {
            answers = new { foundOn = Stage.Iso(day), shortfall = "未实现约定的销售收入。" },
            documentNumber = $"鄂科验〔{day.Year}〕1号",
            decidedOn = Stage.Iso(day),
        });
        await entering.RefuseFilingAsync("a project while barred", Wuhan, "projects", HubeiAnswers.Project("BAA002", day));
    }

    private async Task FilePilotBaseAsync(DateOnly day)
    {
        var application = await applying.DraftAsync(Wuhan, HubeiAnswers.PilotBase, "applicationPaper", "openRules");
        await applying.SubmitAsync(Wuhan, application);
        await applying.RecommendAsync("hb-district", application, $"武科〔{day.Year}〕1号", day);
        var filed = await platform.PostAsync(
            Province,
            $"{Filing.Applications}/{application}/file",
            new { documentNumber = $"鄂科备〔{day.Year}〕1号", decidedOn = Stage.Iso(day) },
            await applying.VersionAsync(Province, application));
        stage.Tell.Done($"“{filed["name"]}”省级备案", "a pilot base is filed with the province (HB-22)");
    }
}

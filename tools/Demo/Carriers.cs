namespace Demo;

/// <summary>Ezhou's incubation carriers: the plan ended with 2025 and is extended; a carrier is filed and its registers live (EI).</summary>
/// <param name="platform">The platform.</param>
/// <param name="tell">Who tells it.</param>
public sealed class Carriers(Platform platform, Narrator tell)
{
    /// <summary>The programme.</summary>
    public const string Programme = "ezhou-incubation-carriers";

    private const string Operator = "ez-operator-2";
    private const string District = "ez-district-gedian";
    private const string City = "ez-city";

    private readonly FiveYearsFacts facts = new();

    private Stage Stage => field ??= new Stage(platform, tell, facts);

    private Applying Applying => field ??= new Applying(Stage, Programme);

    private Entering Entering => field ??= new Entering(Stage, Programme);

    /// <summary>Plays it on the day that it is, once; what was rightly refused, by what was tried.</summary>
    public async Task<IReadOnlyDictionary<string, Refused>> PlayAsync()
    {
        if (await Applying.IsPlayedAsync(City))
        {
            return facts.Refusals;
        }

        var today = await platform.TodayAsync();
        tell.Chapter(today, "鄂州：科创孵化载体", "Ezhou: incubation carriers");
        await ExtendAsync(today);
        var carrier = await FoundAsync(today);
        await PassCompanyAsync(carrier, today);
        await FileMentorAsync(carrier, today);
        await RiseAsync(carrier, today);
        return facts.Refusals;
    }

    // P-6: the plan is of 2024–2025; after that it takes nothing new unless the bureau decides.
    private async Task ExtendAsync(DateOnly today)
    {
        await Stage.RefuseAsync("a carrier after the plan's end", Operator, "/api/registry/applications", new { programme = Programme });
        await Applying.DecideOnPlanAsync(City, "ez-leader", "extend", $"鄂州科发〔{today.Year}〕1号", today, today.AddYears(2));
        tell.Done("市科技局决定延长行动方案，由另一人确认", "the bureau extends the plan, confirmed by a second person (P-6)");
    }

    private async Task<string> FoundAsync(DateOnly today)
    {
        var application = await Applying.DraftAsync(
            Operator,
            EzhouAnswers.Carrier("葛店科技企业孵化器", "gedian", EzhouAnswers.CarrierName, EzhouAnswers.CarrierCode, floorArea: 12_000, companies: 46),
            EzhouAnswers.CarrierFiles);
        await Applying.SubmitAsync(Operator, application);
        await Applying.RecommendAsync(District, application, $"葛科〔{today.Year}〕1号", today);
        var carrier = await Applying.FileAsync("ez-city-2", application, $"鄂州科函〔{today.Year}〕8号", today);
        tell.Done("葛店科技企业孵化器经区推荐，登记在册", "the Gedian incubator is recommended and filed (EI-03, EI-13)");
        return carrier;
    }

    private async Task PassCompanyAsync(string carrier, DateOnly today)
    {
        var company = await Entering.FileAsync(Operator, "companies", new
        {
            name = "鄂州某光通信科技有限公司",
            kind = "company",
            code = "91420704MA4M6F7G8J",
            establishedOn = Stage.Iso(today.AddYears(-2)),
            industry = "information",
            keywords = Answers.Several("光模块", "硅光"),
            business = "硅光模块研发",
        });
        var entered = today.AddMonths(-6);
        var stay = await Entering.FileAsync(Operator, "passages", new { carrier, stage = "incubator", enteredOn = Stage.Iso(entered) }, Stage.Id(company));
        await Entering.RefuseStepAsync(
            "leaving before entering", Operator, stay, "leave", new { answers = new { leftOn = Stage.Iso(entered.AddDays(-1)), where = "next-stage" } });
        await Entering.StepAsync(Operator, stay, "leave", new { answers = new { leftOn = Stage.Iso(today), where = "next-stage" } });
        tell.Done("企业入驻孵化器，毕业进入加速器环节，逐段留痕", "a company's stay in the incubator, first and last day (EI-02)");
    }

    private async Task FileMentorAsync(string carrier, DateOnly today)
    {
        var mentor = await Entering.FileAsync(
            Operator,
            "mentors",
            new
            {
                name = "某甲",
                employer = "某大学",
                post = "教授",
                phone = "13900000001",
                fields = Answers.Several("technology", "finance"),
                introduction = "从事光电子成果转化二十年",
                servesFrom = Stage.Iso(today),
                servesUntil = Stage.Iso(today.AddYears(3).AddDays(1)),
            },
            aboutId: null,
            "consent");
        await Entering.StepAsync(District, mentor, "advise", new { answers = new { opinion = "同意，一线经验丰富。" } });
        var filed = await Entering.StepAsync("ez-city", mentor, "accept", new { documentNumber = $"鄂州科导〔{today.Year}〕1号", decidedOn = Stage.Iso(today) });
        await Entering.FileAsync(Operator, "mentoring", new { topic = "硅光模块量产辅导", carrier, from = Stage.Iso(today) }, Stage.Id(mentor));
        var (zh, en) = Entering.Flags(filed);
        tell.Done($"导师备案第{filed["number"]}号，作提示而不拒绝：{zh}", $"mentor No. {filed["number"]} is filed, and flagged, not refused: {en} (EI-06)");
    }

    private async Task RiseAsync(string carrier, DateOnly today)
    {
        var level = await Entering.FileAsync(
            Operator,
            "levels",
            new { kind = "level", level = "provincial", from = Stage.Iso(today), grantedBy = "省科技厅", documentNumber = $"鄂科技函〔{today.Year}〕88号" },
            carrier,
            "certificate");
        await Entering.StepAsync("ez-city-2", level, "confirm", new { });
        var benchmark = await Entering.FileAsync(
            District,
            "benchmarks",
            new
            {
                industryChain = "光电子信息",
                focus = "在孵企业八成属光电子信息",
                ability = "自建光器件测试平台",
                results = "三年毕业企业21家",
                example = "接待市内外同行42批次",
                from = Stage.Iso(today),
            },
            carrier,
            "evidence");
        await Entering.StepAsync(
            City, benchmark, "choose", new { documentNumber = $"鄂州科标〔{today.Year}〕1号", decidedOn = Stage.Iso(today), reason = "四项标准均有材料佐证，现场核查属实。" });
        tell.Done("升为省级，确定为标杆孵化载体（四项标准由人认定）", "risen to provincial level, chosen as a benchmark by four criteria (EI-15, EI-04)");
    }
}

using System.Text.Json.Nodes;

namespace Demo;

/// <summary>Shangdang's enclaves: the draft is adopted; the leading group decides by recorded votes; a tenant comes and goes (SD).</summary>
/// <param name="platform">The platform.</param>
/// <param name="tell">Who tells it.</param>
public sealed class Enclaves(Platform platform, Narrator tell)
{
    /// <summary>The programme.</summary>
    public const string Programme = "shangdang-enclaves";

    private const string Founder = "sd-operator";
    private const string Tenant = "sd-operator-2";
    private const string Company = "sd-district";
    private const string Office = "sd-city";
    private const string StateOwned = "91140404MA0G1T2U3R";
    private const string StateOwnedSeat = "guotou";

    private static readonly (string Seat, string Post, string Organisation, string? Code)[] Seats =
    [
        ("mayor", "head", "上党区人民政府", null),
        ("executive-deputy", "deputy", "上党区人民政府", null),
        ("zone", "deputy", "上党经开区", null),
        ("development-reform", "member", "区发改局", null),
        ("industry", "member", "区工信局", null),
        ("energy", "member", "区能源局", null),
        ("investment", "member", "区招商中心", null),
        ("science-association", "member", "区科协", null),
        ("zone-investment", "member", "上党经开区招商部", null),
        (StateOwnedSeat, "member", "国投公司", StateOwned),
        ("xiongshan", "member", "雄山集团", "91140404MA0X4N5Q6W"),
        ("yangtouling", "member", "羊头岭集团", "91140404MA0Y7L8T9L"),
    ];

    private readonly FiveYearsFacts facts = new();

    private Stage Stage => field ??= new Stage(platform, tell, facts);

    private Applying Applying => field ??= new Applying(Stage, Programme);

    private Entering Entering => field ??= new Entering(Stage, Programme);

    /// <summary>Plays it on the day that it is, once; what was rightly refused, by what was tried.</summary>
    public async Task<IReadOnlyDictionary<string, Refused>> PlayAsync()
    {
        if (await Applying.IsPlayedAsync(Office))
        {
            return facts.Refusals;
        }

        var today = await platform.TodayAsync();
        tell.Chapter(today, "上党：科创飞地", "Shangdang: enclaves");
        await AdoptAsync(today);
        await SeatAsync(today);
        var enclave = await FoundAsync(today);
        var tenant = await AdmitAsync(enclave, today);
        await EvaluateAsync(tenant, today);
        await SupportAsync(today.AddDays(1));
        await LeaveAsync(tenant, today.AddDays(1));
        await MatchAsync();
        return facts.Refusals;
    }

    private async Task AdoptAsync(DateOnly today)
    {
        await Stage.RefuseAsync("an enclave under a draft", Founder, "/api/registry/applications", new { programme = Programme });
        await Applying.DecideOnPlanAsync(Office, "sd-leader", "adopt", $"上政发〔{today.Year}〕1号", today);
        tell.Done("征求意见稿决定施行，由另一人确认", "the consultation draft is adopted, confirmed by a second person (P-6)");
    }

    private async Task SeatAsync(DateOnly today)
    {
        foreach (var (seat, post, organisationName, organisationCode) in Seats)
        {
            object answers = organisationCode is null
                ? new { seat, post, name = "某同志", organisationName, heldFrom = Stage.Iso(today) }
                : new { seat, post, name = "某同志", organisationName, organisationCode, heldFrom = Stage.Iso(today) };
            await Entering.FileAsync(Office, "leading-group", answers);
        }

        tell.Done("领导小组12个席位登记在册", "the twelve seats of the leading group (SD-03)");
    }

    private async Task<string> FoundAsync(DateOnly today)
    {
        var application = await Applying.DraftAsync(
            Founder,
            new
            {
                projectName = "上党（上海）科创飞地",
                hostCity = "shanghai",
                district = "shangdang",
                functions = Answers.Several("research", "incubation", "showcase"),
                siteAddress = "上海市浦东新区张江路100号8层",
                siteTenure = "leased",
                floorArea = 1_800,
                siteCostFen = 162_000_000,
                implementingBodyName = "上党科创飞地建设公司",
                implementingBodyCode = "91140404MA2P7X4J05",
                leadBodies = new[] { new { name = "国投公司", code = StateOwned, kind = "district-state-owned" } },
                operatorName = "上党科创飞地运营管理有限公司",
                operatorCode = "91140404MA0L8P9Q13",
            },
            "operationPlan",
            "workPlan");
        await Applying.SubmitAsync(Founder, application);
        await Applying.RecommendAsync(Company, application, $"飞地运营〔{today.Year}〕1号", today);
        var resolution = await ResolveAsync(
            new { kind = "application", id = application }, $"飞地领纪〔{today.Year}〕1号", "同意设立上海飞地。", StateOwnedSeat, today);
        var enclave = await Applying.FileAsync("sd-city-2", application, $"飞地办〔{today.Year}〕1号", today, resolution);
        tell.Done("飞地经运营公司初审、领导小组审议确定，登记在册", "the enclave passes the first review and the group, and is entered (SD-04, SD-03, SD-11)");
        return enclave;
    }

    /// <summary>A motion in minutes of its own; a chairman whose group is a party may not vote on it.</summary>
    private async Task<string> ResolveAsync(object subject, string documentNumber, string text, string? partial, DateOnly today)
    {
        var minutes = await platform.PostAsync(
            Office, "/api/registry/meetings", new { programme = Programme, documentNumber, heldOn = Stage.Iso(today), present = Seats.Select(seat => seat.Seat) });
        var address = $"/api/registry/meetings/{Stage.Id(minutes)}";
        if (partial is not null)
        {
            await Stage.RefuseAsync(
                "a chairman who votes on his own group's enclave", Office, $"{address}/motions", new { subject, text, votes = Votes(null) }, Stage.Version(minutes));
        }

        var moved = await Stage.EditAsync(Office, address, "motions", new { subject, text, votes = Votes(partial) });
        await Stage.EditAsync("sd-leader", address, "confirm", new { });
        return Stage.Id(moved["motions"]!.AsArray()[^1]!);
    }

    private static IEnumerable<object> Votes(string? recused) =>
        Seats.Select(seat => seat.Seat == recused ? new { seat = seat.Seat, vote = "recused", reason = "所在单位为设立主体" } : (object)new { seat = seat.Seat, vote = "for" });

    private async Task<JsonNode> AdmitAsync(string enclave, DateOnly today)
    {
        var tenant = await Entering.FileAsync(
            Tenant,
            "tenants",
            new
            {
                name = "上海某智能装备有限公司",
                code = "91310115MA1K4F6T84",
                kind = "start-up",
                technologyField = "equipment",
                business = "智能采煤装备控制系统",
                floorArea = 260,
                from = Stage.Iso(today),
            },
            enclave,
            "businessPlan");
        await Entering.StepAsync(Company, tenant, "screen", new { answers = new { finding = "材料齐全，符合装备产业方向。" } });
        await Entering.RefuseStepAsync("a tenant without the group", Office, tenant, "approve", new { });
        var resolution = await ResolveAsync(
            new { kind = "entry", id = Stage.Id(tenant), step = "approve" }, $"飞地领纪〔{today.Year}〕2号", "同意入驻。", partial: StateOwnedSeat, today);
        await Entering.StepAsync(Office, tenant, "approve", new { resolutionId = resolution });
        await Entering.AttachAsync(Company, tenant, "agreement");
        await Entering.StepAsync(Company, tenant, "sign", new
        {
            answers = new
            {
                agreementNumber = $"RZ-{today.Year}-001",
                signedOn = Stage.Iso(today),
                landingMeans = Answers.Several("contract", "equity"),
                landingTerms = "样机定型后两年内在上党经开区注册企业并量产",
            },
        });
        await Entering.StepAsync(Company, tenant, "move-in", new { answers = new { enteredOn = Stage.Iso(today), room = "803" } });
        tell.Done("企业申请、初审、领导小组同意、签约（含落地条款）、入驻", "a tenant: first review, the group, agreement with landing terms, moving in (SD-05, SD-18)");
        return tenant;
    }

    // SD-12: no evaluation before the indicator system is in force.
    private async Task EvaluateAsync(JsonNode tenant, DateOnly today)
    {
        var system = await IssueSystemAsync("1", today, $"飞地办〔{today.Year}〕2号");
        var next = await IssueSystemAsync("2", today.AddDays(1), $"飞地办〔{today.Year}〕3号");
        await Entering.AttachAsync(Company, tenant, "report");
        await Entering.RefuseStepAsync("an evaluation before the indicator system", Company, tenant, "evaluate", Evaluated(next));
        await Entering.StepAsync(Company, tenant, "evaluate", Evaluated(system));
        tell.Done("指标体系施行后，年度综合评价为良好", "once the indicator system is in force, the tenant is evaluated: good (SD-06, SD-12)");

        object Evaluated(JsonNode by) => new
        {
            answers = new { year = today.Year, indicatorSystem = Stage.Id(by), evaluatedOn = Stage.Iso(today), grade = "good" },
        };
    }

    private async Task<JsonNode> IssueSystemAsync(string version, DateOnly from, string number)
    {
        var system = await Entering.FileAsync(
            Office, "documents", new { title = "科创飞地企业绩效评价指标体系", kind = "indicator-system", version, from = Stage.Iso(from) }, aboutId: null, "paper");
        await Entering.StepAsync(
            "sd-city-2", system, "issue", new { documentNumber = number, decidedOn = Stage.Iso(await platform.TodayAsync()) });
        return system;
    }

    // SD-13: how much a tenant's project gets is the district's decision, document by document.
    private async Task SupportAsync(DateOnly day)
    {
        await Stage.OnAsync(day);
        var treasury = new Treasury(Stage, Programme, "sd-maker", "sd-approver");
        await treasury.OpenAsync(day, 100_000_000, $"上党财〔{day.Year}〕2号");
        var claim = await new Claiming(Stage, Programme, Tenant, "上海某智能装备有限公司", "3101150104000123").HandInAsync(
            "tenant-project",
            new
            {
                projectName = "智能采煤装备控制系统",
                enclaveName = "上党（上海）科创飞地",
                movedInOn = Stage.Iso(day.AddDays(-1)),
                investedFen = 180_000_000,
                plan = "完成样机定型，两年内在上党经开区注册企业并量产。",
            },
            ["entryAgreement"]);
        await treasury.PayClaimsAsync(day, await treasury.AssessAsync(claim, 15_000_000, $"上党财〔{day.Year}〕3号", day));
        tell.Done("入驻项目申领扶持，经决定150,000.00元，两人办理支付", "a tenant's project is supported by decision: 150,000.00 yuan, paid by two persons (SD-13)");
    }

    private async Task LeaveAsync(JsonNode tenant, DateOnly today)
    {
        await Entering.FileAsync(
            Company,
            "property-fees",
            new { billNumber = $"WY-{today.Year}-001", spanFrom = Stage.Iso(today), spanUntil = Stage.Iso(today.AddMonths(3)), amountFen = 2_340_000, dueOn = Stage.Iso(today.AddDays(-1)) },
            Stage.Id(tenant));
        await Entering.FileAsync(
            Company, "fee-receipts", new { receiptNumber = $"SK-{today.Year}-001", amountFen = 2_339_999, paidOn = Stage.Iso(today) }, Stage.Id(tenant), "receipt");
        var left = await Entering.StepAsync(Company, tenant, "leave", new { answers = new { leftOn = Stage.Iso(today), reason = "迁回上党经开区" } });
        var (zh, en) = Entering.Flags(left);
        tell.Done($"企业退出，作提示而不阻止：{zh}", $"the tenant leaves, flagged and not held back: {en} (SD-04)");
    }

    private async Task MatchAsync()
    {
        var result = await Entering.FileAsync(Company, "results", new
        {
            title = "矿用本安型毫米波雷达",
            holderName = "某大学",
            hostCity = "shanghai",
            technologyField = "equipment",
            keywords = Answers.Several("毫米波雷达", "采煤"),
            stage = "pilot",
            summary = "已完成井下试验",
            contact = "某老师",
        });
        var need = await Entering.FileAsync(Founder, "needs", new
        {
            title = "综采面人员定位",
            companyName = "上党区某煤机有限公司",
            technologyField = "equipment",
            keywords = Answers.Several("人员定位", "采煤"),
            summary = "精度0.3米以内",
            contact = "某经理",
        });
        foreach (var entry in new[] { result, need })
        {
            await Entering.StepAsync(Company, entry, "admit", new { });
        }

        var match = (await Stage.RowsAsync(Founder, $"/api/registry/entries/{Stage.Id(need)}/matches"))[0];
        var push = await platform.PostAsync(Founder, $"/api/registry/entries/{Stage.Id(need)}/pushes", new { toEntryId = Stage.Id(match) });
        await platform.PostAsync(Company, $"/api/registry/pushes/{Stage.Id(push)}/answer", new { interested = true, note = "约请下周到厂。" }, Stage.Version(push));
        tell.Done(
            $"需求与成果匹配（{string.Join(";", match["reasons"]!.AsArray().Select(Reason))}），推送双方并得到答复",
            "a need and a result match, the reasons are shown, and both sides are told (SD-14)");
    }

    private static string Reason(JsonNode? reason) => $"{reason!["field"]}:{string.Join('、', reason["shared"]!.AsArray())}";
}

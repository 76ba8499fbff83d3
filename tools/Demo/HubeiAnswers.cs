namespace Demo;

/// <summary>What is answered on the forms of Hubei's zone.</summary>
internal static class HubeiAnswers
{
    private const string WuhanCode = "91420106MA2N6W2H0G";
    public const string WuhanName = "武汉产业创新联合体有限公司";
    private const string UniversityCode = "12420600MB1B2C3D4K";
    private const string UniversityName = "襄阳某高校";

    /// <summary>A need (HB-10).</summary>
    public static Dictionary<string, object> Need { get; } = new(StringComparer.Ordinal)
    {
        ["name"] = "硅光模块封装", ["company"] = WuhanName, ["technologyField"] = "optoelectronics", ["keywords"] = new[] { "封装", "良率" }, ["summary"] = "量产封装良率95%以上。",
    };

    /// <summary>A result (HB-10).</summary>
    public static Dictionary<string, object> Result { get; } = new(StringComparer.Ordinal)
    {
        ["name"] = "硅光芯片耦合技术", ["owner"] = UniversityName, ["maturity"] = "pilot", ["technologyField"] = "optoelectronics", ["keywords"] = new[] { "硅光", "封装" }, ["summary"] = "耦合损耗低于1dB。",
    };

    /// <summary>A pilot base of a company and a university (HB-22).</summary>
    public static Dictionary<string, object> PilotBase { get; } = new(StringComparer.Ordinal)
    {
        ["type"] = "pilot-base",
        ["projectName"] = "武汉光电子中试研究基地",
        ["district"] = "wuhan",
        ["implementingBodyName"] = WuhanName,
        ["implementingBodyCode"] = WuhanCode,
        ["leadBodies"] = new[] { new { name = WuhanName, code = WuhanCode, kind = "company" }, new { name = UniversityName, code = UniversityCode, kind = "university" } },
        ["technologyField"] = "optoelectronics",
        ["equipment"] = "中试线两条。",
        ["serviceSummary"] = "面向中小企业提供封装中试。",
    };

    /// <summary>What a company paid for a result that it uses in Wuhan (HB-04).</summary>
    public static object Purchase(DateOnly day, string invoice, long paidFen) => new
    {
        resultName = "硅光芯片耦合技术",
        sellerName = UniversityName,
        contractNumber = "2031420100009",
        contractedOn = Stage.Iso(day.AddMonths(-3)),
        contractFen = 1_300_000_000,
        payments = new[] { new { invoiceNumber = invoice, invoiceSeller = UniversityName, amountFen = paidFen, paidOn = Stage.Iso(day.AddDays(-10)) } },
        usedInHubei = true,
        usePlace = "武汉市东湖高新区",
    };

    /// <summary>A library project's sales (HB-15).</summary>
    public static object Sales(DateOnly day) => new
    {
        projectName = "硅光模块封装",
        entryNumber = "HBRK-2031-018",
        sales = new[]
        {
            new { invoiceNumber = "42002031881", issuerName = WuhanName, amountFen = 150_000_000, issuedOn = Stage.Iso(day.AddMonths(-2)) },
            new { invoiceNumber = "42002031882", issuerName = WuhanName, amountFen = 50_000_033, issuedOn = Stage.Iso(day.AddMonths(-1)) },
        },
    };

    /// <summary>A first recognition as a high-tech company (HB-16).</summary>
    public static object Recognition(DateOnly day) =>
        new { recognition = "first", certificateNumber = "GR203142000881", recognisedOn = Stage.Iso(day.AddMonths(-2)) };

    /// <summary>The distribution of 1,000,000.00 yuan (HB-08, HB-18, HB-19).</summary>
    public static Dictionary<string, object> Distribution(DateOnly day, string award, long awardedFen) => new(StringComparer.Ordinal)
    {
        ["resultName"] = "一种封装方法",
        ["unitName"] = UniversityName,
        ["unitCode"] = UniversityCode,
        ["activity"] = "licence",
        ["contractRegistered"] = true,
        ["contractNumber"] = "2031420600001",
        ["decidedOn"] = Stage.Iso(day),
        ["netIncomeFen"] = 100_000_000L,
        ["awardedFen"] = awardedFen,
        ["recipients"] = new[] { new { name = "刘某", award, amountFen = awardedFen } },
        ["retainedFen"] = 100_000_000L - awardedFen,
        ["retainedUses"] = new[] { "basic-research", "transfer-work" },
    };

    /// <summary>The use of a commissioned project's money (HB-07).</summary>
    public static Dictionary<string, object> FundUse(DateOnly day, long usedFen) => new(StringComparer.Ordinal)
    {
        ["projectName"] = "桥梁监测系统",
        ["contractNumber"] = "2030420600007",
        ["leader"] = "张某",
        ["unitName"] = UniversityName,
        ["unitCode"] = UniversityCode,
        ["usedFen"] = usedFen,
        ["usedUntil"] = Stage.Iso(day),
        ["purpose"] = "title",
    };

    /// <summary>A technical-innovation project with its transfer requirement (HB-05).</summary>
    public static Dictionary<string, object> Project(string number, DateOnly day) => new(StringComparer.Ordinal)
    {
        ["projectName"] = $"高功率激光器国产化 {number}",
        ["number"] = number,
        ["undertakerName"] = WuhanName,
        ["undertakerCode"] = WuhanCode,
        ["kind"] = "technical-innovation",
        ["method"] = "open-challenge",
        ["fundsFen"] = 500_000_000L,
        ["startedOn"] = Stage.Iso(day.AddYears(-1)),
        ["transferRequirement"] = "一年内实现销售收入2000万元。",
        ["requirementDueOn"] = Stage.Iso(day.AddDays(-1)),
    };
}

namespace Demo;

/// <summary>What Ezhou's bodies answer on the forms of their programme.</summary>
internal static class EzhouAnswers
{
    /// <summary>The operating body of the regional centre.</summary>
    public const string OperatingCode = "91420704MA2M5R8P0T";

    /// <summary>The host of the centre at a university, and its name.</summary>
    public const string HostCode = "91420700MA4N1G8Q5G";

    public const string HostName = "鄂州临空光电子有限公司";

    /// <summary>The operating body of Gedian's carrier, and its name.</summary>
    public const string CarrierCode = "91420700MA4K7E3W27";

    public const string CarrierName = "葛店科技企业孵化器运营有限公司";

    /// <summary>The files of a regional centre's application.</summary>
    public static readonly string[] RegionalFiles = ["applicationPaper", "premisesEvidence", "operatingRules", "tenantEvidence"];

    /// <summary>The files of a carrier's application.</summary>
    public static readonly string[] CarrierFiles = ["premisesProof", "operatingRules"];

    /// <summary>A centre at a university outside (EO-04).</summary>
    public static Dictionary<string, object> Campus(string place) => new(Common("campus", $"临空光电子离岸研发中心（{place}）", "linkong", HostName, HostCode, place), StringComparer.Ordinal)
    {
        ["leadBodies"] = new[] { new { name = HostName, code = HostCode, kind = "company" } },
        ["hostName"] = HostName,
        ["hostCode"] = HostCode,
        ["hostKind"] = "technology-company",
        ["hostAddress"] = "湖北省鄂州市临空经济区某路1号",
        ["partnerName"] = $"{place}某大学",
        ["researchers"] = 10,
        ["cooperationSoFar"] = "合作研发红外探测器两项。",
        ["cooperationContinues"] = true,
        ["equipment"] = "光学平台3套、光谱仪2台。",
        ["rdSpendFen"] = 320_000_000L,
        ["rdProjects"] = new[] { new { name = "非制冷红外探测器封装", since = "2030-03-01", budgetFen = 180_000_000L } },
        ["cooperations"] = new[] { new { company = HostName, contract = "signed", contractNumber = "JS-2030-017", content = "封装工艺开发" } },
    };

    /// <summary>A centre that the district set up outside (EO-03).</summary>
    public static Dictionary<string, object> Regional(DateOnly day) =>
        Regional(day, "鄂州武汉离岸科创中心", "echeng", "鄂州离岸科创中心运营公司", OperatingCode, "湖北省武汉市");

    /// <summary>A further one, somewhere else and by another body.</summary>
    public static Dictionary<string, object> Regional(DateOnly day, string name, string district, string applicant, string code, string place) =>
        new(Common("regional", name, district, applicant, code, place), StringComparer.Ordinal)
        {
            ["leadBodies"] = new[] { new { name = "鄂城区人民政府", code = "114207040113400022", kind = "district-government" } },
            ["operatingSince"] = Stage.Iso(day.AddDays(-30)),
            ["industryDirections"] = new[] { "strategic" },
            ["industryPosition"] = "光电子信息。",
            ["facilities"] = "会议、检测、路演设施。",
            ["operatingTeam"] = "固定运营人员8名。",
            ["tenants"] = new[] { new { name = "某光电项目", since = Stage.Iso(day.AddDays(-20)) } },
            ["jointlyBuilt"] = false,
        };

    /// <summary>A carrier of one industry (EI-03).</summary>
    public static object Carrier(string name, string district, string applicant, string code, int floorArea, int companies) => new
    {
        projectName = name,
        carrierKind = "incubator",
        district,
        specialisation = "specialised",
        industry = "information",
        level = "city",
        implementingBodyName = applicant,
        implementingBodyCode = code,
        leadBodies = new[] { new { name = "葛店经开区某平台公司", code = "114207000113400015", kind = "government" } },
        operatingSince = "2021-09-01",
        floorArea,
        companiesInIncubation = companies,
        teamStatement = "专职孵化人员9名，其中持证孵化经理4名",
    };

    /// <summary>A liaison officer (EO-14).</summary>
    public static Dictionary<string, object> Officer(DateOnly day) => new(StringComparer.Ordinal)
    {
        ["name"] = "王敏", ["employer"] = HostName, ["phone"] = "02712345678", ["duties"] = "联系上海研发团队。", ["servesFrom"] = Stage.Iso(day),
    };

    /// <summary>A project on its way (EO-16).</summary>
    public static Dictionary<string, object> Project(DateOnly day) => new(StringComparer.Ordinal)
    {
        ["projectName"] = "红外热像仪产业化",
        ["owner"] = "上海某团队",
        ["direction"] = "strategic",
        ["landingDistrict"] = "linkong",
        ["since"] = Stage.Iso(day),
        ["summary"] = "红外热像仪整机生产线。",
    };

    private static Dictionary<string, object> Common(string type, string name, string district, string applicant, string code, string place) => new(StringComparer.Ordinal)
    {
        ["type"] = type,
        ["projectName"] = name,
        ["district"] = district,
        ["implementingBodyName"] = applicant,
        ["implementingBodyCode"] = code,
        ["place"] = place,
        ["address"] = $"{place}某路220号",
        ["floorAreaSqm"] = 600,
    };
}

using System.Text;

namespace Demo;

/// <summary>What a body answers on the programme's form, and the files that it attaches.</summary>
internal static class Answers
{
    /// <summary>The files of an application for recognition: the commitment (ZS-13) and what ZS-10, ZS-12 and ZS-27 ask for.</summary>
    public static readonly IReadOnlyDictionary<string, string> RecognitionFiles = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["commitment"] = "诚信承诺书.pdf",
        ["constructionPlan"] = "建设方案.pdf",
        ["organisationRules"] = "组织架构和运行管理制度.pdf",
        ["strengthEvidence"] = "合作影响力和人才证明.pdf",
        ["complianceEvidence"] = "环保消防安全证明.pdf",
    };

    private static readonly Dictionary<string, string> Functions = new(StringComparer.Ordinal)
    {
        ["research-and-development"] = "研发部42人，在研项目11项",
        ["proof-of-concept"] = "概念验证中心，已验证成果9项",
        ["pilot-testing"] = "中试线两条",
        ["commercialisation"] = "技术转移部，已转化成果6项",
        ["investment-and-incubation"] = "孵化器在孵企业15家",
        ["ip-management"] = "知识产权运营部",
    };

    private static readonly Dictionary<string, string> Statements = new(StringComparer.Ordinal)
    {
        ["cooperationBasis"] = "与三所高校共建联合实验室。",
        ["influence"] = "牵头制定行业标准两项。",
        ["leadingTalent"] = "首席专家1名，核心团队12人。",
        ["environmentStatement"] = "环评批复齐全。",
        ["fireStatement"] = "消防验收合格。",
        ["safetyStatement"] = "安全生产标准化二级。",
        ["secrecyStatement"] = "已建立保密制度。",
        ["integrityStatement"] = "已建立科研诚信制度。",
        ["ethicsStatement"] = "已设科技伦理委员会。",
    };

    /// <summary>To be entered as under construction (ZS-30).</summary>
    public static Dictionary<string, object> Construction(Body body) => new(StringComparer.Ordinal)
    {
        ["purpose"] = "construction",
        ["track"] = body.Track,
        ["projectName"] = body.ProjectName,
        ["keyField"] = body.KeyField,
        ["district"] = body.District,
        ["constructionSummary"] = "依托园区建设中试线、公共检测平台与孵化空间，两年内达到认定条件。",
        ["implementingBodyName"] = body.Name,
        ["implementingBodyCode"] = body.Code,
        ["leadBodies"] = new[] { new { name = body.LeadBody, code = body.LeadBodyCode, kind = "county-government" } },
        ["coBuilt"] = true,
        ["countyShareFen"] = 50_000_000,
        ["commitmentSignedBy"] = body.LeadBody,
        ["commitmentSignedOn"] = "2026-01-04",
    };

    /// <summary>To be recognised: with what ZS-10 to ZS-12 ask for.</summary>
    public static Dictionary<string, object> Recognition(Body body, DateOnly signedOn)
    {
        var answers = Construction(body);
        answers["purpose"] = "recognition";
        answers["commitmentSignedOn"] = Stage.Iso(signedOn);
        answers["centreName"] = $"{body.Field}创新中心有限公司";
        answers["centreCode"] = body.CentreCode;
        answers["jointlyBuilt"] = false;
        answers["functions"] = Functions.Select(f => new { function = f.Key, evidence = f.Value }).ToArray();
        answers["stableFundsFen"] = 1_200_000_000L;
        answers["rdSpendFen"] = 500_000_000L;
        answers["ownIncomeFen"] = 300_000_000L;
        answers["dishonestActsExist"] = false;
        foreach (var (field, statement) in Statements)
        {
            answers[field] = statement;
        }

        return answers;
    }

    /// <summary>Several choices or words.</summary>
    public static string[] Several(params string[] words) => words;

    /// <summary>A small real PDF.</summary>
    public static byte[] Pdf(string text) => Encoding.UTF8.GetBytes($"%PDF-1.4\n% {text}\n%%EOF\n");
}

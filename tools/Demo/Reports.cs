using System.Text.Json.Nodes;

namespace Demo;

/// <summary>Periodic reports, their monitoring, papers on file, the targets: ZS-02, ZS-23, ZS-28, ZS-31.</summary>
internal sealed class Reports(Stage stage)
{
    private const string Periodic = "/api/reporting/periodic-reports";

    private static readonly Dictionary<string, string> Sections = new(StringComparer.Ordinal)
    {
        ["progress"] = "中试线完成设备安装，进入调试。",
        ["services"] = "承接企业技术攻关6项，开放共享仪器1200机时。",
        ["money"] = "补助资金主要用于中试设备和检测平台。",
        ["problems"] = "下一步引进检测人员。",
    };

    private static readonly Dictionary<string, long> Indicators = new(StringComparer.Ordinal)
    {
        ["rdSpendFen"] = 260_000_000,
        ["ownIncomeFen"] = 140_000_000,
        ["rdProjects"] = 11,
        ["companiesServed"] = 37,
        ["companiesIncubated"] = 9,
        ["patentsGranted"] = 4,
        ["researchers"] = 42,
    };

    private readonly Platform platform = stage.Platform;
    private readonly FiveYearsFacts facts = stage.Facts;

    /// <summary>Some bodies hand their report of a half-year in; the county accepts it.</summary>
    public async Task HandInAsync(int year, int round, params IReadOnlyList<Body> bodies)
    {
        foreach (var body in bodies)
        {
            var address = $"{Periodic}/{Stage.Id(await OpenAsync(body, year, round))}";
            var draft = await platform.GetAsync(body.Operator, address);
            await platform.PutAsync(body.Operator, address, Stage.Version(draft), new { sections = Sections, indicators = Indicators });
            await stage.EditAsync(body.Operator, address, "submit", new { });
            await stage.EditAsync(body.Reviewer, address, "accept", new { });
        }

        stage.Tell.Done($"{bodies.Count}家报送{year}年第{round}次定期报告", $"{bodies.Count} hand in their report {round} of {year} (ZS-28)");
    }

    /// <summary>The city looks at the half-year: who is overdue, which papers are missing, and records its analysis.</summary>
    public async Task MonitorAsync(int year, int round)
    {
        var seen = await platform.GetAsync("zs-city", $"/api/reporting/monitoring?programme={FiveYears.Programme}&year={year}&round={round}&limit=200");
        foreach (var row in seen["items"]!.AsArray().Where(row => row!["report"]?["overdue"]?.GetValue<bool>() == true))
        {
            facts.Overdue.Add(stage.BodyOf(row!));
            stage.Tell.Done($"逾期未报：{row!["institutionName"]}", $"overdue: {stage.BodyOf(row!).En} (ZS-28)");
        }

        var gaps = seen["items"]!.AsArray().Sum(row => row!["gaps"]!.AsArray().Count);
        await platform.PostAsync("zs-city", "/api/reporting/monitoring/analyses", new { programme = FiveYears.Programme, year, round, text = "研发投入总体增长，个别单位报告迟缓、资质材料不全，已提醒。" });
        stage.Tell.Done($"运行监测：缺失材料{gaps}项，分析已记录", $"monitoring: {gaps} papers missing, the analysis is recorded (ZS-23, ZS-31)");
    }

    /// <summary>A recognised centre files what ZS-31 asks for.</summary>
    public async Task FilePapersAsync(Body body, DateOnly validFrom)
    {
        var address = $"/api/registry/institutions/{facts.Institutions[body]}/papers";
        foreach (var (kind, title, expiresOn) in new (string, string, DateOnly?)[]
        {
            ("ip-rules", "知识产权保护制度", null), ("ip-officer", "林知远", null), ("trade-secret-rules", "商业秘密管理办法", null), ("qualification", "CNAS认可证书", validFrom.AddYears(3)),
        })
        {
            var paper = new { kind, title, validFrom = Stage.Iso(validFrom), expiresOn = expiresOn is { } day ? Stage.Iso(day) : null };
            await platform.PostAsync(body.Operator, address, paper, Stage.Version(await platform.GetAsync(body.Operator, address)));
        }

        stage.Tell.Done($"{body.ProjectName}备齐知识产权、商业秘密和资质材料", $"{body.En} files its rules, its officer and its qualification (ZS-31)");
    }

    /// <summary>How far the plan's targets are reached.</summary>
    public async Task TargetsAsync(DateOnly on)
    {
        var targets = await platform.GetAsync("zs-leader", $"/api/reporting/targets?programme={FiveYears.Programme}&on={on:yyyy-MM-dd}");
        foreach (var target in targets["targets"]!.AsArray())
        {
            facts.Targets[(on.Year, target!["name"]!.GetValue<string>())] = target.DeepClone();
            var (actual, reached) = (target["actual"]!.ToJsonString().Trim('"'), target["met"]!.GetValue<bool>());
            stage.Tell.Done($"目标“{target["label"]!["zh"]}”：{actual}，{(reached ? "已完成" : "未完成")}", $"target '{target["label"]!["en"]}': {actual}, {(reached ? "reached" : "not reached")} (ZS-02)");
        }
    }

    private async Task<JsonNode> OpenAsync(Body body, int year, int round)
    {
        bool Is(JsonNode? row) => row!["year"]!.GetValue<int>() == year && row["round"]!.GetValue<int>() == round;
        var page = await platform.EventuallyAsync(body.Operator, $"{Periodic}?limit=200", p => p["items"]!.AsArray().Any(Is));
        return page["items"]!.AsArray().Single(Is)!;
    }
}

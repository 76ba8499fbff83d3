using System.Text;
using System.Text.Json.Nodes;

namespace Demo;

/// <summary>From an application to a body under construction: ZS-13, ZS-14, ZS-30.</summary>
internal sealed class Filing(Platform platform, Narrator tell)
{
    private const string Applications = "/api/registry/applications";

    /// <summary>Each body applies, its county recommends it, the city enters it. Returns the institutions' keys in the same order.</summary>
    public async Task<IReadOnlyList<Guid>> EnterAllAsync(MoneyPathFacts facts)
    {
        var applications = new List<string>();
        foreach (var body in Body.All)
        {
            applications.Add(await ApplyAsync(body, facts));
        }

        foreach (var county in Body.All.Zip(applications).GroupBy(pair => pair.First.Reviewer, StringComparer.Ordinal))
        {
            await RecommendAsync(county.Key, [.. county]);
        }

        var institutions = new List<Guid>();
        foreach (var (body, application) in Body.All.Zip(applications))
        {
            institutions.Add(await EnterAsync(body, application, institutions.Count + 1));
        }

        return institutions;
    }

    private async Task<string> ApplyAsync(Body body, MoneyPathFacts facts)
    {
        var draft = await platform.PostAsync(body.Operator, Applications, new { programme = MoneyPath.Programme });
        var address = $"{Applications}/{draft["id"]}";
        var saved = await platform.PutAsync(body.Operator, address, Version(draft), new { answers = Answers(body) });
        if (facts.WithoutCommitment is null)
        {
            facts.WithoutCommitment = await platform.PostRefusedAsync(body.Operator, $"{address}/submit", new { }, Version(saved));
            tell.Refused(facts.WithoutCommitment);
        }

        var commitment = Encoding.UTF8.GetBytes($"%PDF-1.4\n% {body.LeadBody} {body.ProjectName} 诚信承诺书\n%%EOF\n");
        await platform.UploadAsync(body.Operator, $"{address}/attachments?field=commitment", "诚信承诺书.pdf", "application/pdf", commitment);
        await platform.PostAsync(body.Operator, $"{address}/submit", new { }, Version(await platform.GetAsync(body.Operator, address)));
        tell.Done($"{body.Name}提交申请,{body.LeadBody}签署诚信承诺书", $"{body.ProjectName} applies, with its lead body's commitment (ZS-13)");
        return draft["id"]!.GetValue<string>();
    }

    private async Task RecommendAsync(string reviewer, (Body Body, string Application)[] county)
    {
        var lines = new List<object>();
        foreach (var (_, application) in county)
        {
            lines.Add(new { id = application, version = Version(await platform.GetAsync(reviewer, $"{Applications}/{application}")) });
        }

        var district = county[0].Body;
        var number = $"{district.DistrictName[..^1]}科〔2026〕1号";
        await platform.PostAsync(
            reviewer,
            "/api/registry/recommendation-lists",
            new { programme = MoneyPath.Programme, documentNumber = number, issuedOn = "2026-01-05", applications = lines });
        tell.Done($"{district.DistrictName}科技局以{number}推荐{county.Length}家", $"{district.District} recommends {county.Length} by a numbered list (ZS-14)");
    }

    private async Task<Guid> EnterAsync(Body body, string application, int number)
    {
        var address = $"{Applications}/{application}";
        var decision = new { documentNumber = $"舟科〔2026〕{number}号", decidedOn = "2026-01-05" };
        var entered = await platform.PostAsync(
            "zs-city", $"{address}/enter-construction", decision, Version(await platform.GetAsync("zs-city", address)));
        tell.Done($"市科技局以{decision.documentNumber}将{body.ProjectName}列入建设中", $"the city enters {body.ProjectName} as under construction (ZS-30)");
        return entered["id"]!.GetValue<Guid>();
    }

    private static object Answers(Body body) => new
    {
        purpose = "construction",
        track = "directed",
        projectName = body.ProjectName,
        keyField = body.KeyField,
        district = body.District,
        constructionSummary = "依托园区建设中试线、公共检测平台与孵化空间,两年内达到认定条件。",
        implementingBodyName = body.Name,
        implementingBodyCode = body.Code,
        leadBodies = new[] { new { name = body.LeadBody, code = body.LeadBodyCode, kind = "county-government" } },
        coBuilt = true,
        countyShareFen = 50_000_000,
        commitmentSignedBy = body.LeadBody,
        commitmentSignedOn = "2026-01-04",
    };

    private static long Version(JsonNode row) => row["version"]!.GetValue<long>();
}

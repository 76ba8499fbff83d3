using System.Text.Json.Nodes;
using Contracts.Registry;
using Policies;
using Policies.Loading;
using Reporting.Evaluations;
using ServiceDefaults.Authentication;
using Shouldly;
using Testing.Identity;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.Evaluations;

/// <summary>The persons and steps of an evaluation that experts score: Ezhou's offshore platforms (EO-11).</summary>
internal static class Scored
{
    public const string Offshore = "ezhou-offshore-institutions";

    public static readonly string[] Indicators = ["annual-targets", "research", "talent", "industry", "services"];

    public static readonly TestUser Arranger = new("ez-city", [Roles.CityReviewer], "ezhou");
    public static readonly TestUser Publisher = new("ez-city-2", [Roles.CityReviewer], "ezhou");
    public static readonly TestUser Decider = new("ez-city-3", [Roles.CityReviewer], "ezhou");
    public static readonly TestUser Body = new("ez-own", [Roles.Operator], "ezhou", "gedian", Organisation);

    /// <summary>Three experts.</summary>
    public static readonly TestUser[] Experts = [.. new[] { "ez-expert-1", "ez-expert-2", "ez-expert-3" }.Select(name => new TestUser(name, [Roles.Expert], "ezhou"))];

    /// <summary>A pack of the repository, ruling from its own first day.</summary>
    public static PolicyPublished Pack(string programme)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "policies", programme);
        var content = File.ReadAllText(Directory.EnumerateFiles(folder, "*.yaml").Single(file => !file.EndsWith(".examples.yaml", StringComparison.Ordinal)));
        var pack = Loaded(content);
        return new PolicyPublished { Programme = programme, From = pack.From, Hash = pack.Hash, Content = content };
    }

    public static PolicyPack Loaded(string content)
    {
        PackLoader.Load(content, "pack").Accepted(out var pack, out var refusal).ShouldBeTrue(refusal?.En);
        return pack!;
    }

    /// <summary>A filed body of a programme.</summary>
    public static InstitutionChanged Filed(Guid id, string name, string programme = Offshore, string jurisdiction = "ezhou", string category = "regional", params string[] parties) =>
        Institution(id, 2, name) with
        {
            Programme = programme,
            Jurisdiction = jurisdiction,
            District = "gedian",
            Category = category,
            Standing = Standings.Filed,
            StandingSince = new DateOnly(2026, 5, 1),
            PartyCodes = [Organisation, .. parties],
        };

    /// <summary>The experts as the city appoints them.</summary>
    public static object Appointed(params TestUser[] users) => new { experts = (users.Length == 0 ? Experts : users).Select(user => user.Subject) };

    /// <summary>An expert as Registry has it enrolled, by the number in its name.</summary>
    public static EnrolledExpert Enrolled(TestUser user, string? employer = null) => new(user.Subject!, $"专家{user.Name[^1]}", employer, $"单位{user.Name[^1]}");

    /// <summary>One score for every indicator, save those that differ.</summary>
    public static object Score(int all, params (string Indicator, int Score)[] others) => new
    {
        scores = Indicators.Select(name => new
        {
            indicator = name,
            score = others.Where(o => o.Indicator == name).Select(o => (int?)o.Score).SingleOrDefault() ?? all,
            justification = "依据年度报告与现场核查。",
        }),
    };

    /// <summary>Opens a round of experts; its detail.</summary>
    public static Task<JsonNode> OpenScoredAsync(this ReportingHost reporting, int year = 2026) =>
        reporting.DoneAsync(Arranger, "/evaluation-rounds", new { programme = Offshore, year, documentNumber = $"鄂州科〔{year + 1}〕5号" });

    /// <summary>An expert's sheet about a body.</summary>
    public static async Task<JsonNode> SheetAsync(this ReportingHost reporting, TestUser expert, Guid body) =>
        (await reporting.GetAsync(expert, "/score-sheets"))["items"]!.AsArray().Single(s => s!["institutionId"]!.GetValue<Guid>() == body)!;

    /// <summary>An expert scores a body.</summary>
    public static async Task<JsonNode> ScoreAsync(this ReportingHost reporting, TestUser expert, Guid body, object score)
    {
        var sheet = await reporting.SheetAsync(expert, body);
        return await reporting.DoneAsync(expert, $"/score-sheets/{sheet.Id()}/score", score, sheet.Version());
    }

    /// <summary>The round as the city sees it now.</summary>
    public static Task<JsonNode> RoundAsync(this ReportingHost reporting, JsonNode round) => reporting.GetAsync(Arranger, $"/evaluation-rounds/{round["round"]!.Id()}");
}

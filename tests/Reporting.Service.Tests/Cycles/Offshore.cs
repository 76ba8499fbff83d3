using System.Globalization;
using System.Text.Json.Nodes;
using Contracts.Registry;
using Policies;
using Policies.Loading;
using Reporting.Tests.Evaluations;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Identity;

namespace Reporting.Tests.Cycles;

/// <summary>Ezhou's offshore institutions, which report once a year by 31 January (EO-09), and the persons around them.</summary>
internal static class Offshore
{
    public const string Programme = "ezhou-offshore-institutions";

    public static readonly TestUser City = new("ez-city", [Roles.CityReviewer], "ezhou");
    public static readonly TestUser City2 = new("ez-city-2", [Roles.CityReviewer], "ezhou");
    public static readonly TestUser District = new("ez-district", [Roles.DistrictReviewer], "ezhou", "echeng");
    public static readonly TestUser Own = new("ez-own", [Roles.Operator], "ezhou", "echeng", ReportingHost.Organisation);

    public const string Complete = """
        {
          "sections": { "annual-targets": "完成。", "research": "在研七项。", "talent": "引进九人。", "industry": "孵化四家。", "services": "对接三十次。" },
          "indicators": { "rdSpendFen": 120000000, "rdProjects": 7, "researchers": 41, "talentsBrought": 9, "companiesIncubated": 4, "projectsLanded": 2, "technicalContractsFen": 50000001 }
        }
        """;

    /// <summary>The pack as it is published.</summary>
    public static PolicyPack Pack { get; } = Load();

    /// <summary>Reporting that knows the programme, and these bodies since the days of their filing.</summary>
    public static async Task<ReportingHost> StartAsync(DatabaseProvider provider, string startsOn, params (Guid Body, string FiledOn)[] bodies)
    {
        var reporting = await ReportingHost.StartAsync(provider, startsOn);
        await reporting.TellAsync(Published(Programme, "2025-01-01"));
        await reporting.TellAsync([.. bodies.Select(body => Filed(body.Body, body.FiledOn))]);
        return reporting;
    }

    /// <summary>A body on file since a day.</summary>
    public static InstitutionChanged Filed(Guid body, string filedOn) => ReportingHost.Institution(body, name: $"鄂州离岸中心{filedOn}") with
    {
        Programme = Programme,
        Jurisdiction = "ezhou",
        District = "echeng",
        Standing = Standings.Filed,
        StandingSince = DateOnly.Parse(filedOn, CultureInfo.InvariantCulture),
    };

    /// <summary>The report of a body for a year.</summary>
    public static async Task<JsonNode> ReportAsync(this ReportingHost reporting, Guid body, int year = 2025) =>
        (await reporting.GetAsync(City, $"/periodic-reports?institution={body}&year={year}"))["items"]!.AsArray().ShouldHaveSingleItem()!;

    /// <summary>The body writes its report whole and hands it in; the report after it.</summary>
    public static async Task<JsonNode> HandedInAsync(this ReportingHost reporting, JsonNode report, string content = Complete)
    {
        var path = $"/periodic-reports/{report.Id()}";
        using var written = await reporting.PutAsync(Own, path, content, report.Version());
        written.IsSuccessStatusCode.ShouldBeTrue(await written.Content.ReadAsStringAsync());
        var draft = (await reporting.GetAsync(Own, path))["report"]!;
        return (await reporting.DoneAsync(Own, $"{path}/submit", new { }, draft.Version()))["report"]!;
    }

    /// <summary>A pack of the repository, as Registry publishes it.</summary>
    public static PolicyPublished Published(string programme, string from)
    {
        var content = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policies", programme, $"{from}.yaml"));
        PackLoader.Load(content, "pack").Accepted(out var pack, out var refusal).ShouldBeTrue(refusal?.En);
        return new PolicyPublished { Programme = programme, From = pack!.From, Hash = pack.Hash, Content = content };
    }

    private static PolicyPack Load()
    {
        PackLoader.Load(Published(Programme, "2025-01-01").Content, "pack").Accepted(out var pack, out var refusal).ShouldBeTrue(refusal?.En);
        return pack!;
    }
}

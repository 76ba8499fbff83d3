using System.Text.Json.Nodes;
using Reporting.Tests.Evaluations;
using Shouldly;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.PeriodicReports;

/// <summary>A half-year's report, as its persons write and take it.</summary>
internal static class Half
{
    public const string Complete = """
        {
          "sections": { "progress": "中试线投产。", "services": "服务企业三十家。", "money": "设备购置六百万元。" },
          "indicators": { "rdSpendFen": 120000000, "ownIncomeFen": 50000001, "rdProjects": 7, "companiesServed": 30, "companiesIncubated": 4, "patentsGranted": 0, "researchers": 41 }
        }
        """;

    /// <summary>The only report that the person sees.</summary>
    public static async Task<JsonNode> OnlyReportAsync(this ReportingHost reporting) =>
        (await reporting.GetAsync(Own, "/periodic-reports"))["items"]!.AsArray().ShouldHaveSingleItem()!;

    /// <summary>The body writes its report; the report after it.</summary>
    public static async Task<JsonNode> WrittenAsync(this ReportingHost reporting, JsonNode report, string content = Complete)
    {
        using var answer = await reporting.PutAsync(Own, $"/periodic-reports/{report.Id()}", content, report.Version());
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonNode.Parse(text)!["report"]!;
    }

    /// <summary>A step of a report; the report after it.</summary>
    public static async Task<JsonNode> StepAsync(this ReportingHost reporting, Testing.Identity.TestUser person, JsonNode report, string step, object? body = null) =>
        (await reporting.DoneAsync(person, $"/periodic-reports/{report.Id()}/{step}", body ?? new { }, report.Version()))["report"]!;
}

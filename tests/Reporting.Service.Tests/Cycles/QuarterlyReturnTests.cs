using System.Text.Json.Nodes;
using Reporting.Tests.Evaluations;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;
using static Reporting.Tests.Cycles.Offshore;

namespace Reporting.Tests.Cycles;

/// <summary>The quarterly returns of EI-08: what lies far from the category is flagged, and a body's spans stand beside one another.</summary>
public sealed class QuarterlyReturnTests
{
    private const string Carriers = "ezhou-incubation-carriers";

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_return_far_from_its_category_is_flagged_and_its_figures_are_claimed_without_evidence(DatabaseProvider provider)
    {
        await using var reporting = await ReportingHost.StartAsync(provider, "2026-04-02T09:00:00+08:00");
        await reporting.TellAsync(Published(Carriers, "2024-02-13"));
        var bodies = Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7()).ToList();
        await reporting.TellAsync([.. bodies.Select(body => Filed(body, "2026-01-15") with { Programme = Carriers })]);
        await reporting.SweepAsync("periodic-reports");
        var reports = (await reporting.GetAsync(Offshore.Own, "/periodic-reports?year=2026&round=1"))["items"]!.AsArray();
        reports.Count.ShouldBe(6);
        reports.ShouldAllBe(report => report!.Word("dueOn") == "2026-04-15" && report!.Word("from") == "2026-01-01");

        foreach (var report in reports)
        {
            var far = report!["institutionId"]!.GetValue<Guid>() == bodies[3];
            await reporting.HandedInAsync(report!, Return(far ? 9000 : 1000));
        }

        var outliers = (await reporting.GetAsync(City, $"/monitoring/outliers?programme={Carriers}&year=2026&round=1"))["items"]!.AsArray().ShouldHaveSingleItem()!;
        outliers["institutionId"]!.GetValue<Guid>().ShouldBe(bodies[3]);
        var found = outliers["outliers"]!.AsArray().ShouldHaveSingleItem()!;
        (found.Word("figure"), found.Word("against"), found["median"]!.GetValue<long>(), found["count"]!.GetValue<int>()).ShouldBe(("floorArea", "category", 1000, 5));
        var point = (await reporting.GetAsync(City, $"/monitoring/trend?institution={bodies[3]}"))["points"]!.AsArray().ShouldHaveSingleItem()!;
        (point["year"]!.GetValue<int>(), point["round"]!.GetValue<int>(), point["indicators"]!["floorArea"]!.GetValue<int>()).ShouldBe((2026, 1, 9000));
        point["evidenced"]!.AsArray().ShouldBeEmpty();
        reporting.Host.Logs.ShouldHaveNoError();
    }

    private static string Return(int floorArea) => new JsonObject
    {
        ["sections"] = new JsonObject { ["development"] = "正常。", ["companies"] = "正常。", ["services"] = "正常。" },
        ["indicators"] = new JsonObject
        {
            ["floorArea"] = floorArea, ["floorAreaInUse"] = 800, ["companiesInIncubation"] = 12, ["companiesEntered"] = 2, ["companiesGraduated"] = 1,
            ["jobs"] = 130, ["financingFen"] = 100_000_000, ["serviceIncomeFen"] = 3_000_000, ["eventsHeld"] = 6, ["mentors"] = 4,
        },
    }.ToJsonString();
}

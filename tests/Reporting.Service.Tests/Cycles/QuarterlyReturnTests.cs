using System.Text.Json.Nodes;
using Contracts.Registry;
using Reporting.Tests.Evaluations;
using Reporting.Tests.Registers;
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

        await reporting.TellOfStaysAsync(bodies[0]);
        var first = reports.Single(report => report!["institutionId"]!.GetValue<Guid>() == bodies[0])!;
        var known = (await reporting.GetAsync(Offshore.Own, $"/periodic-reports/{first.Id()}"))["prefills"]!.AsArray();
        known.Select(prefill => $"{prefill!.Word("name")} {prefill!["value"]} {prefill.Word("zh")}").ShouldBe(
        [
            "companiesInIncubation 1 取自平台登记册“企业入驻各段载体”（2026-03-31）",
            "companiesEntered 2 取自平台登记册“企业入驻各段载体”（2026-01-01至2026-03-31）",
            "eventsHeld 1 取自平台登记册“活动”（2026-01-01至2026-03-31）",
        ]);
        await reporting.UploadAsync(Offshore.Own, $"/periodic-reports/{first.Id()}/evidence?figure=floorArea");
        foreach (var report in reports)
        {
            var far = report!["institutionId"]!.GetValue<Guid>() == bodies[3];
            await reporting.HandedInAsync(report!, Return(far ? 9000 : 1000));
        }

        var outliers = (await reporting.GetAsync(City, $"/monitoring/outliers?programme={Carriers}&year=2026&round=1"))["items"]!.AsArray().ShouldHaveSingleItem()!;
        outliers["institutionId"]!.GetValue<Guid>().ShouldBe(bodies[3]);
        var found = outliers["outliers"]!.AsArray().ShouldHaveSingleItem()!;
        (found.Word("figure"), found.Word("against"), found["median"]!.GetValue<long>(), found["count"]!.GetValue<int>(), found["claimed"]!.GetValue<bool>())
            .ShouldBe(("floorArea", "category", 1000, 5, true));
        var point = (await reporting.GetAsync(City, $"/monitoring/trend?institution={bodies[3]}"))["points"]!.AsArray().ShouldHaveSingleItem()!;
        (point["year"]!.GetValue<int>(), point["round"]!.GetValue<int>(), point["indicators"]!["floorArea"]!.GetValue<int>()).ShouldBe((2026, 1, 9000));
        point["claimed"]!.AsArray().Count.ShouldBe(10);
        var rows = (await reporting.GetAsync(City, $"/monitoring?programme={Carriers}&year=2026&round=1"))["items"]!.AsArray();
        rows.Select(row => (row!["institutionId"]!.GetValue<Guid>() == bodies[0], row["claimed"]!.AsArray().Count)).Distinct().ShouldBe([(true, 9), (false, 10)], ignoreOrder: true);
        using var client = reporting.Host.As(City);
        var table = await client.GetStringAsync(new Uri($"/api/reporting/monitoring/export?programme={Carriers}&year=2026&round=1", UriKind.Relative));
        var lines = table.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        (lines.Length, lines[0].Contains("自报数据", StringComparison.Ordinal), lines.Count(line => line.Contains("孵化场地面积", StringComparison.Ordinal))).ShouldBe((7, true, 6), "the title, and five that claim it");
        lines[1..].ShouldAllBe(line => line.Contains(",鄂城区,待审阅,", StringComparison.Ordinal), "places and states are told in words");
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var english = await client.GetStringAsync(new Uri($"/api/reporting/monitoring/export?programme={Carriers}&year=2026&round=1", UriKind.Relative));
        english.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..].ShouldAllBe(line => line.Contains(",Echeng,to be read,", StringComparison.Ordinal));
        lines.ShouldContain(line => line.Contains("1,000,000.00", StringComparison.Ordinal), "amounts are in yuan");
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

/// <summary>What Registry tells of a carrier's companies and events.</summary>
file static class Stays
{
    private const string Carriers = "ezhou-incubation-carriers";
    private static readonly DateOnly From = new(2026, 2, 1);

    /// <summary>A company that stays, one that left, a team; and an event of the quarter, one of the quarter before, one withdrawn.</summary>
    public static async Task TellOfStaysAsync(this ReportingHost reporting, Guid carrier)
    {
        var (company, gone, team) = (Company("company"), Company("company"), Company("team"));
        await reporting.TellAsync(company, gone, team);
        var left = Stay(gone) with { States = [new EntryState { State = "staying", On = From }, new EntryState { State = "left", On = new DateOnly(2026, 3, 20) }] };
        await reporting.TellAsync(Stay(company), Stay(company), left, Stay(team));
        await reporting.TellAsync(Event("2026-03-31", "entered"), Event("2025-12-31", "verified"), Event("2026-02-02", "withdrawn"));

        static EntryChanged Company(string kind) => Told.Entry(Carriers, "companies", null, new DateOnly(2026, 4, 1), "in-incubation", ("kind", kind));

        EntryChanged Stay(EntryChanged of) =>
            Told.Entry(Carriers, "passages", carrier, From, "staying", ("enteredOn", "2026-02-01")) with { AboutEntryId = of.EntryId };

        // Entered after the quarter, and of it all the same.
        EntryChanged Event(string heldOn, string state) => Told.Entry(Carriers, "activities", carrier, new DateOnly(2026, 4, 1), state, ("heldOn", heldOn));
    }
}

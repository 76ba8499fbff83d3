using System.Net;
using System.Text.Json.Nodes;
using Contracts.Registry;
using Reporting.Tests.Evaluations;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;
using static Reporting.Tests.Hubei;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.Targets;

public sealed class RecordedTargetTests
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task What_the_city_records_and_what_the_register_counts_stand_beside_what_is_wanted(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, "2023-05-10T09:00:00+08:00");
        await reporting.WithHubeiAsync();
        await reporting.TellAsync(Body("wuhan", "2022-03-01"), Body("wuhan", "2023-02-01"), Body("yichang", "2022-03-01"));

        await reporting.DoneAsync(Province, "/target-figures", Figure("wuhan-rd-share", 2021, "3.1"));
        var recorded = await reporting.DoneAsync(Province, "/target-figures", Figure("wuhan-rd-share", 2022, "3.2"));
        await reporting.DoneAsync(Province, "/target-figures", Figure("matching-events-2023", 2022, "61"));
        var silent = await reporting.RefusedAsync(Province, "/target-figures", Figure("wuhan-rd-share", 2022, "3.3"));
        await reporting.DoneAsync(Province, "/target-figures", Figure("wuhan-rd-share", 2022, "3.3", "年鉴更正"));
        var proven = await reporting.UploadAsync(Province, $"/target-figures/{recorded.Id()}/attachments");
        var strange = await reporting.UploadAsync(Province2, $"/target-figures/{recorded.Id()}/attachments");
        var byDistrict = await reporting.RefusedAsync(Wuhan, "/target-figures", Figure("brokers", 2022, "3"));

        (silent.Status, silent.Clause, byDistrict.Status).ShouldBe((HttpStatusCode.BadRequest, "reason", HttpStatusCode.Forbidden));
        (proven.Status, strange.Status).ShouldBe((HttpStatusCode.Created, HttpStatusCode.NotFound));
        var targets = await reporting.GetAsync(Province, $"/targets?programme={Hubei.Programme}");
        var share = Target(targets, "wuhan-rd-share");
        (share.Word("actual"), share["actualYear"]!.GetValue<int>(), share["met"]!.GetValue<bool>(), share.Word("district")).ShouldBe(("3.3 %", 2022, false, "wuhan"));
        share["forecast"]!["points"]!.AsArray().Select(p => p!["value"]!.Word("text")).ShouldBe(["3.5 %", "3.7 %", "3.9 %"]);
        share["forecast"]!["reaches"]!.GetValue<bool>().ShouldBeTrue();
        var events = Target(targets, "matching-events-2022");
        (events.Word("actual"), events["met"]!.GetValue<bool>(), events["aim"]!.GetValue<bool>(), events["years"]!.AsArray().Count).ShouldBe(("61", true, true, 4));
        var bodies = Target(targets, "wuhan-transfer-bodies");
        (bodies["reached"]!.GetValue<int>(), bodies["counted"]!.GetValue<bool>(), bodies["strict"]!.GetValue<bool>()).ShouldBe((2, true, true));
        bodies["years"]!.AsArray().Where(y => y!["actual"] is not null).Select(y => (y!["year"]!.GetValue<int>(), y["actual"]!.Word("text"), y["interim"]!.GetValue<bool>()))
            .ShouldBe([(2021, "0", false), (2022, "1", false), (2023, "2", true)]);
        Target(targets, "transfer-bodies")["districts"]!.AsArray().Select(d => (d!.Word("district"), d!["actual"]!.Word("text"))).ShouldBe([("wuhan", "2"), ("yichang", "1")]);

        var history = (await reporting.GetAsync(Wuhan, $"/target-figures?programme={Hubei.Programme}&target=wuhan-rd-share&year=2022"))["items"]!.AsArray();
        history.Select(f => (f!["edition"]!.GetValue<int>(), f["figure"]!.Word("text"), f["files"]!.AsArray().Count)).ShouldBe([(2, "3.3 %", 0), (1, "3.2 %", 1)]);
        (await reporting.GetAsync(Province, $"/targets?programme={Hubei.Programme}&district=yichang"))["targets"]!.AsArray()
            .ShouldNotContain(t => t!.Word("name").StartsWith("wuhan-", StringComparison.Ordinal));
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Fact]
    public async Task The_targets_leave_as_a_table_and_stay_within_their_bureau()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, "2023-05-10T09:00:00+08:00");
        await reporting.WithHubeiAsync();
        await reporting.DoneAsync(Province, "/target-figures", new
        {
            programme = Hubei.Programme, target = "turnover", kind = "actual", year = 2022, district = (string?)null, value = (string?)null,
            amountFen = 30_000_000_000_000L, part = (long?)null, whole = (long?)null, source = "湖北统计年鉴", reason = (string?)null,
        });

        using var client = reporting.Host.As(Province);
        var table = await client.GetStringAsync(new Uri($"/api/reporting/targets/export?programme={Hubei.Programme}&format=csv", UriKind.Relative));

        table.ShouldContain("全省技术合同交易额,HB-01,");
        table.ShouldContain("2022,,\"300,000,000,000.00\"");
        table.Split('\n').Where(row => row.Contains("年对接活动", StringComparison.Ordinal)).Select(row => (row[..4], row.Split(',')[6]))
            .ShouldBe([("2022", "2022"), ("2023", "2023"), ("2024", "2024"), ("2025", "2025")], "each year of a series stands under its own target");
        using var other = reporting.Host.As(City);
        using var refused = await other.GetAsync(new Uri($"/api/reporting/targets?programme={Hubei.Programme}", UriKind.Relative));
        refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static object Figure(string target, int year, string value, string? reason = null) => new
    {
        programme = Hubei.Programme, target, kind = "actual", year, district = (string?)null, value, amountFen = (long?)null, part = (long?)null, whole = (long?)null,
        source = "湖北统计年鉴", reason,
    };

    private static InstitutionChanged Body(string district, string since) => Became(Guid.CreateVersion7(), 2, since) with
    {
        Programme = Hubei.Programme, Jurisdiction = "hubei", District = district, Category = "transfer-body",
    };

    private static JsonNode Target(JsonNode targets, string name) => targets["targets"]!.AsArray().Single(t => t!.Word("name") == name)!;
}

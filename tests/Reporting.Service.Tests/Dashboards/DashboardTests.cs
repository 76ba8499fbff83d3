using System.Net;
using System.Text.Json.Nodes;
using Contracts.Funding;
using Contracts.Registry;
using Reporting.Tests.Evaluations;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.Dashboards;

public sealed class DashboardTests
{
    private static readonly TestUser Leader = new("leader", [Roles.Leader], "zhoushan");
    private static readonly TestUser OtherLeader = new("leader-2", [Roles.Leader], "ezhou");

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Leaders_see_money_standing_lateness_and_targets_and_each_figure_leads_to_its_list(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, "2026-08-15T09:00:00+08:00");
        await reporting.TellAsync(
            Became(Guid.CreateVersion7(), 2, "2026-02-01") with { RecognisedOn = new DateOnly(2026, 2, 1) },
            Became(Guid.CreateVersion7(), 2, "2026-02-01", Standings.UnderRectification) with { District = "putuo" },
            Institution(Guid.CreateVersion7()));
        await reporting.TellAsync(Year(2026, 2, paidFen: 250), Year(2026, 1, paidFen: 9), Year(2025, 1, paidFen: 70));
        await reporting.SweepAsync("periodic-reports");

        var board = await reporting.GetAsync(Leader, $"/dashboard?programme={Programme}");

        board["year"]!.GetValue<int>().ShouldBe(2026);
        board["years"]!.AsArray().Select(y => y!.GetValue<int>()).ShouldBe([2026, 2025]);
        var money = board["money"]!.AsArray().ShouldHaveSingleItem()!;
        Figures(money).ShouldBe(
            [("capFen", 1000), ("appropriatedFen", 900), ("committedFen", 300), ("paidFen", 250), ("entitledFen", 40), ("recoveredFen", 20), ("outstandingFen", 10)]);
        money["figures"]![6]!.Word("link").ShouldBe($"/clawbacks?programme={Programme}&year=2026&status=open");
        board["standings"]!.AsArray().Select(s => (s!.Word("key"), s!["count"]!.GetValue<int>()))
            .ShouldBe([("recognised", 1), ("under-construction", 1), ("under-rectification", 1)], ignoreOrder: true);
        board["districts"]!.AsArray().Select(s => (s!.Word("key"), s!["count"]!.GetValue<int>(), s!.Word("link"))).ShouldBe(
            [("dinghai", 1, $"/institutions?programme={Programme}&district=dinghai&standing=recognised,filed,under-rectification"), ("putuo", 1, $"/institutions?programme={Programme}&district=putuo&standing=recognised,filed,under-rectification")]);
        var overdue = Figures(board["lateness"]!.AsArray().ShouldHaveSingleItem()!).Single(f => f.Name == "reportsOverdue").Value;
        var list = await reporting.GetAsync(Leader, "/periodic-reports?year=2026&overdue=true");
        overdue.ShouldBe(list["items"]!.AsArray().Count);
        overdue.ShouldBeGreaterThan(0);
        board["targets"]!.AsArray().ShouldHaveSingleItem()!.Word("link").ShouldBe($"/targets?programme={Programme}");
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Januarys_lateness_is_seen_in_January_and_finance_opens_the_list_behind_it(DatabaseProvider provider)
    {
        var finance = new TestUser("finance", [Roles.FinanceMaker], "zhoushan");
        await using var reporting = await StartAsync(provider, "2027-01-02T09:00:00+08:00");
        await reporting.TellAsync(Institution(Guid.CreateVersion7()) with { StandingSince = new DateOnly(2026, 9, 1) });
        await reporting.SweepAsync("periodic-reports");
        await reporting.MoveToAsync("2027-02-01T09:00:00+08:00");

        var board = await reporting.GetAsync(finance, "/dashboard");

        board["years"]!.AsArray().Select(y => y!.GetValue<int>()).ShouldBe([2027]);
        var late = board["lateness"]!.AsArray().ShouldHaveSingleItem()!;
        Figures(late).ShouldBe([("reportsOverdue", 1), ("reportsMissing", 0), ("reportsLate", 0), ("reportsUnread", 0)]);
        foreach (var figure in late["figures"]!.AsArray().OfType<JsonNode>())
        {
            (await reporting.GetAsync(finance, figure.Word("link")))["items"]!.AsArray().Count.ShouldBe(figure["value"]!.GetValue<int>(), figure.Word("link"));
        }
    }

    [Fact]
    public async Task Another_bureau_sees_nothing_of_it_and_a_body_is_no_reader()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite);
        await reporting.TellAsync(Institution(Guid.CreateVersion7()));
        await reporting.TellAsync(Year(2026, 1, paidFen: 1));

        var board = await reporting.GetAsync(OtherLeader, "/dashboard");

        (board["money"]!.AsArray().Count, board["standings"]!.AsArray().Count, board["programmes"]!.AsArray().Count).ShouldBe((0, 0, 0));
        using var client = reporting.Host.As(Own);
        using var answer = await client.GetAsync(new Uri("/api/reporting/dashboard", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static IEnumerable<(string Name, long Value)> Figures(JsonNode of) =>
        of["figures"]!.AsArray().Select(f => (f!.Word("name"), f!["value"]!.GetValue<long>()));

    private static YearChanged Year(int year, long version, long paidFen) => new()
    {
        Jurisdiction = "zhoushan",
        Programme = Programme,
        FiscalYear = year,
        Version = version,
        CapFen = 1000,
        AppropriatedFen = 900,
        CommittedFen = 300,
        PaidFen = paidFen,
        EntitledFen = 40,
        RecoveredFen = 20,
        OutstandingFen = 10,
    };
}

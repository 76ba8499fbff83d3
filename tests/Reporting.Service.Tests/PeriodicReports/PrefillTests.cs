using System.Text.Json.Nodes;
using Contracts.Funding;
using Reporting.Tests.Evaluations;
using Reporting.Tests.Registers;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.PeriodicReports;

public sealed class PrefillTests
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_report_begins_with_the_team_and_the_money_that_the_platform_knows_and_says_where_each_is_from(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, "2026-07-02T09:00:00+08:00");
        var (body, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await reporting.TellAsync(Institution(body), Institution(other, name: "另一基地") with { ImplementingBodyCode = LeadBody });
        await reporting.TellAsync(Paid(body, Guid.CreateVersion7(), 100_000_00));
        var statement = Spent(body, 30_000_50);
        await reporting.TellAsync(statement, statement, Spent(body, 1), Spent(body, 999) with { FiscalYear = 2025 }, Spent(other, 777));
        await reporting.TellAsync(
            [
                .. Enumerable.Range(0, 3).Select(_ => Told.Entry(Programme, "team", body, new DateOnly(2026, 2, 1), "on-file")),
                Told.Entry(Programme, "team", body, new DateOnly(2026, 2, 1), "on-file") with { Until = new DateOnly(2026, 6, 29) },
                Told.Entry(Programme, "team", body, new DateOnly(2026, 7, 1), "on-file"),
                Told.Entry(Programme, "team", other, new DateOnly(2026, 2, 1), "on-file"),
            ]);
        await reporting.SweepAsync("periodic-reports");
        var report = (await reporting.GetAsync(Own, "/periodic-reports"))["items"]!.AsArray().ShouldHaveSingleItem()!;

        var prefills = (await reporting.GetAsync(Own, $"/periodic-reports/{report.Id()}"))["prefills"]!.AsArray();

        var (money, team) = (Prefill("money"), Prefill("researchers"));
        money.Word("value").ShouldBe("2026年已拨付（扣除退汇） 100,000.00 元；2026年经核定支出 30,000.51 元。");
        (money.Word("zh"), money.Word("en")).ShouldBe(("取自平台拨付记录、平台支出核定记录", "from: platform, record of payments; platform, verified spending statements"));
        (team["value"]!.GetValue<int>(), team.Word("zh"), team.Word("en")).ShouldBe((3, "取自平台登记册“团队”（2026-06-30）", "from the platform's register 'team' on 2026-06-30"));

        // Nobody states what he has not looked at; what is written is not prefilled.
        var refused = await reporting.RefusedAsync(Own, $"/periodic-reports/{report.Id()}/submit", new { }, report.Version());
        refused.Inputs["problems"]!.AsArray().Select(problem => problem!.Word("field")).ShouldContain("researchers");
        await reporting.WrittenAsync(report);
        (await reporting.GetAsync(Own, $"/periodic-reports/{report.Id()}"))["prefills"]!.AsArray().ShouldBeEmpty();
        reporting.Host.Logs.ShouldHaveNoError();

        JsonNode Prefill(string name) => prefills.Single(prefill => prefill!.Word("name") == name)!;
    }

    private static SpendingConfirmed Spent(Guid body, long fen) => new()
    {
        StatementId = Guid.CreateVersion7(),
        InstitutionId = body,
        Programme = Programme,
        FiscalYear = 2026,
        AmountFen = fen,
        ConfirmedOn = new DateOnly(2026, 6, 1),
    };
}

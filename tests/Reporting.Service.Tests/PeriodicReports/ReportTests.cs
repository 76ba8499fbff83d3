using System.Net;
using System.Text.Json.Nodes;
using Reporting.Tests.Evaluations;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.PeriodicReports;

public sealed class ReportTests
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_report_is_written_handed_in_returned_handed_in_again_and_taken(DatabaseProvider provider)
    {
        await using var reporting = await StartedAsync(provider);
        var report = await reporting.WrittenAsync(await reporting.OnlyReportAsync());

        report = await reporting.StepAsync(Own, report, "submit");
        report = await reporting.StepAsync(District, report, "return", new { reason = "请补充设备购置明细。" });
        report = await reporting.WrittenAsync(report, Half.Complete.Replace("六百万元", "六百万元,明细见附表", StringComparison.Ordinal));
        report = await reporting.StepAsync(Own, report, "submit");
        report = await reporting.StepAsync(City, report, "accept");

        var detail = await reporting.GetAsync(City, $"/periodic-reports/{report.Id()}");
        detail["report"]!.Word("status").ShouldBe("accepted");
        detail["sections"]!.Word("money").ShouldBe("设备购置六百万元,明细见附表。");
        detail["indicators"]!["ownIncomeFen"]!.GetValue<long>().ShouldBe(50_000_001);
        detail["steps"]!.AsArray().Select(s => (s!.Word("what"), (string?)s!["reason"]))
            .ShouldBe([("submitted", null), ("returned", "请补充设备购置明细。"), ("submitted", null), ("accepted", null)]);
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Theory]
    [InlineData("""{"sections":{},"indicators":{"rdProjects":1.5}}""", "ZS-23")]
    [InlineData("""{"sections":{},"indicators":{"rdProjects":-1}}""", "ZS-23")]
    [InlineData("""{"sections":{},"indicators":{"rdProjects":1e2}}""", "ZS-23")]
    [InlineData("""{"sections":{},"indicators":{"rdProjects":"7"}}""", "ZS-23")]
    [InlineData("""{"sections":{},"indicators":{"rdProjects":true}}""", "ZS-23")]
    [InlineData("""{"sections":{},"indicators":{"rdSpendFen":100.50}}""", "ZS-23")]
    [InlineData("""{"sections":{},"indicators":{"rdSpendFen":-1}}""", "ZS-23")]
    [InlineData("""{"sections":{},"indicators":{"rdSpendFen":"NaN"}}""", "ZS-23")]
    [InlineData("""{"sections":{},"indicators":{"rdSpendFen":99999999999999999999}}""", "ZS-23")]
    [InlineData("""{"sections":{},"indicators":{"turnover":1}}""", null)]
    [InlineData("""{"sections":{},"indicators":[]}""", null)]
    [InlineData("""{"sections":{},"indicators":{"rdSpendFen":NaN}}""", null)]
    [InlineData("""{"sections":{"gossip":"无"},"indicators":{}}""", "ZS-28")]
    [InlineData("""{"indicators":{}}""", null)]
    public async Task A_figure_that_is_none_and_what_is_not_asked_are_refused_already_in_the_draft(string content, string? clause)
    {
        await using var reporting = await StartedAsync(DatabaseProvider.Sqlite);
        var report = await reporting.OnlyReportAsync();

        using var answer = await reporting.PutAsync(Own, $"/periodic-reports/{report.Id()}", content, report.Version());

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        if (clause is not null)
        {
            JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.Word("clause").ShouldBe(clause);
        }

        (await reporting.OnlyReportAsync()).Version().ShouldBe(report.Version());
    }

    [Fact]
    public async Task An_unfinished_report_is_kept_but_not_handed_in_and_everything_that_it_lacks_is_told()
    {
        await using var reporting = await StartedAsync(DatabaseProvider.Sqlite);
        var draft = await reporting.WrittenAsync(await reporting.OnlyReportAsync(), """{"sections":{"progress":"中试线投产。"},"indicators":{"rdProjects":7}}""");

        var refused = await reporting.RefusedAsync(Own, $"/periodic-reports/{draft.Id()}/submit", new { }, draft.Version());

        (refused.Status, refused.Code).ShouldBe((HttpStatusCode.BadRequest, "report-refused"));
        refused.Inputs["problems"]!.AsArray().Select(p => p!.Word("field"))
            .ShouldBe(["services", "money", "rdSpendFen", "ownIncomeFen", "companiesServed", "companiesIncubated", "patentsGranted", "researchers"]);
        (await reporting.OnlyReportAsync()).Word("status").ShouldBe("draft");
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Of_two_persons_who_write_at_once_one_is_told_that_it_changed(DatabaseProvider provider)
    {
        await using var reporting = await StartedAsync(provider);
        var report = await reporting.OnlyReportAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
            reporting.PutAsync(Own, $"/periodic-reports/{report.Id()}", Half.Complete, report.Version())));

        answers.Select(a => a.StatusCode).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed]);
    }

    [Fact]
    public async Task What_was_handed_in_is_not_written_in_any_more_and_what_was_not_is_not_taken()
    {
        await using var reporting = await StartedAsync(DatabaseProvider.Sqlite);
        var report = await reporting.WrittenAsync(await reporting.OnlyReportAsync());
        var early = await reporting.RefusedAsync(City, $"/periodic-reports/{report.Id()}/accept", new { }, report.Version());
        var submitted = await reporting.StepAsync(Own, report, "submit");

        using var written = await reporting.PutAsync(Own, $"/periodic-reports/{report.Id()}", Half.Complete, submitted.Version());
        var unreasoned = await reporting.RefusedAsync(City, $"/periodic-reports/{report.Id()}/return", new { reason = " " }, submitted.Version());

        (early.Status, early.Code, early.Clause).ShouldBe((HttpStatusCode.Conflict, "wrong-status", "ZS-28"));
        written.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (unreasoned.Status, unreasoned.Clause).ShouldBe((HttpStatusCode.BadRequest, "reason"));
    }

    [Fact]
    public async Task Whoever_handed_a_report_in_does_not_take_it()
    {
        await using var reporting = await StartedAsync(DatabaseProvider.Sqlite);
        var both = new TestUser("both", [Roles.Operator, Roles.CityReviewer], "zhoushan", "dinghai", Organisation);
        var report = await reporting.StepAsync(both, await reporting.WrittenAsync(await reporting.OnlyReportAsync()), "submit");

        (await reporting.RefusedAsync(both, $"/periodic-reports/{report.Id()}/accept", new { }, report.Version())).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_draft_is_the_bodys_own_and_strangers_see_no_report()
    {
        await using var reporting = await StartedAsync(DatabaseProvider.Sqlite);
        var report = await reporting.WrittenAsync(await reporting.OnlyReportAsync());

        var seenByCity = await reporting.GetAsync(City, $"/periodic-reports/{report.Id()}");
        seenByCity["indicators"]!.AsObject().ShouldBeEmpty();
        seenByCity["sections"]!.AsObject().ShouldBeEmpty();
        TestUser[] strangers =
        [
            new("other-bureau", [Roles.CityReviewer], "ezhou"),
            new("other-district", [Roles.DistrictReviewer], "zhoushan", "putuo"),
            new("other-body", [Roles.Operator], "zhoushan", "dinghai", LeadBody),
        ];
        foreach (var stranger in strangers)
        {
            using var client = reporting.Host.As(stranger);
            using var answer = await client.GetAsync(new Uri($"/api/reporting/periodic-reports/{report.Id()}", UriKind.Relative));
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, stranger.Name);
        }
    }

    private static async Task<ReportingHost> StartedAsync(DatabaseProvider provider)
    {
        var reporting = await StartAsync(provider, "2026-07-02T09:00:00+08:00");
        await reporting.TellAsync(Institution(Guid.CreateVersion7()));
        await reporting.SweepAsync("periodic-reports");
        return reporting;
    }
}

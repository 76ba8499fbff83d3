using System.Net;
using System.Text.Json.Nodes;
using Contracts.Registry;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Reporting.Tests.Evaluations;
using Reporting.Tests.PeriodicReports;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.Monitoring;

public sealed class MonitoringTests
{
    private const string Asked = $"/monitoring?programme={Programme}";

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Each_body_is_shown_with_its_report_its_figures_and_the_gaps_in_its_papers(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, "2026-07-02T09:00:00+08:00");
        var (building, recognised, gone) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await reporting.TellAsync(
            Institution(building),
            Became(recognised, 2, "2026-02-01") with { ImplementingBodyCode = "91330903MA29C6D20Q" },
            Became(gone, 2, "2026-03-01", Standings.Revoked));
        await reporting.TellAsync(Papers(recognised, 1, Paper("construction-plan"), Paper("ip-rules"), Paper("organisation-rules"), Paper("trade-secret-rules")));
        await reporting.SweepAsync("periodic-reports");
        await reporting.StepAsync(Own, await reporting.WrittenAsync(await reporting.OnlyReportAsync()), "submit");

        var monitoring = await reporting.GetAsync(City, Asked);

        (monitoring["round"]!["year"]!.GetValue<int>(), monitoring["round"]!["number"]!.GetValue<int>()).ShouldBe((2026, 1));
        monitoring["indicators"]!.AsArray().Count.ShouldBe(7);
        monitoring["items"]!.AsArray().Count.ShouldBe(2);
        var (reported, silent) = (Of(monitoring, building), Of(monitoring, recognised));
        reported["report"]!.Word("status").ShouldBe("submitted");
        reported["indicators"]!["researchers"]!.GetValue<int>().ShouldBe(41);
        Gaps(reported).ShouldBe([("construction-plan", "missing", "ZS-27")]);
        silent["indicators"].ShouldBeNull();
        Gaps(silent).ShouldBe([("cooperation-agreement", "missing", "ZS-24"), ("ip-officer", "missing", "ZS-31"), ("qualification", "missing", "ZS-31")]);
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_qualification_is_a_gap_from_the_day_after_it_ran_out(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, "2026-07-02T09:00:00+08:00");
        var body = Guid.CreateVersion7();
        await reporting.TellAsync(Became(body, 2, "2026-02-01"));
        await reporting.TellAsync(Papers(body, 1, Paper("qualification") with { ExpiresOn = new DateOnly(2026, 8, 31) }));

        var lastDay = Of(await reporting.GetAsync(City, $"{Asked}&on=2026-08-31"), body);
        var dayAfter = Of(await reporting.GetAsync(City, $"{Asked}&on=2026-09-01"), body);

        Gaps(lastDay).Select(g => g.Kind).ShouldNotContain("qualification");
        var gap = dayAfter["gaps"]!.AsArray().Single(g => g!.Word("kind") == "qualification")!;
        (gap.Word("reason"), gap.Word("title"), gap.Word("expiredOn")).ShouldBe(("expired", "qualification 1", "2026-08-31"));
    }

    [Fact]
    public async Task Papers_told_out_of_order_leave_the_newest()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, "2026-07-02T09:00:00+08:00");
        var body = Guid.CreateVersion7();
        await reporting.TellAsync(Papers(body, 2, Paper("construction-plan")), Papers(body, 1));
        await reporting.TellAsync(Institution(body));

        Gaps(Of(await reporting.GetAsync(City, Asked), body)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_of_many_bodies_takes_three_queries()
    {
        var queries = new QueryCounter("Institutions", "PeriodicReports", "PapersOnFile");
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, "2026-07-02T09:00:00+08:00", s => s.AddSingleton<IInterceptor>(queries));
        var bodies = Enumerable.Range(0, 12).Select(_ => Guid.CreateVersion7()).ToList();
        await reporting.TellAsync([.. bodies.Select(body => Became(body, 2, "2026-02-01"))]);
        await reporting.TellAsync([.. bodies.Select(body => Papers(body, 1, Paper("construction-plan"), Paper("ip-rules")))]);
        await reporting.SweepAsync("periodic-reports");

        var before = queries.Count;
        var page = await reporting.GetAsync(City, $"{Asked}&limit=10");

        (queries.Count - before).ShouldBe(3);
        page["items"]!.AsArray().Count.ShouldBe(10);
        (await reporting.GetAsync(City, $"{Asked}&limit=10&after={page.Word("next")}"))["items"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_span_that_does_not_exist_and_an_unknown_programme_are_refused()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, "2026-07-02T09:00:00+08:00");
        foreach (var (query, status) in new[] { ($"{Asked}&year=2026&round=3", HttpStatusCode.BadRequest), ("/monitoring?programme=nowhere", HttpStatusCode.NotFound) })
        {
            using var client = reporting.Host.As(City);
            using var answer = await client.GetAsync(new Uri($"/api/reporting{query}", UriKind.Relative));
            answer.StatusCode.ShouldBe(status, query);
        }
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task The_city_records_its_analysis_of_a_span_that_is_over(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, "2026-06-30T23:00:00+08:00");
        var analysis = new { programme = Programme, year = 2026, round = 1, text = "各中心研发投入增长,两家未按期报送,已提醒。" };

        var early = await reporting.RefusedAsync(City, "/monitoring/analyses", analysis);
        var byDistrict = await reporting.RefusedAsync(District, "/monitoring/analyses", analysis);
        await reporting.MoveToAsync("2026-07-01T00:00:00+08:00");
        foreach (var attempt in Enumerable.Range(1, 2))
        {
            using var answer = await reporting.PostAsync(City, "/monitoring/analyses", analysis, null, "answer-lost");
            answer.StatusCode.ShouldBe(HttpStatusCode.Created, $"attempt {attempt}");
        }

        await reporting.DoneAsync(City2, "/monitoring/analyses", analysis with { text = "补充:两家均已补报。补充分析完毕。" });

        (early.Status, early.Code, early.Clause).ShouldBe((HttpStatusCode.Conflict, "round-not-over", "ZS-23"));
        byDistrict.Status.ShouldBe(HttpStatusCode.Forbidden);
        var recorded = (await reporting.GetAsync(District, $"/monitoring/analyses?programme={Programme}&year=2026&round=1"))["items"]!.AsArray();
        recorded.Select(a => a!.Word("text")).ShouldBe(["补充:两家均已补报。补充分析完毕。", "各中心研发投入增长,两家未按期报送,已提醒。"]);
        (await reporting.RefusedAsync(City, "/monitoring/analyses", analysis with { text = "好" })).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await reporting.RefusedAsync(City, "/monitoring/analyses", analysis with { round = 3 })).Clause.ShouldBe("round");
    }

    private static JsonNode Of(JsonNode monitoring, Guid body) =>
        monitoring["items"]!.AsArray().Single(row => row!["institutionId"]!.GetValue<Guid>() == body)!;

    private static List<(string Kind, string Reason, string Clause)> Gaps(JsonNode body) =>
        [.. body["gaps"]!.AsArray().Select(gap => (gap!.Word("kind"), gap!.Word("reason"), gap!.Word("clause")))];

    private static PapersChanged Papers(Guid body, long version, params PaperOnFile[] papers) => new() { InstitutionId = body, Version = version, Papers = papers };

    private static PaperOnFile Paper(string kind) => new() { Kind = kind, Title = $"{kind} 1", ValidFrom = new DateOnly(2026, 2, 1) };
}

using System.Net;
using System.Text.Json.Nodes;
using Contracts.Registry;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.Evaluations;

public sealed class ReEvaluationTests
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_re_evaluation_waits_until_the_rectifications_last_day_is_over(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, "2027-02-01T09:00:00+08:00");
        var body = await FailedAsync(reporting, until: "2027-02-10");

        await reporting.MoveToAsync("2027-02-10T23:59:30+08:00");
        var onLastDay = await reporting.RefusedAsync(City, "/re-evaluations", Of(body));
        await reporting.MoveToAsync("2027-02-11T00:00:00+08:00");
        var opened = await reporting.DoneAsync(City, "/re-evaluations", Of(body));

        (onLastDay.Status, onLastDay.Code, onLastDay.Clause).ShouldBe((HttpStatusCode.Conflict, "rectification-not-over", "ZS-19"));
        (onLastDay.Inputs.Word("rectificationUntil"), onLastDay.Inputs.Word("firstDay")).ShouldBe(("2027-02-10", "2027-02-11"));
        (opened.Word("kind"), opened["year"]!.GetValue<int>(), opened.Word("status")).ShouldBe(("re-evaluation", 2026, "due"));
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_re_evaluation_is_published_for_the_failed_year_and_moves_no_money(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, "2027-02-01T09:00:00+08:00");
        var body = await FailedAsync(reporting, until: "2027-02-10");
        await reporting.TellAsync(Paid(body, Guid.CreateVersion7(), 500));
        var reviewsBefore = (await reporting.PublishedAsync("reporting.review-published")).Count;
        await reporting.MoveToAsync("2027-02-11T09:00:00+08:00");
        var opened = await reporting.DoneAsync(City, "/re-evaluations", Of(body));

        await reporting.PassJudgementAsync(opened, "pass", "舟科评〔2028〕3号");

        var published = (await reporting.PublishedAsync("reporting.evaluation-published"))[^1];
        (published.Word("kind"), published["year"]!.GetValue<int>(), published.Word("grade")).ShouldBe(("re-evaluation", 2026, "pass"));
        published["version"]!.GetValue<long>().ShouldBe(1);
        (await reporting.PublishedAsync("reporting.review-published")).Count.ShouldBe(reviewsBefore);
        (await reporting.ReviewAsync(500)).Word("publishedGrade").ShouldBe("fail");
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_failed_year_is_re_evaluated_once(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, "2027-02-01T09:00:00+08:00");
        var body = await FailedAsync(reporting, until: "2027-02-10");
        await reporting.MoveToAsync("2027-02-11T09:00:00+08:00");

        var atOnce = await Task.WhenAll(
            reporting.PostAsync(City, "/re-evaluations", Of(body), null), reporting.PostAsync(City2, "/re-evaluations", Of(body), null));
        var again = await reporting.RefusedAsync(City, "/re-evaluations", Of(body));

        atOnce.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        (again.Status, again.Code, again.Clause).ShouldBe((HttpStatusCode.Conflict, "re-evaluation-opened", "ZS-19"));
    }

    [Fact]
    public async Task A_re_evaluation_follows_the_fail_that_the_running_rectification_came_from()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, "2028-02-01T09:00:00+08:00");
        var body = await reporting.RecognisedAsync("2025-11-01");
        await reporting.PassJudgementAsync((await reporting.OpenAsync(2026)).EvaluationOf(body), "fail");
        await reporting.TellAsync(Mending(body, 3, "2028-02-02", "2028-02-10"));
        await reporting.MoveToAsync("2028-02-11T09:00:00+08:00");
        await reporting.PassJudgementAsync((await reporting.OpenAsync(2027)).EvaluationOf(body), "fail");

        var opened = await reporting.DoneAsync(City, "/re-evaluations", Of(body));

        opened["year"]!.GetValue<int>().ShouldBe(2026);
    }

    [Fact]
    public async Task A_body_without_a_rectification_is_not_re_evaluated()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, "2027-02-01T09:00:00+08:00");
        var body = await reporting.RecognisedAsync("2026-05-01");

        var recognised = await reporting.RefusedAsync(City, "/re-evaluations", Of(body));
        var unknown = await reporting.RefusedAsync(City, "/re-evaluations", Of(Guid.CreateVersion7()));
        await reporting.TellAsync(Mending(body, 3, "2027-01-01", "2027-01-31"));
        var neverFailed = await reporting.RefusedAsync(City, "/re-evaluations", Of(body));
        var byAParty = await reporting.RefusedAsync(City, "/re-evaluations", Of(body, LeadBody));

        (recognised.Code, recognised.Clause).ShouldBe(("not-under-rectification", "ZS-19"));
        unknown.Status.ShouldBe(HttpStatusCode.NotFound);
        neverFailed.Code.ShouldBe("no-failed-evaluation");
        byAParty.Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_party_of_the_body_does_not_re_evaluate_it()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, "2027-02-01T09:00:00+08:00");
        var body = await FailedAsync(reporting, until: "2027-02-10");
        await reporting.MoveToAsync("2027-02-11T09:00:00+08:00");

        (await reporting.RefusedAsync(City, "/re-evaluations", Of(body, LeadBody))).Code.ShouldBe("third-party-is-party");
    }

    /// <summary>A body that failed 2026 and has until a day to mend it.</summary>
    private static async Task<Guid> FailedAsync(ReportingHost reporting, string until)
    {
        var body = await reporting.RecognisedAsync("2026-05-01");
        JsonNode round = await reporting.OpenAsync(2026);
        await reporting.PassJudgementAsync(round.EvaluationOf(body), "fail");
        await reporting.TellAsync(Mending(body, 3, "2027-02-02", until));
        return body;
    }

    private static InstitutionChanged Mending(Guid body, long version, string since, string until) =>
        Became(body, version, since, Standings.UnderRectification) with { RectificationUntil = DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture) };

    private static object Of(Guid institutionId, string thirdPartyCode = ThirdParty) => new
    {
        institutionId, thirdPartyName = "浙江清源科技评价有限公司", thirdPartyCode, documentNumber = "舟科评〔2028〕2号",
    };
}

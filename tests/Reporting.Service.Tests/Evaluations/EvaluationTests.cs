using System.Net;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.Evaluations;

public sealed class EvaluationTests
{
    private const string February2027 = "2027-02-01T09:00:00+08:00";

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task The_third_party_grades_the_city_publishes_and_a_correction_has_a_higher_version(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, February2027);
        var body = await reporting.RecognisedAsync("2026-05-01");
        var evaluation = (await reporting.OpenAsync(2026)).EvaluationOf(body);

        var published = await reporting.PassJudgementAsync(evaluation, "fail");
        var corrected = await reporting.PassJudgementAsync(published, "pass", "舟科评〔2027〕9号");

        corrected["publications"]!.GetValue<long>().ShouldBe(2);
        var events = await reporting.PublishedAsync("reporting.evaluation-published");
        events.Select(e => (e["version"]!.GetValue<long>(), e.Word("grade"), e.Word("documentNumber"))).ShouldBe([(1, "fail", Year.Document), (2, "pass", "舟科评〔2027〕9号")]);
        events[0]["institutionId"]!.GetValue<Guid>().ShouldBe(body);
        (events[0].Word("kind"), events[0]["year"]!.GetValue<int>(), events[0].Word("publishedOn")).ShouldBe(("yearly", 2026, "2027-02-01"));
        var steps = (await reporting.GetAsync(City, $"/evaluations/{evaluation.Id()}"))["steps"]!.AsArray();
        steps.Select(s => s!.Word("what")).ShouldBe(["commissioned", "graded", "published", "graded", "published"]);
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Of_two_persons_who_publish_at_once_one_is_told_that_it_changed(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, February2027);
        var evaluation = (await reporting.OpenWithOneBodyAsync())["evaluations"]![0]!;
        var graded = await reporting.DoneAsync(Evaluator, $"/evaluations/{evaluation.Id()}/grade", Year.Grade("good"), evaluation.Version());

        var answers = await Task.WhenAll(new[] { City, City2 }.Select(person => reporting.PostAsync(
            person, $"/evaluations/{evaluation.Id()}/publish", new { documentNumber = Year.Document }, graded.Version())));

        answers.Select(a => a.StatusCode).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed]);
        (await reporting.PublishedAsync("reporting.evaluation-published")).Count.ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_round_is_published_all_or_none(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, February2027);
        var (first, second) = (await reporting.RecognisedAsync("2026-05-01"), await reporting.RecognisedAsync("2026-06-01", "舟山市船舶产业创新中心"));
        var round = await reporting.OpenAsync(2026);
        var address = $"/evaluation-rounds/{round["round"]!.Id()}/publish";
        var (one, two) = (round.EvaluationOf(first), round.EvaluationOf(second));
        one = await reporting.DoneAsync(Evaluator, $"/evaluations/{one.Id()}/grade", Year.Grade("excellent"), one.Version());

        var early = await reporting.RefusedAsync(City, address, Results(one.Id(), one.Version(), two.Id(), two.Version()));
        (await reporting.PublishedAsync("reporting.evaluation-published")).ShouldBeEmpty();
        two = await reporting.DoneAsync(Evaluator, $"/evaluations/{two.Id()}/grade", Year.Grade("good"), two.Version());
        var stale = await reporting.RefusedAsync(City, address, Results(one.Id(), one.Version(), two.Id(), two.Version() - 1));
        var done = await reporting.DoneAsync(City, address, Results(one.Id(), one.Version(), two.Id(), two.Version()));

        (early.Status, early.Code).ShouldBe((HttpStatusCode.Conflict, "evaluation-not-graded"));
        early.Inputs["refusals"]!.AsArray().Count.ShouldBe(1);
        stale.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        done["round"]!["published"]!.GetValue<int>().ShouldBe(2);
        (await reporting.PublishedAsync("reporting.evaluation-published")).Select(e => e.Word("grade")).ShouldBe(["excellent", "good"], ignoreOrder: true);
    }

    [Fact]
    public async Task Only_the_third_partys_experts_grade()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, February2027);
        var evaluation = (await reporting.OpenWithOneBodyAsync())["evaluations"]![0]!;

        foreach (var other in new[] { Expert, new TestUser("other-expert", [Roles.Expert], "zhoushan", Organisation: OtherThirdParty) })
        {
            var refused = await reporting.RefusedAsync(other, $"/evaluations/{evaluation.Id()}/grade", Year.Grade("good"), evaluation.Version());
            (refused.Status, refused.Clause).ShouldBe((HttpStatusCode.Forbidden, "ZS-18"));
        }

        (await reporting.GetAsync(City, $"/evaluations/{evaluation.Id()}"))["evaluation"]!.Word("status").ShouldBe("due");
    }

    [Fact]
    public async Task Whoever_graded_may_not_publish()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, February2027);
        var evaluation = (await reporting.OpenWithOneBodyAsync())["evaluations"]![0]!;
        var both = new TestUser("both", [Roles.Expert, Roles.CityReviewer], "zhoushan", Organisation: ThirdParty);
        var graded = await reporting.DoneAsync(both, $"/evaluations/{evaluation.Id()}/grade", Year.Grade("good"), evaluation.Version());

        var refused = await reporting.RefusedAsync(both, $"/evaluations/{evaluation.Id()}/publish", new { documentNumber = Year.Document }, graded.Version());

        (refused.Status, refused.Clause).ShouldBe((HttpStatusCode.Forbidden, "ZS-18"));
    }

    [Fact]
    public async Task A_third_party_that_became_a_party_stands_back_until_another_is_commissioned()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, February2027);
        var body = await reporting.RecognisedAsync("2026-05-01");
        var evaluation = (await reporting.OpenAsync(2026)).EvaluationOf(body);
        await reporting.TellAsync(Became(body, 3, "2026-05-01") with { PartyCodes = [Organisation, ThirdParty] });
        var other = new TestUser("other-expert", [Roles.Expert], "zhoushan", Organisation: OtherThirdParty);

        var recused = await reporting.RefusedAsync(Evaluator, $"/evaluations/{evaluation.Id()}/grade", Year.Grade("excellent"), evaluation.Version());
        var same = await reporting.RefusedAsync(City, $"/evaluations/{evaluation.Id()}/commission", Year.Commission(), evaluation.Version());
        var given = await reporting.DoneAsync(City, $"/evaluations/{evaluation.Id()}/commission", Year.Commission(OtherThirdParty), evaluation.Version());
        var graded = await reporting.DoneAsync(other, $"/evaluations/{evaluation.Id()}/grade", Year.Grade("good"), given.Version());
        var tooLate = await reporting.RefusedAsync(City, $"/evaluations/{evaluation.Id()}/commission", Year.Commission(OtherThirdParty), graded.Version());

        recused.Code.ShouldBe("third-party-is-party");
        same.Code.ShouldBe("third-party-is-party");
        given["recused"]!.GetValue<bool>().ShouldBeFalse();
        graded.Word("status").ShouldBe("graded");
        tooLate.Code.ShouldBe("evaluation-not-due");
    }

    [Fact]
    public async Task A_body_sees_its_grade_once_it_is_published()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, February2027);
        var evaluation = (await reporting.OpenWithOneBodyAsync())["evaluations"]![0]!;
        var address = $"/evaluations/{evaluation.Id()}";
        var graded = await reporting.DoneAsync(Evaluator, $"{address}/grade", Year.Grade("good"), evaluation.Version());

        var before = await reporting.GetAsync(Own, address);
        before["evaluation"]!["grade"].ShouldBeNull();
        before["steps"]!.AsArray().ShouldHaveSingleItem()!.Word("what").ShouldBe("commissioned");

        await reporting.DoneAsync(City, $"{address}/publish", new { documentNumber = Year.Document }, graded.Version());
        var after = await reporting.GetAsync(Own, address);
        after["evaluation"]!.Word("grade").ShouldBe("good");
        after["steps"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_others_judge_an_expert_reads_once_it_is_published()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, February2027);
        var opened = await reporting.OpenWithOneBodyAsync();
        var evaluation = opened["evaluations"]![0]!;
        var (address, round) = ($"/evaluations/{evaluation.Id()}", $"/evaluation-rounds/{opened["round"]!.Id()}");
        using var curious = reporting.Host.As(Expert);

        using var before = await curious.GetAsync(new Uri($"/api/reporting{address}", UriKind.Relative));
        var hidden = await reporting.GetAsync(Expert, round);
        var own = await reporting.GetAsync(Evaluator, address);
        await reporting.PassJudgementAsync(evaluation, "good");

        before.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (hidden["evaluations"]!.AsArray().Count, hidden["round"]!["bodies"]!.GetValue<int>()).ShouldBe((0, 0));
        own["steps"]!.AsArray().ShouldHaveSingleItem();
        (await reporting.GetAsync(Expert, address))["evaluation"]!.Word("publishedGrade").ShouldBe("good");
        (await reporting.GetAsync(Expert, round))["evaluations"]!.AsArray().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("superb", "依据年度报告、财务资料与现场核查综合评定。", "grade")]
    [InlineData("good", "好", "justification")]
    public async Task A_wrong_grade_is_refused_naming_the_field(string grade, string justification, string field)
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, February2027);
        var evaluation = (await reporting.OpenWithOneBodyAsync())["evaluations"]![0]!;

        var refused = await reporting.RefusedAsync(Evaluator, $"/evaluations/{evaluation.Id()}/grade", new { grade, justification }, evaluation.Version());

        (refused.Status, refused.Clause).ShouldBe((HttpStatusCode.BadRequest, field));
    }

    [Fact]
    public async Task Strangers_do_not_see_an_evaluation()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, February2027);
        var evaluation = (await reporting.OpenWithOneBodyAsync())["evaluations"]![0]!;
        TestUser[] strangers =
        [
            new("other-bureau", [Roles.CityReviewer], "ezhou"),
            new("other-district", [Roles.DistrictReviewer], "zhoushan", "putuo"),
            new("other-body", [Roles.Operator], "zhoushan", "dinghai", LeadBody),
        ];

        foreach (var stranger in strangers)
        {
            using var client = reporting.Host.As(stranger);
            using var answer = await client.GetAsync(new Uri($"/api/reporting/evaluations/{evaluation.Id()}", UriKind.Relative));
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, stranger.Name);
            (await reporting.GetAsync(stranger, "/evaluations"))["items"]!.AsArray().ShouldBeEmpty(stranger.Name);
        }
    }

    private static object Results(string one, long versionOfOne, string two, long versionOfTwo) =>
        new { documentNumber = Year.Document, evaluations = new[] { new { id = one, version = versionOfOne }, new { id = two, version = versionOfTwo } } };
}

using System.Net;
using Contracts.Registry;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.Evaluations;

public sealed class ServedReviewTests
{
    private const string February2027 = "2027-02-01T09:00:00+08:00";

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task The_evaluation_is_the_money_review_whether_the_payment_is_counted_before_or_after(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, February2027);
        var (before, after) = (await reporting.RecognisedAsync("2026-05-01"), await reporting.RecognisedAsync("2026-06-01", "舟山市船舶产业创新中心"));
        var round = await reporting.OpenAsync(2026);
        await reporting.TellAsync(Paid(before, Guid.CreateVersion7(), 100));

        await reporting.PassJudgementAsync(round.EvaluationOf(before), "good");
        await reporting.PassJudgementAsync(round.EvaluationOf(after), "pass");
        await reporting.MoveToAsync("2027-02-03T09:00:00+08:00");
        await reporting.TellAsync(Paid(after, Guid.CreateVersion7(), 200), Paid(after, Guid.CreateVersion7(), 1));

        var published = await reporting.PublishedAsync("reporting.review-published");
        published.Select(e => (e["institutionId"]!.GetValue<Guid>(), e.Word("grade"), e.Word("documentNumber"), e.Word("publishedOn"), e["version"]!.GetValue<long>()))
            .ShouldBe([(before, "good", Year.Document, "2027-02-01", 1), (after, "pass", Year.Document, "2027-02-01", 1)]);
        var reviews = (await reporting.GetAsync(City, "/reviews?year=2026"))["items"]!.AsArray();
        reviews.Select(r => (r!.Word("status"), r!["paidFen"]!.GetValue<long>())).ShouldBe([("published", 201), ("published", 100)]);
        reviews.ShouldAllBe(r => r!["evaluationId"] != null);
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_corrected_evaluation_publishes_the_review_again(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, February2027);
        var body = await reporting.RecognisedAsync("2026-05-01");
        await reporting.TellAsync(Paid(body, Guid.CreateVersion7(), 100));
        var evaluation = (await reporting.OpenAsync(2026)).EvaluationOf(body);

        var published = await reporting.PassJudgementAsync(evaluation, "fail");
        await reporting.PassJudgementAsync(published, "pass", "舟科评〔2027〕9号");

        (await reporting.PublishedAsync("reporting.review-published"))
            .Select(e => (e["version"]!.GetValue<long>(), e.Word("grade"), e.Word("documentNumber")))
            .ShouldBe([(1, "fail", Year.Document), (2, "pass", "舟科评〔2027〕9号")]);
        var review = await reporting.ReviewAsync(100);
        (await reporting.GetAsync(City, $"/reviews/{review.Id()}"))["steps"]!.AsArray().Select(s => s!.Word("grade")).ShouldBe(["fail", "pass"]);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_review_that_an_evaluation_serves_as_is_not_graded_by_hand(DatabaseProvider provider)
    {
        await using var registry = await StandInNeighbours.StartAsync();
        await using var reporting = await StartAsync(provider, February2027, neighbours: registry.Address);
        var body = await reporting.RecognisedAsync("2026-12-31");
        await reporting.TellAsync(Paid(body, Guid.CreateVersion7(), 100));
        var review = await reporting.ReviewAsync(100);

        var unopened = await reporting.RefusedAsync(Expert, $"/reviews/{review.Id()}/grade", Year.Grade("good"), review.Version());
        await reporting.OpenAsync(2026);
        var opened = await reporting.RefusedAsync(Expert, $"/reviews/{review.Id()}/grade", Year.Grade("good"), review.Version());

        (unopened.Status, unopened.Code, unopened.Clause).ShouldBe((HttpStatusCode.Conflict, "review-served-by-evaluation", "ZS-06"));
        opened.Code.ShouldBe("review-served-by-evaluation");
        (await reporting.ReviewAsync(100)).Word("status").ShouldBe("due");
    }

    [Fact]
    public async Task A_grade_proposed_under_construction_is_not_published_once_an_evaluation_serves()
    {
        await using var registry = await StandInNeighbours.StartAsync();
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, neighbours: registry.Address);
        var body = Guid.CreateVersion7();
        await reporting.TellAsync(Institution(body));
        await reporting.TellAsync(Paid(body, Guid.CreateVersion7(), 100));
        var review = await reporting.ReviewAsync(100);
        var graded = await reporting.DoneAsync(Expert, $"/reviews/{review.Id()}/grade", Year.Grade("good"), review.Version());
        await reporting.TellAsync(Became(body, 2, "2026-03-02"));

        var refused = await reporting.RefusedAsync(City, $"/reviews/{review.Id()}/publish", new { documentNumber = "舟科考〔2026〕3号" }, graded.Version());

        refused.Code.ShouldBe("review-served-by-evaluation");
    }

    [Fact]
    public async Task The_year_before_recognition_is_reviewed_by_hand()
    {
        await using var registry = await StandInNeighbours.StartAsync();
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, February2027, neighbours: registry.Address);
        var body = Guid.CreateVersion7();
        await reporting.TellAsync(Institution(body), Became(body, 2, "2027-01-01"));
        await reporting.TellAsync(Paid(body, Guid.CreateVersion7(), 100));
        var review = await reporting.ReviewAsync(100);

        var graded = await reporting.DoneAsync(Expert, $"/reviews/{review.Id()}/grade", Year.Grade("good"), review.Version());
        var published = await reporting.DoneAsync(City, $"/reviews/{review.Id()}/publish", new { documentNumber = "舟科考〔2027〕3号" }, graded.Version());

        published.Word("publishedGrade").ShouldBe("good");
        published["evaluationId"].ShouldBeNull();
    }

    [Fact]
    public async Task The_money_of_a_body_whose_evaluation_was_closed_is_reviewed_by_hand()
    {
        await using var registry = await StandInNeighbours.StartAsync();
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, February2027, neighbours: registry.Address);
        var body = await reporting.RecognisedAsync("2026-05-01");
        await reporting.TellAsync(Paid(body, Guid.CreateVersion7(), 100));
        await reporting.OpenAsync(2026);
        await reporting.TellAsync(Became(body, 3, "2027-02-01", Standings.Revoked));
        var review = await reporting.ReviewAsync(100);

        var graded = await reporting.DoneAsync(Expert, $"/reviews/{review.Id()}/grade", Year.Grade("fail"), review.Version());

        graded.Word("grade").ShouldBe("fail");
    }

    [Fact]
    public async Task Nothing_is_settled_where_all_money_came_back()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, February2027);
        var (body, advance) = (await reporting.RecognisedAsync("2026-05-01"), Guid.CreateVersion7());
        await reporting.TellAsync(Paid(body, advance, 100));
        await reporting.TellAsync(Reversed(body, advance, 100));

        await reporting.PassJudgementAsync((await reporting.OpenAsync(2026)).EvaluationOf(body), "fail");

        (await reporting.PublishedAsync("reporting.review-published")).ShouldBeEmpty();
        await reporting.TellAsync(Paid(body, Guid.CreateVersion7(), 70));
        (await reporting.PublishedAsync("reporting.review-published")).ShouldHaveSingleItem().Word("grade").ShouldBe("fail");
    }
}

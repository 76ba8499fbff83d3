using System.Net;
using System.Text.Json.Nodes;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Registry.Tests.Selections;

/// <summary>Experts score blind, with reasons, until the review is concluded; who has a part does not score (ZS-15).</summary>
public sealed class ScoringTests(RunningRegistry registry)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task An_expert_sees_its_own_sheets_and_papers_and_nobody_elses(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var review = new Review(host);
        var (body, other) = (await review.RecommendedAsync(), await review.RecommendedAsync());
        var experts = await review.EnrolledAsync(3);
        var opened = (await review.OpenAsync([body], experts)).Accepted();
        (await Review.ScoreAsync(experts[0], body, 88)).Accepted();
        var sheet = await Review.SheetAsync(experts[0], body);

        (await experts[0].Person.GetAsync("/score-sheets?status=scored")).Accepted().Json["items"]!.AsArray().Count.ShouldBe(1);
        (await experts[1].Person.GetAsync("/score-sheets")).Accepted().Json["items"]!.AsArray().Single()!["score"].ShouldBeNull();
        (await experts[1].Person.GetAsync($"/score-sheets/{sheet["id"]}")).Refused(HttpStatusCode.NotFound);
        (await Review.ActAsync(experts[1].Person, sheet, "score", new { score = 1, meetsConditions = false, justification = "不应出现的他人评分" })).Refused(HttpStatusCode.NotFound);
        (await Review.ActAsync(experts[1].Person, sheet, "recuse", new { reason = "理由" })).Refused(HttpStatusCode.NotFound);
        (await review.SeenAsync(opened.Id, experts[1].Person)).Status.ShouldBe(HttpStatusCode.Forbidden);
        var seenByCity = Review.Entry(await review.SeenAsync(opened.Id), body)["sheets"]!.AsArray().Single(s => s!["id"]!.GetValue<Guid>() == sheet["id"]!.GetValue<Guid>())!;
        seenByCity["status"]!.GetValue<string>().ShouldBe("scored");
        seenByCity["score"].ShouldBeNull("the city steers by no score either");

        var papers = (await body.SeenByAsync(experts[0].Person)).Accepted();
        (await experts[0].Person.GetAsync($"/attachments/{papers.Json["files"]![0]!["id"]}")).Status.ShouldBe(HttpStatusCode.OK);
        (await other.SeenByAsync(experts[0].Person)).Refused(HttpStatusCode.NotFound);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_score_needs_reasons_and_is_locked_once_the_review_is_concluded(DatabaseProvider provider)
    {
        var review = new Review(await registry.OnAsync(provider));
        var body = await review.RecommendedAsync();
        var experts = await review.EnrolledAsync(3);
        var opened = (await review.OpenAsync([body], experts)).Accepted();
        var stale = await Review.SheetAsync(experts[0], body);

        (await Review.ScoreAsync(experts[0], body, 80, justification: "很好")).Refused(HttpStatusCode.BadRequest, "bad-input", "justification");
        (await Review.ScoreAsync(experts[0], body, 101)).Refused(HttpStatusCode.BadRequest, "bad-input", "score");
        (await Review.ScoreAsync(experts[0], body, -1)).Refused(HttpStatusCode.BadRequest, "bad-input", "score");
        (await experts[0].Person.PostAsync($"/score-sheets/{stale["id"]}/score", Score(80))).Status.ShouldBe((HttpStatusCode)428);
        (await review.ConcludeAsync(opened.Id)).Refused(HttpStatusCode.Conflict, "scores-missing", "ZS-15")["inputs"]!["missing"]!.GetValue<int>().ShouldBe(3);
        await Review.ScoreAllAsync(experts, [(body, [0, 80, 100])]);
        (await Review.ActAsync(experts[0].Person, stale, "score", Score(50))).Refused(HttpStatusCode.PreconditionFailed, "stale");
        (await Review.ScoreAsync(experts[0], body, 60)).Accepted().Json["score"]!.GetValue<int>().ShouldBe(60, "an expert may think again while the review is open");

        var concluded = await review.ConcludeAsync(opened.Id);

        Review.Entry(concluded, body)["meanHundredths"]!.GetValue<int>().ShouldBe(8000);
        Review.Entry(concluded, body)["sheets"]!.AsArray().Select(sheet => sheet!["score"]!.GetValue<int>()).Order().ShouldBe([60, 80, 100]);
        (await Review.ScoreAsync(experts[0], body, 100)).Refused(HttpStatusCode.Conflict, "scores-locked", "ZS-15");
        (await Review.RecuseAsync(experts[0], body)).Refused(HttpStatusCode.Conflict, "scores-locked", "ZS-15");
        (await review.ConcludeAsync(opened.Id)).Refused(HttpStatusCode.Conflict, "wrong-status", "ZS-15");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Whoever_works_for_a_party_is_recused_at_once_and_does_not_count(DatabaseProvider provider)
    {
        var review = new Review(await registry.OnAsync(provider));
        var body = await review.RecommendedAsync();
        var others = await review.EnrolledAsync(2);
        Reviewer[] conflicted =
        [
            await review.EnrolledAsync(body.Organisation),
            await review.EnrolledAsync(body.Answers["centreCode"]!.GetValue<string>()),
            await review.EnrolledAsync(body.Answers["leadBodies"]![0]!["code"]!.GetValue<string>()),
            await review.EnrolledAsync(organisationName: $" {body.Answers["implementingBodyName"]} "),
        ];

        var problem = (await review.OpenAsync([body], [.. others, .. conflicted])).Refused(HttpStatusCode.Conflict, "too-few-reviewers", "ZS-15");
        problem["inputs"]!["available"]!.GetValue<int>().ShouldBe(2);
        problem["inputs"]!["required"]!.GetValue<int>().ShouldBe(3);
        problem["inputs"]!["recused"]!.AsArray().Count.ShouldBe(4);

        var third = await review.EnrolledAsync();
        var opened = (await review.OpenAsync([body], [.. others, third, .. conflicted])).Accepted();

        Sheets(opened, body, "recused").ShouldAllBe(sheet => sheet["recusalGround"]!.GetValue<string>() == "organisation");
        Sheets(opened, body, "recused").Count.ShouldBe(4);
        (await Review.ScoreAsync(conflicted[0], body, 100)).Refused(HttpStatusCode.Conflict, "recused", "ZS-15");
        (await body.SeenByAsync(conflicted[0].Person)).Refused(HttpStatusCode.NotFound);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Whoever_filed_or_recommended_does_not_score_whatever_roles_they_hold(DatabaseProvider provider)
    {
        var review = new Review(await registry.OnAsync(provider));
        var body = await review.RecommendedAsync();
        Reviewer[] experts =
        [
            .. await review.EnrolledAsync(3),
            await review.EnrolledAsync(subject: $"operator-{body.Organisation}", roles: ["expert", "operator"]),
            await review.EnrolledAsync(subject: "district-dinghai", roles: ["expert", "district-reviewer"]),
        ];

        var opened = (await review.OpenAsync([body], experts)).Accepted();

        Sheets(opened, body, "recused").Select(sheet => sheet["recusalGround"]!.GetValue<string>()).Order().ShouldBe(["filing", "recommendation"]);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_declared_conflict_takes_the_score_out_and_a_further_expert_fills_the_gap(DatabaseProvider provider)
    {
        var review = new Review(await registry.OnAsync(provider));
        var body = await review.RecommendedAsync();
        var experts = await review.EnrolledAsync(3);
        var opened = (await review.OpenAsync([body], experts)).Accepted();
        await Review.ScoreAllAsync(experts, [(body, [10, 70, 80])]);

        (await Review.RecuseAsync(experts[0], body, " ")).Refused(HttpStatusCode.BadRequest, "bad-input", "reason");
        var recused = (await Review.RecuseAsync(experts[0], body)).Accepted();
        recused.Json["recusalGround"]!.GetValue<string>().ShouldBe("declared");
        recused.Json["score"].ShouldBeNull();
        (await Review.RecuseAsync(experts[0], body)).Refused(HttpStatusCode.Conflict, "recused", "ZS-15");
        (await review.ConcludeAsync(opened.Id)).Refused(HttpStatusCode.Conflict, "too-few-reviewers", "ZS-15");

        var (further, idle) = (await review.EnrolledAsync(), await review.EnrolledAsync());
        (await AppointAsync(review, opened.Id, experts[1])).Refused(HttpStatusCode.Conflict, "appointed-already", "ZS-15");
        (await AppointAsync(review, opened.Id, further)).Accepted();
        (await AppointAsync(review, opened.Id, idle)).Accepted();
        (await Review.ScoreAsync(further, body, 90)).Accepted();
        (await review.ConcludeAsync(opened.Id)).Refused(HttpStatusCode.Conflict, "scores-missing", "ZS-15");
        var ordered = await Review.ActAsync(review.Chair, Sheets(await review.SeenAsync(opened.Id), body, "open").Single(), "recuse", new { reason = "逾期未评" });
        ordered.Accepted().Json["recusalGround"]!.GetValue<string>().ShouldBe("ordered");

        Review.Entry(await review.ConcludeAsync(opened.Id), body)["meanHundredths"]!.GetValue<int>().ShouldBe(8000);
        (await AppointAsync(review, opened.Id, await review.EnrolledAsync())).Refused(HttpStatusCode.Conflict, "wrong-status", "ZS-15");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task An_expert_who_has_gone_to_work_for_a_party_meanwhile_does_not_score(DatabaseProvider provider)
    {
        var review = new Review(await registry.OnAsync(provider));
        var body = await review.RecommendedAsync();
        var experts = await review.EnrolledAsync(3);
        (await review.OpenAsync([body], experts)).Accepted();
        (await review.EnrolledAsync(body.Organisation, subject: experts[0].Subject)).Id.ShouldBe(experts[0].Id);

        (await Review.ScoreAsync(experts[0], body, 100)).Refused(HttpStatusCode.Forbidden, "conflict-of-interest", "ZS-15");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task What_is_ranked_is_what_was_scored_however_close_the_last_score_and_the_conclusion_come(DatabaseProvider provider)
    {
        var review = new Review(await registry.OnAsync(provider));
        var body = await review.RecommendedAsync();
        var experts = await review.EnrolledAsync(3);
        var opened = (await review.OpenAsync([body], experts)).Accepted();
        await Review.ScoreAllAsync(experts, [(body, [60, 60, 60])]);
        var (sheet, etag) = (await Review.SheetAsync(experts[0], body), (await review.SeenAsync(opened.Id)).ETag);

        var replies = await Task.WhenAll(
            Review.ActAsync(experts[0].Person, sheet, "score", Score(90)),
            review.Chair.PostAsync($"/selections/{opened.Id}/conclude", new { }, etag));

        var entry = Review.Entry(replies[1], body);
        var kept = (await Review.SheetAsync(experts[0], body))["score"]!.GetValue<int>();
        entry["meanHundredths"]!.GetValue<int>().ShouldBe((kept + 120) * 100 / 3);
        kept.ShouldBe((int)replies[0].Status < 300 ? 90 : 60);
    }

    private static object Score(int score) => new { score, meetsConditions = true, justification = "基础扎实,方案可行,团队完整" };

    private static List<JsonNode> Sheets(Reply selection, Journey body, string status) =>
        [.. Review.Entry(selection, body)["sheets"]!.AsArray().Select(sheet => sheet!).Where(sheet => sheet["status"]!.GetValue<string>() == status)];

    private static async Task<Reply> AppointAsync(Review review, Guid selection, Reviewer expert) =>
        await review.Chair.PostAsync($"/selections/{selection}/experts", new { experts = new[] { new { expertId = expert.Id } } }, (await review.SeenAsync(selection)).ETag);
}

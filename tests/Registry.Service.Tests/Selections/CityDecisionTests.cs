using System.Net;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Hosting;
using Testing.Identity;
using Xunit;

namespace Registry.Tests.Selections;

/// <summary>The city's recorded decision on a proposal list (ZS-26): by another person, once, with a document.</summary>
public sealed class CityDecisionTests(RunningRegistry registry)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task Nobody_decides_who_concluded_scored_recommended_or_filed(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (review, body, experts, id) = await ConcludedAsync(host);

        (await review.DecideAsync(id, review.Chair)).Refused(HttpStatusCode.Forbidden, "concluder-decides", "ZS-26");
        (await review.DecideAsync(id, City(host, experts[0].Subject))).Refused(HttpStatusCode.Forbidden, "expert-decides", "ZS-26");
        (await review.DecideAsync(id, City(host, "district-dinghai"))).Refused(HttpStatusCode.Forbidden, "recommender-decides", "ZS-26");
        (await review.DecideAsync(id, City(host, $"operator-{body.Organisation}"))).Refused(HttpStatusCode.Forbidden, "reviewer-filed-it", "ZS-26");
        (await review.DecideAsync(id, City(host, "colleague", body.Organisation))).Refused(HttpStatusCode.Forbidden, "reviewer-filed-it", "ZS-26");
        (await Person.City(host, "ezhou").PostAsync($"/selections/{id}/decide", Review.Decision(), (await review.SeenAsync(id)).ETag)).Refused(HttpStatusCode.NotFound);
        (await body.SeenByAsync(body.Operator)).Json["status"]!.GetValue<string>().ShouldBe("under-review");

        (await review.DecideAsync(id)).Accepted();
        (await review.DecideAsync(id)).Refused(HttpStatusCode.Conflict, "wrong-status", "ZS-26");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Of_two_who_decide_at_once_one_does_and_the_other_is_told_to_look_again(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (review, body, _, id) = await ConcludedAsync(host);
        var (colleague, etag) = (Person.City(host, name: "colleague"), (await review.SeenAsync(id)).ETag);

        var replies = await Task.WhenAll(
            review.Decider.PostAsync($"/selections/{id}/decide", Review.Decision(), etag),
            colleague.PostAsync($"/selections/{id}/decide", Review.Decision(body), etag));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).ShouldBe(1);
        replies.Single(reply => reply.Status != HttpStatusCode.OK).Refused(HttpStatusCode.PreconditionFailed, "stale");
        var expected = replies[0].Status == HttpStatusCode.OK ? "proposed" : "not-selected";
        (await body.SeenByAsync(body.Operator)).Json["status"]!.GetValue<string>().ShouldBe(expected);
        (await body.SeenByAsync(body.Operator)).Json["timeline"]!.AsArray().Count(step => step!["clause"]!.GetValue<string>() == "ZS-26").ShouldBe(1);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_decision_has_a_number_a_day_that_can_be_and_strikes_only_what_was_proposed(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (review, body, _, id) = await ConcludedAsync(host);

        Task<Reply> Decide(string number, DateOnly on, params (Guid Id, string Reason)[] strike) => review.DecideAsync(
            id, request: new { documentNumber = number, decidedOn = on, strike = strike.Select(struck => new { applicationId = struck.Id, reason = struck.Reason }) });

        (await Decide(" ", Journey.Today)).Refused(HttpStatusCode.BadRequest, "bad-input", "documentNumber");
        (await Decide("舟科〔2026〕审1号", Journey.Today.AddDays(1))).Refused(HttpStatusCode.Conflict, "date-in-future", "ZS-26");
        (await Decide("舟科〔2026〕审1号", Journey.Today.AddDays(-1))).Refused(HttpStatusCode.Conflict, "decided-before-concluded", "ZS-26");
        (await Decide("舟科〔2026〕审1号", new DateOnly(2020, 1, 1))).Refused(HttpStatusCode.Conflict, "decided-before-concluded", "ZS-26");
        (await Decide("舟科〔2026〕审1号", Journey.Today, (Guid.CreateVersion7(), "理由"))).Refused(HttpStatusCode.BadRequest, "bad-input", "strike");
        (await Decide("舟科〔2026〕审1号", Journey.Today, (body.Id, "一"), (body.Id, "二"))).Refused(HttpStatusCode.BadRequest, "bad-input", "strike");
        (await Decide("舟科〔2026〕审1号", Journey.Today, (body.Id, " "))).Refused(HttpStatusCode.BadRequest, "bad-input", "strike.reason");
        (await review.Decider.PostAsync($"/selections/{id}/decide", Review.Decision())).Status.ShouldBe((HttpStatusCode)428);
        (await body.SeenByAsync(body.Operator)).Json["status"]!.GetValue<string>().ShouldBe("under-review");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task There_is_nothing_to_decide_before_the_review_is_concluded(DatabaseProvider provider)
    {
        var review = new Review(await registry.OnAsync(provider));
        var opened = (await review.OpenAsync([await review.RecommendedAsync()], await review.EnrolledAsync(3))).Accepted();

        (await review.DecideAsync(opened.Id)).Refused(HttpStatusCode.Conflict, "wrong-status", "ZS-26");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task What_does_not_meet_a_condition_on_the_day_of_the_decision_is_struck_or_nothing_is_decided(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (review, body, _, id) = await ConcludedAsync(host);
        (await Review.AnswerAsync(body, body.District, "no-recent-dishonesty", met: false)).Refused(HttpStatusCode.Forbidden);
        (await Review.AnswerAsync(body, review.Decider, "no-recent-dishonesty", met: false, "信用平台查得 2025 年环境处罚")).Accepted();

        (await review.DecideAsync(id)).Refused(HttpStatusCode.Conflict, "condition-not-met", "ZS-12")["inputs"]!["reason"]!.GetValue<string>().ShouldBe("信用平台查得 2025 年环境处罚");
        (await review.SeenAsync(id)).Json["status"]!.GetValue<string>().ShouldBe("concluded");
        (await review.DecideAsync(id, request: Review.Decision(body))).Accepted();
    }

    private static Person City(ServiceHost host, string subject, string? organisation = null) =>
        Person.Of(host, new TestUser(subject, ["city-reviewer"], "zhoushan", Organisation: organisation));

    private static async Task<(Review Review, Journey Body, Reviewer[] Experts, Guid Id)> ConcludedAsync(ServiceHost host)
    {
        var review = new Review(host);
        var body = await review.RecommendedAsync();
        var experts = await review.EnrolledAsync(3);
        var opened = (await review.OpenAsync([body], experts)).Accepted();
        await Review.ScoreAllAsync(experts, [(body, [70, 80, 90])]);
        (await review.ConcludeAsync(opened.Id)).Accepted();
        return (review, body, experts, opened.Id);
    }
}

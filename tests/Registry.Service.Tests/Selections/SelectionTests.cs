using System.Net;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Registry.Tests.Selections;

/// <summary>From recommended applications to the list that the city decided, on both tracks (ZS-01, ZS-15, ZS-26).</summary>
public sealed class SelectionTests(RunningRegistry registry)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task On_the_directed_track_all_that_pass_are_proposed_and_the_city_decides(DatabaseProvider provider)
    {
        var review = new Review(await registry.OnAsync(provider));
        var (best, equal, low) = (await review.RecommendedAsync(), await review.RecommendedAsync(), await review.RecommendedAsync());
        var unfit = await review.RecommendedAsync();
        var experts = await review.EnrolledAsync(3);

        var opened = (await review.OpenAsync([best, equal, low, unfit], experts)).Accepted();
        opened.Json["status"]!.GetValue<string>().ShouldBe("open");
        (await best.SeenByAsync(best.Operator)).Json["status"]!.GetValue<string>().ShouldBe("under-review");
        await Review.ScoreAllAsync(experts, [(best, [90, 85, 80]), (equal, [80, 85, 90]), (low, [60, 60, 59])]);
        (await Review.ScoreAsync(experts[0], unfit, 100)).Accepted();
        (await Review.ScoreAsync(experts[1], unfit, 100, meetsConditions: false)).Accepted();
        (await Review.ScoreAsync(experts[2], unfit, 100, meetsConditions: false)).Accepted();

        var concluded = await review.ConcludeAsync(opened.Id);

        foreach (var body in (Journey[])[best, equal])
        {
            var entry = Review.Entry(concluded, body);
            entry["outcome"]!.GetValue<string>().ShouldBe("proposed");
            entry["rank"]!.GetValue<int>().ShouldBe(1, "equal means share a place");
            entry["meanHundredths"]!.GetValue<int>().ShouldBe(8500);
        }

        Review.Entry(concluded, low)["shortfall"]!.GetValue<string>().ShouldBe("below-passing-score");
        Review.Entry(concluded, low)["meanHundredths"]!.GetValue<int>().ShouldBe(5967);
        Review.Entry(concluded, unfit)["shortfall"]!.GetValue<string>().ShouldBe("conditions-not-met");
        (await best.SeenByAsync(best.Operator)).Json["review"].ShouldBeNull("nobody learns of a proposal before the city has decided");

        var decided = await review.DecideAsync(opened.Id, request: Review.Decision(equal));

        decided.Accepted().Json["status"]!.GetValue<string>().ShouldBe("decided");
        Review.Entry(decided, equal)["outcome"]!.GetValue<string>().ShouldBe("struck");
        var seen = await best.SeenByAsync(best.Operator);
        seen.Json["status"]!.GetValue<string>().ShouldBe("proposed");
        seen.Json["timeline"]!.AsArray().Select(step => $"{step!["kind"]} ({step["clause"]})").TakeLast(2).ShouldBe(["selected (ZS-15)", "proposed (ZS-26)"]);
        seen.Json["review"]!["meanHundredths"]!.GetValue<int>().ShouldBe(8500);
        var left = await equal.SeenByAsync(equal.Operator);
        left.Json["status"]!.GetValue<string>().ShouldBe("not-selected");
        left.Json["timeline"]!.AsArray()[^1]!["reason"]!.GetValue<string>().ShouldBe("与现有中心布局重复");
        (await low.SeenByAsync(low.Operator)).Json["status"]!.GetValue<string>().ShouldBe("not-selected");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task On_the_merit_track_a_tie_for_the_last_place_is_not_cut_by_chance_but_by_the_citys_reasons(DatabaseProvider provider)
    {
        var review = new Review(await registry.OnAsync(provider));
        var (first, tied, alsoTied, last) = (
            await review.RecommendedAsync("merit"), await review.RecommendedAsync("merit"), await review.RecommendedAsync("merit"), await review.RecommendedAsync("merit"));
        var experts = await review.EnrolledAsync(3);
        var opened = (await review.OpenAsync([first, tied, alsoTied, last], experts, "merit", places: 2)).Accepted();
        await Review.ScoreAllAsync(experts, [(first, [90, 90, 90]), (tied, [80, 80, 80]), (alsoTied, [70, 80, 90]), (last, [70, 70, 70])]);

        var concluded = await review.ConcludeAsync(opened.Id);

        concluded.Accepted().Json["lastPlaceTied"]!.GetValue<bool>().ShouldBeTrue();
        concluded.Json["entries"]!.AsArray().Select(entry => entry!["rank"]!.GetValue<int>()).ShouldBe([1, 2, 2, 4]);
        Review.Entry(concluded, last)["shortfall"]!.GetValue<string>().ShouldBe("beyond-places");
        var problem = (await review.DecideAsync(opened.Id)).Refused(HttpStatusCode.Conflict, "places-exceeded", "ZS-26");
        problem["inputs"]!["tied"]!.AsArray().Count.ShouldBe(2);
        (await review.SeenAsync(opened.Id)).Json["status"]!.GetValue<string>().ShouldBe("concluded", "a refused decision changes nothing");

        (await review.DecideAsync(opened.Id, request: Review.Decision(tied))).Accepted();

        (await alsoTied.SeenByAsync(alsoTied.Operator)).Json["status"]!.GetValue<string>().ShouldBe("proposed");
        (await tied.SeenByAsync(tied.Operator)).Json["status"]!.GetValue<string>().ShouldBe("not-selected");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task What_its_applicant_takes_back_is_neither_ranked_nor_decided_on(DatabaseProvider provider)
    {
        var review = new Review(await registry.OnAsync(provider));
        var (stays, early, late) = (await review.RecommendedAsync(), await review.RecommendedAsync(), await review.RecommendedAsync());
        var experts = await review.EnrolledAsync(3);
        var opened = (await review.OpenAsync([stays, early, late], experts)).Accepted();
        await WithdrawAsync(early);
        (await Review.ScoreAsync(experts[0], early, 90)).Refused(HttpStatusCode.Conflict, "wrong-status", "ZS-15");
        await Review.ScoreAllAsync(experts, [(stays, [70, 70, 70]), (late, [90, 90, 90])]);

        Review.Entry(await review.ConcludeAsync(opened.Id), early)["outcome"]!.GetValue<string>().ShouldBe("withdrawn");
        await WithdrawAsync(late);
        var decided = await review.DecideAsync(opened.Id);

        Review.Entry(decided, late)["outcome"]!.GetValue<string>().ShouldBe("withdrawn");
        Review.Entry(decided, stays)["outcome"]!.GetValue<string>().ShouldBe("proposed");
        (await stays.Operator.PostAsync($"{stays.Path}/withdraw", new { reason = "项目调整" }, (await stays.SeenByAsync(stays.Operator)).ETag))
            .Refused(HttpStatusCode.Conflict, "wrong-status", "ZS-25");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Only_recommended_applications_for_recognition_on_this_track_are_reviewed(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var review = new Review(host);
        var (fit, merit, submitted, construction) = (
            await review.RecommendedAsync(), await review.RecommendedAsync("merit"), await review.SubmittedAsync(), new Journey(host));
        await construction.RecommendedAsync();
        var experts = await review.EnrolledAsync(3);

        (await review.OpenAsync([fit, merit], experts)).Refused(HttpStatusCode.Conflict, "other-track", "ZS-01");
        (await review.OpenAsync([fit, submitted], experts)).Refused(HttpStatusCode.Conflict, "wrong-status", "ZS-15");
        (await review.OpenAsync([fit, construction], experts)).Refused(HttpStatusCode.Conflict, "not-for-recognition", "ZS-15");
        (await review.OpenAsync([fit], experts, "merit")).Refused(HttpStatusCode.BadRequest, "bad-input", "places");
        (await review.OpenAsync([fit], experts, places: 1)).Refused(HttpStatusCode.BadRequest, "bad-input", "places");
        (await review.OpenAsync([fit], experts, "quick")).Refused(HttpStatusCode.BadRequest, "bad-input", "track");
        (await review.OpenAsync([fit, fit], experts)).Refused(HttpStatusCode.BadRequest, "bad-input", "applications");
        (await review.OpenAsync([], experts)).Refused(HttpStatusCode.BadRequest, "bad-input", "applications");
        (await review.OpenAsync([fit], [])).Refused(HttpStatusCode.BadRequest, "bad-input", "experts");
        (await review.OpenAsync([fit], [experts[0], experts[0], experts[1]])).Refused(HttpStatusCode.BadRequest, "bad-input", "experts");
        (await review.OpenAsync([fit], [.. experts, experts[0] with { Id = Guid.CreateVersion7() }])).Refused(HttpStatusCode.NotFound);
        var stale = await review.RequestAsync([fit], experts);
        stale["applications"]![0]!["version"] = 1;
        (await review.Chair.PostAsync("/selections", stale)).Refused(HttpStatusCode.PreconditionFailed, "stale");
        (await fit.SeenByAsync(fit.Operator)).Json["status"]!.GetValue<string>().ShouldBe("recommended", "a refused opening changes nothing");

        (await review.OpenAsync([fit], experts)).Accepted();
        (await review.OpenAsync([fit], experts)).Refused(HttpStatusCode.Conflict, "wrong-status", "ZS-15");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Reviews_are_the_citys_posts_to_read_and_their_jurisdictions_alone(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var review = new Review(host);
        var opened = (await review.OpenAsync([await review.RecommendedAsync()], await review.EnrolledAsync(3))).Accepted();

        (await review.Chair.GetAsync("/selections?programme=zhoushan-innovation-centres&status=open&limit=200")).Accepted().Text.ShouldContain(opened.Id.ToString());
        (await review.Chair.GetAsync("/selections?status=decided&limit=200")).Accepted().Text.ShouldNotContain(opened.Id.ToString());
        (await review.SeenAsync(opened.Id, Person.City(host, "ezhou"))).Refused(HttpStatusCode.NotFound);
        (await review.SeenAsync(opened.Id, Person.District(host))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task WithdrawAsync(Journey body) =>
        (await body.Operator.PostAsync($"{body.Path}/withdraw", new { reason = "项目调整" }, (await body.SeenByAsync(body.Operator)).ETag)).Accepted();
}

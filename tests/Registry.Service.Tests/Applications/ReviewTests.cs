using System.Net;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Registry.Tests.Applications;

/// <summary>Two reviewers at once, and a reviewer who looked at an older version.</summary>
public sealed class ReviewTests(RunningRegistry registry)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task Of_two_district_reviewers_at_once_one_decides_and_the_other_is_told(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var body = new Journey(host);
        var seen = await body.SubmittedAsync();
        var colleague = Person.District(host, name: "colleague");

        var replies = await Task.WhenAll(
            body.District.PostAsync($"{body.Path}/refuse", new { reason = "信用核查未通过" }, seen.ETag),
            colleague.PostAsync($"{body.Path}/return", new { reasons = new[] { new { field = "projectName", reason = "请核对" } } }, seen.ETag));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).ShouldBe(1);
        replies.Single(reply => reply.Status != HttpStatusCode.OK).Refused(HttpStatusCode.PreconditionFailed, "stale");
        (await body.SeenByAsync(body.District)).Json["timeline"]!.AsArray().Count.ShouldBe(3);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_decision_needs_the_version_that_the_reviewer_saw(DatabaseProvider provider)
    {
        var body = new Journey(await registry.OnAsync(provider));
        var first = await body.SubmittedAsync();
        (await body.District.PostAsync($"{body.Path}/return", new { reasons = new[] { new { field = "projectName", reason = "请核对" } } }, first.ETag)).Accepted();
        (await body.SubmitAsync()).Accepted();

        (await body.District.PostAsync($"{body.Path}/refuse", new { reason = "理由" }, first.ETag)).Refused(HttpStatusCode.PreconditionFailed, "stale");
        (await body.District.PostAsync($"{body.Path}/refuse", new { reason = "理由" })).Refused(HttpStatusCode.PreconditionRequired);
        (await body.District.PostAsync("/recommendation-lists", Journey.ListOf(first, Journey.NewNumber()))).Refused(HttpStatusCode.PreconditionFailed, "stale");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Two_city_reviewers_enter_a_body_once(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var body = new Journey(host);
        var seen = await body.RecommendedAsync();
        var decision = new { documentNumber = Journey.NewNumber(), decidedOn = Journey.Today };

        var replies = await Task.WhenAll(
            body.City.PostAsync($"{body.Path}/enter-construction", decision, seen.ETag),
            Person.City(host, name: "second").PostAsync($"{body.Path}/enter-construction", decision, seen.ETag));

        replies.Count(reply => reply.Status == HttpStatusCode.Created).ShouldBe(1);
        ((int)replies.Single(reply => reply.Status != HttpStatusCode.Created).Status).ShouldBeOneOf(409, 412);
        (await body.City.GetAsync("/institutions?limit=200")).Json["items"]!.AsArray()
            .Count(row => row!["implementingBodyCode"]!.GetValue<string>() == body.Organisation).ShouldBe(1);
    }
}

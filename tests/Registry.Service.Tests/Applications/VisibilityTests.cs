using System.Net;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Hosting;
using Testing.Identity;
using Xunit;

namespace Registry.Tests.Applications;

/// <summary>Who sees and touches what: what a caller may not see does not exist for it.</summary>
public sealed class VisibilityTests(RunningRegistry registry)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task An_application_exists_for_those_concerned_only(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var body = new Journey(host);
        var submitted = await body.SubmittedAsync();
        Person[] strangers =
        [
            Person.Operator(host, Papers.NewOrganisation()),
            Person.District(host, "putuo"),
            Person.City(host, "ezhou"),
            Person.Of(host, new TestUser("ez-operator", ["operator"], "ezhou", "echeng", body.Organisation)),
            Person.Of(host, new TestUser("nowhere", ["operator", "district-reviewer", "city-reviewer"])),
        ];

        foreach (var stranger in strangers)
        {
            (await body.SeenByAsync(stranger)).Refused(HttpStatusCode.NotFound, "not-found");
            (await stranger.GetAsync("/applications?limit=200")).Text.ShouldNotContain(body.Id.ToString());
        }

        foreach (var concerned in (Person[])[body.Operator, body.District, body.City, As(host, "leader"), As(host, "auditor")])
        {
            (await body.SeenByAsync(concerned)).Accepted().Version.ShouldBe(submitted.Version);
        }
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_draft_is_its_applicants_alone(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var body = new Journey(host);
        await body.DraftAsync();

        foreach (var reviewer in (Person[])[body.District, body.City, As(host, "leader"), As(host, "auditor")])
        {
            (await body.SeenByAsync(reviewer)).Refused(HttpStatusCode.NotFound);
        }

        (await body.SeenByAsync(Person.Operator(host, body.Organisation, name: "colleague"))).Accepted();
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Each_step_belongs_to_its_role(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var body = new Journey(host);
        var submitted = await body.SubmittedAsync();
        var reasons = new { reasons = new[] { new { field = "projectName", reason = "理由" } } };

        (await body.Operator.PostAsync($"{body.Path}/return", reasons, submitted.ETag)).Refused(HttpStatusCode.Forbidden);
        (await body.City.PostAsync($"{body.Path}/return", reasons, submitted.ETag)).Refused(HttpStatusCode.Forbidden);
        (await body.Operator.PostAsync($"{body.Path}/refuse", new { reason = "理由" }, submitted.ETag)).Refused(HttpStatusCode.Forbidden);
        (await body.City.PostAsync($"{body.Path}/refuse", new { reason = "理由" }, submitted.ETag)).Refused(HttpStatusCode.Forbidden, clause: "ZS-14");
        (await body.District.PostAsync($"{body.Path}/submit", new { }, submitted.ETag)).Refused(HttpStatusCode.Forbidden);
        (await body.District.PostAsync($"{body.Path}/enter-construction", new { documentNumber = "1", decidedOn = Journey.Today }, submitted.ETag)).Refused(HttpStatusCode.Forbidden);
        (await body.City.PostAsync("/recommendation-lists", Journey.ListOf(submitted, Journey.NewNumber()))).Refused(HttpStatusCode.Forbidden);
        (await As(host, "admin").GetAsync("/applications")).Refused(HttpStatusCode.Forbidden);
        (await As(host, "finance-maker").GetAsync("/applications")).Refused(HttpStatusCode.Forbidden);
        (await new Person(host.Anonymous(), host).GetAsync("/applications")).Refused(HttpStatusCode.Unauthorized);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Nobody_reviews_what_they_filed(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var body = new Journey(host);
        var submitted = await body.SubmittedAsync();
        var both = Person.Of(host, new TestUser($"operator-{body.Organisation}", ["district-reviewer", "city-reviewer"], "zhoushan", "dinghai"));

        (await both.PostAsync($"{body.Path}/refuse", new { reason = "理由" }, submitted.ETag)).Refused(HttpStatusCode.Forbidden, "reviewer-filed-it", "ZS-14");
        (await both.PostAsync("/recommendation-lists", Journey.ListOf(submitted, Journey.NewNumber()))).Refused(HttpStatusCode.Forbidden, "reviewer-filed-it", "ZS-14");
        (await body.RecommendAsync()).Accepted();
        (await body.EnterAsync(both)).Refused(HttpStatusCode.Forbidden, "reviewer-filed-it", "ZS-30");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Whoever_recommended_does_not_decide_for_the_city(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var body = new Journey(host);
        await body.SubmittedAsync();
        var both = Person.Of(host, new TestUser("both", ["district-reviewer", "city-reviewer"], "zhoushan", "dinghai"));

        (await body.RecommendAsync(both)).Accepted();

        (await body.EnterAsync(both)).Refused(HttpStatusCode.Forbidden, "recommender-decides", "ZS-30");
        (await body.EnterAsync()).Accepted();
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task An_account_without_organisation_or_district_begins_nothing(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var start = new { programme = "zhoushan-innovation-centres" };

        (await Person.Of(host, new TestUser("unbound", ["operator"], "zhoushan", "dinghai")).PostAsync("/applications", start)).Refused(HttpStatusCode.Forbidden);
        (await Person.Of(host, new TestUser("mistyped", ["operator"], "zhoushan", "dinghai", "91330902MA2A0000X1")).PostAsync("/applications", start)).Refused(HttpStatusCode.Forbidden);
        (await Person.Of(host, new TestUser("ez", ["operator"], "ezhou", "echeng", Papers.NewOrganisation())).PostAsync("/applications", start)).Refused(HttpStatusCode.NotFound);
        (await Person.Operator(host, Papers.NewOrganisation()).PostAsync("/applications", new { programme = "no-such" })).Refused(HttpStatusCode.NotFound);
    }

    private static Person As(ServiceHost host, string role) => Person.Of(host, new TestUser(role, [role], "zhoushan"));
}

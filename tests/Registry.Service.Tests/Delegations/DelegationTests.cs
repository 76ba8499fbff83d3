using System.Net;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;

namespace Registry.Tests.Delegations;

/// <summary>A deputy acts in another's post for a bounded time; the separation of persons looks through it.</summary>
[Collection(TimedRegistry.Collection)]
public sealed class DelegationTests(TimedRegistry registry)
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_deputy_acts_to_the_last_second_of_the_last_day_and_it_is_recorded_for_whom(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-03-02 09:00:00");
        var body = new Journey(host.Service);
        await body.SubmittedAsync();
        var deputy = Person.Of(host.Service, new TestUser("deputy-1", ["auditor"], "zhoushan"));
        var given = (await GiveAsync(body.District, "deputy-1", "district-reviewer", "2026-03-02", "2026-03-04")).Accepted();

        host.Set("2026-03-04 23:59:59");
        (await deputy.PostAsync($"{body.Path}/refuse", new { reason = "材料不实" }, (await body.SeenByAsync(body.District)).ETag)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await body.RecommendAsync(by: deputy.For(given.Id), on: host.Today)).Accepted();
        var step = (await body.SeenByAsync(body.City)).Accepted().Json["timeline"]!.AsArray()[^1]!;
        (step["kind"]!.GetValue<string>(), step["actorName"]!.GetValue<string>(), step["forName"]!.GetValue<string>()).ShouldBe(("recommended", "deputy-1", "district-dinghai"));

        // Whoever the delegation names: an applicant's account and another bureau's hold no post here.
        var (applicant, stranger) = (new TestUser("deputy-1", ["auditor"], "zhoushan", Organisation: body.Organisation), new TestUser("deputy-1", ["city-reviewer"], "ezhou"));
        (await Person.Of(host.Service, applicant).For(given.Id).GetAsync("/applications")).Refused(HttpStatusCode.Forbidden, "deputy-unfit");
        (await Person.Of(host.Service, stranger).For(given.Id).GetAsync("/applications")).Refused(HttpStatusCode.Forbidden, "deputy-unfit");

        host.Set("2026-03-05 00:00:00");
        (await deputy.For(given.Id).GetAsync("/applications")).Refused(HttpStatusCode.Forbidden, "delegation-not-running");
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Whoever_recommended_by_a_deputy_does_not_decide_nor_does_the_deputy(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-03-02 09:00:00");
        var body = new Journey(host.Service);
        await body.SubmittedAsync();
        var (both, deputy) = (Two(host, "both"), Two(host, "deputy-2"));
        var given = (await GiveAsync(both, "deputy-2", "district-reviewer", "2026-03-02", "2026-03-03")).Accepted();
        (await body.RecommendAsync(by: deputy.For(given.Id), on: host.Today)).Accepted();

        (await body.EnterAsync(by: both, on: host.Today)).Refused(HttpStatusCode.Forbidden, "recommender-decides");
        (await body.EnterAsync(by: deputy, on: host.Today)).Refused(HttpStatusCode.Forbidden, "recommender-decides");
        host.Set("2026-03-20 09:00:00");
        (await body.EnterAsync(by: both, on: host.Today)).Refused(HttpStatusCode.Forbidden, "recommender-decides");
        (await body.EnterAsync(on: host.Today)).Accepted();
    }

    [Theory]
    [InlineData("2026-03-01", "2026-03-02", "district-reviewer", "bad-input")]
    [InlineData("2026-03-02", "2026-05-30", "district-reviewer", null)]
    [InlineData("2026-03-02", "2026-05-31", "district-reviewer", "bad-input")]
    [InlineData("2026-03-02", "2026-03-01", "district-reviewer", "bad-input")]
    [InlineData("2026-03-02", "2026-03-03", "city-reviewer", "forbidden")]
    public async Task A_delegation_is_bounded_and_of_ones_own_post(string from, string until, string role, string? code)
    {
        var host = await registry.OnAsync(DatabaseProvider.Sqlite, "2026-03-02 09:00:00");
        var person = Person.District(host.Service, name: $"principal-{Guid.CreateVersion7():N}");
        var reply = await GiveAsync(person, "somebody", role, from, until);
        if (code is not null)
        {
            reply.Json["code"]!.GetValue<string>().ShouldBe(code);
            return;
        }

        var given = reply.Accepted();
        (await GiveAsync(person, "another", role, "2026-04-01", "2026-04-02")).Refused(HttpStatusCode.Conflict, "delegated-already");
        (await person.PostAsync($"/delegations/{given.Id}/revoke", new { }, given.ETag)).Accepted();
        var deputy = Person.Of(host.Service, new TestUser("somebody", ["auditor"], "zhoushan")).For(given.Id);
        (await deputy.GetAsync("/applications")).Refused(HttpStatusCode.Forbidden, "delegation-not-running");
    }

    private static Person Two(TimedHost host, string name) => Person.Of(host.Service, new TestUser(name, ["district-reviewer", "city-reviewer"], "zhoushan", "dinghai"));

    private static Task<Reply> GiveAsync(Person person, string deputy, string role, string from, string until) =>
        person.PostAsync("/delegations", new { toSubject = deputy, toName = deputy, role, from, until, reason = "出差" });
}

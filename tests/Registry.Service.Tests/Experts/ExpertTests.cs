using System.Net;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;

namespace Registry.Tests.Experts;

public sealed class ExpertTests(RunningRegistry registry)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task An_expert_enrols_itself_once_and_brings_its_entry_up_to_date(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var expert = Person.Of(host, new TestUser($"expert-{Guid.CreateVersion7():N}", ["expert"], "zhoushan"));
        var (first, second) = (Papers.NewOrganisation(), Papers.NewOrganisation());

        var enrolled = (await expert.PostAsync("/experts", new { organisationCode = first, organisationName = "浙江海洋大学", fields = new[] { "new-materials" } })).Accepted();
        var again = (await expert.PostAsync("/experts", new { organisationCode = second.ToLowerInvariant(), fields = new[] { "new-materials", "marine-biomedicine" } })).Accepted();

        again.Id.ShouldBe(enrolled.Id);
        again.Json["organisationCode"]!.GetValue<string>().ShouldBe(second);
        again.Json["fields"]!.AsArray().Count.ShouldBe(2);
        (await expert.GetAsync("/experts")).Accepted().Json["items"]!.AsArray().Single()!["id"]!.GetValue<Guid>().ShouldBe(enrolled.Id);
        (await Person.City(host).GetAsync("/experts?limit=200")).Accepted().Text.ShouldContain(enrolled.Id.ToString());
        (await Person.City(host, "ezhou").GetAsync("/experts?limit=200")).Accepted().Text.ShouldNotContain(enrolled.Id.ToString());
        (await Person.City(host).PostAsync("/experts", new { })).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Another_service_is_told_where_the_experts_of_a_jurisdiction_work_and_nobody_else_is()
    {
        var host = await registry.OnAsync(DatabaseProvider.Sqlite);
        var (one, other) = (new TestUser($"expert-{Guid.CreateVersion7():N}", ["expert"], "zhoushan"), new TestUser($"expert-{Guid.CreateVersion7():N}", ["expert"], "zhoushan"));
        var employer = Papers.NewOrganisation();
        (await Person.Of(host, one).PostAsync("/experts", new { organisationCode = employer.ToLowerInvariant() })).Accepted();
        (await Person.Of(host, other).PostAsync("/experts", new { organisationName = "浙江海洋大学" })).Accepted();
        var reporting = Person.Of(host, new TestUser("reporting", ["service"]));

        var told = (await reporting.GetAsync(Asked("zhoushan", one, other))).Accepted().Json["items"]!.AsArray();

        told.Select(e => (e!["subject"]!.GetValue<string>(), e!["organisationCode"]?.GetValue<string>(), e!["organisationName"]?.GetValue<string>()))
            .ShouldBe([(one.Subject!, employer, null), (other.Subject!, null, "浙江海洋大学")], ignoreOrder: true);
        (await reporting.GetAsync(Asked("zhoushan", one))).Accepted().Json["items"]!.AsArray().Count.ShouldBe(1);
        (await reporting.GetAsync(Asked("ezhou", one, other))).Accepted().Json["items"]!.AsArray().ShouldBeEmpty();
        (await reporting.GetAsync("/experts/enrolled?jurisdiction=zhoushan")).Refused(HttpStatusCode.BadRequest, "bad-input", "subject");
        (await Person.City(host).GetAsync(Asked("zhoushan", one))).Status.ShouldBe(HttpStatusCode.Forbidden);

        static string Asked(string jurisdiction, params TestUser[] users) =>
            $"/experts/enrolled?jurisdiction={jurisdiction}{string.Concat(users.Select(user => $"&subject={user.Subject}"))}";
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task An_experts_particulars_are_true_as_far_as_the_platform_can_tell(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var organisation = Papers.NewOrganisation();
        var bound = Person.Of(host, new TestUser($"expert-{Guid.CreateVersion7():N}", ["expert"], "zhoushan", Organisation: organisation));

        (await bound.PostAsync("/experts", new { organisationCode = "91330902MA2A0000X0" })).Refused(HttpStatusCode.BadRequest, "bad-input", "organisationCode");
        (await bound.PostAsync("/experts", new { organisationCode = Papers.NewOrganisation() })).Refused(HttpStatusCode.BadRequest, "bad-input", "organisationCode");
        (await bound.PostAsync("/experts", new { fields = new[] { "tourism" } })).Refused(HttpStatusCode.BadRequest, "bad-input", "fields");
        (await bound.PostAsync("/experts", new { organisationName = new string('长', 101) })).Refused(HttpStatusCode.BadRequest, "bad-input", "organisationName");
        (await bound.PostAsync("/experts", new { })).Accepted().Json["organisationCode"]!.GetValue<string>().ShouldBe(organisation, "the account tells where it works");
        var unbound = Person.Of(host, new TestUser($"expert-{Guid.CreateVersion7():N}", ["expert"], "zhoushan"));
        (await unbound.PostAsync("/experts", new { organisationName = " " })).Refused(HttpStatusCode.BadRequest, "bad-input", "organisationName");
        var nobodys = Person.Of(host, new TestUser("stray-expert", ["expert"]));
        (await nobodys.PostAsync("/experts", new { })).Refused(HttpStatusCode.Forbidden);
    }
}

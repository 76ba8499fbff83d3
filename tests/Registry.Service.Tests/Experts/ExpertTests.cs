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

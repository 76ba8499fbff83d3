using System.Net;
using Contracts.Registry;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;

namespace Registry.Tests.Institutions;

public sealed class InstitutionTests(RunningRegistry registry)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task Standing_is_answered_as_of_any_day_and_as_known_at_any_time(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var body = new Journey(host);
        var before = TimeProvider.System.GetUtcNow();
        var id = (await body.EnteredAsync()).Id;
        var service = Person.Of(host, new TestUser("funding-service", ["service"]));
        var path = $"/institutions/{id}/standing";

        (await service.GetAsync(path)).Accepted().Json["standing"]!.GetValue<string>().ShouldBe("under-construction");
        (await service.GetAsync($"{path}?on={Journey.Today:yyyy-MM-dd}")).Json["standing"]!.GetValue<string>().ShouldBe("under-construction");
        (await service.GetAsync($"{path}?on={Journey.Today.AddDays(-1):yyyy-MM-dd}")).Accepted().Json["standing"].ShouldBeNull();
        (await service.GetAsync($"{path}?knownAt={before:yyyy-MM-ddTHH:mm:ss}Z")).Accepted().Json["standing"].ShouldBeNull();
        var entry = (await service.GetAsync(path)).Json["entry"]!;
        entry["clause"]!.GetValue<string>().ShouldBe("ZS-30");
        entry["decisionNumber"]!.GetValue<string>().ShouldStartWith("舟科〔2026〕");
        (await service.GetAsync($"{path}?on=2026-02-30")).Refused(HttpStatusCode.BadRequest);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task The_register_is_read_by_everyone_of_its_jurisdiction_and_by_nobody_else(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var body = new Journey(host, "putuo");
        var id = (await body.EnteredAsync()).Id;

        foreach (var role in (string[])["operator", "expert", "finance-maker", "leader", "auditor"])
        {
            var reader = Person.Of(host, new TestUser(role, [role], "zhoushan"));
            (await reader.GetAsync($"/institutions/{id}")).Accepted().ETag.ShouldBe("\"1\"");
            (await reader.GetAsync("/institutions?programme=zhoushan-innovation-centres&district=putuo&standing=under-construction&limit=200")).Text.ShouldContain(id.ToString());
            (await reader.GetAsync("/institutions?district=putuo&standing=recognised")).Text.ShouldNotContain(id.ToString());
        }

        var elsewhere = Person.Of(host, new TestUser("ez-leader", ["leader"], "ezhou"));
        (await elsewhere.GetAsync($"/institutions/{id}")).Refused(HttpStatusCode.NotFound);
        (await elsewhere.GetAsync($"/institutions/{id}/standing")).Refused(HttpStatusCode.NotFound);
        (await elsewhere.GetAsync("/institutions")).Json["items"]!.AsArray().ShouldBeEmpty();
        (await new Person(host.Anonymous(), host).GetAsync("/institutions")).Refused(HttpStatusCode.Unauthorized);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_body_is_entered_once_whatever_its_project_is_called_and_after_its_end_as_the_same_body(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var body = new Journey(host);
        var id = (await body.EnteredAsync()).Id;

        body.Answers["projectName"] = "另一个名称的同一平台";
        await body.RecommendedAsync();
        (await body.EnterAsync()).Refused(HttpStatusCode.Conflict, "entered-already", "ZS-30");

        await Standing.BecomesAsync(host, id, Standings.Revoked, Journey.Today);
        var again = (await body.EnterAsync()).Accepted();
        again.Id.ShouldBe(id);
        again.Json["standing"]!.GetValue<string>().ShouldBe("under-construction");
        again.Json["history"]!.AsArray().Count.ShouldBe(3);
    }
}

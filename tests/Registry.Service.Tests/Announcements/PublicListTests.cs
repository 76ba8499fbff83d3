using System.Net;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;

namespace Registry.Tests.Announcements;

/// <summary>What everybody may know of recognised bodies, without login.</summary>
[Collection(TimedRegistry.Collection)]
public sealed class PublicListTests(TimedRegistry registry)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task A_certificate_tells_by_its_code_who_since_when_and_what_it_is_today(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-03-02 10:00:00");
        var city = new Recognising(host);
        var (body, field) = (await city.RecommendedAsync(), Recognising.NewField());
        var notice = await city.PostedAsync(body);
        host.Set("2026-03-10 10:00:00");
        var announced = (await city.AnnounceAsync(notice, host.Today, [(body, field)])).Accepted().Json;
        var id = announced["centres"]![0]!["institutionId"];
        announced.ToJsonString().ShouldNotContain("certificate", customMessage: "the code is the holder's");
        var code = (await body.Operator.GetAsync($"/institutions/{id}/certificate")).Accepted().Json["code"]!.GetValue<string>();
        host.Set("2026-06-01 10:00:00");

        var certificate = (await city.Anybody.GetAsync($"/public/certificates/{code}")).Accepted().Json;

        certificate["name"]!.GetValue<string>().ShouldBe($"舟山市{field}产业创新中心");
        certificate["recognisedOn"]!.GetValue<string>().ShouldBe("2026-03-10");
        certificate["checkedOn"]!.GetValue<string>().ShouldBe("2026-06-01");
        certificate["standing"]!.GetValue<string>().ShouldBe("recognised");
        certificate["valid"]!.GetValue<bool>().ShouldBeTrue();
        certificate["documentNumber"]!.GetValue<string>().ShouldBe(announced["documentNumber"]!.GetValue<string>());
        (await city.Anybody.GetAsync($"/public/certificates/{code.ToLowerInvariant()}")).Accepted();
        (await city.Anybody.GetAsync($"/public/certificates/{code[..^1]}")).Refused(HttpStatusCode.NotFound);
        (await Person.Of(host.Service, new TestUser("ez-leader", ["leader"], "ezhou")).GetAsync($"/institutions/{id}/certificate")).Refused(HttpStatusCode.NotFound);
        (await city.Anybody.GetAsync($"/institutions/{id}/certificate")).Refused(HttpStatusCode.Unauthorized);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task The_list_of_recognised_bodies_has_pages_and_filters_and_no_others_on_it(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-03-02 10:00:00");
        var city = new Recognising(host);
        var putuo = new Journey(host.Service, "shengsi");
        var (one, other) = (await city.RecommendedAsync(builder: putuo), await city.RecommendedAsync(builder: new Journey(host.Service, "shengsi"), change: answers => answers["keyField"] = "new-materials"));
        var builder = new Journey(host.Service, "shengsi");
        await builder.SubmittedAsync();
        (await builder.RecommendAsync(on: host.Today)).Accepted();
        var building = (await builder.EnterAsync(on: host.Today)).Accepted();
        (await city.Anybody.GetAsync($"/institutions/{building.Id}/certificate")).Refused(HttpStatusCode.Unauthorized);
        (await city.Chair.GetAsync($"/institutions/{building.Id}/certificate")).Refused(HttpStatusCode.NotFound);
        var notice = await city.PostedAsync(one, other);
        host.Set("2026-03-10 10:00:00");
        (await city.AnnounceAsync(notice, host.Today, one, other)).Accepted();

        var list = "/public/centres?programme=zhoushan-innovation-centres&district=shengsi&limit=1";
        var page = (await city.Anybody.GetAsync(list)).Accepted().Json;
        var next = (await city.Anybody.GetAsync($"{list}&after={page["next"]}")).Accepted().Json;
        var found = new[] { page["items"]![0]!, next["items"]![0]! };
        found.Select(row => row["centreName"]!.GetValue<string>()).ShouldBe([one.Answers["centreName"]!.GetValue<string>(), other.Answers["centreName"]!.GetValue<string>()], ignoreOrder: true);
        found.ShouldAllBe(row => row["standing"]!.GetValue<string>() == "recognised" && row["recognisedOn"]!.GetValue<string>() == "2026-03-10");
        next["next"].ShouldBeNull();
        found.Select(row => row["field"]!["zh"]!.GetValue<string>()).ShouldBe(["船舶和海工装备", "新材料"], ignoreOrder: true);

        (await city.Anybody.GetAsync("/public/centres?district=shengsi&field=new-materials")).Json["items"]!.AsArray().Count.ShouldBe(1);
        (await city.Anybody.GetAsync("/public/centres?jurisdiction=ezhou&limit=200")).Accepted().Json["items"]!.AsArray()
            .ShouldAllBe(row => row!["jurisdiction"]!.GetValue<string>() == "ezhou");
        (await city.Anybody.GetAsync("/public/centres?district=shengsi&limit=200")).Text.ShouldNotContain(building.Id.ToString());
        (await city.Anybody.GetAsync("/public/centres?limit=201")).Refused(HttpStatusCode.BadRequest, clause: "limit");
        (await city.Anybody.GetAsync("/public/centres?after=%00")).Refused(HttpStatusCode.BadRequest, clause: "after");
    }
}

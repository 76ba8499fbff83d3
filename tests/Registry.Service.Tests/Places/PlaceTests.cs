using System.Net;
using Microsoft.EntityFrameworkCore;
using Policies.Places;
using Registry.Data;
using Registry.Institutions;
using Registry.Tests.Hosting;
using Registry.Tests.Sanctions;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;

namespace Registry.Tests.Places;

/// <summary>Districts, zones and parks as data, and the three levels of view (EI-12, EI-13).</summary>
public sealed class PlaceTests(RunningRegistry registry)
{
    [Fact]
    public void The_platforms_places_load_and_name_what_the_realm_and_the_packs_name()
    {
        var places = PlaceLoader.LoadFile(Path.Combine(Repository.PoliciesFolder, "places.yaml")).Places;
        places.Where(p => p.Jurisdiction == "ezhou" && p.Kind != PlaceKinds.Park).Select(p => p.Code).ShouldBe(["echeng", "huarong", "liangzihu", "gedian", "linkong"]);
        places.Select(p => p.Jurisdiction).Distinct().ShouldBe(["zhoushan", "ezhou", "hubei", "shangdang"]);
    }

    [Theory]
    [InlineData("- { jurisdiction: a, code: b, kind: park, zh: 园, en: park, from: 2024-01-01 }")]
    [InlineData("- { jurisdiction: a, code: b, kind: park, parent: elsewhere, zh: 园, en: park, from: 2024-01-01 }")]
    [InlineData("- { jurisdiction: a, code: b, kind: village, zh: 村, en: village, from: 2024-01-01 }")]
    [InlineData("- { jurisdiction: a, code: b, kind: district, zh: 区, en: district, from: 2024-01-01, until: 2023-01-01 }")]
    [InlineData("- { jurisdiction: a, code: b, kind: district, zh: 区, en: district, from: 2024-01-01, mayor: x }")]
    public void A_file_of_places_is_read_strictly(string line) => PlaceLoader.Load($"places:\n  {line}\n", "places.yaml").Refusal.ShouldNotBeNull();

    [Theory, ClassData(typeof(Providers))]
    public async Task A_bureau_keeps_its_places_and_sees_no_others(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var city = Person.City(host);
        (await city.GetAsync("/places?kind=district&limit=200")).Accepted().Json["items"]!.AsArray().Select(p => p!["code"]!.GetValue<string>()).ShouldBe(["dinghai", "putuo", "daishan", "shengsi"]);
        (await Person.City(host, "ezhou").GetAsync("/places?kind=park&parent=gedian")).Json["items"]!.AsArray().Count.ShouldBe(2);

        object Park(string code, string? parent = "dinghai", string kind = "park", string zh = "海洋产业园") => new { code, kind, parent, zh, en = "Marine park", from = "2026-01-01" };
        (await city.PostAsync("/places", Park("Upper"))).Refused(HttpStatusCode.BadRequest);
        (await city.PostAsync("/places", Park("marine", parent: null))).Refused(HttpStatusCode.BadRequest);
        (await city.PostAsync("/places", Park("marine", parent: "gedian"))).Refused(HttpStatusCode.BadRequest);
        (await city.PostAsync("/places", Park("marine", zh: " "))).Refused(HttpStatusCode.BadRequest);
        (await Person.District(host).PostAsync("/places", Park("marine"))).Refused(HttpStatusCode.Forbidden);
        var entered = (await city.PostAsync("/places", Park("marine"))).Accepted();
        (await city.PostAsync("/places", Park("marine"))).Refused(HttpStatusCode.Conflict, "code-taken");

        var renamed = new { zh = "海洋科技产业园", en = "Marine technology park", parent = "putuo", until = "2027-12-31" };
        (await city.PutAsync($"/places/{entered.Id}", renamed)).Refused(HttpStatusCode.PreconditionRequired);
        (await Person.City(host, "ezhou").PutAsync($"/places/{entered.Id}", renamed, entered.ETag)).Refused(HttpStatusCode.NotFound);
        (await city.PutAsync($"/places/{entered.Id}", renamed, entered.ETag)).Accepted().Json["parent"]!.GetValue<string>().ShouldBe("putuo");
        (await city.PutAsync($"/places/{entered.Id}", renamed, entered.ETag)).Refused(HttpStatusCode.PreconditionFailed, "stale");
        (await ParksOnAsync(city, "2028-01-01")).ShouldNotContain("marine");
        (await ParksOnAsync(city, "2027-12-31")).ShouldContain("marine");
        (await city.PutAsync($"/places/{entered.Id}", renamed with { until = null! }, (await city.GetAsync($"/places/{entered.Id}")).ETag)).Accepted();
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task EI_13_a_park_sees_its_own_a_district_its_parks_and_the_city_all(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (inside, outside) = (new Journey(host), new Journey(host));
        var (mine, other) = ((await inside.EnteredAsync()).Id, (await outside.EnteredAsync()).Id);
        var code = $"park-{mine:N}"[..30];
        (await inside.City.PostAsync("/places", new { code, kind = "park", parent = "dinghai", zh = "园", en = "park", from = "2026-01-01" })).Accepted();
        var park = Person.Of(host, new TestUser("park", ["park-reviewer"], "zhoushan", "dinghai", Park: code));
        (await park.GetAsync($"/institutions/{mine}")).Refused(HttpStatusCode.NotFound);

        var path = $"/institutions/{mine}/park";
        var seen = (await inside.District.GetAsync($"/institutions/{mine}")).Accepted();
        (await Person.District(host, "putuo").PutAsync(path, new { park = code }, seen.ETag)).Refused(HttpStatusCode.NotFound);
        (await inside.District.PutAsync(path, new { park = "nowhere" }, seen.ETag)).Refused(HttpStatusCode.BadRequest);
        (await inside.District.PutAsync(path, new { park = code }, seen.ETag)).Accepted();

        (await park.GetAsync($"/institutions/{mine}")).Accepted();
        (await park.GetAsync($"/institutions/{other}")).Refused(HttpStatusCode.NotFound);
        Ids(await park.GetAsync("/institutions")).ShouldBe([mine]);
        Ids(await inside.City.GetAsync($"/institutions?park={code}")).ShouldBe([mine]);
        Ids(await inside.City.GetAsync("/institutions?limit=200")).ShouldContain(other);
        var counts = $"/places/parks/carriers?from=2026-01-01&to={Journey.Today:yyyy-MM-dd}";
        Parks(await park.GetAsync(counts)).ShouldBe([code]);
        Parks(await inside.District.GetAsync(counts)).ShouldContain(code);
        Parks(await Person.District(host, "putuo").GetAsync(counts)).ShouldNotContain(code);
        Parks(await inside.City.GetAsync(counts)).ShouldContain(code);
        (await inside.Operator.GetAsync(counts)).Refused(HttpStatusCode.Forbidden);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task EI_12_a_carrier_counts_as_created_in_the_period_of_its_filing(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var journey = new Journey(host);
        var carrier = (await journey.EnteredAsync()).Id;
        var code = $"park-{carrier:N}"[..30];
        (await journey.City.PostAsync("/places", new { code, kind = "park", parent = "dinghai", zh = "园", en = "park", from = "2026-01-01" })).Accepted();
        (await journey.City.PutAsync($"/institutions/{carrier}/park", new { park = code }, (await journey.City.GetAsync($"/institutions/{carrier}")).ETag)).Accepted();
        await host.InScopeAsync<RegistryDb, int>(db => db.WriteAsync(
            async ct =>
            {
                var body = await db.Institutions.Include(i => i.History).SingleAsync(i => i.Id == carrier, ct);
                Becomes(body, "filed", new(2036, 5, 6));
                Becomes(body, "under-rectification", new(2037, 1, 1));
                Becomes(body, "filed", new(2037, 6, 1));
                // It reaches back before the end of the rectification, and takes with it what was recorded before.
                Becomes(body, "removed", new(2037, 3, 1));
                return 0;
            },
            CancellationToken.None));

        (await CountAsync("2036-05-06", "2036-12-31")).ShouldBe((1, 1));
        (await CountAsync("2036-05-07", "2037-02-28")).ShouldBe((0, 1));
        (await CountAsync("2036-01-01", "2036-05-05")).ShouldBe((0, 0));
        (await CountAsync("2036-01-01", "2037-03-01")).ShouldBe((1, 0));
        (await CountAsync("2036-01-01", "2037-06-01")).ShouldBe((1, 0));

        async Task<(int, int)> CountAsync(string from, string to)
        {
            var row = (await journey.City.GetAsync($"/places/parks/carriers?from={from}&to={to}")).Accepted().Json["items"]!.AsArray().Single(park => park!["park"]!.GetValue<string>() == code)!;
            return (row["created"]!.GetValue<int>(), row["standing"]!.GetValue<int>());
        }

        static void Becomes(Institution body, string standing, DateOnly from) => body.Becomes(standing, from, new("1", from, "EO-12"), Cases.Decider, Cases.Noon);
    }

    private static IEnumerable<Guid> Ids(Reply reply) => reply.Accepted().Json["items"]!.AsArray().Select(i => i!["id"]!.GetValue<Guid>());

    private static IEnumerable<string> Parks(Reply reply) => reply.Accepted().Json["items"]!.AsArray().Select(i => i!["park"]!.GetValue<string>());

    private static async Task<IEnumerable<string>> ParksOnAsync(Person person, string day) =>
        (await person.GetAsync($"/places?kind=park&limit=200&on={day}")).Accepted().Json["items"]!.AsArray().Select(place => place!["code"]!.GetValue<string>());
}

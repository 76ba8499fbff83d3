using System.Net;
using Contracts.Registry;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Hosting;
using Testing.Identity;
using Xunit;

namespace Registry.Tests.Opinions;

public sealed class OpinionTests(RunningRegistry registry)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task Opinions_registered_at_once_get_numbers_without_gap_or_repetition(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (body, id) = await RecognisedAsync(host);

        var replies = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => body.Operator.PostAsync(
            $"/institutions/{id}/opinions", Opinion($"project {n}", n % 3 == 0 ? Journey.Today.AddDays(1) : Journey.Today))));

        // A refused one, dated tomorrow, gives its number back.
        replies.Count(reply => reply.Status == HttpStatusCode.Conflict).ShouldBe(4);
        var numbers = replies.Where(reply => reply.Status == HttpStatusCode.Created).Select(reply => reply.Json["serial"]!.GetValue<int>());
        numbers.Order().ShouldBe(Enumerable.Range(1, 8));
        var listed = (await body.City.GetAsync($"/opinions?institution={id}&limit=200")).Accepted().Json["items"]!.AsArray();
        listed.Select(line => line!["number"]!.GetValue<string>()).Distinct().Count().ShouldBe(8);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Anyone_verifies_an_opinion_with_the_standing_of_its_day_without_signing_in(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (body, id) = await RecognisedAsync(host);
        var number = (await body.Operator.PostAsync($"/institutions/{id}/opinions", Opinion("深海养殖装备中试"))).Accepted().Json["number"]!.GetValue<string>();
        await Standing.BecomesAsync(host, id, Standings.Cancelled, Journey.Today);

        var seen = (await new Person(host.Anonymous(), host).GetAsync($"/public/opinions/{number.ToLowerInvariant()}")).Accepted().Json;

        seen["project"]!.GetValue<string>().ShouldBe("深海养殖装备中试");
        seen["priority"]!.GetValue<bool>().ShouldBeTrue();
        seen["institutionName"]!.GetValue<string>().ShouldBe(body.Title);
        seen["standingThen"]!.GetValue<string>().ShouldBe("recognised");
        seen["standingOnThatDay"]!.GetValue<string>().ShouldBe("cancelled");
        seen["standingToday"]!.GetValue<string>().ShouldBe("cancelled");
        seen["conclusion"].ShouldBeNull();
        (await new Person(host.Anonymous(), host).GetAsync("/public/opinions/00000000-0001")).Refused(HttpStatusCode.NotFound);
        (await new Person(host.Anonymous(), host).GetAsync("/opinions")).Refused(HttpStatusCode.Unauthorized);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Only_a_centre_that_is_recognised_on_the_day_registers(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (body, id) = await RecognisedAsync(host);
        var path = $"/institutions/{id}/opinions";

        (await body.Operator.PostAsync(path, Opinion(issuedOn: Journey.Today.AddDays(-1)))).Refused(HttpStatusCode.Conflict, "not-recognised", "ZS-32")
            ["inputs"]!["on"]!.GetValue<string>().ShouldBe($"{Journey.Today.AddDays(-1):yyyy-MM-dd}");
        (await body.Operator.PostAsync(path, Opinion(issuedOn: Journey.Today.AddDays(1)))).Refused(HttpStatusCode.Conflict, "date-in-future", "ZS-32");
        (await body.Operator.PostAsync(path, Opinion(issuedOn: Journey.Today))).Accepted();
        (await body.Operator.PostAsync(path, Opinion(issuedOn: Journey.Today.AddDays(-1)))).Refused(HttpStatusCode.Conflict, "dated-before-last", "ZS-32");
        (await body.Operator.PostAsync(path, Opinion(project: " "))).Refused(HttpStatusCode.BadRequest, "bad-input", "project");
        (await body.City.PostAsync(path, Opinion())).Refused(HttpStatusCode.Forbidden);
        (await new Journey(host).Operator.PostAsync(path, Opinion())).Refused(HttpStatusCode.NotFound);

        await Standing.BecomesAsync(host, id, Standings.UnderRectification, Journey.Today);
        (await body.Operator.PostAsync(path, Opinion())).Accepted().Json["serial"]!.GetValue<int>().ShouldBe(2);
        await Standing.BecomesAsync(host, id, Standings.Delisted, Journey.Today);
        (await body.Operator.PostAsync(path, Opinion())).Refused(HttpStatusCode.Conflict, "not-recognised", "ZS-32");
        (await body.City.GetAsync($"/opinions?institution={id}")).Json["items"]!.AsArray().Count.ShouldBe(2);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_body_under_construction_registers_nothing_and_another_city_sees_nothing(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var built = new Journey(host);
        var entered = (await built.EnteredAsync()).Id;
        (await built.Operator.PostAsync($"/institutions/{entered}/opinions", Opinion())).Refused(HttpStatusCode.Conflict, "not-recognised", "ZS-32");

        var (body, id) = await RecognisedAsync(host);
        (await body.Operator.PostAsync($"/institutions/{id}/opinions", Opinion(priority: false, kind: "report"))).Accepted();
        (await body.City.GetAsync($"/opinions?institution={id}&priority=true")).Json["items"]!.AsArray().ShouldBeEmpty();
        (await body.City.GetAsync($"/opinions?institution={id}&kind=report")).Json["items"]!.AsArray().Count.ShouldBe(1);
        var elsewhere = Person.Of(host, new TestUser("ez-leader", ["leader"], "ezhou"));
        (await elsewhere.GetAsync($"/opinions?institution={id}")).Json["items"]!.AsArray().ShouldBeEmpty();
    }

    private static async Task<(Journey Body, Guid Id)> RecognisedAsync(ServiceHost host)
    {
        var body = new Journey(host);
        var id = (await body.EnteredAsync()).Id;
        await Standing.RecognisedAsync(host, id, Journey.Today);
        return (body, id);
    }

    private static object Opinion(string project = "船舶清洁动力验证", DateOnly? issuedOn = null, bool priority = true, string kind = "opinion") => new
    {
        kind,
        project,
        projectLevel = "city",
        conclusion = "技术可行，建议优先支持",
        issuedOn = issuedOn ?? Journey.Today,
        priority,
    };
}

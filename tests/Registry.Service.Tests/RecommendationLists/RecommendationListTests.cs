using System.Net;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Registry.Tests.RecommendationLists;

public sealed class RecommendationListTests(RunningRegistry registry)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task A_list_recommends_all_of_its_applications(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (one, other) = (new Journey(host), new Journey(host));
        Reply[] seen = [await one.SubmittedAsync(), await other.SubmittedAsync()];

        var issued = (await one.District.PostAsync("/recommendation-lists", List(Journey.NewNumber(), seen))).Accepted();

        issued.Json["applications"]!.AsArray().Select(line => line!["title"]!.GetValue<string>()).ShouldBe([one.Title, other.Title]);
        foreach (var body in (Journey[])[one, other])
        {
            var application = await body.SeenByAsync(body.City);
            application.Json["status"]!.GetValue<string>().ShouldBe("recommended");
            application.Json["timeline"]!.AsArray()[^1]!["documentNumber"]!.GetValue<string>().ShouldBe(issued.Json["documentNumber"]!.GetValue<string>());
        }

        (await one.City.GetAsync($"/recommendation-lists/{issued.Id}")).Accepted();
        (await one.City.GetAsync("/recommendation-lists?district=dinghai&limit=200")).Text.ShouldContain(issued.Id.ToString());
        (await Person.District(host, "putuo").GetAsync($"/recommendation-lists/{issued.Id}")).Refused(HttpStatusCode.NotFound);
        (await Person.City(host, "ezhou").GetAsync($"/recommendation-lists/{issued.Id}")).Refused(HttpStatusCode.NotFound);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_list_with_one_that_cannot_be_recommended_recommends_none(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (good, draft, elsewhere, again) = (new Journey(host), new Journey(host), new Journey(host, "putuo"), new Journey(host));
        var seen = await good.SubmittedAsync();
        var unseen = await draft.DraftAsync();
        var putuo = await elsewhere.SubmittedAsync();
        var listed = await again.RecommendedAsync();

        (await good.District.PostAsync("/recommendation-lists", List(Journey.NewNumber(), seen, unseen))).Refused(HttpStatusCode.NotFound);
        (await good.District.PostAsync("/recommendation-lists", List(Journey.NewNumber(), seen, putuo))).Refused(HttpStatusCode.NotFound);
        var problem = (await good.District.PostAsync("/recommendation-lists", List(Journey.NewNumber(), seen, listed, putuo)))
            .Refused(HttpStatusCode.Conflict, "wrong-status", "ZS-14");
        problem["inputs"]!["refusals"]!.AsArray().Count.ShouldBe(2);

        var untouched = await good.SeenByAsync(good.District);
        untouched.Version.ShouldBe(seen.Version);
        untouched.Json["status"]!.GetValue<string>().ShouldBe("submitted");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Of_two_lists_at_once_that_name_the_same_application_one_is_issued(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var body = new Journey(host);
        var seen = await body.SubmittedAsync();
        var colleague = Person.District(host, name: "colleague");

        var replies = await Task.WhenAll(
            body.District.PostAsync("/recommendation-lists", List(Journey.NewNumber(), seen)),
            colleague.PostAsync("/recommendation-lists", List(Journey.NewNumber(), seen)));

        replies.Count(reply => reply.Status == HttpStatusCode.Created).ShouldBe(1);
        ((int)replies.Single(reply => reply.Status != HttpStatusCode.Created).Status).ShouldBeOneOf(409, 412);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_list_has_a_number_of_its_own_and_a_date_that_can_be(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (one, other) = (new Journey(host), new Journey(host));
        var number = Journey.NewNumber();
        await one.SubmittedAsync();
        (await one.RecommendAsync(number: number)).Accepted();
        var seen = await other.SubmittedAsync();
        var lists = "/recommendation-lists";

        (await other.RecommendAsync(number: number)).Refused(HttpStatusCode.Conflict, "document-number-taken", "ZS-14");
        (await other.District.PostAsync(lists, List(" ", seen))).Refused(HttpStatusCode.BadRequest, "bad-input", "documentNumber");
        (await other.District.PostAsync(lists, List(Journey.NewNumber(), [seen], Journey.Today.AddDays(1)))).Refused(HttpStatusCode.Conflict, "date-in-future", "ZS-14");
        (await other.District.PostAsync(lists, List(Journey.NewNumber(), [seen], Journey.Today.AddDays(-1)))).Refused(HttpStatusCode.Conflict, "list-before-submission", "ZS-14");
        (await other.District.PostAsync(lists, List(Journey.NewNumber(), seen, seen))).Refused(HttpStatusCode.BadRequest, "bad-input", "applications");
        (await other.District.PostAsync(lists, List(Journey.NewNumber()))).Refused(HttpStatusCode.BadRequest, "bad-input", "applications");
        (await other.RecommendAsync()).Accepted();
    }

    private static object List(string number, params Reply[] applications) => List(number, applications, Journey.Today);

    private static object List(string number, Reply[] applications, DateOnly issuedOn) => new
    {
        programme = "zhoushan-innovation-centres",
        documentNumber = number,
        issuedOn,
        applications = applications.Select(a => new { id = a.Id, version = a.Version }),
    };
}

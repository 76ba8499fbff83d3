using System.Net;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;

namespace Registry.Tests.Notices;

/// <summary>The public notice of a decided list (ZS-16, ZS-26).</summary>
[Collection(TimedRegistry.Collection)]
public sealed class NoticeTests(TimedRegistry registry)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task A_decided_list_is_posted_for_five_working_days_and_everybody_reads_it(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-02-12 10:00:00");
        var city = new Recognising(host);
        var (one, other) = (await city.RecommendedAsync(), await city.RecommendedAsync());

        var notice = await city.PostedAsync(one, other);

        var seen = (await city.Anybody.GetAsync($"/public/notices/{notice.Id}")).Accepted().Json;
        seen["workingDays"]!.AsArray().Select(day => day!.GetValue<string>()).ShouldBe(["2026-02-13", "2026-02-14", "2026-02-24", "2026-02-25", "2026-02-26"]);
        seen["lastDay"]!.GetValue<string>().ShouldBe("2026-02-26");
        seen["isOpen"]!.GetValue<bool>().ShouldBeTrue();
        seen["byTestCalendar"]!.GetValue<bool>().ShouldBeFalse();
        seen["clause"]!.GetValue<string>().ShouldBe("ZS-16");
        seen["applications"]!.AsArray().Select(line => line!["title"]!.GetValue<string>()).ShouldBe([one.Title, other.Title]);
        seen["applications"]![0]!["field"]!["zh"]!.GetValue<string>().ShouldBe("船舶和海工装备");

        var application = (await one.SeenByAsync(one.Operator)).Json;
        application["status"]!.GetValue<string>().ShouldBe("on-notice");
        var step = application["timeline"]!.AsArray()[^1]!;
        $"{step["kind"]} by {step["actorRole"]} ({step["clause"]}) on {step["documentDate"]}".ShouldBe("posted by city-reviewer (ZS-16) on 2026-02-12");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Without_the_citys_decision_nothing_is_posted(DatabaseProvider provider)
    {
        var city = new Recognising(await registry.OnAsync(provider, "2026-03-02 10:00:00"));
        var body = await city.RecommendedAsync();
        var concluded = await city.ConcludedAsync(body);

        (await city.PostAsync(concluded)).Refused(HttpStatusCode.Conflict, "not-decided", "ZS-26");
        (await city.PostAsync(concluded with { Text = $$"""{"id":"{{Guid.CreateVersion7()}}"}""" })).Refused(HttpStatusCode.NotFound);

        (await body.SeenByAsync(city.Chair)).Json["status"]!.GetValue<string>().ShouldBe("under-review");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_list_is_posted_once_today_under_a_number_of_its_own_by_the_city(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-03-02 10:00:00");
        var city = new Recognising(host);
        var number = Journey.NewNumber();
        var posted = await city.DecidedAsync(await city.RecommendedAsync());
        (await city.PostAsync(posted, number)).Accepted();
        var body = await city.RecommendedAsync();
        var selection = await city.DecidedAsync(body);

        (await city.PostAsync(posted)).Refused(HttpStatusCode.Conflict, "nothing-to-post", "ZS-16");
        (await city.PostAsync(selection, number)).Refused(HttpStatusCode.Conflict, "document-number-taken", "ZS-16");
        (await city.PostAsync(selection, " ")).Refused(HttpStatusCode.BadRequest, "bad-input", "documentNumber");
        (await PostOnAsync(host.Today.AddDays(-1))).Refused(HttpStatusCode.Conflict, "posted-not-today", "ZS-16")["inputs"]!["today"]!.GetValue<string>().ShouldBe("2026-03-02");
        (await PostOnAsync(host.Today.AddDays(1))).Refused(HttpStatusCode.Conflict, "date-in-future", "ZS-16");
        (await Post(body.District)).Refused(HttpStatusCode.Forbidden);
        (await Post(Person.City(host.Service, "ezhou"))).Refused(HttpStatusCode.NotFound);
        (await Post(Person.Of(host.Service, new TestUser("both", ["city-reviewer", "operator"], "zhoushan", "dinghai", body.Organisation)))).Refused(HttpStatusCode.Forbidden, "reviewer-filed-it", "ZS-16");

        (await body.SeenByAsync(city.Chair)).Json["status"]!.GetValue<string>().ShouldBe("proposed");
        (await city.PostAsync(selection)).Accepted();

        Task<Reply> PostOnAsync(DateOnly day) => city.Chair.PostAsync("/notices", new { selectionId = selection.Id, documentNumber = Journey.NewNumber(), postedOn = day });
        Task<Reply> Post(Person person) => person.PostAsync("/notices", new { selectionId = selection.Id, documentNumber = Journey.NewNumber(), postedOn = host.Today });
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_notice_that_reaches_a_year_without_calendar_waits_until_the_administrator_has_entered_it(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-12-25 10:00:00");
        var city = new Recognising(host);
        var body = await city.RecommendedAsync();
        var selection = await city.DecidedAsync(body);

        var problem = (await city.PostAsync(selection)).Refused(HttpStatusCode.Conflict, "calendar-missing", "P-3");
        problem["inputs"]!["year"]!.GetValue<int>().ShouldBe(2027);
        problem["zh"]!.GetValue<string>().ShouldContain("系统管理员");
        (await body.SeenByAsync(city.Chair)).Json["status"]!.GetValue<string>().ShouldBe("proposed");

        var admin = Person.Of(host.Service, new TestUser("admin", ["admin"]));
        (await admin.PostAsync("/calendars", new
        {
            content = "year: 2027\ntest: true\nholidays:\n  - { zh: 元旦, en: New Year, from: 2027-01-01, to: 2027-01-03 }\nmake-up-days: []\n",
        })).Accepted();
        var notice = (await city.PostAsync(selection)).Accepted().Json["notice"]!;

        notice["lastDay"]!.GetValue<string>().ShouldBe("2027-01-04");
        notice["byTestCalendar"]!.GetValue<bool>().ShouldBeTrue("counted with a calendar that nobody published, and told so");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Of_two_who_post_the_same_list_at_once_one_does(DatabaseProvider provider)
    {
        var city = new Recognising(await registry.OnAsync(provider, "2026-03-02 10:00:00"));
        var selection = await city.DecidedAsync(await city.RecommendedAsync());

        var replies = await Task.WhenAll(city.PostAsync(selection), city.PostAsync(selection));

        replies.Count(reply => reply.Status == HttpStatusCode.Created).ShouldBe(1);
        ((int)replies.Single(reply => reply.Status != HttpStatusCode.Created).Status).ShouldBeOneOf(409, 412);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Notices_are_listed_by_page_to_everybody_and_with_their_objections_to_the_bureau(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-03-02 10:00:00");
        var city = new Recognising(host);
        var (first, second) = (await city.PostedAsync(await city.RecommendedAsync()), await city.PostedAsync(await city.RecommendedAsync()));
        var list = "/public/notices?programme=zhoushan-innovation-centres&jurisdiction=zhoushan&open=true&limit=1";

        var page = (await city.Anybody.GetAsync(list)).Accepted().Json;
        page["items"]![0]!["id"]!.GetValue<Guid>().ShouldBe(second.Id);
        var next = (await city.Anybody.GetAsync($"{list}&after={page["next"]}")).Accepted().Json;
        next["items"]![0]!["id"]!.GetValue<Guid>().ShouldBe(first.Id);
        (await city.Anybody.GetAsync("/public/notices?jurisdiction=ezhou&limit=200")).Accepted().Text.ShouldNotContain(second.Id.ToString());
        (await city.Anybody.GetAsync("/public/notices?open=false&limit=200")).Text.ShouldNotContain(second.Id.ToString());
        (await city.Anybody.GetAsync($"/public/notices/{Guid.CreateVersion7()}")).Refused(HttpStatusCode.NotFound);

        var leader = Person.Of(host.Service, new TestUser("leader", ["leader"], "zhoushan"));
        (await leader.GetAsync("/notices?open=true&limit=200")).Text.ShouldContain(second.Id.ToString());
        (await leader.GetAsync($"/notices/{second.Id}")).Accepted().Json["postedByName"]!.GetValue<string>().ShouldBe("chair-zhoushan");
        (await city.Anybody.GetAsync($"/notices/{second.Id}")).Refused(HttpStatusCode.Unauthorized);
        (await Person.District(host.Service).GetAsync($"/notices/{second.Id}")).Refused(HttpStatusCode.Forbidden);
        (await Person.City(host.Service, "ezhou").GetAsync($"/notices/{second.Id}")).Refused(HttpStatusCode.NotFound);
    }
}

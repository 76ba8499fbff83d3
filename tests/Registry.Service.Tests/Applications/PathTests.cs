using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Registry.Tests.Applications;

/// <summary>The whole path from a draft to a body under construction, and each way off it.</summary>
public sealed class PathTests(RunningRegistry registry)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task A_body_goes_from_a_draft_to_under_construction(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var body = new Journey(host);

        var entered = await body.EnteredAsync();

        entered.Json["standing"]!.GetValue<string>().ShouldBe("under-construction");
        entered.Json["standingSince"]!.GetValue<string>().ShouldBe($"{Journey.Today:yyyy-MM-dd}");
        entered.Json["name"]!.GetValue<string>().ShouldBe(body.Title);
        entered.Json["category"]!.GetValue<string>().ShouldBe("ships-and-offshore");
        entered.Json["implementingBodyCode"]!.GetValue<string>().ShouldBe(body.Organisation);
        entered.Json["coBuilt"]!.GetValue<bool>().ShouldBeTrue();
        entered.Json["history"]!.AsArray().Count.ShouldBe(1);

        var timeline = (await body.SeenByAsync(body.Operator)).Json["timeline"]!.AsArray();
        timeline.Select(step => $"{step!["kind"]} by {step["actorRole"]} ({step["clause"]})").ShouldBe(
        [
            "started by operator (ZS-25)",
            "submitted by operator (ZS-25)",
            "recommended by district-reviewer (ZS-14)",
            "entered by city-reviewer (ZS-30)",
        ]);
        timeline[2]!["actorName"]!.GetValue<string>().ShouldBe("district-dinghai");

        var published = await host.InScopeAsync<RegistryDb, List<string>>(db => db.Database
            .SqlQueryRaw<string>("""SELECT "Body" AS "Value" FROM "OutboxMessage" WHERE "Type" = 'registry.institution-changed'""").ToListAsync());
        var @event = published.Select(text => JsonNode.Parse(text)!).Single(e => e["institutionId"]!.GetValue<Guid>() == entered.Id);
        @event["version"]!.GetValue<long>().ShouldBe(1);
        @event["standing"]!.GetValue<string>().ShouldBe("under-construction");
        @event["name"]!.GetValue<string>().ShouldBe(body.Title);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_returned_application_is_mended_and_handed_in_again(DatabaseProvider provider)
    {
        var body = new Journey(await registry.OnAsync(provider));
        var submitted = await body.SubmittedAsync();

        var returned = (await body.District.PostAsync(
            $"{body.Path}/return", new { reasons = new[] { new { field = "constructionSummary", reason = "请补充建设规模" } } }, submitted.ETag)).Accepted();
        returned.Json["status"]!.GetValue<string>().ShouldBe("returned");
        body.Answers["constructionSummary"] = "建设船舶设计、概念验证和中试平台,面积8000平方米";
        await body.SaveAsync();
        var resubmitted = (await body.SubmitAsync()).Accepted();

        resubmitted.Json["status"]!.GetValue<string>().ShouldBe("resubmitted");
        resubmitted.Json["round"]!.GetValue<int>().ShouldBe(2);
        var step = resubmitted.Json["timeline"]!.AsArray()[2]!;
        step["kind"]!.GetValue<string>().ShouldBe("returned");
        step["fieldReasons"]![0]!["reason"]!.GetValue<string>().ShouldBe("请补充建设规模");
        (await body.RecommendAsync()).Accepted();
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Refused_and_withdrawn_applications_go_no_further(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (byDistrict, byCity, withdrawn) = (new Journey(host), new Journey(host), new Journey(host));
        var submitted = await byDistrict.SubmittedAsync();
        var recommended = await byCity.RecommendedAsync();
        var own = await withdrawn.SubmittedAsync();

        (await byDistrict.District.PostAsync($"{byDistrict.Path}/refuse", new { reason = "信用核查未通过" }, submitted.ETag)).Accepted();
        (await byCity.City.PostAsync($"{byCity.Path}/refuse", new { reason = "不符合布局" }, recommended.ETag)).Accepted();
        (await withdrawn.Operator.PostAsync($"{withdrawn.Path}/withdraw", new { reason = "项目调整" }, own.ETag)).Accepted();

        (await byDistrict.RecommendAsync()).Refused(HttpStatusCode.Conflict, "wrong-status", "ZS-14");
        (await byCity.EnterAsync()).Refused(HttpStatusCode.Conflict, "wrong-status", "ZS-30");
        (await withdrawn.SubmitAsync()).Refused(HttpStatusCode.Conflict, "wrong-status", "ZS-25");
        (await withdrawn.RecommendAsync()).Refused(HttpStatusCode.Conflict, "wrong-status", "ZS-14");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task The_city_enters_nothing_that_no_district_recommended(DatabaseProvider provider)
    {
        var body = new Journey(await registry.OnAsync(provider));
        await body.SubmittedAsync();

        (await body.EnterAsync()).Refused(HttpStatusCode.Conflict, "not-recommended", "ZS-14");

        (await body.SeenByAsync(body.City)).Json["status"]!.GetValue<string>().ShouldBe("submitted");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Two_bodies_never_bear_one_name(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (first, second) = (new Journey(host), new Journey(host));
        await first.EnteredAsync();
        await second.RecommendedAsync();

        (await second.EnterAsync(name: first.Title)).Refused(HttpStatusCode.Conflict, "name-taken", "ZS-30")["inputs"]!["name"]!.GetValue<string>().ShouldBe(first.Title);
        (await second.EnterAsync(name: "舟山市海工装备产业创新中心")).Refused(HttpStatusCode.Conflict, "name-reserved", "ZS-30");
        (await second.EnterAsync()).Accepted();
    }
}

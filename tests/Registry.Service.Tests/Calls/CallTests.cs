using System.Net;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Registry.Tests.Calls;

/// <summary>Applications by call (EO-08): on and around each second of it.</summary>
[Collection(TimedRegistry.Collection)]
public sealed class CallTests(TimedRegistry registry)
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_call_takes_applications_from_the_first_second_of_its_first_day_to_the_last_of_its_last(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-03-02 09:00:00");
        var call = (await PublishAsync(host, ["headquarters"], "2026-03-03", "2026-03-05")).Accepted();
        var (body, late) = (Applicant(host, "headquarters"), Applicant(host, "headquarters"));
        await body.DraftAsync();
        await late.DraftAsync();

        host.Set("2026-03-02 23:59:59");
        var early = (await body.SubmitAsync()).Refused(HttpStatusCode.Conflict, "call-not-open", "EO-08")["inputs"]!;
        early["opensOn"]!.GetValue<string>().ShouldBe("2026-03-03");
        host.Set("2026-03-03 00:00:00");
        (await body.SubmitAsync()).Accepted().Json["callId"]!.GetValue<Guid>().ShouldBe(call.Id);

        host.Set("2026-03-05 23:59:59");
        var last = Applicant(host, "headquarters");
        (await last.SubmittedAsync()).Json["route"]!.GetValue<string>().ShouldBe("called");
        host.Set("2026-03-06 00:00:00");
        var over = (await late.SubmitAsync()).Refused(HttpStatusCode.Conflict, "call-closed", "EO-08")["inputs"]!;
        over["lastDay"]!.GetValue<string>().ShouldBe("2026-03-05");
        (await late.Operator.PostAsync("/applications", new { programme = late.Programme, callId = call.Id })).Refused(HttpStatusCode.Conflict, "call-closed", "EO-08");
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task After_a_return_it_is_handed_in_again_within_the_days_that_the_pack_grants_and_shows_what_changed(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-04-01 09:00:00");
        (await PublishAsync(host, ["campus"], "2026-04-01", "2026-04-03")).Accepted();
        var (body, slow) = (Applicant(host), Applicant(host));
        await body.SubmittedAsync();
        await slow.SubmittedAsync();
        host.Set("2026-04-07 10:00:00");
        (await body.ReturnAsync("address")).Accepted();
        (await slow.ReturnAsync()).Accepted();
        (await body.SeenByAsync(body.Operator)).Json["supplementUntil"]!.GetValue<string>().ShouldBe("2026-04-17");

        host.Set("2026-04-17 23:59:59");
        body.Answers["address"] = "上海市杨浦区某路221号";
        ((System.Text.Json.Nodes.JsonArray)body.Answers["cooperations"]!).RemoveAt(1);
        await body.SaveAsync();
        (await body.AttachAsync("applicationPaper", "补充材料.pdf")).Accepted();
        (await body.SubmitAsync()).Accepted().Json["status"]!.GetValue<string>().ShouldBe("resubmitted");
        var difference = (await body.District.GetAsync($"{body.Path}/difference")).Accepted().Json;
        var answers = difference["answers"]!.AsArray();
        answers[0]!["path"]!.GetValue<string>().ShouldBe("address");
        answers[0]!["after"]!.GetValue<string>().ShouldBe("上海市杨浦区某路221号");
        answers.Skip(1).ShouldAllBe(change => change!["path"]!.GetValue<string>().StartsWith("cooperations[1].") && change["after"] == null);
        difference["files"]!.AsArray().Single()!["fileName"]!.GetValue<string>().ShouldBe("补充材料.pdf");
        (await body.District.GetAsync($"{body.Path}/difference?from=2&to=1")).Refused(HttpStatusCode.BadRequest);

        host.Set("2026-04-18 00:00:00");
        (await slow.SubmitAsync()).Refused(HttpStatusCode.Conflict, "supplement-over", "EO-08")["inputs"]!["supplementUntil"]!.GetValue<string>().ShouldBe("2026-04-17");
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_call_is_for_its_categories_and_may_be_closed_before_its_last_day(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-05-06 09:00:00");
        var call = (await PublishAsync(host, ["incubator"], "2026-05-06", "2026-05-20")).Accepted();
        var other = Applicant(host, "headquarters");
        await other.DraftAsync(call: call.Id);
        (await other.SubmitAsync()).Refused(HttpStatusCode.Conflict, "call-other-category", "EO-08");
        var open = new Person(host.Service.Anonymous(), host.Service);
        (await open.GetAsync("/public/calls?jurisdiction=ezhou&open=true")).Accepted().Json["items"]!.AsArray().ShouldContain(item => item!["id"]!.GetValue<Guid>() == call.Id);

        var city = Person.City(host.Service, "ezhou");
        (await city.PostAsync($"/calls/{call.Id}/close", new { reason = " " }, call.ETag)).Refused(HttpStatusCode.BadRequest);
        host.Set("2026-05-07 12:00:00");
        (await city.PostAsync($"/calls/{call.Id}/close", new { reason = "名额已满" }, call.ETag)).Accepted().Json["isOver"]!.GetValue<bool>().ShouldBeTrue();
        (await open.GetAsync("/public/calls?jurisdiction=ezhou&open=true")).Json["items"]!.AsArray().ShouldNotContain(item => item!["id"]!.GetValue<Guid>() == call.Id);
    }

    [Theory]
    [InlineData("2026-03-01", "2026-03-05", "campus", "opens-in-past")]
    [InlineData("2026-03-05", "2026-03-04", "campus", "bad-input")]
    [InlineData("2026-03-02", "2026-03-02", "regional", "bad-input")]
    [InlineData("2026-03-02", "2026-03-02", "campus", null)]
    public async Task A_call_begins_today_or_later_and_asks_for_what_is_applied_for_by_call(string opensOn, string closesOn, string category, string? code)
    {
        var host = await registry.OnAsync(DatabaseProvider.Sqlite, "2026-03-02 09:00:00");
        var reply = await PublishAsync(host, [category], opensOn, closesOn);
        if (code is null)
        {
            reply.Accepted();
            return;
        }

        reply.Json["code"]!.GetValue<string>().ShouldBe(code);
    }

    /// <summary>Published by the bureau of Ezhou.</summary>
    internal static Task<Reply> PublishAsync(TimedHost host, string[] categories, string opensOn, string closesOn) =>
        Person.City(host.Service, "ezhou").PostAsync("/calls", new
        {
            programme = Programme.Offshore.Name,
            title = "2026年度离岸科创机构备案通知",
            categories,
            opensOn,
            closesOn,
            documentNumber = Journey.NewNumber(),
            materials = "按申报表填写并上传材料",
        });

    internal static Journey Applicant(TimedHost host, string type = "campus")
    {
        var body = new Journey(host.Service, Programme.Offshore, host.Today);
        body.Answers["type"] = type;
        if (type is "headquarters")
        {
            (body.Answers["groupName"], body.Answers["groupPosition"], body.Answers["hostKind"]) = ("某集团", "行业龙头", "group-subsidiary");
            body.Answers["results"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["name"] = "成果", ["became"] = "new-product", ["usedSince"] = "2025-01-01" });
        }

        return body;
    }
}

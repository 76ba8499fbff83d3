using System.Net;
using Registry.Notices;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;

namespace Registry.Tests.Notices;

/// <summary>Objections to a notice: by anyone, while it runs, verified and decided by two persons (ZS-16).</summary>
[Collection(TimedRegistry.Collection)]
public sealed class ObjectionTests(TimedRegistry registry)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task Anybody_objects_and_only_the_bureau_learns_who_it_was(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-03-02 10:00:00");
        var city = new Recognising(host);
        var body = await city.RecommendedAsync();
        var notice = await city.PostedAsync(body);
        var name = $"王某{Guid.CreateVersion7():N}";

        var receipt = (await city.ObjectAsync(notice, body, name)).Accepted().Json["receiptNumber"]!.GetValue<string>();

        receipt.ShouldStartWith("20260302-");
        var state = (await city.Anybody.GetAsync($"/public/objections/{receipt}")).Accepted();
        state.Json["status"]!.GetValue<string>().ShouldBe("received");
        state.Text.ShouldNotContain(name);
        (await city.Anybody.GetAsync("/public/objections/20260302-AAAAAAAAAAAAAAAA")).Refused(HttpStatusCode.NotFound);
        (await city.Anybody.GetAsync($"/public/notices/{notice.Id}")).Text.ShouldNotContain(name);

        var seen = (await city.Chair.GetAsync($"/notices/{notice.Id}")).Accepted().Json;
        seen["objectionCount"]!.GetValue<int>().ShouldBe(1);
        seen["objections"]![0]!["name"]!.GetValue<string>().ShouldBe(name);
        (await city.Chair.GetAsync($"/objections?notice={notice.Id}&status=received")).Accepted().Json["items"]!.AsArray().Count.ShouldBe(1);
        (await city.Chair.GetAsync($"/objections?notice={notice.Id}&status=upheld")).Accepted().Json["items"]!.AsArray().ShouldBeEmpty();
        var id = seen["objections"]![0]!["id"]!.GetValue<Guid>();
        foreach (var outsider in (Person[])[body.Operator, body.District, Person.Of(host.Service, new TestUser("expert", ["expert"], "zhoushan"))])
        {
            (await outsider.GetAsync($"/objections/{id}")).Refused(HttpStatusCode.Forbidden);
            (await outsider.GetAsync("/objections")).Refused(HttpStatusCode.Forbidden);
        }

        (await Person.City(host.Service, "ezhou").GetAsync($"/objections/{id}")).Refused(HttpStatusCode.NotFound);
        (await body.SeenByAsync(body.Operator)).Text.ShouldNotContain(name);
        host.Service.Logs.ShouldNotMention(name);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task The_last_second_of_the_last_day_in_Shanghai_is_in_time_and_the_next_is_not(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-02-09 10:00:00");
        var city = new Recognising(host);
        var body = await city.RecommendedAsync();
        var notice = await city.PostedAsync(body);

        host.Set("2026-02-14 23:59:59");
        (await city.ObjectAsync(notice, body)).Accepted();
        (await city.Anybody.GetAsync($"/public/notices/{notice.Id}")).Json["isOpen"]!.GetValue<bool>().ShouldBeTrue();

        host.Set("2026-02-15 00:00:00");
        var problem = (await city.ObjectAsync(notice, body)).Refused(HttpStatusCode.Conflict, "notice-over", "ZS-16");
        problem["inputs"]!["lastDay"]!.GetValue<string>().ShouldBe("2026-02-14");
        problem["zh"]!.GetValue<string>().ShouldContain("2026-02-14");
        (await city.Anybody.GetAsync($"/public/notices/{notice.Id}")).Json["isOpen"]!.GetValue<bool>().ShouldBeFalse();
        (await city.Chair.GetAsync($"/notices/{notice.Id}")).Json["objectionCount"]!.GetValue<int>().ShouldBe(1);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task What_is_no_objection_is_refused_in_words_and_leaves_no_trace(DatabaseProvider provider)
    {
        var city = new Recognising(await registry.OnAsync(provider, "2026-03-02 10:00:00"));
        var body = await city.RecommendedAsync();
        var elsewhere = await city.RecommendedAsync();
        var notice = await city.PostedAsync(body);
        var path = $"/public/notices/{notice.Id}/objections";

        (await city.ObjectAsync(notice, elsewhere)).Refused(HttpStatusCode.BadRequest, "bad-input", "applicationId");
        (await SendAsync(" ", "13800000000", "事实")).Refused(HttpStatusCode.BadRequest, "bad-input", "name");
        (await SendAsync(new string('王', RaiseObjection.MaxName + 1), "13800000000", "事实")).Refused(HttpStatusCode.BadRequest, "bad-input", "name");
        (await SendAsync("王某", "", "事实")).Refused(HttpStatusCode.BadRequest, "bad-input", "contact");
        (await SendAsync("王某", "13800000000", "\n")).Refused(HttpStatusCode.BadRequest, "bad-input", "statement");
        (await SendAsync("王某", "13800000000", new string('事', 2001))).Refused(HttpStatusCode.BadRequest, "bad-input", "statement")["inputs"]!["given"]!.GetValue<int>().ShouldBe(2001);
        (await city.Anybody.PostTextAsync(path, """{"applicationId":null,"name":"王某","contact":"1","statement":"事实"}""")).Refused(HttpStatusCode.BadRequest);
        (await city.Anybody.PostTextAsync(path, $$"""{"applicationId":"{{body.Id}}","name":"王某","contact":"1","statement":"事实","urgent":true}""")).Refused(HttpStatusCode.BadRequest);
        (await city.Anybody.PostAsync($"/public/notices/{Guid.CreateVersion7()}/objections", new { applicationId = body.Id, name = "王某", contact = "1", statement = "事实" })).Refused(HttpStatusCode.NotFound);

        (await city.Chair.GetAsync($"/notices/{notice.Id}")).Json["objectionCount"]!.GetValue<int>().ShouldBe(0);
        (await SendAsync("王某", "13800000000", new string('事', 2000))).Accepted();

        Task<Reply> SendAsync(string name, string contact, string statement) => city.Anybody.PostAsync(path, new { applicationId = body.Id, name, contact, statement });
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task One_person_verifies_another_decides_each_once_and_on_what_they_saw(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-03-02 10:00:00");
        var city = new Recognising(host);
        var body = await city.RecommendedAsync();
        var notice = await city.PostedAsync(body);
        (await city.ObjectAsync(notice, body)).Accepted();
        var received = await FirstAsync(city, notice);
        var (verify, decide) = ($"/objections/{received.Id}/verify", $"/objections/{received.Id}/decide");
        var no = new { upheld = false, reason = "经核实,中试线已建成" };

        (await city.Decider.PostAsync(decide, no, received.ETag)).Refused(HttpStatusCode.Conflict, "wrong-status", "ZS-16");
        (await city.Chair.PostAsync(verify, new { findings = " " }, received.ETag)).Refused(HttpStatusCode.BadRequest, "bad-input", "findings");
        (await city.Chair.PostAsync(verify, new { findings = "现场核查" })).Refused(HttpStatusCode.PreconditionRequired);
        (await body.District.PostAsync(verify, new { findings = "现场核查" }, received.ETag)).Refused(HttpStatusCode.Forbidden);
        (await Person.City(host.Service, "ezhou").PostAsync(verify, new { findings = "现场核查" }, received.ETag)).Refused(HttpStatusCode.NotFound);
        (await OfTheApplicant(host, body).PostAsync(verify, new { findings = "没有问题" }, received.ETag)).Refused(HttpStatusCode.Forbidden, "reviewer-filed-it", "ZS-16");

        var verified = (await city.Chair.PostAsync(verify, new { findings = "现场核查,中试线已建成" }, received.ETag)).Accepted();
        verified.Json["status"]!.GetValue<string>().ShouldBe("verified");
        (await city.Chair.PostAsync(verify, new { findings = "再核查" }, verified.ETag)).Refused(HttpStatusCode.Conflict, "wrong-status", "ZS-16");
        (await city.Chair.PostAsync(decide, no, verified.ETag)).Refused(HttpStatusCode.Forbidden, "verifier-decides", "ZS-16");
        (await city.Decider.PostAsync(decide, no, received.ETag)).Refused(HttpStatusCode.PreconditionFailed, "stale");
        (await city.Decider.PostAsync(decide, new { upheld = false, reason = "" }, verified.ETag)).Refused(HttpStatusCode.BadRequest, "bad-input", "reason");
        (await OfTheApplicant(host, body).PostAsync(decide, no, verified.ETag)).Refused(HttpStatusCode.Forbidden, "reviewer-filed-it", "ZS-16");

        var decided = (await city.Decider.PostAsync(decide, no, verified.ETag)).Accepted();
        decided.Json["status"]!.GetValue<string>().ShouldBe("rejected");
        (await city.Decider.PostAsync(decide, new { upheld = true, reason = "改变主意" }, decided.ETag)).Refused(HttpStatusCode.Conflict, "wrong-status", "ZS-16");
        (await body.SeenByAsync(city.Chair)).Json["status"]!.GetValue<string>().ShouldBe("on-notice");
        var state = await city.Anybody.GetAsync($"/public/objections/{decided.Json["receiptNumber"]}");
        state.Accepted().Json["status"]!.GetValue<string>().ShouldBe("rejected");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Of_two_deciding_at_once_one_is_told_to_look_again(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-03-02 10:00:00");
        var city = new Recognising(host);
        var body = await city.RecommendedAsync();
        var notice = await city.PostedAsync(body);
        (await city.ObjectAsync(notice, body)).Accepted();
        var received = await FirstAsync(city, notice);
        var verified = (await city.Chair.PostAsync($"/objections/{received.Id}/verify", new { findings = "现场核查" }, received.ETag)).Accepted();
        var third = Person.City(host.Service, name: "third");

        var replies = await Task.WhenAll(
            city.Decider.PostAsync($"/objections/{received.Id}/decide", new { upheld = true, reason = "情况属实" }, verified.ETag),
            third.PostAsync($"/objections/{received.Id}/decide", new { upheld = false, reason = "情况不实" }, verified.ETag));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).ShouldBe(1);
        replies.Count(reply => reply.Status == HttpStatusCode.PreconditionFailed).ShouldBe(1);
        var upheld = replies[0].Status == HttpStatusCode.OK;
        (await body.SeenByAsync(city.Chair)).Json["status"]!.GetValue<string>().ShouldBe(upheld ? "refused" : "on-notice");
    }

    /// <summary>The oldest objection of a notice, with its ETag.</summary>
    internal static async Task<Reply> FirstAsync(Recognising city, Reply notice)
    {
        var id = (await city.Chair.GetAsync($"/objections?notice={notice.Id}&limit=1")).Accepted().Json["items"]![0]!["id"];
        return (await city.Chair.GetAsync($"/objections/{id}")).Accepted();
    }

    private static Person OfTheApplicant(TimedHost host, Journey body) =>
        Person.Of(host.Service, new TestUser("both", ["city-reviewer"], "zhoushan", Organisation: body.Organisation));
}

using System.Net;
using System.Text.Json.Nodes;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Registry.Tests.CaseDecisions;

/// <summary>A body that is filed by a decision on it alone, once built and running (EO-07).</summary>
[Collection(TimedRegistry.Collection)]
public sealed class FilingTests(TimedRegistry registry)
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_regional_centre_is_filed_by_a_confirmed_decision_on_it_and_bears_a_certificate(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-03-10 09:00:00");
        var (body, city, second) = (Regional(host), Person.City(host.Service, "ezhou"), Person.City(host.Service, "ezhou", "second"));
        await body.RecommendedAsync();
        (await body.FileAsync(host.Today)).Refused(HttpStatusCode.Conflict, "no-case-decision", "EO-07");
        var decision = (await RecordAsync(host, body, decidedOn: "2026-03-10", validUntil: "2026-03-12")).Accepted();
        (await body.FileAsync(host.Today, decision.Id)).Refused(HttpStatusCode.Conflict, "case-decision-unconfirmed", "EO-07");
        (await city.PostAsync($"/case-decisions/{decision.Id}/confirm", new { }, decision.ETag)).Refused(HttpStatusCode.Forbidden, "recorder-confirms");
        (await second.PostAsync($"/case-decisions/{decision.Id}/confirm", new { }, decision.ETag)).Accepted();

        host.Set("2026-03-13 09:00:00");
        (await body.FileAsync(host.Today, decision.Id)).Refused(HttpStatusCode.Conflict, "case-decision-expired", "EO-07");
        var stranger = Regional(host);
        await stranger.RecommendedAsync();
        (await stranger.FileAsync(host.Today, decision.Id)).Refused(HttpStatusCode.Conflict, "other-subject", "EO-07");
        (await body.EnterAsync(on: host.Today)).Refused(HttpStatusCode.Conflict, "no-construction-entry");
        var filed = (await body.FileAsync(new DateOnly(2026, 3, 12), decision.Id)).Accepted();

        (filed.Json["standing"]!.GetValue<string>(), filed.Json["standingSince"]!.GetValue<string>(), filed.Json["name"]!.GetValue<string>())
            .ShouldBe(("filed", "2026-03-12", body.Title));
        (await body.SeenByAsync(body.Operator)).Json["status"]!.GetValue<string>().ShouldBe("filed");
        var certificate = (await body.Operator.GetAsync($"/institutions/{filed.Id}/certificate")).Accepted().Json;
        (certificate["valid"]!.GetValue<bool>(), certificate["name"]!.GetValue<string>()).ShouldBe((true, body.Title));
        (await second.GetAsync($"/case-decisions/{decision.Id}")).Json["applicationId"]!.GetValue<Guid>().ShouldBe(body.Id);
    }

    [Theory]
    [InlineData("2026-03-10", "2026-03-09", "decided-before-recommended")]
    [InlineData("2026-03-11", "2026-03-10", "filed-before-decided")]
    [InlineData("2026-03-10", "2026-03-12", "date-in-future")]
    public async Task A_filing_lies_between_its_decision_and_today(string decidedOn, string filedOn, string code)
    {
        var host = await registry.OnAsync(DatabaseProvider.Sqlite, "2026-03-10 09:00:00");
        var body = Regional(host);
        await body.RecommendedAsync();
        host.Set("2026-03-11 09:00:00");
        var decision = await ConfirmedAsync(host, body, decidedOn);

        (await body.FileAsync(DateOnly.Parse(filedOn, provider: null), decision)).Refused(HttpStatusCode.Conflict, code);
    }

    [Fact]
    public async Task A_body_is_filed_from_the_day_on_which_it_runs_and_a_decision_is_never_of_tomorrow()
    {
        var host = await registry.OnAsync(DatabaseProvider.Sqlite, "2026-03-10 09:00:00");
        var body = Regional(host);
        body.Answers["operatingSince"] = "2026-03-10";
        await body.SubmittedAsync();
        await Recognising.AnswerAsync(body);
        (await body.RecommendAsync(on: new DateOnly(2026, 3, 10))).Accepted();
        var decision = await ConfirmedAsync(host, body, "2026-03-01");

        (await body.FileAsync(new DateOnly(2026, 3, 10), decision)).Accepted();
        var again = Regional(host);
        (await RecordAsync(host, again, "2026-03-11")).Refused(HttpStatusCode.Conflict, "date-in-future", "EO-07");
        (await RecordAsync(host, again, "2024-12-31")).Refused(HttpStatusCode.NotFound);
        (await RecordAsync(host, again, "2026-03-09", validUntil: "2026-03-08")).Refused(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Called_bodies_are_filed_by_announcement_after_five_working_days_under_their_own_name()
    {
        var host = await registry.OnAsync(DatabaseProvider.Sqlite, "2026-06-01 09:00:00");
        (await Calls.CallTests.PublishAsync(host, ["campus"], "2026-06-01", "2026-06-01")).Accepted();
        var (body, city) = (Calls.CallTests.Applicant(host), new Recognising(host, "ezhou"));
        await body.RecommendedAsync();
        (await body.FileAsync(host.Today)).Refused(HttpStatusCode.Conflict, "other-route", "EO-07");
        var notice = await city.PostedAsync(body);
        // 1 June 2026 is a Monday: its five working days end on the Monday after.
        notice.Json["notice"]!["lastDay"]!.GetValue<string>().ShouldBe("2026-06-08");
        host.Set("2026-06-08 23:59:59");
        (await city.AnnounceAsync(notice, host.Today, body)).Refused(HttpStatusCode.Conflict, "notice-not-over", "EO-08");

        host.Set("2026-06-09 00:00:00");
        var announced = (await city.AnnounceAsync(notice, host.Today, body)).Accepted().Json;
        announced["number"]!.GetValue<string>().ShouldStartWith("2026-");
        var filed = (await city.Chair.GetAsync($"/institutions/{announced["centres"]![0]!["institutionId"]}")).Accepted().Json;
        (filed["standing"]!.GetValue<string>(), filed["name"]!.GetValue<string>()).ShouldBe(("filed", body.Title));
    }

    internal static Journey Regional(TimedHost host)
    {
        var body = new Journey(host.Service, Programme.Offshore, host.Today);
        (body.Answers["type"], body.Answers["operatingSince"], body.Answers["jointlyBuilt"]) = ("regional", "2026-01-05", false);
        body.Answers["industryDirections"] = new JsonArray("leading");
        body.Answers["leadBodies"]![0]!["kind"] = "district-government";
        foreach (var text in (string[])["industryPosition", "facilities", "operatingTeam"])
        {
            body.Answers[text] = "详见材料";
        }

        body.Answers["tenants"] = new JsonArray(new JsonObject { ["name"] = "某入驻项目", ["since"] = "2025-12-01" });
        return body;
    }

    internal static Task<Reply> RecordAsync(TimedHost host, Journey body, string decidedOn, string? validUntil = null) =>
        Person.City(host.Service, "ezhou").PostAsync("/case-decisions", new
        {
            programme = Programme.Offshore.Name,
            kind = "body",
            subjectName = body.Title,
            subjectCode = body.Organisation,
            terms = "同意建设,给予场地支持",
            documentNumber = Journey.NewNumber(),
            decidedOn,
            validUntil,
        });

    internal static async Task<Guid> ConfirmAsync(TimedHost host, Reply recorded) =>
        (await Person.City(host.Service, "ezhou", "second").PostAsync($"/case-decisions/{recorded.Id}/confirm", new { }, recorded.ETag)).Accepted().Id;

    private static async Task<Guid> ConfirmedAsync(TimedHost host, Journey body, string decidedOn) =>
        await ConfirmAsync(host, (await RecordAsync(host, body, decidedOn)).Accepted());
}

using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Tests.Hosting;
using Registry.Tests.Notices;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;

namespace Registry.Tests.Announcements;

/// <summary>Recognition by a numbered document after the notice (ZS-16, ZS-17).</summary>
[Collection(TimedRegistry.Collection)]
public sealed class AnnouncementTests(TimedRegistry registry)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task After_its_notice_a_body_is_recognised_under_the_generated_name_from_the_documents_date(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-03-02 10:00:00");
        var city = new Recognising(host);
        var (one, other) = (await city.RecommendedAsync(), await city.RecommendedAsync());
        var notice = await city.PostedAsync(one, other);
        host.Set("2026-03-10 09:00:00");
        (string First, string Second) field = (Recognising.NewField(), Recognising.NewField());

        var announced = (await city.AnnounceAsync(notice, host.Today, [(one, field.First), (other, field.Second)])).Accepted().Json;

        announced["clause"]!.GetValue<string>().ShouldBe("ZS-17");
        announced["centres"]!.AsArray().Select(line => line!["name"]!.GetValue<string>()).ShouldBe([$"舟山市{field.First}产业创新中心", $"舟山市{field.Second}产业创新中心"]);
        var id = announced["centres"]![0]!["institutionId"]!.GetValue<Guid>();
        var institution = (await one.Operator.GetAsync($"/institutions/{id}")).Accepted().Json;
        institution["standing"]!.GetValue<string>().ShouldBe("recognised");
        institution["recognisedOn"]!.GetValue<string>().ShouldBe("2026-03-10");
        institution["centreCode"]!.GetValue<string>().ShouldBe(one.Answers["centreCode"]!.GetValue<string>());
        institution["leadBodies"]![0]!["name"]!.GetValue<string>().ShouldBe(Papers.LeadBody);
        institution["countyShareFen"]!.GetValue<long>().ShouldBe(100_000_000);
        institution["certificate"]!["documentNumber"]!.GetValue<string>().ShouldBe(announced["documentNumber"]!.GetValue<string>());
        institution["latestEvaluation"].ShouldBeNull();
        institution["history"]!.AsArray().Count.ShouldBe(1);

        var application = (await one.SeenByAsync(one.Operator)).Json;
        application["status"]!.GetValue<string>().ShouldBe("recognised");
        var step = application["timeline"]!.AsArray()[^1]!;
        $"{step["kind"]} ({step["clause"]}) on {step["documentDate"]}".ShouldBe("recognised (ZS-17) on 2026-03-10");

        var told = await PublishedAsync(host, id);
        told.Count.ShouldBe(1);
        told[0]["standing"]!.GetValue<string>().ShouldBe("recognised");
        told[0]["recognisedOn"]!.GetValue<string>().ShouldBe("2026-03-10");
        told[0]["name"]!.GetValue<string>().ShouldBe($"舟山市{field.First}产业创新中心");
        (await one.Operator.GetAsync($"/announcements/{announced["id"]}")).Accepted();
        (await one.Operator.GetAsync("/announcements?programme=zhoushan-innovation-centres&limit=200")).Text.ShouldContain(announced["id"]!.GetValue<string>());
        (await Person.City(host.Service, "ezhou").GetAsync($"/announcements/{announced["id"]}")).Refused(HttpStatusCode.NotFound);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Of_announcements_at_the_same_moment_each_has_the_next_number_and_a_legal_person_is_recognised_once(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-03-02 10:00:00");
        var city = new Recognising(host);
        var person = Papers.NewOrganisation();
        var (one, same) = (await city.RecommendedAsync(change: answers => answers["centreCode"] = person), await city.RecommendedAsync(change: answers => answers["centreCode"] = person));
        var other = await city.RecommendedAsync();
        var notices = new List<(Reply Notice, Journey Body)>();
        foreach (var body in (Journey[])[one, same, other])
        {
            notices.Add((await city.PostedAsync(body), body));
        }

        host.Set("2026-03-10 09:00:00");
        var replies = await Task.WhenAll(notices.Select(pair => city.AnnounceAsync(pair.Notice, host.Today, pair.Body)));

        replies[2].Accepted();
        var twins = replies[..2];
        twins.Count(reply => reply.Status == HttpStatusCode.Created).ShouldBe(1);
        twins.Single(reply => reply.Status != HttpStatusCode.Created).Refused(HttpStatusCode.Conflict, "recognised-already", "ZS-17");
        var all = (await city.Chair.GetAsync("/announcements?programme=zhoushan-innovation-centres&limit=200")).Accepted().Json["items"]!.AsArray()
            .Select(item => item!["number"]!.GetValue<string>()).Where(number => number.StartsWith("2026-", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        all.ShouldBe(Enumerable.Range(1, all.Count).Select(number => $"2026-{number:D4}"), "no gap and none twice");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Recognition_dated_before_its_notice_ended_is_refused_and_nothing_is_changed(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-03-02 10:00:00");
        var city = new Recognising(host);
        var body = await city.RecommendedAsync();
        var notice = await city.PostedAsync(body);

        (await city.AnnounceAsync(notice, host.Today, body)).Refused(HttpStatusCode.Conflict, "notice-not-over", "ZS-16");
        host.Set("2026-03-09 23:59:59");
        (await city.AnnounceAsync(notice, host.Today, body)).Refused(HttpStatusCode.Conflict, "notice-not-over", "ZS-16");
        (await city.AnnounceAsync(notice, host.Today.AddDays(1), body)).Refused(HttpStatusCode.Conflict, "date-in-future", "ZS-17");
        host.Set("2026-03-20 10:00:00");
        var problem = (await city.AnnounceAsync(notice, new DateOnly(2026, 3, 9), body)).Refused(HttpStatusCode.Conflict, "notice-not-over", "ZS-16");
        problem["inputs"]!["firstPossibleDay"]!.GetValue<string>().ShouldBe("2026-03-10");
        (await city.AnnounceAsync(notice, new DateOnly(2026, 3, 1), body)).Refused(HttpStatusCode.Conflict, "notice-not-over", "ZS-16");

        (await body.SeenByAsync(city.Chair)).Json["status"]!.GetValue<string>().ShouldBe("on-notice");
        (await city.AnnounceAsync(notice, new DateOnly(2026, 3, 10), body)).Accepted();
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task An_open_objection_stops_its_body_and_no_other(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-03-02 10:00:00");
        var city = new Recognising(host);
        var (free, stopped) = (await city.RecommendedAsync(), await city.RecommendedAsync());
        var notice = await city.PostedAsync(free, stopped);
        (await city.ObjectAsync(notice, stopped)).Accepted();
        host.Set("2026-03-10 10:00:00");

        var problem = (await city.AnnounceAsync(notice, host.Today, free, stopped)).Refused(HttpStatusCode.Conflict, "objection-open", "ZS-16");
        problem["inputs"]!["applicationId"]!.GetValue<Guid>().ShouldBe(stopped.Id);
        problem["inputs"]!["refusals"]!.AsArray().Count.ShouldBe(1);
        (await free.SeenByAsync(city.Chair)).Json["status"]!.GetValue<string>().ShouldBe("on-notice", "all or none");
        (await city.AnnounceAsync(notice, host.Today, free)).Accepted();

        var verified = await VerifiedAsync(city, notice);
        (await city.AnnounceAsync(notice, host.Today, stopped)).Refused(HttpStatusCode.Conflict, "objection-open", "ZS-16");
        (await city.Decider.PostAsync($"/objections/{verified.Id}/decide", new { upheld = false, reason = "经核实不属实" }, verified.ETag)).Accepted();
        (await city.AnnounceAsync(notice, host.Today, stopped)).Accepted();
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task An_upheld_objection_ends_the_application_and_it_stays_off(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-03-02 10:00:00");
        var city = new Recognising(host);
        var body = await city.RecommendedAsync();
        var notice = await city.PostedAsync(body);
        (await city.ObjectAsync(notice, body)).Accepted();
        (await city.ObjectAsync(notice, body, "李某某")).Accepted();
        var verified = await VerifiedAsync(city, notice);
        (await city.Decider.PostAsync($"/objections/{verified.Id}/decide", new { upheld = true, reason = "中试线未建成,异议属实" }, verified.ETag)).Accepted();
        host.Set("2026-03-10 10:00:00");

        var application = (await body.SeenByAsync(body.Operator)).Json;
        application["status"]!.GetValue<string>().ShouldBe("refused");
        var step = application["timeline"]!.AsArray()[^1]!;
        $"{step["kind"]} by {step["actorRole"]} ({step["clause"]}): {step["reason"]}".ShouldBe("refused by city-reviewer (ZS-16): 中试线未建成,异议属实");
        (await city.AnnounceAsync(notice, host.Today, body)).Refused(HttpStatusCode.Conflict, "wrong-status", "ZS-17");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_body_under_construction_becomes_the_recognised_one(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-03-02 10:00:00");
        var city = new Recognising(host);
        var builder = new Journey(host.Service);
        await builder.SubmittedAsync();
        (await builder.RecommendAsync(on: host.Today)).Accepted();
        var entered = (await builder.EnterAsync(on: host.Today)).Accepted();
        var body = await city.RecommendedAsync(entered.Id, builder);
        var notice = await city.PostedAsync(body);
        host.Set("2026-03-20 10:00:00");

        (await city.AnnounceAsync(notice, new DateOnly(2026, 3, 16), body)).Accepted().Json["centres"]![0]!["institutionId"]!.GetValue<Guid>().ShouldBe(entered.Id);

        var institution = (await body.Operator.GetAsync($"/institutions/{entered.Id}")).Accepted().Json;
        institution["history"]!.AsArray().Select(entry => $"{entry!["standing"]} from {entry["effectiveFrom"]} ({entry["clause"]})")
            .ShouldBe(["under-construction from 2026-03-02 (ZS-30)", "recognised from 2026-03-16 (ZS-17)"]);
        institution["applicationId"]!.GetValue<Guid>().ShouldBe(body.Id);
        var told = await PublishedAsync(host, entered.Id);
        told.Select(e => e["version"]!.GetValue<long>()).ShouldBe([1, 2]);
        told[1]["recognisedOn"]!.GetValue<string>().ShouldBe("2026-03-16", "recorded late, told with the document's date");

        var standing = $"/institutions/{entered.Id}/standing";
        (await AskAsync($"{standing}?on=2026-03-15")).ShouldBe("under-construction, recognised on ");
        (await AskAsync($"{standing}?on=2026-03-16")).ShouldBe("recognised, recognised on 2026-03-16");
        (await AskAsync($"{standing}?on=2026-03-18&knownAt=2026-03-18T10:00:00Z")).ShouldBe("under-construction, recognised on ");

        async Task<string> AskAsync(string path) => (await city.Chair.GetAsync(path)).Accepted().Json is var answer ? $"{answer["standing"]}, recognised on {answer["recognisedOn"]}" : "";
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_name_is_borne_by_one_body(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-03-02 10:00:00");
        var city = new Recognising(host);
        var (first, second, third) = (await city.RecommendedAsync(), await city.RecommendedAsync(), await city.RecommendedAsync());
        var notice = await city.PostedAsync(first, second, third);
        host.Set("2026-03-10 10:00:00");
        var field = Recognising.NewField();
        (await city.AnnounceAsync(notice, host.Today, [(first, field)])).Accepted();

        (await city.AnnounceAsync(notice, host.Today, [(second, field)])).Refused(HttpStatusCode.Conflict, "name-taken", "ZS-17")["inputs"]!["name"]!.GetValue<string>().ShouldContain(field);
        var same = Recognising.NewField();
        (await city.AnnounceAsync(notice, host.Today, [(second, same), (third, same)])).Refused(HttpStatusCode.Conflict, "name-taken", "ZS-17")["inputs"]!["refusals"]!.AsArray().Count.ShouldBe(2);
        (await city.AnnounceAsync(notice, host.Today, [(second, $"{same}产业创新中心")])).Refused(HttpStatusCode.BadRequest, "name-form", "ZS-17");
        (await city.AnnounceAsync(notice, host.Today, [(second, " ")])).Refused(HttpStatusCode.BadRequest, "bad-input", "field");
        (await city.AnnounceAsync(notice, host.Today, [(second, same), (third, Recognising.NewField())])).Accepted();
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_document_has_a_number_of_its_own_and_names_bodies_of_its_notice_each_once(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-03-02 10:00:00");
        var city = new Recognising(host);
        var (body, elsewhere) = (await city.RecommendedAsync(), await city.RecommendedAsync());
        var (notice, another) = (await city.PostedAsync(body), await city.PostedAsync(elsewhere));
        host.Set("2026-03-10 10:00:00");
        var number = Journey.NewNumber();
        (await city.AnnounceAsync(another, host.Today, [(elsewhere, Recognising.NewField())], number)).Accepted();
        var line = (body, Recognising.NewField());

        (await city.AnnounceAsync(notice, host.Today, [line], number)).Refused(HttpStatusCode.Conflict, "document-number-taken", "ZS-17");
        (await city.AnnounceAsync(notice, host.Today, [line], "")).Refused(HttpStatusCode.BadRequest, "bad-input", "documentNumber");
        (await city.AnnounceAsync(notice, host.Today, [])).Refused(HttpStatusCode.BadRequest, "bad-input", "centres");
        (await city.AnnounceAsync(notice, host.Today, [line, line])).Refused(HttpStatusCode.BadRequest, "bad-input", "centres");
        (await city.AnnounceAsync(notice, host.Today, [line, (elsewhere, Recognising.NewField())])).Refused(HttpStatusCode.BadRequest, "bad-input", "applicationId");
        (await city.AnnounceAsync(another, host.Today, elsewhere)).Refused(HttpStatusCode.Conflict, "wrong-status", "ZS-17");
        (await city.AnnounceAsync(notice with { Text = $$"""{"id":"{{Guid.CreateVersion7()}}"}""" }, host.Today, body)).Refused(HttpStatusCode.NotFound);
        var document = new { noticeId = notice.Id, documentNumber = Journey.NewNumber(), issuedOn = host.Today, centres = new[] { new { applicationId = body.Id, field = Recognising.NewField() } } };
        (await body.District.PostAsync("/announcements", document)).Refused(HttpStatusCode.Forbidden);
        (await Person.City(host.Service, "ezhou").PostAsync("/announcements", document)).Refused(HttpStatusCode.NotFound);
        (await Person.Of(host.Service, new TestUser("both", ["city-reviewer"], "zhoushan", Organisation: body.Organisation)).PostAsync("/announcements", document))
            .Refused(HttpStatusCode.Forbidden, "reviewer-filed-it", "ZS-17");
        (await city.Chair.PostTextAsync("/announcements", $$"""{"noticeId":"{{notice.Id}}","documentNumber":"1","issuedOn":"2026-03-10","centres":[null]}""")).Refused(HttpStatusCode.BadRequest);

        (await body.SeenByAsync(city.Chair)).Json["status"]!.GetValue<string>().ShouldBe("on-notice");
        (await city.AnnounceAsync(notice, host.Today, [line])).Accepted();
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_condition_that_no_longer_holds_on_the_documents_date_stops_the_recognition(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-03-02 10:00:00");
        var city = new Recognising(host);
        var body = await city.RecommendedAsync();
        var notice = await city.PostedAsync(body);
        var seen = await body.SeenByAsync(city.Chair);
        (await city.Chair.PostAsync($"{body.Path}/examination/no-recent-dishonesty", new { met = false, reason = "公示期间收到法院认定材料" }, seen.ETag)).Accepted();
        host.Set("2026-03-10 10:00:00");

        var problem = (await city.AnnounceAsync(notice, host.Today, body)).Refused(HttpStatusCode.Conflict, "condition-not-met", "ZS-12");

        problem["zh"]!.GetValue<string>().ShouldContain("公示期间收到法院认定材料");
        (await body.SeenByAsync(city.Chair)).Json["status"]!.GetValue<string>().ShouldBe("on-notice");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task One_legal_person_is_recognised_once(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-03-02 10:00:00");
        var city = new Recognising(host);
        var first = await city.RecommendedAsync();
        var twin = await city.RecommendedAsync(change: answers => answers["centreCode"] = first.Answers["centreCode"]!.GetValue<string>());
        var notice = await city.PostedAsync(first, twin);
        host.Set("2026-03-10 10:00:00");
        (await city.AnnounceAsync(notice, host.Today, first, twin)).Refused(HttpStatusCode.Conflict, "legal-person-twice", "ZS-17");
        (await city.AnnounceAsync(notice, host.Today, first)).Accepted();

        (await city.AnnounceAsync(notice, host.Today, twin)).Refused(HttpStatusCode.Conflict, "recognised-already", "ZS-17");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_party_that_was_barred_after_the_review_is_not_recognised_and_the_first_free_day_is_named(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-03-02 10:00:00");
        var city = new Recognising(host);
        var lead = Papers.NewOrganisation();
        var (guilty, body) = (await city.RecommendedAsync(change: LedBy), await city.RecommendedAsync(change: LedBy));
        var (first, second) = (await city.PostedAsync(guilty), await city.PostedAsync(body));
        host.Set("2026-03-10 10:00:00");
        var institution = (await city.AnnounceAsync(first, host.Today, guilty)).Accepted().Json["centres"]![0]!["institutionId"]!.GetValue<Guid>();
        await RevokeAsync(city, host, institution);

        var problem = (await city.AnnounceAsync(second, host.Today, body)).Refused(HttpStatusCode.Conflict, "banned", "ZS-22");

        problem["inputs"]!["firstFreeDay"]!.GetValue<string>().ShouldBe("2028-03-11");
        (await body.SeenByAsync(city.Chair)).Json["status"]!.GetValue<string>().ShouldBe("on-notice");

        void LedBy(JsonObject answers) => answers["leadBodies"]![0]!["code"] = lead;
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_centre_that_is_recognised_again_stays_the_same_institution_and_its_old_certificate_counts_no_more(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-03-02 10:00:00");
        var city = new Recognising(host);
        var body = await city.RecommendedAsync(change: answers => answers["leadBodies"]![0]!["code"] = Papers.NewOrganisation());
        var notice = await city.PostedAsync(body);
        host.Set("2026-03-10 10:00:00");
        var institution = (await city.AnnounceAsync(notice, host.Today, body)).Accepted().Json["centres"]![0]!["institutionId"]!.GetValue<Guid>();
        var old = await CodeAsync();
        await RevokeAsync(city, host, institution);
        (await city.Anybody.GetAsync($"/public/certificates/{old}")).Json["standing"]!.GetValue<string>().ShouldBe("revoked");
        (await city.Anybody.GetAsync($"/public/certificates/{old}")).Json["valid"]!.GetValue<bool>().ShouldBeFalse();

        // ZS-22 bars from the same type only: another field may be applied for at once.
        var again = await city.RecommendedAsync(change: answers =>
        {
            (answers["centreCode"], answers["keyField"]) = (body.Answers["centreCode"]!.GetValue<string>(), "new-materials");
            answers["leadBodies"]![0]!["code"] = body.Answers["leadBodies"]![0]!["code"]!.GetValue<string>();
        });
        var secondNotice = await city.PostedAsync(again);
        host.Set("2026-03-20 10:00:00");
        (await city.AnnounceAsync(secondNotice, host.Today, again)).Accepted().Json["centres"]![0]!["institutionId"]!.GetValue<Guid>().ShouldBe(institution);

        var seen = (await city.Chair.GetAsync($"/institutions/{institution}")).Accepted().Json;
        seen["history"]!.AsArray().Select(entry => entry!["standing"]!.GetValue<string>()).ShouldBe(["recognised", "revoked", "recognised"]);
        seen["category"]!.GetValue<string>().ShouldBe("new-materials");
        seen["recognisedOn"]!.GetValue<string>().ShouldBe("2026-03-10", "ZS-08 asks for the first recognition");
        (await city.Anybody.GetAsync($"/public/certificates/{old}")).Json["valid"]!.GetValue<bool>().ShouldBeFalse();
        var certificate = (await city.Anybody.GetAsync($"/public/certificates/{await CodeAsync()}")).Accepted().Json;
        certificate["valid"]!.GetValue<bool>().ShouldBeTrue();
        certificate["recognisedOn"]!.GetValue<string>().ShouldBe("2026-03-20");

        async Task<string> CodeAsync() => (await city.Chair.GetAsync($"/institutions/{institution}/certificate")).Accepted().Json["code"]!.GetValue<string>();
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task What_was_handed_in_before_the_body_lost_its_standing_does_not_bring_it_back(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-03-02 10:00:00");
        var city = new Recognising(host);
        var body = await city.RecommendedAsync();
        var notice = await city.PostedAsync(body);
        host.Set("2026-03-10 10:00:00");
        var institution = (await city.AnnounceAsync(notice, host.Today, body)).Accepted().Json["centres"]![0]!["institutionId"]!.GetValue<Guid>();
        var under = await city.RecommendedAsync(change: answers =>
            (answers["centreCode"], answers["keyField"]) = (body.Answers["centreCode"]!.GetValue<string>(), "new-materials"));
        host.Set("2026-03-10 11:00:00");
        await RevokeAsync(city, host, institution);
        var secondNotice = await city.PostedAsync(under);
        host.Set("2026-03-20 10:00:00");

        (await city.AnnounceAsync(secondNotice, host.Today, under)).Refused(HttpStatusCode.Conflict, "handed-in-before-end", "ZS-17");

        (await city.Chair.GetAsync($"/institutions/{institution}")).Json["standing"]!.GetValue<string>().ShouldBe("revoked");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_legal_person_that_is_recognised_is_not_recognised_again_under_another_bodys_name(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-03-02 10:00:00");
        var city = new Recognising(host);
        var first = await city.RecommendedAsync();
        var builder = new Journey(host.Service);
        await builder.SubmittedAsync();
        (await builder.RecommendAsync(on: host.Today)).Accepted();
        var entered = (await builder.EnterAsync(on: host.Today)).Accepted();
        var again = await city.RecommendedAsync(entered.Id, builder, answers => answers["centreCode"] = first.Answers["centreCode"]!.GetValue<string>());
        var notice = await city.PostedAsync(first, again);
        host.Set("2026-03-20 10:00:00");
        var institution = (await city.AnnounceAsync(notice, host.Today, first)).Accepted().Json["centres"]![0]!["institutionId"]!.GetValue<Guid>();

        var problem = (await city.AnnounceAsync(notice, host.Today, again)).Refused(HttpStatusCode.Conflict, "legal-person-recognised", "ZS-17");

        problem["inputs"]!["otherInstitutionId"]!.GetValue<Guid>().ShouldBe(institution);
        (await city.Chair.GetAsync($"/institutions/{entered.Id}")).Json["standing"]!.GetValue<string>().ShouldBe("under-construction");
    }

    /// <summary>The city revokes a recognition for serious fraud by two persons (ZS-22).</summary>
    private static async Task RevokeAsync(Recognising city, TimedHost host, Guid institution)
    {
        var proposed = (await city.Chair.PostAsync("/sanctions", new { institutionId = institution, ground = "serious-fraud", facts = "申请材料中的检测报告系伪造", foundOn = host.Today, authority = "市场监督管理局", documentNumber = Journey.NewNumber() })).Accepted();
        (await city.Decider.PostAsync($"/sanctions/{proposed.Id}/confirm", new { documentNumber = Journey.NewNumber(), decidedOn = host.Today }, proposed.ETag)).Accepted();
    }

    private static async Task<Reply> VerifiedAsync(Recognising city, Reply notice)
    {
        var received = await ObjectionTests.FirstAsync(city, notice);
        return (await city.Chair.PostAsync($"/objections/{received.Id}/verify", new { findings = "现场核查" }, received.ETag)).Accepted();
    }

    /// <summary>What the register told of an institution, oldest first.</summary>
    private static async Task<List<JsonNode>> PublishedAsync(TimedHost host, Guid institution)
    {
        var bodies = await host.Service.InScopeAsync<RegistryDb, List<string>>(db => db.Database
            .SqlQueryRaw<string>("""SELECT "Body" AS "Value" FROM "OutboxMessage" WHERE "Type" = 'registry.institution-changed' ORDER BY "Sequence" """).ToListAsync());
        return [.. bodies.Select(text => JsonNode.Parse(text)!).Where(e => e["institutionId"]!.GetValue<Guid>() == institution)];
    }
}

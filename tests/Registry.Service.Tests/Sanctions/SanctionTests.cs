using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Hosting;
using Testing.Identity;
using Xunit;

namespace Registry.Tests.Sanctions;

/// <summary>Cases from their proposal to their end, and the bans that come of them.</summary>
public sealed class SanctionTests(RunningRegistry registry)
{
    private static DateOnly Today => Journey.Today;

    [Theory, ClassData(typeof(Providers))]
    public async Task A_body_that_cheated_under_construction_loses_its_entry_and_may_not_apply_for_two_years(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var body = new Journey(host);
        var id = (await body.EnteredAsync()).Id;
        var proposed = await ProposeAsync(host, id);
        (await StandingAsync(body, id)).ShouldBe("under-construction", "a proposal changes nothing (P-5)");

        var confirmed = (await ConfirmAsync(host, proposed)).Accepted();

        confirmed.Json["status"]!.GetValue<string>().ShouldBe("confirmed");
        confirmed.Json["sheet"]!["lines"]!.AsArray().ShouldNotBeEmpty();
        (await StandingAsync(body, id)).ShouldBe("revoked");
        var bans = (await body.City.GetAsync($"/bans?code={body.Organisation}&on={Today:yyyy-MM-dd}")).Accepted().Json["items"]!.AsArray();
        bans.ShouldHaveSingleItem()!["subject"]!.GetValue<string>().ShouldBe("institution");

        body.Answers["projectName"] = $"另一项目{body.Organisation[^8..]}";
        await body.DraftAsync();
        var refused = (await body.SubmitAsync()).Refused(HttpStatusCode.Conflict, "banned", "ZS-22")["inputs"]!;
        refused["lastDay"].Day().ShouldBe(Today.AddYears(2));
        refused["firstFreeDay"].Day().ShouldBe(Today.AddYears(2).AddDays(1));
        (await body.SeenByAsync(body.Operator)).Json["status"]!.GetValue<string>().ShouldBe("draft");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_ban_of_ZS_22_hits_the_lead_body_in_the_same_field_and_in_no_other(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var leadBody = Papers.NewOrganisation();
        var cheat = WithLeadBody(new Journey(host), leadBody);
        (await ConfirmAsync(host, await ProposeAsync(host, (await cheat.EnteredAsync()).Id))).Accepted();

        var same = WithLeadBody(new Journey(host), leadBody.ToLowerInvariant());
        await same.DraftAsync();
        (await same.SubmitAsync()).Refused(HttpStatusCode.Conflict, "banned", "ZS-22")["inputs"]!["subject"]!.GetValue<string>().ShouldBe("lead-bodies");

        same.Answers["keyField"] = "new-materials";
        await same.SaveAsync();
        (await same.SubmitAsync()).Accepted();
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_recorded_decision_lifts_a_ban_and_nothing_else_does(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var body = new Journey(host);
        var confirmed = (await ConfirmAsync(host, await ProposeAsync(host, (await body.EnteredAsync()).Id))).Accepted();
        var ban = confirmed.Json["bans"]!.AsArray().Single(b => b!["subject"]!.GetValue<string>() == "institution")!;
        var lift = $"/bans/{ban["id"]}/lift";

        object Decision(DateOnly decidedOn, string reason = "另案查清") => new { documentNumber = Journey.NewNumber(), decidedOn, reason };
        async Task<Reply> LiftAsync(Person by, object body, string step = "") =>
            await by.PostAsync($"{lift}{step}", body, (await Person.City(host).GetAsync($"/bans/{ban["id"]}")).Accepted().ETag);

        (await LiftAsync(body.City, Decision(Today, ""))).Refused(HttpStatusCode.BadRequest);
        (await LiftAsync(body.City, Decision(Today.AddDays(1)))).Refused(HttpStatusCode.Conflict, "date-in-future", "ZS-22");
        (await LiftAsync(body.City, Decision(Today.AddDays(-1)))).Refused(HttpStatusCode.Conflict, "ban-not-running", "ZS-22");
        (await LiftAsync(body.Operator, Decision(Today))).Refused(HttpStatusCode.Forbidden);
        (await LiftAsync(Person.City(host, "ezhou"), Decision(Today))).Refused(HttpStatusCode.NotFound);
        (await body.City.PostAsync(lift, Decision(Today))).Refused(HttpStatusCode.PreconditionRequired);
        (await body.City.PostAsync(lift, Decision(Today), "\"9\"")).Refused(HttpStatusCode.PreconditionFailed, "stale");

        (await LiftAsync(body.City, Decision(Today))).Accepted().Json["liftedOn"].ShouldBeNull("another person decides");
        (await body.City.GetAsync("/bans?lifting=true&limit=200")).Accepted().Json["items"]!.AsArray().ShouldContain(b => b!["id"]!.GetValue<Guid>() == ban["id"]!.GetValue<Guid>());
        (await LiftAsync(body.City, new { }, "/confirm")).Refused(HttpStatusCode.Forbidden, "proposer-decides", "P-5");
        var lifted = (await LiftAsync(Person.City(host, name: "decider"), new { }, "/confirm")).Accepted();
        lifted.Json["firstFreeDay"].Day().ShouldBe(Today);
        lifted.Json["liftings"]![0]!["status"]!.GetValue<string>().ShouldBe("confirmed");
        (await ToldAsync(host, ban["id"]!.GetValue<Guid>())).Select(told => told["liftedOn"]?.GetValue<string>()).ShouldBe([null, $"{Today:yyyy-MM-dd}"]);
        (await LiftAsync(body.City, Decision(Today, "再解除一次"))).Refused(HttpStatusCode.Conflict, "ban-not-running");
        body.Answers["projectName"] = $"再次申报{body.Organisation[^8..]}";
        // The lead body, shared with other tests, may be barred by one of them in this field.
        WithLeadBody(body, Papers.NewOrganisation());
        await body.DraftAsync();
        (await body.SubmitAsync()).Accepted();
    }

    /// <summary>What was published of a ban so far, in order.</summary>
    private static Task<List<JsonNode>> ToldAsync(ServiceHost host, Guid ban) => host.InScopeAsync<RegistryDb, List<JsonNode>>(async db =>
        (await db.Database.SqlQuery<string>($"SELECT \"Body\" AS \"Value\" FROM \"OutboxMessage\" WHERE \"StreamKey\" = {$"ban/{ban}"} ORDER BY \"Sequence\"").ToListAsync())
            .ConvertAll(body => JsonNode.Parse(body)!));

    [Theory, ClassData(typeof(Providers))]
    public async Task Two_persons_two_documents_and_the_version_seen_are_needed(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var body = new Journey(host);
        var id = (await body.EnteredAsync()).Id;
        var proposed = await ProposeAsync(host, id);
        var (path, decision) = ($"/sanctions/{proposed.Id}/confirm", new { documentNumber = Journey.NewNumber(), decidedOn = Today });

        (await Person.City(host, name: "proposer").PostAsync(path, decision, proposed.ETag)).Refused(HttpStatusCode.Forbidden, "proposer-decides", "P-5");
        (await Person.City(host, name: "proposer").PostAsync($"/sanctions/{proposed.Id}/dismiss", new { reason = "证据不足" }, proposed.ETag))
            .Refused(HttpStatusCode.Forbidden, "proposer-decides", "P-5");
        (await body.City.PostAsync(path, decision)).Refused(HttpStatusCode.PreconditionRequired);
        (await body.City.PostAsync(path, decision, "\"9\"")).Refused(HttpStatusCode.PreconditionFailed, "stale");
        (await body.City.PostAsync(path, new { documentNumber = " ", decidedOn = Today }, proposed.ETag)).Refused(HttpStatusCode.BadRequest);
        (await body.City.PostAsync(path, new { documentNumber = "1", decidedOn = Today.AddDays(1) }, proposed.ETag)).Refused(HttpStatusCode.Conflict, "date-in-future", "ZS-22");
        (await body.City.PostAsync(path, new { documentNumber = "1", decidedOn = Today.AddDays(-1) }, proposed.ETag)).Refused(HttpStatusCode.Conflict, "decided-before-found", "ZS-22");
        var old = await ProposeAsync(host, id, foundOn: new DateOnly(2020, 1, 1));
        (await body.City.PostAsync($"/sanctions/{old.Id}/confirm", new { documentNumber = "1", decidedOn = new DateOnly(2020, 1, 2) }, old.ETag))
            .Refused(HttpStatusCode.Conflict, "decided-before-entry", "ZS-22");
        (await Person.City(host, "ezhou").PostAsync(path, decision, proposed.ETag)).Refused(HttpStatusCode.NotFound);
        (await body.District.PostAsync(path, decision, proposed.ETag)).Refused(HttpStatusCode.Forbidden);
        (await body.City.PostAsync($"/sanctions/{proposed.Id}/dismiss", new { reason = " " }, proposed.ETag)).Refused(HttpStatusCode.BadRequest);
        (await StandingAsync(body, id)).ShouldBe("under-construction");

        var dismissed = (await body.City.PostAsync($"/sanctions/{proposed.Id}/dismiss", new { reason = "证据不足" }, proposed.ETag)).Accepted();
        dismissed.Json["status"]!.GetValue<string>().ShouldBe("dismissed");
        (await body.City.PostAsync(path, decision, dismissed.ETag)).Refused(HttpStatusCode.Conflict, "wrong-status", "ZS-22");
        (await body.City.PostAsync($"/sanctions/{proposed.Id}/dismiss", new { reason = "证据不足" }, dismissed.ETag)).Refused(HttpStatusCode.Conflict, "wrong-status");
        (await StandingAsync(body, id)).ShouldBe("under-construction");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Two_deciders_at_once_decide_once(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var body = new Journey(host);
        var proposed = await ProposeAsync(host, (await body.EnteredAsync()).Id);
        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => ConfirmAsync(host, proposed, $"decider{i}")));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).ShouldBe(1);
        replies.Count(reply => reply.Status == HttpStatusCode.PreconditionFailed).ShouldBe(3);
        (await body.City.GetAsync($"/bans?code={body.Organisation}")).Json["items"]!.AsArray().Count.ShouldBe(1);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task What_cannot_be_proposed_is_refused(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var body = new Journey(host);
        var id = (await body.EnteredAsync()).Id;
        Task<Reply> PostAsync(string ground, string facts = "伪造合同", DateOnly? foundOn = null, Person? by = null, Guid? institution = null) =>
            (by ?? body.City).PostAsync("/sanctions", new { institutionId = institution ?? id, ground, facts, foundOn = foundOn ?? Today });

        (await PostAsync("no-such-ground")).Refused(HttpStatusCode.BadRequest)["inputs"]!["grounds"]!.AsArray().Select(g => g!.GetValue<string>())
            .ShouldBe(["serious-fraud", "major-accident", "research-misconduct"], ignoreOrder: true);
        (await PostAsync("evaluation-failed")).Refused(HttpStatusCode.Conflict, "ground-not-by-hand", "ZS-19");
        (await PostAsync("change-disqualifies")).Refused(HttpStatusCode.Conflict, "ground-not-by-hand", "ZS-21");
        (await PostAsync("serious-fraud", foundOn: Today.AddDays(1))).Refused(HttpStatusCode.Conflict, "date-in-future", "ZS-22");
        (await PostAsync("serious-fraud", " ")).Refused(HttpStatusCode.BadRequest);
        (await PostAsync("serious-fraud", institution: Guid.CreateVersion7())).Refused(HttpStatusCode.NotFound);
        (await PostAsync("serious-fraud", by: Person.City(host, "ezhou"))).Refused(HttpStatusCode.NotFound);
        (await PostAsync("serious-fraud", by: body.District)).Refused(HttpStatusCode.Forbidden);
        (await body.City.GetAsync($"/sanctions?institution={id}")).Json["items"]!.AsArray().ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_case_is_seen_by_the_bureau_and_once_confirmed_by_the_body(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var body = new Journey(host);
        var id = (await body.EnteredAsync()).Id;
        var proposed = await ProposeAsync(host, id);
        var path = $"/sanctions/{proposed.Id}";

        (await body.District.GetAsync(path)).Accepted();
        (await body.City.GetAsync($"/sanctions?institution={id}&status=proposed")).Json["items"]!.AsArray().Count.ShouldBe(1);
        (await body.City.GetAsync($"/sanctions?institution={id}&status=confirmed")).Json["items"]!.AsArray().ShouldBeEmpty();
        (await body.Operator.GetAsync(path)).Refused(HttpStatusCode.NotFound);
        (await Person.District(host, "putuo").GetAsync(path)).Refused(HttpStatusCode.NotFound);
        (await Person.City(host, "ezhou").GetAsync(path)).Refused(HttpStatusCode.NotFound);

        (await ConfirmAsync(host, proposed)).Accepted();
        (await body.Operator.GetAsync(path)).Accepted().Json["bans"]!.AsArray().Count.ShouldBe(2);
        (await new Journey(host).Operator.GetAsync(path)).Refused(HttpStatusCode.NotFound);
        (await body.Operator.GetAsync("/bans")).Accepted().Json["items"]!.AsArray().ShouldHaveSingleItem();
        (await new Journey(host).Operator.GetAsync($"/bans?code={body.Organisation}")).Json["items"]!.AsArray().ShouldBeEmpty();
        (await Person.Of(host, new TestUser("expert", ["expert"], "zhoushan")).GetAsync("/bans")).Refused(HttpStatusCode.Forbidden);
    }

    internal static async Task<Reply> ProposeAsync(ServiceHost host, Guid institution, string ground = "serious-fraud", DateOnly? foundOn = null) =>
        (await Person.City(host, name: "proposer").PostAsync("/sanctions", new
        {
            institutionId = institution,
            ground,
            facts = "申报材料中的合同系伪造",
            foundOn = foundOn ?? Today,
            authority = "舟山市科学技术局",
            documentNumber = Journey.NewNumber(),
        })).Accepted();

    internal static Task<Reply> ConfirmAsync(ServiceHost host, Reply proposed, string by = "confirmer") =>
        Person.City(host, name: by).PostAsync($"/sanctions/{proposed.Id}/confirm", new { documentNumber = Journey.NewNumber(), decidedOn = Today }, proposed.ETag);

    internal static async Task<string> StandingAsync(Journey body, Guid id) =>
        (await body.City.GetAsync($"/institutions/{id}")).Accepted().Json["standing"]!.GetValue<string>();

    private static Journey WithLeadBody(Journey body, string code)
    {
        body.Answers["leadBodies"] = new JsonArray(new JsonObject { ["name"] = Papers.LeadBody, ["code"] = code, ["kind"] = "county-government" });
        return body;
    }
}

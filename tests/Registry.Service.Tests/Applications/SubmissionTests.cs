using System.Net;
using System.Text.Json.Nodes;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Registry.Tests.Applications;

/// <summary>What may be handed in, and that it is handed in once.</summary>
public sealed class SubmissionTests(RunningRegistry registry)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task Nothing_is_handed_in_without_the_lead_bodys_commitment(DatabaseProvider provider)
    {
        var body = new Journey(await registry.OnAsync(provider));
        await body.DraftAsync(withCommitment: false);

        var problem = (await body.SubmitAsync()).Refused(HttpStatusCode.Conflict, "commitment-missing", "ZS-13");

        problem["inputs"]!["problems"]!.AsArray().ShouldHaveSingleItem()!["field"]!.GetValue<string>().ShouldBe("commitment");
        (await body.SeenByAsync(body.Operator)).Json["status"]!.GetValue<string>().ShouldBe("draft");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Every_answer_at_fault_is_listed_with_its_clause(DatabaseProvider provider)
    {
        var body = new Journey(await registry.OnAsync(provider));
        body.Answers["projectName"] = "舟山市海工装备产业创新中心";
        body.Answers["implementingBodyCode"] = "91330902MA2A0000X1";
        body.Answers["commitmentSignedOn"] = "2026-02-30";
        body.Answers["countyShareFen"] = 1.5;
        body.Answers["leadBodies"]![0]!["code"] = null;
        body.Answers["leadBodies"]![0]!["mayor"] = "张三";
        await body.DraftAsync();

        var problem = (await body.SubmitAsync()).Refused(HttpStatusCode.BadRequest, "answers-refused");

        problem["inputs"]!["problems"]!.AsArray().Select(p => $"{p!["field"]} {p["clauseId"]}").ShouldBe(
            [
                "projectName ZS-30",
                "implementingBodyCode ZS-10",
                "implementingBodyCode ZS-10",
                "leadBodies[0].mayor ZS-25",
                "leadBodies[0].code ZS-09",
                "countyShareFen ZS-29",
                "commitmentSignedOn ZS-13",
            ],
            ignoreOrder: true);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task One_applies_for_ones_own_organisation_and_district_only(DatabaseProvider provider)
    {
        var body = new Journey(await registry.OnAsync(provider));
        body.Answers["implementingBodyCode"] = Papers.NewOrganisation();
        body.Answers["district"] = "putuo";
        await body.DraftAsync();

        var problem = (await body.SubmitAsync()).Refused(HttpStatusCode.BadRequest, "answers-refused");

        problem["inputs"]!["problems"]!.AsArray().Select(p => p!["field"]!.GetValue<string>()).ShouldBe(["implementingBodyCode", "district"], ignoreOrder: true);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task An_application_is_handed_in_once_however_often_one_clicks(DatabaseProvider provider)
    {
        var body = new Journey(await registry.OnAsync(provider));
        var draft = await body.DraftAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => body.Operator.PostAsync($"{body.Path}/submit", new { }, draft.ETag)));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).ShouldBe(1);
        foreach (var late in replies.Where(reply => reply.Status != HttpStatusCode.OK))
        {
            late.Refused(HttpStatusCode.PreconditionFailed, "stale");
        }

        (await body.SubmitAsync()).Refused(HttpStatusCode.Conflict, "wrong-status", "ZS-25");
        var seen = await body.SeenByAsync(body.Operator);
        seen.Json["round"]!.GetValue<int>().ShouldBe(1);
        seen.Json["timeline"]!.AsArray().Count.ShouldBe(2);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task The_same_project_is_not_under_way_twice(DatabaseProvider provider)
    {
        var body = new Journey(await registry.OnAsync(provider));
        await body.SubmittedAsync();
        var first = body.Id;
        await body.DraftAsync();

        (await body.SubmitAsync()).Refused(HttpStatusCode.Conflict, "submitted-twice", "ZS-25")["inputs"]!["otherApplicationId"]!.GetValue<Guid>().ShouldBe(first);

        body.Answers["projectName"] = $"{body.Title}二期";
        await body.SaveAsync();
        (await body.SubmitAsync()).Accepted();
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_draft_is_saved_as_one_types_under_the_version_that_was_seen(DatabaseProvider provider)
    {
        var body = new Journey(await registry.OnAsync(provider));
        var draft = await body.DraftAsync(withCommitment: false);

        var saved = (await body.Operator.PutAsync(body.Path, new { answers = new { projectName = "半", implementingBodyCode = "9133" } }, draft.ETag)).Accepted();

        saved.ETag.ShouldNotBe(draft.ETag);
        saved.Json["answers"]!["projectName"]!.GetValue<string>().ShouldBe("半");
        (await body.Operator.PutAsync(body.Path, new { answers = new { } }, draft.ETag)).Refused(HttpStatusCode.PreconditionFailed, "stale");
        (await body.Operator.PutAsync(body.Path, new { answers = new { } })).Refused(HttpStatusCode.PreconditionRequired);
        (await body.Operator.PutAsync(body.Path, new { answers = new { mayor = "张三" } }, saved.ETag)).Refused(HttpStatusCode.BadRequest, "bad-input", "answers");
        (await body.Operator.PutAsync(body.Path, new { answers = new JsonArray() }, saved.ETag)).Refused(HttpStatusCode.BadRequest, "bad-input", "answers");
        (await body.SeenByAsync(body.Operator)).Json["answers"]!["projectName"]!.GetValue<string>().ShouldBe("半");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task What_was_handed_in_is_not_edited(DatabaseProvider provider)
    {
        var body = new Journey(await registry.OnAsync(provider));
        var submitted = await body.SubmittedAsync();

        (await body.Operator.PutAsync(body.Path, new { answers = body.Answers }, submitted.ETag)).Refused(HttpStatusCode.Conflict, "wrong-status", "ZS-25");
    }
}

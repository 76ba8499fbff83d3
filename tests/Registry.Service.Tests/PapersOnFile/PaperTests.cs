using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Contracts.Registry;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using ServiceDefaults.Problems;
using Shouldly;
using Testing.Databases;
using Testing.Hosting;
using Testing.Identity;
using Xunit;

namespace Registry.Tests.PapersOnFile;

public sealed class PaperTests(RunningRegistry registry)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task A_new_version_takes_the_place_of_the_old_one_which_stays_in_the_history(DatabaseProvider provider)
    {
        var (body, id) = await EnteredAsync(await registry.OnAsync(provider));
        await FileAsync(body, id, "ip-officer", "王专员", Journey.Today.AddDays(-30));

        await FileAsync(body, id, "ip-officer", "李专员", Journey.Today.AddDays(-10));

        Titles(await SeenAsync(body, id), "inForce", "ip-officer").ShouldBe(["李专员"]);
        Titles(await SeenAsync(body, id), "history", "ip-officer").ShouldBe(["李专员", "王专员"]);
        Titles(await SeenAsync(body, id, Journey.Today.AddDays(-11)), "inForce", "ip-officer").ShouldBe(["王专员"]);
        Titles(await SeenAsync(body, id, Journey.Today.AddDays(-31)), "inForce", "ip-officer").ShouldBeEmpty();
        (await PostAsync(body, id, "ip-officer", "张专员", Journey.Today.AddDays(-11))).Refused(HttpStatusCode.Conflict, "before-the-version-in-use", "ZS-31");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Qualifications_stand_side_by_side_and_each_runs_out_by_itself(DatabaseProvider provider)
    {
        var (body, id) = await EnteredAsync(await registry.OnAsync(provider));
        var lastDay = Journey.Today.AddDays(10);
        var accreditation = await FileAsync(body, id, "qualification", "CNAS 认可", Journey.Today, lastDay);
        var metrology = await FileAsync(body, id, "qualification", "CMA 认定", Journey.Today, Journey.Today.AddDays(400));
        (await PostAsync(body, id, "qualification", "ISO 9001", Journey.Today)).Refused(HttpStatusCode.BadRequest, "bad-input", "expiresOn");
        await AttachAsync(body, accreditation);
        await AttachAsync(body, metrology);

        Gaps(await SeenAsync(body, id, lastDay), "qualification").ShouldBeEmpty();
        Gaps(await SeenAsync(body, id, lastDay.AddDays(1)), "qualification").ShouldBe(["expired CNAS 认可"]);

        var renewed = await FileAsync(body, id, "qualification", "CNAS 认可", lastDay.AddDays(1), lastDay.AddDays(400));
        await AttachAsync(body, renewed);
        Gaps(await SeenAsync(body, id, lastDay.AddDays(1)), "qualification").ShouldBeEmpty();
        Titles(await SeenAsync(body, id, lastDay), "inForce", "qualification").ShouldBe(["CNAS 认可", "CMA 认定"], ignoreOrder: true);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task What_is_missing_depends_on_the_day_and_the_standing(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (body, id) = await EnteredAsync(host);

        Kinds(await SeenAsync(body, id)).ShouldNotContain("cooperation-agreement");
        Kinds(await SeenAsync(body, id)).ShouldNotContain("ip-rules");
        Kinds(await SeenAsync(body, id, Journey.Today.AddDays(-1))).ShouldBeEmpty();

        await Standing.RecognisedAsync(host, id, Journey.Today.AddDays(1));
        Kinds(await SeenAsync(body, id)).ShouldNotContain("ip-rules");
        Gaps(await SeenAsync(body, id, Journey.Today.AddDays(1)), "ip-rules").ShouldBe(["missing "]);
        Gaps(await SeenAsync(body, id, Journey.Today.AddDays(1)), "ip-officer").ShouldBe(["missing "]);

        await FileAsync(body, id, "ip-officer", "王专员", Journey.Today);
        var rules = await FileAsync(body, id, "ip-rules", "知识产权管理办法", Journey.Today);
        var seen = await SeenAsync(body, id, Journey.Today.AddDays(1));
        Gaps(seen, "ip-officer").ShouldBeEmpty();
        Gaps(seen, "ip-rules").ShouldBe(["without-file 知识产权管理办法"]);
        seen["gaps"]!.AsArray().Single(gap => gap!["kind"]!.GetValue<string>() == "ip-rules")!["clause"]!.GetValue<string>().ShouldBe("ZS-31");

        await AttachAsync(body, rules);
        Gaps(await SeenAsync(body, id, Journey.Today.AddDays(1)), "ip-rules").ShouldBeEmpty();
        await Standing.BecomesAsync(host, id, Standings.Delisted, Journey.Today.AddDays(2));
        Kinds(await SeenAsync(body, id, Journey.Today.AddDays(2))).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Whoever_builds_jointly_keeps_the_agreement_of_its_parties_on_file(DatabaseProvider provider)
    {
        var body = new Journey(await registry.OnAsync(provider));
        body.Answers["jointlyBuilt"] = true;
        await body.DraftAsync();
        (await body.AttachAsync("cooperationAgreement", "合作协议.pdf")).Accepted();
        (await body.SubmitAsync()).Accepted();
        (await body.RecommendAsync()).Accepted();
        var id = (await body.EnterAsync()).Accepted().Id;

        var seen = await SeenAsync(body, id);
        Kinds(seen).ShouldNotContain("cooperation-agreement");
        Titles(seen, "inForce", "cooperation-agreement").ShouldHaveSingleItem();
        await FileAsync(body, id, "cooperation-agreement", "合作协议(修订)", Journey.Today);
        Gaps(await SeenAsync(body, id), "cooperation-agreement").ShouldBe(["without-file 合作协议(修订)"]);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_paper_that_is_given_up_leaves_a_gap_from_the_next_day(DatabaseProvider provider)
    {
        var (body, id) = await EnteredAsync(await registry.OnAsync(provider));
        var plan = await FileAsync(body, id, "construction-plan", "建设方案", Journey.Today.AddDays(-5));
        await AttachAsync(body, plan);
        var etag = await ETagAsync(body, id);
        object end = new { endedOn = Journey.Today.AddDays(-1), reason = "方案作废" };

        (await body.Operator.PostAsync($"/papers/{plan}/end", end, "\"1\"")).Refused(HttpStatusCode.PreconditionFailed);
        (await body.Operator.PostAsync($"/papers/{plan}/end", new { endedOn = Journey.Today.AddDays(1), reason = "方案作废" }, etag)).Refused(HttpStatusCode.BadRequest, "bad-input", "endedOn");
        (await body.Operator.PostAsync($"/papers/{plan}/end", end, etag)).Accepted();

        Gaps(await SeenAsync(body, id), "construction-plan").ShouldBe(["missing "]);
        (await body.Operator.UploadAsync($"/papers/{plan}/attachments", "a.pdf", "application/pdf", Papers.Pdf())).Refused(HttpStatusCode.Conflict, "paper-replaced", "ZS-27");
        (await body.Operator.PostAsync($"/papers/{plan}/end", end, await ETagAsync(body, id))).Refused(HttpStatusCode.Conflict, "paper-replaced", "ZS-27");
        Titles(await SeenAsync(body, id), "history", "construction-plan").ShouldBe(["建设方案"]);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task The_plan_of_the_application_is_the_first_version_on_file(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var body = new Journey(host);
        await body.DraftAsync();
        (await body.AttachAsync("constructionPlan", "船舶平台建设方案.pdf", Papers.Pdf("plan"))).Accepted();
        (await body.SubmitAsync()).Accepted();
        (await body.RecommendAsync()).Accepted();

        var id = (await body.EnterAsync()).Accepted().Id;

        var plan = (await SeenAsync(body, id))["inForce"]!.AsArray().Single()!;
        plan["kind"]!.GetValue<string>().ShouldBe("construction-plan");
        plan["title"]!.GetValue<string>().ShouldBe("船舶平台建设方案");
        plan["validFrom"]!.GetValue<string>().ShouldBe($"{Journey.Today:yyyy-MM-dd}");
        var file = plan["files"]!.AsArray().Single()!["id"]!.GetValue<Guid>();
        (await body.City.GetAsync($"/papers/{plan["id"]!.GetValue<Guid>()}/attachments/{file}")).Accepted().Text.ShouldContain("plan");
        (await ToldAsync(host, id)).Papers.Single().Kind.ShouldBe("construction-plan");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task The_others_are_told_what_is_on_file_with_its_days(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (body, id) = await EnteredAsync(host);
        var unfiled = await FileAsync(body, id, "ip-rules", "知识产权管理办法", Journey.Today);
        await FileAsync(body, id, "ip-officer", "王专员", Journey.Today.AddDays(-3));
        await FileAsync(body, id, "ip-officer", "李专员", Journey.Today.AddDays(3));

        var told = await ToldAsync(host, id);
        told.Version.ShouldBe(3);
        told.Papers.ShouldNotContain(paper => paper.Kind == "ip-rules");
        told.Papers.ShouldContain(paper => paper.Title == "王专员" && paper.ExpiresOn == Journey.Today.AddDays(2));
        told.Papers.ShouldContain(paper => paper.Title == "李专员" && paper.ExpiresOn == null);

        await AttachAsync(body, unfiled);
        (await ToldAsync(host, id)).Papers.ShouldContain(paper => paper.Kind == "ip-rules");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Papers_are_changed_by_their_operator_in_the_version_that_it_saw_and_read_by_those_concerned(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (body, id) = await EnteredAsync(host);
        var path = $"/institutions/{id}/papers";
        object paper = new { kind = "ip-officer", title = "王专员", validFrom = Journey.Today };

        (await body.Operator.PostAsync(path, paper)).Refused(HttpStatusCode.PreconditionRequired);
        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => body.Operator.PostAsync(path, paper, "\"0\"")));
        replies.Count(reply => reply.Status == HttpStatusCode.Created).ShouldBe(1);
        replies.Count(reply => reply.Status == HttpStatusCode.PreconditionFailed).ShouldBe(3);

        (await body.Operator.PostAsync(path, new { kind = "nothing", title = "x", validFrom = Journey.Today }, "\"1\"")).Refused(HttpStatusCode.BadRequest, "bad-input", "kind");
        (await new Journey(host).Operator.PostAsync(path, paper, "\"1\"")).Refused(HttpStatusCode.NotFound);
        (await new Journey(host).Operator.GetAsync(path)).Refused(HttpStatusCode.NotFound);
        (await Person.District(host, "putuo").GetAsync(path)).Refused(HttpStatusCode.NotFound);
        (await body.District.GetAsync(path)).Accepted();
        (await Person.Of(host, new TestUser("leader", ["leader"], "zhoushan")).GetAsync(path)).Accepted();
        (await Person.City(host, "ezhou").GetAsync(path)).Refused(HttpStatusCode.NotFound);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task The_sweep_warns_once_of_what_runs_out_and_a_renewal_silences_it(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (body, id) = await EnteredAsync(host);
        await FileAsync(body, id, "qualification", "CNAS 认可", Journey.Today, Journey.Today.AddDays(30));
        await FileAsync(body, id, "qualification", "CMA 认定", Journey.Today, Journey.Today.AddDays(90));
        await FileAsync(body, id, "qualification", "ISO 9001", Journey.Today, Journey.Today.AddDays(91));
        var admin = Person.Of(host, new TestUser("admin", ["admin"]));

        (await admin.PostAsync("/sweeps/papers-expiring", new { })).Accepted();
        (await admin.PostAsync("/sweeps/papers-expiring", new { })).Accepted();

        (await WarningsAsync(body, id)).ShouldBe(["CMA 认定 90", "CNAS 认可 30"], ignoreOrder: true);
        await FileAsync(body, id, "qualification", "CNAS 认可", Journey.Today.AddDays(31), Journey.Today.AddDays(700));
        (await WarningsAsync(body, id)).ShouldBe(["CMA 认定 90"]);
        (await new Journey(host).Operator.GetAsync($"/paper-warnings?institution={id}")).Json["items"]!.AsArray().ShouldBeEmpty();
    }

    private static async Task<string[]> WarningsAsync(Journey body, Guid id) =>
        [.. (await body.Operator.GetAsync($"/paper-warnings?institution={id}")).Accepted().Json["items"]!.AsArray().Select(row => $"{row!["title"]} {row["daysBefore"]}")];

    private static async Task<(Journey Body, Guid Id)> EnteredAsync(ServiceHost host)
    {
        var body = new Journey(host);
        return (body, (await body.EnteredAsync()).Id);
    }

    private static async Task<Guid> FileAsync(Journey body, Guid id, string kind, string title, DateOnly from, DateOnly? expiresOn = null) =>
        (await PostAsync(body, id, kind, title, from, expiresOn)).Accepted().Id;

    private static async Task<Reply> PostAsync(Journey body, Guid id, string kind, string title, DateOnly validFrom, DateOnly? expiresOn = null) =>
        await body.Operator.PostAsync($"/institutions/{id}/papers", new { kind, title, validFrom, expiresOn }, await ETagAsync(body, id));

    private static async Task AttachAsync(Journey body, Guid paper) =>
        (await body.Operator.UploadAsync($"/papers/{paper}/attachments", "正本.pdf", "application/pdf", Papers.Pdf())).Accepted();

    private static async Task<string> ETagAsync(Journey body, Guid id) => (await body.Operator.GetAsync($"/institutions/{id}/papers")).Accepted().ETag!;

    private static async Task<JsonNode> SeenAsync(Journey body, Guid id, DateOnly? on = null) =>
        (await body.Operator.GetAsync($"/institutions/{id}/papers?on={on ?? Journey.Today:yyyy-MM-dd}")).Accepted().Json;

    private static string[] Titles(JsonNode seen, string list, string kind) =>
        [.. seen[list]!.AsArray().Where(paper => paper!["kind"]!.GetValue<string>() == kind).Select(paper => paper!["title"]!.GetValue<string>())];

    private static string[] Kinds(JsonNode seen) => [.. seen["gaps"]!.AsArray().Select(gap => gap!["kind"]!.GetValue<string>())];

    private static string[] Gaps(JsonNode seen, string kind) =>
        [.. seen["gaps"]!.AsArray().Where(gap => gap!["kind"]!.GetValue<string>() == kind).Select(gap => $"{gap!["reason"]} {gap["title"]}")];

    /// <summary>The latest of what Registry published about the papers of an institution.</summary>
    private static async Task<PapersChanged> ToldAsync(ServiceHost host, Guid id)
    {
        var bodies = await host.InScopeAsync<RegistryDb, List<string>>(db => db.Database.SqlQuery<string>(
            $"SELECT \"Body\" AS \"Value\" FROM \"OutboxMessage\" WHERE \"StreamKey\" = {$"institution/{id}"} AND \"Type\" = {"registry.papers-changed"}").ToListAsync());
        return bodies.Select(body => JsonSerializer.Deserialize<PapersChanged>(body, StrictJson.Options)!).MaxBy(told => told.Version)!;
    }
}

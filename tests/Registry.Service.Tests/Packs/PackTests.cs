using System.Net;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Hosting;
using Testing.Identity;
using Xunit;

namespace Registry.Tests.Packs;

public sealed class PackTests(RunningRegistry registry)
{
    private const string Programme = "zhoushan-innovation-centres";

    [Theory, ClassData(typeof(Providers))]
    public async Task A_pack_tells_what_a_form_and_an_explanation_need(DatabaseProvider provider)
    {
        var reader = Leader(await registry.OnAsync(provider));

        var rows = (await reader.GetAsync("/policies")).Accepted().Json["items"]!.AsArray();
        var pack = (await reader.GetAsync($"/policies/{Programme}?on=2026-01-05")).Accepted().Json;

        rows.Count(row => row!["programme"]!.GetValue<string>() == Programme && row["ruling"]!.GetValue<bool>()).ShouldBe(1);
        pack["clauses"]!.AsArray().Single(c => c!["id"]!.GetValue<string>() == "ZS-03")!["quote"]!.GetValue<string>().ShouldContain("每年安排不超过300万元财政资金");
        var name = pack["fields"]!.AsArray().Single(f => f!["name"]!.GetValue<string>() == "projectName")!;
        name["type"]!.GetValue<string>().ShouldBe("text");
        name["label"]!["zh"]!.GetValue<string>().ShouldBe("项目名称");
        pack["parameters"]!.AsArray().Single(p => p!["name"]!.GetValue<string>() == "annual-cap")!["values"]![0]!["value"]!["amountFen"]!.GetValue<long>().ShouldBe(300_000_000);
        pack["grades"]!.AsArray().Select(g => g!["key"]!.GetValue<string>()).ShouldBe(["excellent", "good", "pass", "fail"]);
        pack["hash"]!.GetValue<string>().ShouldBe(Repository.Zhoushan.Hash);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_pack_is_its_jurisdictions_and_rules_from_its_day(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var elsewhere = Person.Of(host, new TestUser("ez-leader", ["leader"], "ezhou"));

        (await Leader(host).GetAsync($"/policies/{Programme}?on=2025-10-20")).Refused(HttpStatusCode.NotFound);
        (await Leader(host).GetAsync($"/policies/{Programme}?on=2025-10-21")).Accepted();
        (await Leader(host).GetAsync("/policies/no-such")).Refused(HttpStatusCode.NotFound);
        (await elsewhere.GetAsync($"/policies/{Programme}")).Refused(HttpStatusCode.NotFound);
        (await elsewhere.GetAsync("/policies")).Text.ShouldNotContain(Programme);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_pack_with_a_typo_is_refused_with_line_and_key(DatabaseProvider provider)
    {
        var leader = Leader(await registry.OnAsync(provider));
        var lines = Repository.Zhoushan.Content.Split('\n');
        var at = Array.FindIndex(lines, line => line.StartsWith("    reference-day:", StringComparison.Ordinal));
        lines[at] = lines[at].Replace("reference-day", "refrence-day", StringComparison.Ordinal);

        var problem = (await leader.PostAsync("/policies/proposals", new { content = string.Join('\n', lines) })).Refused(HttpStatusCode.BadRequest, "file-invalid");

        var problems = problem["inputs"]!["problems"]!.AsArray();
        problems.ShouldContain(p => p!["line"]!.GetValue<int>() == at + 1 && p["key"]!.GetValue<string>().Contains("refrence-day", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_new_version_is_published_by_two_persons(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (proposer, approver) = (Person.City(host, name: "proposer"), Leader(host));
        var from = Journey.Today.AddYears(5);

        var proposal = (await proposer.PostAsync("/policies/proposals", new { content = VersionFrom(from) })).Accepted();
        var approve = $"/policies/proposals/{proposal.Id}/approve";

        (await proposer.PostAsync(approve, new { }, proposal.ETag)).Refused(HttpStatusCode.Forbidden, clause: "approver");
        (await approver.PostAsync(approve, new { })).Refused(HttpStatusCode.PreconditionRequired);
        (await Person.Of(host, new TestUser("ez-leader", ["leader"], "ezhou")).PostAsync(approve, new { }, proposal.ETag)).Refused(HttpStatusCode.NotFound);
        (await approver.GetAsync($"/policies/{Programme}?on={from:yyyy-MM-dd}")).Json["from"]!.GetValue<string>().ShouldBe("2025-10-21");
        (await approver.PostAsync(approve, new { }, proposal.ETag)).Accepted().Json["status"]!.GetValue<string>().ShouldBe("approved");
        (await approver.PostAsync(approve, new { }, proposal.ETag)).Refused(HttpStatusCode.PreconditionFailed, "stale");

        (await approver.GetAsync($"/policies/{Programme}?on={from:yyyy-MM-dd}")).Json["from"]!.GetValue<string>().ShouldBe($"{from:yyyy-MM-dd}");
        (await approver.GetAsync($"/policies/{Programme}?on={from.AddDays(-1):yyyy-MM-dd}")).Json["from"]!.GetValue<string>().ShouldBe("2025-10-21");
        (await approver.GetAsync("/policies/proposals")).Text.ShouldContain(proposal.Id.ToString());
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_version_never_rewrites_days_that_decisions_have_passed(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var foreign = Person.City(host, "ezhou");

        (await Leader(host).PostAsync("/policies/proposals", new { content = VersionFrom(new DateOnly(2025, 10, 21)) })).Refused(HttpStatusCode.Conflict, "version-not-ahead");
        (await Leader(host).PostAsync("/policies/proposals", new { content = VersionFrom(Journey.Today.AddDays(-1)) })).Refused(HttpStatusCode.Conflict, "version-not-ahead");
        (await foreign.PostAsync("/policies/proposals", new { content = VersionFrom(Journey.Today.AddYears(6)) })).Refused(HttpStatusCode.Forbidden);
        (await Person.Operator(host, Papers.NewOrganisation()).PostAsync("/policies/proposals", new { content = "" })).Refused(HttpStatusCode.Forbidden);
    }

    private static Person Leader(ServiceHost host) => Person.Of(host, new TestUser("leader", ["leader"], "zhoushan"));

    private static string VersionFrom(DateOnly from) =>
        Repository.Zhoushan.Content.Replace("\nfrom: 2025-10-21", $"\nfrom: {from:yyyy-MM-dd}", StringComparison.Ordinal);
}

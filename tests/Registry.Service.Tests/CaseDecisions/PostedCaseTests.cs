using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Registry.Tests.CaseDecisions;

/// <summary>The public notice of a case-by-case decision, where the bureau has decided that such cases are posted (EO-07).</summary>
[Collection(TimedRegistry.Collection)]
public sealed class PostedCaseTests(TimedRegistry registry)
{
    private const string Flag = "- { from: 2025-01-01, value: false, clause: EO-07, source: bureau, decision: case-by-case }";

    [Fact]
    public async Task Where_the_bureau_posts_its_cases_a_body_is_filed_after_the_last_working_day_of_its_notice()
    {
        using var policies = new OwnPolicies("ezhou-offshore-institutions", Flag, Flag.Replace("false", "true", StringComparison.Ordinal));
        var time = new SetTime();
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var service = await RunningRegistry.StartOnAsync(database, services => services.AddSingleton<TimeProvider>(time), policies.Folder);
        var host = new TimedHost(service, time);
        host.Set("2026-06-01 09:00:00");
        var body = FilingTests.Regional(host);
        await body.RecommendedAsync();
        var recorded = (await FilingTests.RecordAsync(host, body, "2026-06-01")).Accepted();
        (await PostAsync(host, recorded)).Refused(HttpStatusCode.Conflict, "case-decision-unconfirmed", "EO-07");
        await FilingTests.ConfirmAsync(host, recorded);
        (await body.FileAsync(host.Today, recorded.Id)).Refused(HttpStatusCode.Conflict, "notice-needed");

        var notice = (await PostAsync(host, recorded)).Accepted().Json;
        // 1 June 2026 is a Monday: its five working days end on the Monday after.
        notice["notice"]!["lastDay"]!.GetValue<string>().ShouldBe("2026-06-08");
        (await PostAsync(host, recorded)).Refused(HttpStatusCode.Conflict, "nothing-to-post", "EO-07");
        host.Set("2026-06-08 23:59:59");
        (await body.FileAsync(host.Today, recorded.Id)).Refused(HttpStatusCode.Conflict, "notice-not-over");

        host.Set("2026-06-09 00:00:00");
        (await body.FileAsync(host.Today, recorded.Id)).Accepted().Json["standing"]!.GetValue<string>().ShouldBe("filed");
    }

    [Fact]
    public async Task A_case_is_not_posted_where_the_bureau_has_not_decided_so()
    {
        var host = await registry.OnAsync(DatabaseProvider.Sqlite, "2026-03-10 09:00:00");
        var body = FilingTests.Regional(host);
        await body.RecommendedAsync();
        var recorded = (await FilingTests.RecordAsync(host, body, "2026-03-10")).Accepted();
        await FilingTests.ConfirmAsync(host, recorded);

        (await PostAsync(host, recorded)).Refused(HttpStatusCode.Conflict, "no-public-notice", "EO-07");
    }

    private static Task<Reply> PostAsync(TimedHost host, Reply decision) =>
        Person.City(host.Service, "ezhou", "third").PostAsync($"/case-decisions/{decision.Id}/notice", new { documentNumber = Journey.NewNumber(), postedOn = host.Today });

    /// <summary>The repository's policies with one line of one pack another.</summary>
    private sealed class OwnPolicies : IDisposable
    {
        public OwnPolicies(string programme, string line, string instead)
        {
            foreach (var file in Directory.GetFiles(Repository.PoliciesFolder, "*.yaml", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(Folder, Path.GetRelativePath(Repository.PoliciesFolder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                var text = File.ReadAllText(file);
                File.WriteAllText(copy, file.Contains(programme, StringComparison.Ordinal) ? text.Replace(line, instead, StringComparison.Ordinal) : text);
            }
        }

        public string Folder { get; } = Directory.CreateTempSubdirectory("policies-").FullName;

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}

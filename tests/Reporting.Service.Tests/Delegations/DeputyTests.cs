using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Contracts.Registry;
using Reporting.Tests.Cycles;
using Reporting.Tests.Evaluations;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;

namespace Reporting.Tests.Delegations;

public sealed class DeputyTests
{
    private static readonly TestUser Deputy = new("ez-deputy", [Roles.DistrictReviewer], "ezhou", "echeng");

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_deputy_acts_in_the_post_that_it_was_given_and_counts_as_its_principal(DatabaseProvider provider)
    {
        var body = Guid.CreateVersion7();
        await using var reporting = await Offshore.StartAsync(provider, "2026-01-20T09:00:00+08:00", (body, "2025-06-10"));
        await reporting.SweepAsync("periodic-reports");
        var (ofFirst, ofSecond) = (Given(Offshore.City), Given(Offshore.City2));
        await reporting.TellAsync(ofFirst, ofSecond);
        var path = $"/periodic-reports/{(await reporting.ReportAsync(body)).Id()}/extensions";
        var asked = new { until = "2026-02-15", documentNumber = "鄂州科函〔2026〕3号", decidedOn = "2026-01-20", reason = "负责人因公出国，审计报告未出。" };

        var proposed = await reporting.DoneAsync(Offshore.City, path, asked);
        var confirm = $"/report-extensions/{proposed.Id()}/confirm";
        var withoutPost = await ConfirmAsync(null);
        var forItsPrincipal = await ConfirmAsync(ofFirst);
        await reporting.TellAsync(ofSecond with { IsRevoked = true });
        var revoked = await ConfirmAsync(ofSecond);
        await reporting.TellAsync(ofSecond);
        var stillRevoked = await ConfirmAsync(ofSecond);
        var another = Given(Offshore.City2);
        await reporting.TellAsync(ofFirst with { IsRevoked = true }, another);
        var forAnother = await ConfirmAsync(another);

        new[] { withoutPost, forItsPrincipal, revoked, stillRevoked, forAnother }.ShouldBe(["forbidden", "forbidden", "delegation-not-running", "delegation-not-running", ""]);
        (await reporting.ReportAsync(body)).Word("dueOn").ShouldBe("2026-02-15");
        (await reporting.GetAsync(Offshore.City, "/report-extensions"))["items"]![0]!["extension"]!.Word("confirmedByName").ShouldBe($"{Deputy.Name}（代{Offshore.City2.Name}）");

        async Task<string> ConfirmAsync(DelegationChanged? inPost)
        {
            using var client = reporting.Host.As(Deputy);
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/reporting{confirm}") { Content = JsonContent.Create(new { }) };
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{proposed.Version()}\""));
            if (inPost is not null)
            {
                request.Headers.Add(ActAsDeputy.Header, inPost.DelegationId.ToString());
            }

            using var answer = await client.SendAsync(request);
            return answer.StatusCode == HttpStatusCode.OK ? "" : new Refused(answer.StatusCode, (await answer.Content.ReadFromJsonAsync<System.Text.Json.Nodes.JsonNode>())!).Code;
        }
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task What_a_deputy_did_stays_its_principals_after_the_delegation_has_ended(DatabaseProvider provider)
    {
        var body = Guid.CreateVersion7();
        await using var reporting = await Offshore.StartAsync(provider, "2026-01-20T09:00:00+08:00", (body, "2025-06-10"));
        await reporting.SweepAsync("periodic-reports");
        var given = Given(Offshore.City);
        await reporting.TellAsync(given);
        var report = $"/periodic-reports/{(await reporting.ReportAsync(body)).Id()}";
        var proposed = await ProposeForPrincipalAsync();
        await reporting.TellAsync(given with { IsRevoked = true });

        var byPrincipal = await reporting.RefusedAsync(Offshore.City, $"/report-extensions/{proposed.Id()}/confirm", new { }, proposed.Version());

        byPrincipal.Code.ShouldBe("forbidden");
        (await OwnAsync(Offshore.City), await OwnAsync(Deputy), await OwnAsync(Offshore.City2)).ShouldBe((true, true, false));
        var namesake = Offshore.City2 with { Name = Offshore.City.Name };
        (await OwnAsync(namesake)).ShouldBeFalse();
        await reporting.DoneAsync(namesake, $"/report-extensions/{proposed.Id()}/confirm", new { }, proposed.Version());

        async Task<bool> OwnAsync(TestUser person) => (await reporting.GetAsync(person, report))["extensions"]![0]!["own"]!.GetValue<bool>();

        async Task<System.Text.Json.Nodes.JsonNode> ProposeForPrincipalAsync()
        {
            using var client = reporting.Host.As(Deputy);
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/reporting{report}/extensions")
            {
                Content = JsonContent.Create(new { until = "2026-02-15", documentNumber = "鄂州科函〔2026〕3号", decidedOn = "2026-01-20", reason = "负责人因公出国，审计报告未出。" }),
            };
            request.Headers.Add(ActAsDeputy.Header, given.DelegationId.ToString());
            using var answer = await client.SendAsync(request);
            return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<System.Text.Json.Nodes.JsonNode>())!;
        }
    }

    private static DelegationChanged Given(TestUser principal) => new()
    {
        DelegationId = Guid.CreateVersion7(),
        Jurisdiction = "ezhou",
        Role = Roles.CityReviewer,
        PrincipalSubject = principal.Subject!,
        PrincipalName = principal.Name,
        DeputySubject = Deputy.Subject!,
        From = new DateOnly(2026, 1, 20),
        Until = new DateOnly(2026, 1, 23),
        IsRevoked = false,
    };
}

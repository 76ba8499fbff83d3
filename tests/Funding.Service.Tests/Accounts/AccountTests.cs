using System.Net;
using Contracts.Registry;
using Contracts.Reporting;
using Funding.Tests.Hosting;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Databases;
using Testing.Identity;
using Xunit;

namespace Funding.Tests.Accounts;

public sealed class AccountTests(FundingHosts hosts)
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task What_a_decision_on_money_looks_at_is_shown_with_the_account_and_the_advance(DatabaseProvider provider)
    {
        var host = await hosts.OnAsync(provider);
        var world = await World.OpenAsync(host);
        var (body, appropriation) = (await world.BodyAsync(), await world.OpenAppropriationAsync());
        await world.ApprovedAsync(body, appropriation, 100);
        await host.Publisher.PublishAsync(world.Institution(body, 2) with { CountyShareFen = 5_000 });
        await host.Publisher.PublishAsync(new[] { (world.Year - 1, 2L, "good"), (world.Year - 1, 1L, "fail"), (world.Year - 2, 9L, "pass") }.Select(e => new EvaluationPublished
        {
            EvaluationId = body,
            Version = e.Item2,
            InstitutionId = body,
            Programme = world.Name,
            Year = e.Item1,
            Kind = EvaluationKinds.Yearly,
            Grade = e.Item3,
            PublishedOn = world.Today,
            DocumentNumber = "舟科评1号",
        }));
        await Eventually.PassesAsync(async () =>
        {
            var account = await world.AccountAsync(body);
            account.Fen("countyShareFen").ShouldBe(5_000);
            (account["evaluation"]!["year"]!.GetValue<int>(), account["evaluation"]!.Text("grade")).ShouldBe((world.Year - 1, "good"));
        });

        var advance = await world.ApprovedAsync(body, appropriation, 200);

        var shown = (await world.Maker.ReadAsync($"/api/funding/advances/{advance}"))["account"]!;
        shown.Text("deadline").ShouldBe($"{world.Today.AddYears(2):yyyy-MM-dd}");
        shown["daysLeft"]!.GetValue<int>().ShouldBe(world.Today.AddYears(2).DayNumber - world.Today.DayNumber);
        shown.Text("deadlineStage").ShouldBe("running");
        var lines = (await world.Maker.ReadAsync($"/api/funding/advances/{advance}/sheet"))["lines"]!.AsArray();
        lines.Select(l => l!.Text("clauseId")).TakeLast(5).ShouldBe(["ZS-08", "ZS-18", "ZS-29", "ZS-03", "ZS-03"]);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task What_was_said_of_a_body_before_it_was_known_waits_for_it_and_is_taken_over(DatabaseProvider provider)
    {
        var host = await hosts.OnAsync(provider);
        var (world, body) = (await World.OpenAsync(host), Guid.CreateVersion7());
        var admin = host.Service.As(new TestUser("admin", [Roles.Admin]));
        await host.Publisher.PublishAsync(new EvaluationPublished
        {
            EvaluationId = body,
            Version = 1,
            InstitutionId = body,
            Programme = world.Name,
            Year = world.Year - 1,
            Kind = EvaluationKinds.Yearly,
            Grade = "good",
            PublishedOn = world.Today,
            DocumentNumber = "舟科评1号",
        });
        await Eventually.PassesAsync(async () => (await admin.ReadAsync("/api/funding/operations/waiting?limit=200"))["events"]!["items"]!.AsArray()
            .Select(e => e!.Text("subjectKey")).ShouldContain($"institution/{body}"));

        await host.Publisher.PublishAsync(world.Institution(body));

        await Eventually.PassesAsync(async () => (await world.AccountAsync(body))["evaluation"]!.Text("grade").ShouldBe("good"));
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_merger_carries_the_years_over_and_the_absorbed_body_is_not_paid(DatabaseProvider provider)
    {
        var host = await hosts.OnAsync(provider);
        var world = await World.OpenAsync(host, text => text.With("value: 3, clause: ZS-04", "value: 1, clause: ZS-04"));
        var bodies = await world.BodiesAsync(3);
        var (survivor, absorbed, earlier) = (bodies[0], bodies[1], bodies[2]);
        var (now, next) = (await world.OpenAppropriationAsync(), await world.OpenAppropriationAsync(world.Year + 1));
        await world.ApprovedAsync(earlier, now, 100);
        var proposed = await world.ProposeAsync(survivor, next, 100);
        var late = await world.ProposeAsync(absorbed, next, 100);

        await host.Publisher.PublishAsync(
            world.Institution(survivor, 2, Standings.Recognised) with { Absorbed = [absorbed], RecognisedOn = world.Today },
            world.Institution(absorbed, 2, Standings.Merged) with { Absorbed = [earlier] });
        await Eventually.PassesAsync(async () => (await world.AccountAsync(survivor))["yearsUsed"]!.AsArray().Select(y => y!.GetValue<int>()).ShouldBe([world.Year]));

        (await world.AccountAsync(survivor))["absorbed"]!.AsArray().Select(b => b!.Key("institutionId")).ShouldBe([absorbed, earlier], ignoreOrder: true);
        var refusal = await world.Approver.RefusedAsync($"/api/funding/advances/{proposed}/approve", null, HttpStatusCode.Conflict, "years-exhausted");
        refusal["inputs"]!["yearsUsed"]!.AsArray().Select(y => y!.GetValue<int>()).ShouldBe([world.Year]);
        (await world.Approver.RefusedAsync($"/api/funding/advances/{late}/approve", null, HttpStatusCode.Conflict, "standing-not-payable")).Text("clause").ShouldBe("ZS-21");
    }
}

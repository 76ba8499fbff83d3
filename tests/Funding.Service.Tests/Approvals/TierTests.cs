using System.Net;
using Contracts.Registry;
using Funding.Tests.Hosting;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.Approvals;

public sealed class TierTests(FundingHosts hosts)
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_large_sum_waits_for_the_leader_and_parts_of_it_need_what_the_sum_needs(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider), Hosting.Tiers.Approvals);
        var (leader, second) = (world.As("leader", Roles.Leader), world.As("second", Roles.FinanceApprover));
        var (body, year) = (await world.BodyAsync(), await world.OpenAppropriationAsync());
        await world.ApprovedAsync(body, year, 100_000_000);
        var part = await world.ProposeAsync(body, year, 1);
        var large = await world.ProposeAsync(body, year, 150_000_000);

        await world.Approver.DoAsync(Approve(part));
        await world.Approver.RefusedAsync(Approve(part), null, HttpStatusCode.Forbidden, "approved-already");
        (await second.DoAsync(Approve(part)))["advance"]!.Text("status").ShouldBe("approved");
        await leader.RefusedAsync(Approve(large), null, HttpStatusCode.Forbidden, "another-post-approves");
        var waiting = (await world.Approver.DoAsync(Approve(large)))["advance"]!;
        (waiting.Text("status"), waiting.Text("awaitedPost")).ShouldBe(("proposed", Roles.Leader));
        (await world.AppropriationAsync(year)).Fen("committedFen").ShouldBe(100_000_001);
        var refusal = await second.RefusedAsync(Approve(large), null, HttpStatusCode.Forbidden, "another-post-approves");
        (refusal.Text("clause"), refusal["inputs"]!.Fen("countedFen"), refusal["inputs"]!.Fen("aboveFen")).ShouldBe(("ZS-05", 250_000_001, 200_000_000));
        (await World.ListAsync(leader, "/api/funding/advances?awaiting=leader")).ShouldHaveSingleItem().Key("id").ShouldBe(large);

        await leader.DoAsync(Approve(large));

        (await World.ListAsync(leader, "/api/funding/advances?awaiting=leader")).ShouldBeEmpty();
        await world.As("both", Roles.FinanceMaker).DoAsync("/api/funding/payment-runs", Run(world, large));
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_deputy_approves_for_a_bounded_time_and_counts_as_its_principal(DatabaseProvider provider)
    {
        var host = await hosts.OnAsync(provider);
        var world = await World.OpenAsync(host);
        var (body, year) = (await world.BodyAsync(), await world.OpenAppropriationAsync());
        var said = new DelegationChanged
        {
            DelegationId = Guid.CreateVersion7(),
            Jurisdiction = world.Name,
            Role = Roles.FinanceApprover,
            PrincipalSubject = $"approver-{world.Name}",
            PrincipalName = "审批人",
            DeputySubject = $"deputy-{world.Name}",
            From = world.Today,
            Until = world.Today.AddDays(3),
            IsRevoked = false,
        };
        var over = said with { DelegationId = Guid.CreateVersion7(), From = world.Today.AddDays(-9), Until = world.Today.AddDays(-1) };
        await host.Publisher.PublishAsync(said, over);
        var plain = world.As("deputy", Roles.FinanceMaker);
        var (deputy, late) = (For(world, said), For(world, over));
        var advance = await world.ProposeAsync(body, year, 100);
        await Eventually.PassesAsync(async () => (await deputy.GetAsync(new Uri("/api/funding/accounts", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK));

        await late.RefusedAsync(Approve(advance), null, HttpStatusCode.Forbidden, "delegation-not-running");
        await plain.RefusedAsync(Approve(advance), null, HttpStatusCode.Forbidden, "forbidden");
        await deputy.DoAsync(Approve(advance));

        var shown = await world.Maker.ReadAsync($"/api/funding/advances/{advance}");
        shown["timeline"]!.AsArray().Select(s => s!["forName"]?.GetValue<string>()).ShouldBe([null, "审批人"]);
        await world.As("approver", Roles.FinanceMaker, Roles.FinanceApprover)
            .RefusedAsync("/api/funding/payment-runs", Run(world, advance), HttpStatusCode.Forbidden, "approver-cannot-make");
        await plain.RefusedAsync("/api/funding/payment-runs", Run(world, advance), HttpStatusCode.Forbidden, "approver-cannot-make");
        await host.Publisher.PublishAsync(said with { IsRevoked = true });
        await Eventually.PassesAsync(async () => (await deputy.GetAsync(new Uri("/api/funding/accounts", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden));
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_large_claim_needs_what_a_large_advance_needs_and_takes_no_room_before_the_last_approval(DatabaseProvider provider)
    {
        var world = await Claims.Claimant.OpenAsync(await hosts.OnAsync(provider), Hosting.Tiers.ApprovalsOfClaims);
        var (leader, second) = (world.As("leader", Roles.Leader), world.As("second", Roles.FinanceApprover));
        var year = await world.OpenAppropriationAsync();
        var company = new Claims.Claimant(world, year);
        var large = await company.AssessedAsync(await company.SubmittedAsync(("8801", 400_000_000)));
        var (grant, claim) = (large["claim"]!.Key("grantId"), $"/api/funding/claims/{large["claim"]!.Key("id")}");

        var waiting = await world.Approver.DoAsync(ApproveGrant(grant));
        (waiting["grant"]!.Text("status"), waiting.Text("awaitedPost")).ShouldBe(("proposed", Roles.FinanceApprover));
        (await company.RoomAsync()).Fen("usedFen").ShouldBe(0);
        (await world.AppropriationAsync(year)).Fen("committedFen").ShouldBe(0);
        (await world.Maker.ReadAsync(claim))["claim"]!.Text("status").ShouldBe("assessed");
        await world.Approver.RefusedAsync(ApproveGrant(grant), null, HttpStatusCode.Forbidden, "approved-already");
        await second.DoAsync(ApproveGrant(grant));

        var sum = (await company.AssessedAsync(await company.SubmittedAsync(("8802", 450_000_000))))["claim"]!.Key("grantId");
        await leader.RefusedAsync(ApproveGrant(sum), null, HttpStatusCode.Forbidden, "another-post-approves");
        await world.Approver.DoAsync(ApproveGrant(sum));
        (await second.RefusedAsync(ApproveGrant(sum), null, HttpStatusCode.Forbidden, "another-post-approves"))["inputs"]!.Fen("countedFen").ShouldBe(85_000_000);
        (await World.ListAsync(leader, "/api/funding/grants?awaiting=leader")).ShouldHaveSingleItem().Key("id").ShouldBe(sum);
        (await leader.DoAsync(ApproveGrant(sum)))["grant"]!.Text("status").ShouldBe("approved");

        (await company.RoomAsync()).Fen("usedFen").ShouldBe(85_000_000);
        await world.VerifyAsync();
    }

    private static string ApproveGrant(Guid grant) => $"/api/funding/grants/{grant}/approve";

    private static HttpClient For(World world, DelegationChanged delegation)
    {
        var client = world.As("deputy", Roles.FinanceMaker);
        client.DefaultRequestHeaders.Add(ActAsDeputy.Header, delegation.DelegationId.ToString());
        return client;
    }

    private static string Approve(Guid advance) => $"/api/funding/advances/{advance}/approve";

    private static object Run(World world, Guid advance) => new { programme = world.Name, fiscalYear = world.Year, paymentIds = new[] { advance } };
}

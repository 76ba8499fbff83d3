using System.Net;
using Funding.Tests.Hosting;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.Appropriations;

public sealed class AppropriationTests(FundingHosts hosts)
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task One_fen_above_the_cap_is_refused_with_the_figures(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        await world.OpenAppropriationAsync(world.Year + 1);

        var refusal = await world.Maker.RefusedAsync(
            "/api/funding/appropriations", world.Appropriation(amountFen: 300_000_001), HttpStatusCode.Conflict, "annual-cap-exceeded");

        refusal.Text("clause").ShouldBe("ZS-03");
        (refusal["inputs"]!.Fen("askedFen"), refusal["inputs"]!.Fen("capFen")).ShouldBe((300_000_001, 300_000_000));
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_year_has_one_appropriation_until_it_is_withdrawn(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var open = await world.OpenAppropriationAsync(world.Year + 1);
        await world.Maker.RefusedAsync("/api/funding/appropriations", world.Appropriation(world.Year + 1), HttpStatusCode.Conflict, "appropriation-exists");
        var wrong = (await world.Maker.DoAsync("/api/funding/appropriations", world.Appropriation(amountFen: 1))).Key("id");
        await world.Maker.DoAsync($"/api/funding/appropriations/{wrong}/withdraw");

        await world.Maker.DoAsync("/api/funding/appropriations", world.Appropriation(amountFen: 2));

        await world.Maker.RefusedAsync($"/api/funding/appropriations/{open}/withdraw", null, HttpStatusCode.Conflict, "appropriation-not-proposed");
        (await World.ListAsync(world.Auditor, "/api/funding/appropriations")).Count.ShouldBe(3);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Of_several_proposals_for_one_year_at_once_one_stands(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        await world.OpenAppropriationAsync(world.Year + 1);

        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => world.Maker.SendAsync("/api/funding/appropriations", world.Appropriation(amountFen: i))));

        answers.Count(a => a.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.Conflict).ShouldBe(5);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Whoever_made_anything_of_the_chain_approves_nothing_of_it(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var both = world.As("both", Roles.FinanceMaker, Roles.FinanceApprover);
        var body = await world.BodyAsync();
        await world.OpenAppropriationAsync(world.Year + 1);
        var appropriation = (await both.DoAsync("/api/funding/appropriations", world.Appropriation())).Key("id");
        await both.RefusedAsync($"/api/funding/appropriations/{appropriation}/approve", null, HttpStatusCode.Forbidden, "maker-cannot-approve");
        await world.Approver.DoAsync($"/api/funding/appropriations/{appropriation}/approve");

        var others = await world.ProposeAsync(body, appropriation, 100);
        await both.RefusedAsync($"/api/funding/advances/{others}/approve", null, HttpStatusCode.Forbidden, "maker-cannot-approve");
        var own = (await both.DoAsync("/api/funding/advances", world.Advance(body, appropriation, 100)))["advance"]!.Key("id");
        await both.RefusedAsync($"/api/funding/advances/{own}/approve", null, HttpStatusCode.Forbidden, "maker-cannot-approve");

        await world.Approver.DoAsync($"/api/funding/advances/{others}/approve");
        var run = (await world.Maker.DoAsync("/api/funding/payment-runs", new { programme = world.Name, fiscalYear = world.Year, paymentIds = new[] { others } }))["run"]!.Key("id");
        await both.RefusedAsync($"/api/funding/payment-runs/{run}/seal", null, HttpStatusCode.Forbidden, "maker-cannot-approve");
        await world.Approver.DoAsync($"/api/funding/payment-runs/{run}/seal");
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Whoever_approved_something_of_the_chain_makes_nothing_of_it(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var both = world.As("both", Roles.FinanceMaker, Roles.FinanceApprover);
        var body = await world.BodyAsync();
        var appropriation = await world.OpenAppropriationAsync();
        var advance = await world.ProposeAsync(body, appropriation, 100);
        await both.DoAsync($"/api/funding/advances/{advance}/approve");

        await both.RefusedAsync(
            "/api/funding/payment-runs",
            new { programme = world.Name, fiscalYear = world.Year, paymentIds = new[] { advance } },
            HttpStatusCode.Forbidden,
            "approver-cannot-make");
    }
}

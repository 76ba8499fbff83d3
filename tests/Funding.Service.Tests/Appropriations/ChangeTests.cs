using System.Net;
using Funding.Tests.Hosting;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.Appropriations;

public sealed class ChangeTests(FundingHosts hosts)
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_year_is_supplemented_and_reduced_by_two_persons_within_cap_and_commitments(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var body = await world.BodyAsync();
        var year = await world.OpenAppropriationAsync(amountFen: 100_000_000);
        await world.ApprovedAsync(body, year, 90_000_000);
        await world.Maker.RefusedAsync(Changes(year), Change(world, "supplement", 200_000_001), HttpStatusCode.Conflict, "annual-cap-exceeded");
        var more = (await world.Maker.DoAsync(Changes(year), Change(world, "supplement", 50_000_000))).Key("id");
        var less = (await world.Maker.DoAsync(Changes(year), Change(world, "reduction", 10_000_000))).Key("id");
        await world.As("both", Roles.FinanceApprover).DoAsync(Approve(less));
        (await world.AppropriationAsync(year)).Fen("leftFen").ShouldBe(0);

        await world.Maker.RefusedAsync(Changes(year), Change(world, "reduction", 1), HttpStatusCode.Conflict, "appropriation-committed");
        await world.Approver.DoAsync(Approve(more));
        await world.Approver.RefusedAsync(Approve(more), null, HttpStatusCode.Conflict, "change-not-proposed");

        var shown = await world.AppropriationAsync(year);
        (shown.Fen("openedFen"), shown.Fen("amountFen"), shown.Fen("leftFen"), shown.Text("functionalSubject")).ShouldBe((100_000_000, 140_000_000, 50_000_000, "2060404"));
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Whoever_proposed_a_supplement_approves_neither_it_nor_what_is_paid_from_it(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var both = world.As("both", Roles.FinanceMaker, Roles.FinanceApprover);
        var body = await world.BodyAsync();
        var year = await world.OpenAppropriationAsync(amountFen: 100);
        var more = (await both.DoAsync(Changes(year), Change(world, "supplement", 100))).Key("id");
        await both.RefusedAsync(Approve(more), null, HttpStatusCode.Forbidden, "maker-cannot-approve");
        await world.Approver.DoAsync(Approve(more));
        var advance = await world.ProposeAsync(body, year, 150);

        await both.RefusedAsync($"/api/funding/advances/{advance}/approve", null, HttpStatusCode.Forbidden, "maker-cannot-approve");
        await world.Approver.RefusedAsync(Changes(year), Change(world, "supplement", 1), HttpStatusCode.Forbidden, "forbidden");
        await world.As("other", Roles.FinanceApprover).DoAsync($"/api/funding/advances/{advance}/approve");
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Of_many_supplements_at_once_exactly_those_that_fit_below_the_cap_are_approved(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var year = await world.OpenAppropriationAsync(amountFen: 297_000_000);
        List<Guid> changes = [];
        for (var i = 0; i < 8; i++)
        {
            changes.Add((await world.Maker.DoAsync(Changes(year), Change(world, "supplement", 1_000_000))).Key("id"));
        }

        var answers = await Task.WhenAll(changes.Select(id => world.Approver.SendAsync(Approve(id))));

        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(3);
        answers.Count(a => a.StatusCode == HttpStatusCode.Conflict).ShouldBe(5);
        (await world.AppropriationAsync(year)).Fen("amountFen").ShouldBe(300_000_000);
        await world.VerifyAsync();
    }

    private static string Changes(Guid appropriation) => $"/api/funding/appropriations/{appropriation}/changes";

    private static string Approve(Guid change) => $"/api/funding/appropriation-changes/{change}/approve";

    private static object Change(World world, string kind, long amountFen) =>
        new { kind, amountFen, documentNumber = "舟财预〔2026〕9号", documentDate = world.Today, reason = "年中调整" };
}

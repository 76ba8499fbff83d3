using System.Net;
using Funding.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.Advances;

public sealed class ApprovingAtOnceTests(FundingHosts hosts)
{
    private const long HundredThousandYuan = 10_000_000;

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Sixty_four_approvals_at_once_admit_exactly_thirty_years_and_holds_included(DatabaseProvider provider)
    {
        // One year of support only, so that a body that has used this year cannot be paid in the next.
        var world = await World.OpenAsync(await hosts.OnAsync(provider), text => text.With("value: 3, clause: ZS-04", "value: 1, clause: ZS-04"));
        var next = await world.OpenAppropriationAsync(world.Year + 1);
        var bodies = await world.BodiesAsync(70);
        var (used, held) = (bodies.Take(3).ToList(), bodies.Skip(3).Take(3).ToList());
        var advances = new List<Guid>();
        foreach (var body in bodies)
        {
            advances.Add(await world.ProposeAsync(body, next, HundredThousandYuan));
        }

        var thisYear = await world.OpenAppropriationAsync();
        foreach (var body in used)
        {
            await world.ApprovedAsync(body, thisYear, 100);
        }

        foreach (var body in held)
        {
            await world.Maker.DoAsync($"/api/funding/accounts/{body}/holds", new { reason = "待核实" });
        }

        var answers = await Task.WhenAll(advances.Select(async id => (Id: id, Answer: await world.Approver.SendAsync($"/api/funding/advances/{id}/approve"))));

        answers.Count(a => a.Answer.StatusCode == HttpStatusCode.OK).ShouldBe(30);
        var codes = await Task.WhenAll(answers.Where(a => a.Answer.StatusCode != HttpStatusCode.OK).Select(a => CodeAsync(a.Answer)));
        codes.CountBy(c => c).ToDictionary().ShouldBe(new Dictionary<string, int> { ["years-exhausted"] = 3, ["account-on-hold"] = 3, ["annual-cap-exceeded"] = 34 }, ignoreOrder: true);
        (await world.AppropriationAsync(next)).Fen("committedFen").ShouldBe(300_000_000);
        foreach (var body in used.Concat(held))
        {
            (await World.ListAsync(world.Maker, $"/api/funding/advances?institution={body}&year={world.Year + 1}")).ShouldAllBe(a => a.Text("status") == "proposed");
        }

        await world.VerifyAsync();
    }

    private static async Task<string> CodeAsync(HttpResponseMessage answer) =>
        System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.Text("code");
}

using Funding.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.PaymentRuns;

public sealed class GatherTests(FundingHosts hosts)
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task What_waits_for_a_run_is_found_by_programme_year_body_and_payee_page_by_page(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var appropriation = await world.OpenAppropriationAsync();
        var bodies = await world.BodiesAsync(3);
        var (first, second) = (await world.ApprovedAsync(bodies[0], appropriation, 100), await world.ApprovedAsync(bodies[1], appropriation, 200));
        await world.PaidAsync(bodies[2], appropriation, 300);
        await world.ProposeAsync(bodies[2], appropriation, 400);
        const string Waiting = "/api/funding/payments?status=approved&gathered=false";

        (await KeysAsync(world, Waiting)).ShouldBe([second, first]);
        (await KeysAsync(world, $"{Waiting}&programme={world.Name}&year={world.Year}")).ShouldBe([second, first]);
        (await KeysAsync(world, $"{Waiting}&year={world.Year + 1}")).ShouldBeEmpty();
        (await KeysAsync(world, $"{Waiting}&programme=another")).ShouldBeEmpty();

        var rows = await World.ListAsync(world.Maker, Waiting);
        var (body, payee) = (rows[1].Text("beneficiaryName"), rows[1].Text("payeeName"));
        (await KeysAsync(world, $"{Waiting}&name={Uri.EscapeDataString(body)}")).ShouldBe([first]);
        (await KeysAsync(world, $"{Waiting}&name={Uri.EscapeDataString($" {payee[..2]} ")}")).ShouldBe([second, first]);
        (await KeysAsync(world, $"{Waiting}&name=%25")).ShouldBeEmpty();

        var page = await world.Maker.ReadAsync($"{Waiting}&limit=1");
        page["items"]!.AsArray().ShouldHaveSingleItem()!.Key("id").ShouldBe(second);
        (await KeysAsync(world, $"{Waiting}&limit=1&after={page.Text("next")}")).ShouldBe([first]);
    }

    private static async Task<IReadOnlyList<Guid>> KeysAsync(World world, string path) =>
        [.. (await world.Maker.ReadAsync(path))["items"]!.AsArray().Select(row => row!.Key("id"))];
}

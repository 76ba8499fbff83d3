using System.Net;
using System.Text.Json.Nodes;
using Funding.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.Ledger;

/// <summary>What is read out of the books on a day, on a later day about an earlier one, and over a period.</summary>
public sealed class BooksTests(MovingClockHosts hosts) : IClassFixture<MovingClockHosts>
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Balances_of_a_past_day_are_what_its_own_evening_showed(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var (appropriation, body) = (await world.OpenAppropriationAsync(), await world.BodyAsync());
        var first = world.Today;
        var (paid, run) = await world.PaidAsync(body, appropriation, 10_000);
        await world.ApprovedAsync(body, appropriation, 5_000);
        await world.VerifyAsync();
        var evening = (await world.Auditor.ReadAsync("/api/funding/ledger/balances"))["items"]!.ToJsonString();
        var row = await world.AppropriationAsync(appropriation);
        var (bodies, vouchers) = (await BodiesAsync(world, first), await TextAsync(world, $"/api/funding/ledger/vouchers?month={first:yyyy-MM}"));

        // The figures that verify has just compared with the postings.
        var then = (await BalancesAsync(world, first)).ShouldHaveSingleItem()!;
        (then.Fen("appropriatedFen"), then.Fen("committedFen"), then.Fen("leftFen"), then.Fen("paidFen"))
            .ShouldBe((row.Fen("amountFen"), row.Fen("committedFen"), row.Fen("leftFen"), row.Fen("paidFen")));
        (row.Fen("committedFen"), row.Fen("paidFen")).ShouldBe((15_000, 10_000));

        await world.MoveToAsync(new DateOnly(first.Year, first.Month, 1).AddMonths(1));
        await world.ReportAsync(run, paid, "returned");
        await world.VerifyAsync();

        (await BalancesAsync(world, first)).ToJsonString().ShouldBe(evening);
        (await BodiesAsync(world, first)).ShouldBe(bodies);
        (await TextAsync(world, $"/api/funding/ledger/vouchers?month={first:yyyy-MM}")).ShouldBe(vouchers);
        (await BalancesAsync(world, first.AddDays(-1))).ShouldBeEmpty();
        var today = (await BalancesAsync(world, world.Today)).ShouldHaveSingleItem()!;
        (today.Fen("committedFen"), today.Fen("paidFen"), today.Fen("leftFen")).ShouldBe((5_000, 0, 300_000_000 - 5_000));
        (await world.Auditor.GetAsync(new Uri($"/api/funding/ledger/balances?on={world.Today.AddDays(1):yyyy-MM-dd}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_statement_opens_with_what_the_day_before_closed_with_and_its_lines_come_to_its_turnovers(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var (appropriation, body) = (await world.OpenAppropriationAsync(), await world.BodyAsync());
        await world.PaidAsync(body, appropriation, 10_000);
        var first = world.Today;
        await world.MoveToAsync(first.AddDays(1));
        await world.ReviewedAsync(body, "fail");
        var period = $"institution={body}&from={world.Today:yyyy-MM-dd}&to={world.Today:yyyy-MM-dd}";

        var statement = await world.Auditor.ReadAsync($"/api/funding/ledger/statement?{period}");

        var accounts = statement["accounts"]!.AsArray().ToDictionary(a => a!.Text("account"), a => (a!.Fen("openingFen"), a!.Fen("debitFen"), a!.Fen("creditFen"), a!.Fen("closingFen")));
        accounts["advanced"].ShouldBe((10_000, 0, 10_000, 0));
        accounts.Values.Sum(a => a.Item4).ShouldBe(0);
        var lines = await World.ListAsync(world.Auditor, $"/api/funding/ledger/statement/lines?{period}");
        lines.Sum(l => l.Fen("amountFen")).ShouldBe(10_000);
        statement["kinds"]!.AsArray().ShouldHaveSingleItem()!.Text("kind").ShouldBe("year-settled");

        // The operator reads its own, nobody else's, and no programme's.
        var own = world.Operator("913309000000000001");
        (await own.ReadAsync($"/api/funding/ledger/statement?{period}")).ToJsonString().ShouldBe(statement.ToJsonString());
        (await world.Operator("913309000000000002").GetAsync(new Uri($"/api/funding/ledger/statement?{period}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await own.GetAsync(new Uri($"/api/funding/ledger/statement?programme={world.Name}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        var whole = await world.Auditor.ReadAsync($"/api/funding/ledger/statement?programme={world.Name}");
        whole["accounts"]!.AsArray().Sum(a => a!.Fen("closingFen")).ShouldBe(0);
        var table = (await TextAsync(world, $"/api/funding/ledger/statement/file?programme={world.Name}&format=csv")).Split("\r\n");
        table[0].ShouldContain("借方");
        table.Count(line => line.Contains("资金拨付", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task The_year_end_settlement_and_the_month_s_vouchers_come_to_the_same_money(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var appropriation = await world.OpenAppropriationAsync();
        var bodies = await world.BodiesAsync(2);
        await world.PaidAsync(bodies[0], appropriation, 10_000);
        await world.PaidAsync(bodies[1], appropriation, 20_001);

        var report = await world.Auditor.ReadAsync($"/api/funding/ledger/year-end?programme={world.Name}&year={world.Year}");
        var figures = report["figures"]!;
        (figures.Fen("appropriatedFen"), figures.Fen("committedFen"), figures.Fen("paidFen"), figures.Fen("leftFen")).ShouldBe((300_000_000, 30_001, 30_001, 300_000_000 - 30_001));
        (report["bodies"]!.GetValue<int>(), report["yearIsOver"]!.GetValue<bool>(), report["documents"]!.AsArray().ShouldHaveSingleItem()!.Text("documentNumber"))
            .ShouldBe((2, false, "舟财预〔2026〕1号"));
        var sheet = (await TextAsync(world, $"/api/funding/ledger/year-end/file?programme={world.Name}&year={world.Year}&format=csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        sheet.Length.ShouldBe(5);
        sheet[^1].ShouldEndWith(",2999699.99,0.00,300.01");

        var vouchers = (await TextAsync(world, $"/api/funding/ledger/vouchers?month={world.Today:yyyy-MM}")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        vouchers.Length.ShouldBe(1 + 4 + 1);
        vouchers[^1].ShouldContain(",300.01,300.01");
        vouchers.Count(line => line.Contains("预付账款", StringComparison.Ordinal)).ShouldBe(2);
        using var xlsx = await world.Auditor.GetAsync(new Uri($"/api/funding/ledger/vouchers?month={world.Today:yyyy-MM}&format=xlsx", UriKind.Relative));
        (await xlsx.Content.ReadAsByteArrayAsync())[..2].ShouldBe("PK"u8.ToArray());
        (await world.Auditor.GetAsync(new Uri("/api/funding/ledger/vouchers?month=2026-13", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<JsonArray> BalancesAsync(World world, DateOnly on) =>
        (await world.Auditor.ReadAsync($"/api/funding/ledger/balances?on={on:yyyy-MM-dd}"))["items"]!.AsArray();

    private static async Task<string> BodiesAsync(World world, DateOnly on) =>
        string.Concat(await World.ListAsync(world.Auditor, $"/api/funding/ledger/balances/bodies?programme={world.Name}&year={on.Year}&on={on:yyyy-MM-dd}"));

    private static async Task<string> TextAsync(World world, string path)
    {
        using var answer = await world.Auditor.GetAsync(new Uri(path, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return text;
    }
}

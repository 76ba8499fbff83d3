using System.Net;
using Funding.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.Appropriations;

/// <summary>What becomes of a year's money after its 31 December.</summary>
public sealed class YearEndTests(MovingClockHosts hosts) : IClassFixture<MovingClockHosts>
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task What_is_left_is_carried_over_by_decision_or_lapses_with_the_close(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var (body, first) = (await world.BodyAsync(), new DateOnly(world.Year + 1, 1, 1));
        var (year, next) = (await world.OpenAppropriationAsync(amountFen: 1_000), await world.OpenAppropriationAsync(world.Year + 1, 299_999_700));
        var (paid, run) = await world.PaidAsync(body, year, 400);
        var waiting = await world.ApprovedAsync(body, year, 100);
        await world.MoveToAsync(first);

        // What was approved in its year and did not arrive is still that year's; nothing else is.
        await world.ReportAsync(await world.ExportAsync(waiting), waiting, "failed");
        await world.Maker.RefusedAsync("/api/funding/advances", world.Advance(body, year, 100, allottedOn: first.AddDays(-1)), HttpStatusCode.Conflict, "fiscal-year-over");
        var again = world.Advance(body, year, 100, allottedOn: first.AddDays(-1), replacesId: waiting);
        waiting = (await world.Maker.DoAsync("/api/funding/advances", again))["advance"]!.Key("id");
        await world.Approver.DoAsync($"/api/funding/advances/{waiting}/approve");

        await RefusedAsync("carry-over", 301, "annual-cap-exceeded");
        await DecidedAsync("carry-over", 200);
        await RefusedAsync("carry-over", 301, "appropriation-committed");
        var before = await YearEndAsync();
        (before["underWay"]!.GetValue<int>(), before.Fen("underWayFen"), before.Fen("carriedOutFen"), before["unsettledBodies"]!.GetValue<int>()).ShouldBe((1, 100, 200, 1));
        await RefusedAsync("close", null, "year-has-payments-under-way");
        await world.Maker.DoAsync($"/api/funding/payments/{waiting}/cancel", new { reason = "年终清理" });
        await DecidedAsync("close", null);

        var closed = await YearEndAsync();
        (closed.Fen("lapsedFen"), closed["appropriation"]!.Fen("amountFen"), closed["appropriation"]!.Fen("leftFen")).ShouldBe((400, 400, 0));
        (closed["appropriation"]!.Text("status"), closed["appropriation"]!.Text("closedOn")).ShouldBe(("closed", $"{first:yyyy-MM-dd}"));
        await RefusedAsync("close", null, "appropriation-not-open");

        await world.ReportAsync(run, paid, "returned");
        var late = await world.Maker.RefusedAsync(
            "/api/funding/advances", world.Advance(body, year, 100, allottedOn: first.AddDays(-1), replacesId: paid), HttpStatusCode.Conflict, "appropriation-not-open");
        late.Text("zh").ShouldContain("结转至以后年度");
        await DecidedAsync("carry-over", 100);
        await RefusedAsync("reduction", 301, "appropriation-committed");
        await DecidedAsync("reduction", 300);
        (await world.AppropriationAsync(next)).Fen("amountFen").ShouldBe(300_000_000);
        (await world.AppropriationAsync(year)).Fen("amountFen").ShouldBe(0);
        (await World.ListAsync(world.Auditor, $"/api/funding/appropriation-changes?appropriation={next}")).Count.ShouldBe(2);
        await world.VerifyAsync();

        async Task DecidedAsync(string kind, long? fen)
        {
            var change = (await world.Maker.DoAsync($"/api/funding/appropriations/{year}/changes", Change(kind, fen))).Key("id");
            await world.Approver.DoAsync($"/api/funding/appropriation-changes/{change}/approve");
        }

        Task RefusedAsync(string kind, long? fen, string code) =>
            world.Maker.RefusedAsync($"/api/funding/appropriations/{year}/changes", Change(kind, fen), HttpStatusCode.Conflict, code);

        object Change(string kind, long? fen) => new
        {
            kind,
            amountFen = fen,
            documentNumber = "舟财预〔2027〕1号",
            documentDate = world.Today,
            reason = "年终",
            intoId = kind == "carry-over" ? next : (Guid?)null,
        };

        Task<System.Text.Json.Nodes.JsonObject> YearEndAsync() => world.Maker.ReadAsync($"/api/funding/appropriations/{year}/year-end");
    }
}

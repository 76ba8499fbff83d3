using System.Net;
using System.Text.Json.Nodes;
using Contracts.Registry;
using Funding.Tests.Hosting;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.Deadlines;

/// <summary>ZS-08 with one month instead of two years, and warnings 15 and 7 days before.</summary>
public sealed class DeadlineTests(MovingClockHosts hosts) : IClassFixture<MovingClockHosts>
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Warnings_are_written_once_and_the_case_is_proposed_on_the_day_after_the_last(DatabaseProvider provider)
    {
        var (world, body, appropriation, deadline) = await PaidAsync(provider, 10_000);
        var spare = await world.ProposeAsync(body, appropriation, 1);
        (await ClockAsync(world, body)).Text("stage").ShouldBe("running");

        await world.MoveToAsync(deadline.AddDays(-15));
        var warned = await ClockAsync(world, body);
        (warned.Text("stage"), warned["daysLeft"]!.GetValue<int>(), warned["warnings"]!.AsArray().Count).ShouldBe(("warned", 15, 1));

        await world.MoveToAsync(deadline);
        var last = await ClockAsync(world, body);
        last["daysLeft"]!.GetValue<int>().ShouldBe(0);
        last["warnings"]!.AsArray().Select(w => (w!["days"]!.GetValue<int>(), w!.Text("writtenOn")))
            .ShouldBe(new[] { 15, 7 }.Select(days => (days, $"{deadline.AddDays(-days):yyyy-MM-dd}")));
        last["openCaseId"].ShouldBeNull();
        await world.Approver.DoAsync($"/api/funding/advances/{spare}/approve");

        await world.MoveToAsync(deadline.AddDays(1));
        await world.SweepAsync();
        var proposed = await world.DeadlineCaseAsync(body);
        (proposed.Text("status"), proposed.Fen("amountFen"), proposed.Text("deadline"), proposed.Text("proposedOn"))
            .ShouldBe(("proposed", 10_000, $"{deadline:yyyy-MM-dd}", $"{deadline.AddDays(1):yyyy-MM-dd}"));
        (await ClockAsync(world, body)).Text("stage").ShouldBe("missed");
        (await World.ListAsync(world.Maker, "/api/funding/clawbacks")).ShouldBeEmpty();

        var request = new { programme = world.Name, fiscalYear = world.Year, paymentIds = new[] { spare } };
        var run = (await world.Maker.DoAsync("/api/funding/payment-runs", request))["run"]!.Key("id");
        var refusal = await world.Approver.RefusedAsync($"/api/funding/payment-runs/{run}/seal", null, HttpStatusCode.Conflict, "recognition-deadline-passed");
        (refusal.Text("clause"), refusal["inputs"]!.Text("deadline")).ShouldBe(("ZS-08", $"{deadline:yyyy-MM-dd}"));
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_sweep_that_jumps_over_many_days_writes_each_warning_once(DatabaseProvider provider)
    {
        var (world, body, _, deadline) = await PaidAsync(provider, 10_000);

        for (var i = 0; i < 2; i++)
        {
            await world.Host.Service.InScopeAsync<IEnumerable<ISweep>, int>(sweeps => sweeps.Single(s => s.Name == "recognition-deadlines").RunAsync(deadline.AddDays(5), default));
        }

        var clock = await ClockAsync(world, body);
        clock["warnings"]!.AsArray().Select(w => w!.Text("dueOn")).ShouldBe(new[] { 15, 7 }.Select(days => $"{deadline.AddDays(-days):yyyy-MM-dd}"));
        clock["warnings"]!.AsArray().ShouldAllBe(w => w!.Text("writtenOn") == $"{deadline.AddDays(5):yyyy-MM-dd}");
        (await world.DeadlineCaseAsync(body)).Text("status").ShouldBe("proposed");
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_case_waits_for_Registrys_answer_and_is_then_claimed_to_the_last_fen(DatabaseProvider provider)
    {
        var (world, body, _, deadline) = await PaidAsync(provider, 10_000);
        await world.SpentAsync(body, world.Year, 3_333);
        var paidIn = world.Year;
        await world.MoveToAsync(deadline.AddDays(1));
        var path = $"/api/funding/deadline-cases/{(await world.DeadlineCaseAsync(body)).Key("id")}/confirm";

        world.Host.Registry.BeSilentAbout(body, true);
        await world.Approver.RefusedAsync(path, world.Decision(), HttpStatusCode.ServiceUnavailable, "registry-silent");
        world.Host.Registry.BeSilentAbout(body, false);
        (await world.DeadlineCaseAsync(body)).Text("status").ShouldBe("proposed");
        await world.Approver.RefusedAsync(path, world.Decision(deadline), HttpStatusCode.BadRequest, "bad-input");
        await world.Approver.RefusedAsync(path, world.Decision(world.Today.AddDays(1)), HttpStatusCode.BadRequest, "bad-input");
        (await world.Maker.SendAsync(path, world.Decision())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var confirmed = await world.Approver.DoAsync(path, world.Decision());
        await world.Approver.RefusedAsync(path, world.Decision(), HttpStatusCode.Conflict, "deadline-case-not-proposed");

        (confirmed["deadlineCase"]!.Text("status"), confirmed["deadlineCase"]!.Fen("amountFen")).ShouldBe(("confirmed", 6_667));
        var clawback = await world.ClawbackAsync(body);
        (clawback.Text("cause"), clawback["fiscalYear"]!.GetValue<int>(), clawback.Fen("outstandingFen"), clawback.Text("dueOn"))
            .ShouldBe(("deadline", paidIn, 6_667, $"{world.Today.AddDays(30):yyyy-MM-dd}"));
        var sheet = await world.Auditor.ReadAsync($"/api/funding/clawbacks/{clawback.Key("id")}/sheet");
        sheet["lines"]!.AsArray().Select(l => l!.Text("clauseId")).Distinct().ShouldBe(["ZS-08", "ZS-07"]);
        var receipts = $"/api/funding/clawbacks/{clawback.Key("id")}/receipts";
        (await world.Maker.RefusedAsync(receipts, world.Receipt(6_668), HttpStatusCode.Conflict, "receipt-above-outstanding")).Text("clause").ShouldBe("ZS-08");
        (await world.Maker.DoAsync(receipts, world.Receipt(6_667)))["clawback"]!.Text("status").ShouldBe("closed");
        await world.SweepAsync();
        await world.DeadlineCaseAsync(body);
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_recognition_on_the_last_day_that_is_told_late_voids_the_case_and_what_was_received_is_owed(DatabaseProvider provider)
    {
        var (world, body, appropriation, deadline) = await PaidAsync(provider, 10_000);
        await world.MoveToAsync(deadline.AddDays(1));
        await world.ConfirmedAsync(body);
        var clawback = (await world.ClawbackAsync(body)).Key("id");
        await world.Maker.DoAsync($"/api/funding/clawbacks/{clawback}/receipts", world.Receipt(4_000));

        await world.RecognisedAsync(body, deadline);

        var row = await world.DeadlineCaseAsync(body);
        (row.Text("status"), row.Text("voidCause"), row.Fen("amountFen"), row.Fen("decidedFen")).ShouldBe(("void", "recognised-in-time", 0, 10_000));
        var after = await world.ClawbackAsync(body);
        (after.Fen("claimedFen"), after.Fen("outstandingFen"), after.Fen("refundDueFen"), after.Text("status")).ShouldBe((0, 0, 4_000, "closed"));
        await world.VerifyAsync();
        await world.SweepAsync();
        await world.DeadlineCaseAsync(body);
        await world.ApprovedAsync(body, appropriation, 100);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Two_cases_over_the_same_year_fall_away_together_and_the_review_claims_its_part_once(DatabaseProvider provider)
    {
        var (world, body, appropriation, deadline) = await PaidAsync(provider, 10_000);
        var (year, late) = (world.Year, await world.ApprovedAsync(body, appropriation, 2_000));
        var run = await world.ExportAsync(late);
        await world.MoveToAsync(deadline.AddDays(1));
        await world.ConfirmedAsync(body);
        await world.ReportAsync(run, late, "paid");
        await world.SweepAsync();
        await world.ConfirmedAsync(body);
        await world.ReviewedAsync(body, "pass", year: year);
        (await ClaimsAsync(world, body)).ShouldBe((0, 12_000));

        await world.RecognisedAsync(body, deadline);

        (await ClaimsAsync(world, body)).ShouldBe((3_600, 0));
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_recognition_a_day_late_changes_nothing_and_the_body_is_never_paid_again(DatabaseProvider provider)
    {
        var (world, body, appropriation, deadline) = await PaidAsync(provider, 10_000);
        await world.MoveToAsync(deadline.AddDays(2));
        await world.RecognisedAsync(body, deadline.AddDays(1));

        var refusal = await world.Maker.RefusedAsync("/api/funding/advances", world.Advance(body, appropriation, 100), HttpStatusCode.Conflict, "recognition-deadline-passed");

        refusal["inputs"]!.Text("recognisedOn").ShouldBe($"{deadline.AddDays(1):yyyy-MM-dd}");
        (await world.ConfirmedAsync(body))["deadlineCase"]!.Fen("amountFen").ShouldBe(10_000);
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task What_Registry_knows_to_be_recognised_in_time_is_not_claimed(DatabaseProvider provider)
    {
        var (world, body, _, deadline) = await PaidAsync(provider, 10_000);
        await world.MoveToAsync(deadline.AddDays(1));
        world.Host.Registry.Say(body, Standings.Recognised, deadline);

        var path = $"/api/funding/deadline-cases/{(await world.DeadlineCaseAsync(body)).Key("id")}/confirm";
        await world.Approver.RefusedAsync(path, world.Decision(), HttpStatusCode.Conflict, "recognised-in-time");

        (await World.ListAsync(world.Maker, "/api/funding/clawbacks")).ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Review_and_deadline_claim_the_same_money_once_whichever_comes_first(DatabaseProvider provider)
    {
        var (world, first, appropriation, deadline) = await PaidAsync(provider, 10_000);
        var second = await world.BodyAsync();
        await world.PaidAsync(second, appropriation, 10_000);
        var year = world.Year;
        await world.SpentAsync(first, year, 5_000);
        await world.SpentAsync(second, year, 5_000);
        await world.MoveToAsync(deadline.AddDays(1));

        // 5,000 are unused; a pass leaves 7,000: together 5,000 come back, not 8,000.
        await world.ReviewedAsync(first, "pass", year: year);
        (await world.ConfirmedAsync(first))["deadlineCase"]!.Fen("amountFen").ShouldBe(2_000);
        (await world.ConfirmedAsync(second))["deadlineCase"]!.Fen("amountFen").ShouldBe(5_000);
        await ReceiveAsync(world, second, "deadline", 4_999);
        await world.ReviewedAsync(second, "pass", year: year);
        (await ClaimsAsync(world, first)).ShouldBe((3_000, 2_000));
        (await ClaimsAsync(world, second)).ShouldBe((0, 5_000));
        await world.VerifyAsync();

        // A fail leaves nothing: all 10,000 come back, each fen once.
        foreach (var body in new[] { first, second })
        {
            await world.ReviewedAsync(body, "fail", version: 2, year);
        }

        (await ClaimsAsync(world, first)).ShouldBe((8_000, 2_000));
        (await ClaimsAsync(world, second)).ShouldBe((5_000, 5_000));
        (await World.ListAsync(world.Maker, $"/api/funding/clawbacks?institution={second}")).Sum(c => c.Fen("outstandingFen")).ShouldBe(5_001);
        await world.VerifyAsync();

        // An excellent leaves all of it: what is unused stays claimed, and what the review had claimed of it is proposed anew.
        foreach (var body in new[] { first, second })
        {
            await world.ReviewedAsync(body, "excellent", version: 3, year);
        }

        (await ClaimsAsync(world, first)).ShouldBe((0, 2_000));
        (await ClaimsAsync(world, second)).ShouldBe((0, 5_000));
        await world.SweepAsync();
        var further = (await World.ListAsync(world.Maker, $"/api/funding/deadline-cases?institution={first}&status=proposed")).ShouldHaveSingleItem();
        (further["number"]!.GetValue<int>(), further.Fen("amountFen")).ShouldBe((2, 3_000));
        (await world.ConfirmedAsync(first))["deadlineCase"]!.Fen("amountFen").ShouldBe(3_000);
        (await ClaimsAsync(world, first)).ShouldBe((0, 5_000));
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_void_case_gives_its_fens_back_to_the_review(DatabaseProvider provider)
    {
        var (world, body, _, deadline) = await PaidAsync(provider, 10_000);
        var year = world.Year;
        await world.MoveToAsync(deadline.AddDays(1));
        await world.ConfirmedAsync(body);
        await world.ReviewedAsync(body, "pass", year: year);
        (await ClaimsAsync(world, body)).ShouldBe((0, 10_000));

        await world.RecognisedAsync(body, deadline);

        (await ClaimsAsync(world, body)).ShouldBe((3_000, 0));
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Spending_up_to_the_last_day_counts_also_when_it_is_verified_later(DatabaseProvider provider)
    {
        var (world, body, _, deadline) = await PaidAsync(provider, 10_000);
        var year = world.Year;
        await world.MoveToAsync(deadline.AddDays(3));
        await world.SpentAsync(body, year, 1_000, issuedOn: deadline);
        (await world.DeadlineCaseAsync(body)).Fen("amountFen").ShouldBe(9_000);
        await world.SpentAsync(body, year, 500, issuedOn: deadline.AddDays(1));
        (await world.ConfirmedAsync(body))["deadlineCase"]!.Fen("amountFen").ShouldBe(9_000);
        await ReceiveAsync(world, body, "deadline", 8_500);

        await world.SpentAsync(body, year, 2_000, issuedOn: deadline.AddDays(-1));
        await world.SpentAsync(body, year, 2_000, issuedOn: deadline.AddDays(2));

        var clawback = await world.ClawbackAsync(body);
        (clawback.Fen("claimedFen"), clawback.Fen("refundDueFen")).ShouldBe((7_000, 1_500));
        (await world.DeadlineCaseAsync(body)).Fen("amountFen").ShouldBe(7_000);
        (await world.AccountAsync(body))["years"]![0]!.Fen("spentFen").ShouldBe(5_500);
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_payment_that_the_bank_returns_takes_its_claim_along_and_does_not_start_the_clock_again(DatabaseProvider provider)
    {
        var (world, body, appropriation, deadline) = await PaidAsync(provider, 10_000);
        var (second, run) = await world.PaidAsync(body, appropriation, 1_005);
        var year = world.Year;
        await world.MoveToAsync(deadline.AddDays(1));
        await world.ConfirmedAsync(body);
        await world.ReviewedAsync(body, "good", year: year);
        (await ClaimsAsync(world, body)).ShouldBe((0, 11_005));

        await world.ReportAsync(run, second, "returned");

        (await ClaimsAsync(world, body)).ShouldBe((0, 10_000));
        (await ClockAsync(world, body)).Text("deadline").ShouldBe($"{deadline:yyyy-MM-dd}");
        await world.VerifyAsync();
        var entries = (await world.Maker.ReadAsync($"/api/funding/deadline-cases/{(await world.DeadlineCaseAsync(body)).Key("id")}"))["entries"]!.AsArray();
        entries.Select(e => (e!.Text("kind"), e!.Fen("amountFen"))).ShouldBe([("claimed", 11_005), ("reduced", 1_005)]);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Giving_up_the_first_allotment_after_the_deadline_frees_nobody(DatabaseProvider provider)
    {
        var world = await OpenAsync(provider);
        var (body, appropriation) = (await world.BodyAsync(), await world.OpenAppropriationAsync());
        var unpaid = await world.ApprovedAsync(body, appropriation, 100);
        var deadline = world.Today.AddMonths(1);
        await world.MoveToAsync(world.Today.AddDays(20));
        await world.PaidAsync(body, appropriation, 10_000);
        await world.MoveToAsync(deadline.AddDays(1));

        await world.Maker.DoAsync($"/api/funding/advances/{unpaid}/cancel", new { reason = "不再需要" });

        (await ClockAsync(world, body)).Text("stage").ShouldBe("missed");
        (await world.DeadlineCaseAsync(body)).Fen("amountFen").ShouldBe(10_000);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Where_each_allotment_has_its_clock_its_money_is_claimed_on_its_own_day(DatabaseProvider provider)
    {
        var world = await OpenAsync(provider, text => text.With("value: first, clause: ZS-08", "value: each, clause: ZS-08"));
        var (body, appropriation) = (await world.BodyAsync(), await world.OpenAppropriationAsync());
        await world.PaidAsync(body, appropriation, 10_000);
        var deadline = world.Today.AddMonths(1);
        await world.MoveToAsync(world.Today.AddDays(20));
        await world.PaidAsync(body, appropriation, 700);
        var later = world.Today.AddMonths(1);

        await world.MoveToAsync(deadline.AddDays(1));
        (await ClockAsync(world, body))["laterDeadlines"]!.AsArray().Select(d => d!.GetValue<string>()).ShouldBe([$"{later:yyyy-MM-dd}"]);
        (await world.ConfirmedAsync(body))["deadlineCase"]!.Fen("amountFen").ShouldBe(10_000);
        await world.MoveToAsync(later);
        (await World.ListAsync(world.Maker, $"/api/funding/deadline-cases?institution={body}&status=proposed")).ShouldBeEmpty();
        await world.MoveToAsync(later.AddDays(1));
        (await world.ConfirmedAsync(body))["deadlineCase"]!.Fen("amountFen").ShouldBe(700);

        (await ClaimsAsync(world, body)).ShouldBe((0, 10_700));
        await world.VerifyAsync();

        // Recognised between the two last days: the second allotment's money was in time after all.
        await world.RecognisedAsync(body, later);
        (await ClaimsAsync(world, body)).ShouldBe((0, 10_000));
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_case_that_falls_away_gives_back_its_own_fens_and_none_of_anothers(DatabaseProvider provider)
    {
        var world = await OpenAsync(provider, text => text.With("value: first, clause: ZS-08", "value: each, clause: ZS-08"));
        var (body, appropriation, year) = (await world.BodyAsync(), await world.OpenAppropriationAsync(), world.Year);
        await world.PaidAsync(body, appropriation, 10_000);
        var deadline = world.Today.AddMonths(1);
        await world.MoveToAsync(world.Today.AddDays(20));
        await world.PaidAsync(body, appropriation, 1_000);
        var later = world.Today.AddMonths(1);

        // The review claims the last 3,300, the first allotment's case what lies before them; an excellent frees the 3,300 for the second's.
        await world.ReviewedAsync(body, "pass", year: year);
        await world.MoveToAsync(deadline.AddDays(1));
        (await world.ConfirmedAsync(body))["deadlineCase"]!.Fen("amountFen").ShouldBe(6_700);
        await world.ReviewedAsync(body, "excellent", version: 2, year);
        await world.MoveToAsync(later.AddDays(1));
        await world.SweepAsync();
        var second = (await World.ListAsync(world.Maker, $"/api/funding/deadline-cases?institution={body}&status=proposed")).Single(c => c.Text("deadline") == $"{later:yyyy-MM-dd}");
        await world.Approver.DoAsync($"/api/funding/deadline-cases/{second.Key("id")}/confirm", world.Decision());
        (await ClaimsAsync(world, body)).ShouldBe((0, 11_000));

        await world.RecognisedAsync(body, later);
        (await ClaimsAsync(world, body)).ShouldBe((0, 6_700));
        await world.VerifyAsync();

        await world.ReviewedAsync(body, "pass", version: 3, year);
        (await ClaimsAsync(world, body)).ShouldBe((3_300, 6_700));
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Without_an_allotment_date_the_clock_runs_from_the_payment(DatabaseProvider provider)
    {
        var world = await OpenAsync(provider);
        var (body, appropriation) = (await world.BodyAsync(), await world.OpenAppropriationAsync());
        var request = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(world.Advance(body, appropriation, 500)))!.AsObject();
        request["allottedOn"] = null;
        var advance = (await world.Maker.DoAsync("/api/funding/advances", request))["advance"]!.Key("id");
        await world.Approver.DoAsync($"/api/funding/advances/{advance}/approve");
        (await World.ListAsync(world.Maker, "/api/funding/deadlines")).ShouldBeEmpty();

        await world.ReportAsync(await world.ExportAsync(advance), advance, "paid");

        (await ClockAsync(world, body)).Text("deadline").ShouldBe($"{world.Today.AddMonths(1):yyyy-MM-dd}");
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task An_operator_sees_the_clock_and_the_case_of_its_own_body_only(DatabaseProvider provider)
    {
        var (world, body, _, deadline) = await PaidAsync(provider, 10_000);
        await world.MoveToAsync(deadline.AddDays(1));
        var id = (await world.DeadlineCaseAsync(body)).Key("id");

        (await World.ListAsync(world.Operator("913309000000000001"), "/api/funding/deadlines")).ShouldHaveSingleItem();
        (await World.ListAsync(world.Operator("913309000000000002"), "/api/funding/deadlines")).ShouldBeEmpty();
        (await world.Operator("913309000000000002").GetAsync(new Uri($"/api/funding/deadline-cases/{id}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string OneMonth(string text) => text.With("value: 2 years, clause: ZS-08", "value: 1 month, clause: ZS-08").With("""["180", "90", "30"]""", """["15", "7"]""");

    private async Task<World> OpenAsync(DatabaseProvider provider, Func<string, string>? change = null)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider), text => (change ?? (same => same))(OneMonth(text)));

        // What a test does fits into the fiscal year that is paid from.
        if (world.Today.Month > 10)
        {
            await world.MoveToAsync(new DateOnly(world.Year + 1, 1, 5));
        }

        return world;
    }

    // A body that was paid today, and its last day.
    private async Task<(World World, Guid Body, Guid Appropriation, DateOnly Deadline)> PaidAsync(DatabaseProvider provider, long fen)
    {
        var world = await OpenAsync(provider);
        var appropriation = await world.OpenAppropriationAsync();
        var body = await world.BodyAsync();
        await world.PaidAsync(body, appropriation, fen);
        return (world, body, appropriation, world.Today.AddMonths(1));
    }

    private static async Task<JsonObject> ClockAsync(World world, Guid body) =>
        (await World.ListAsync(world.Maker, "/api/funding/deadlines")).Single(d => d.Key("institutionId") == body);

    private static async Task<(long OverAdvance, long Unused)> ClaimsAsync(World world, Guid body)
    {
        var cases = await World.ListAsync(world.Maker, $"/api/funding/clawbacks?institution={body}");
        return (cases.Where(c => c.Text("cause") == "over-advance").Sum(c => c.Fen("claimedFen")), cases.Where(c => c.Text("cause") == "deadline").Sum(c => c.Fen("claimedFen")));
    }

    private static async Task ReceiveAsync(World world, Guid body, string cause, long fen)
    {
        var clawback = (await World.ListAsync(world.Maker, $"/api/funding/clawbacks?institution={body}&cause={cause}")).ShouldHaveSingleItem();
        await world.Maker.DoAsync($"/api/funding/clawbacks/{clawback.Key("id")}/receipts", world.Receipt(fen));
    }
}

using System.Net;
using Contracts.Registry;
using Funding.Tests.Hosting;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.Advances;

public sealed class AdvanceTests(FundingHosts hosts)
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_cap_that_the_bureau_has_lowered_binds_an_appropriation_opened_before(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var (body, appropriation) = (await world.BodyAsync(), await world.OpenAppropriationAsync());
        await world.ApprovedAsync(body, appropriation, 60_000);
        var next = await world.ProposeAsync(body, appropriation, 40_001);
        await world.ReviseAsync(text => text
            .With("value: \"3000000.00\", clause: ZS-03, quote", "value: \"1000.00\", clause: ZS-03, quote")
            .With("value: 3, clause: ZS-04", "value: 5, clause: ZS-04"));
        await Eventually.PassesAsync(async () => (await world.AccountAsync(body))["maxYears"]!.GetValue<int>().ShouldBe(5));

        var refusal = await world.Approver.RefusedAsync($"/api/funding/advances/{next}/approve", null, HttpStatusCode.Conflict, "annual-cap-exceeded");

        refusal["inputs"]!.Fen("leftFen").ShouldBe(40_000);
        (await world.ApprovedAsync(body, appropriation, 40_000)).ShouldNotBe(Guid.Empty);
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task The_next_fen_after_the_cap_is_refused_with_the_figures(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var appropriation = await world.OpenAppropriationAsync();
        var bodies = await world.BodiesAsync(2);
        await world.ApprovedAsync(bodies[0], appropriation, 300_000_000);
        var next = await world.ProposeAsync(bodies[1], appropriation, 1);

        var refusal = await world.Approver.RefusedAsync($"/api/funding/advances/{next}/approve", null, HttpStatusCode.Conflict, "annual-cap-exceeded");

        refusal.Text("clause").ShouldBe("ZS-03");
        var inputs = refusal["inputs"]!;
        (inputs.Fen("capFen"), inputs.Fen("committedFen"), inputs.Fen("askedFen"), inputs.Fen("leftFen")).ShouldBe((300_000_000, 300_000_000, 1, 0));
        refusal.Text("zh").ShouldContain("3,000,000.00");
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_year_beyond_the_last_one_is_refused_with_the_years_named(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider), text => text.With("value: 3, clause: ZS-04", "value: 1, clause: ZS-04"));
        var body = await world.BodyAsync();
        await world.ApprovedAsync(body, await world.OpenAppropriationAsync(), 100);
        var next = await world.OpenAppropriationAsync(world.Year + 1);

        var refusal = await world.Maker.RefusedAsync("/api/funding/advances", world.Advance(body, next, 100), HttpStatusCode.Conflict, "years-exhausted");

        refusal.Text("clause").ShouldBe("ZS-04");
        refusal.Text("en").ShouldContain($"{world.Year}");
        refusal["inputs"]!["yearsUsed"]!.AsArray().Select(y => y!.GetValue<int>()).ShouldBe([world.Year]);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_cancelled_failed_or_returned_payment_releases_cap_and_year_exactly_once(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var appropriation = await world.OpenAppropriationAsync();
        var body = await world.BodyAsync();
        var cancelled = await world.ApprovedAsync(body, appropriation, 100);
        var failed = await world.ApprovedAsync(body, appropriation, 1_000);
        var (returned, run) = await world.PaidAsync(body, appropriation, 10_000);
        var failing = await world.ExportAsync(failed);
        (await world.AppropriationAsync(appropriation)).Fen("committedFen").ShouldBe(11_100);

        await world.Maker.DoAsync($"/api/funding/advances/{cancelled}/cancel", new { reason = "不再需要" });
        await world.Maker.RefusedAsync($"/api/funding/advances/{cancelled}/cancel", new { reason = "再次" }, HttpStatusCode.Conflict, "payment-not-cancellable");
        await world.ReportAsync(failing, failed, "failed");
        await world.ReportAsync(failing, failed, "failed");
        await world.ReportAsync(run, returned, "returned");

        (await world.AppropriationAsync(appropriation)).Fen("committedFen").ShouldBe(0);
        var account = await world.AccountAsync(body);
        account["yearsUsed"]!.AsArray().ShouldBeEmpty();
        account["firstAllottedOn"].ShouldBeNull();
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task The_same_request_again_gets_the_same_answer_and_another_under_its_key_is_refused(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var appropriation = await world.OpenAppropriationAsync();
        var body = await world.BodyAsync();
        var first = await world.Maker.DoAsync("/api/funding/advances", world.Advance(body, appropriation, 500), "key-1");

        var again = await world.Maker.DoAsync("/api/funding/advances", world.Advance(body, appropriation, 500), "key-1");
        using var other = await world.Maker.SendAsync("/api/funding/advances", world.Advance(body, appropriation, 501), "key-1");

        again.ToJsonString().ShouldBe(first.ToJsonString());
        other.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await World.ListAsync(world.Maker, $"/api/funding/advances?institution={body}")).ShouldHaveSingleItem();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Twenty_equal_approvals_at_once_under_one_key_commit_once(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var appropriation = await world.OpenAppropriationAsync();
        var advance = await world.ProposeAsync(await world.BodyAsync(), appropriation, 500);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => world.Approver.SendAsync($"/api/funding/advances/{advance}/approve", key: "once")));

        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.OK);
        (await world.AppropriationAsync(appropriation)).Fen("committedFen").ShouldBe(500);
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_body_that_is_not_built_together_is_paid_with_a_reason_only(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var appropriation = await world.OpenAppropriationAsync();
        var body = await world.BodyAsync(coBuilt: false);

        var refusal = await world.Maker.RefusedAsync("/api/funding/advances", world.Advance(body, appropriation, 1), HttpStatusCode.Conflict, "co-build-reason-missing");
        await world.Maker.DoAsync("/api/funding/advances", world.Advance(body, appropriation, 1, "市级重大专项"));

        refusal.Text("clause").ShouldBe("ZS-29");
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_hold_stops_approval_until_another_person_releases_it(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var body = await world.BodyAsync();
        var advance = await world.ProposeAsync(body, await world.OpenAppropriationAsync(), 100);
        var both = world.As("both", Roles.FinanceMaker, Roles.FinanceApprover);
        var hold = (await both.DoAsync($"/api/funding/accounts/{body}/holds", new { reason = "年度报告逾期" }))["holds"]![0]!.Key("id");

        await world.Approver.RefusedAsync($"/api/funding/advances/{advance}/approve", null, HttpStatusCode.Conflict, "account-on-hold");
        await both.RefusedAsync($"/api/funding/holds/{hold}/release", new { reason = "已补报" }, HttpStatusCode.Forbidden, "maker-cannot-approve");
        await world.Approver.DoAsync($"/api/funding/holds/{hold}/release", new { reason = "已补报" });
        await world.Approver.RefusedAsync($"/api/funding/holds/{hold}/release", new { reason = "再次" }, HttpStatusCode.Conflict, "hold-released");

        await world.Approver.DoAsync($"/api/funding/advances/{advance}/approve");
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task The_highest_version_of_an_institution_wins_whatever_order_it_arrives_in(DatabaseProvider provider)
    {
        var host = await hosts.OnAsync(provider);
        var world = await World.OpenAsync(host);
        var body = Guid.CreateVersion7();
        await host.Publisher.PublishAsync(
            new[] { 2, 4, 1, 3, 4, 2 }.Select(version => world.Institution(body, version, version == 4 ? "delisted" : Standings.Recognised)));
        var marker = await world.BodyAsync();

        await Eventually.PassesAsync(async () => (await world.AccountAsync(body)).Text("standing").ShouldBe("delisted"));

        await world.Maker.RefusedAsync(
            "/api/funding/advances", world.Advance(body, await world.OpenAppropriationAsync(), 1), HttpStatusCode.Conflict, "standing-not-payable");
        marker.ShouldNotBe(body);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Each_sees_its_own_and_lists_mask_the_account(DatabaseProvider provider)
    {
        var host = await hosts.OnAsync(provider);
        var (world, stranger) = (await World.OpenAsync(host), await World.OpenAsync(host));
        var appropriation = await world.OpenAppropriationAsync();
        var body = await world.BodyAsync();
        var advance = await world.ApprovedAsync(body, appropriation, 100);
        var (own, other) = (world.Operator("913309000000000001"), world.Operator("913309000000000002"));

        (await World.ListAsync(own, "/api/funding/advances")).ShouldHaveSingleItem().Text("payeeAccount").ShouldBe("****0123");
        (await World.ListAsync(world.Maker, "/api/funding/advances")).ShouldHaveSingleItem().Text("payeeAccount").ShouldBe("****0123");
        (await own.ReadAsync($"/api/funding/advances/{advance}"))["advance"]!.Text("payeeAccount").ShouldBe("****0123");
        (await world.Maker.ReadAsync($"/api/funding/advances/{advance}"))["advance"]!.Text("payeeAccount").ShouldBe("3309020104000123");
        (await World.ListAsync(other, "/api/funding/advances")).ShouldBeEmpty();
        (await World.ListAsync(stranger.Maker, "/api/funding/advances")).ShouldBeEmpty();
        foreach (var (caller, path) in new[] { (other, $"advances/{advance}"), (stranger.Auditor, $"advances/{advance}"), (stranger.Auditor, $"accounts/{body}"), (stranger.Auditor, $"appropriations/{appropriation}") })
        {
            (await caller.GetAsync(new Uri($"/api/funding/{path}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        await stranger.Approver.RefusedAsync($"/api/funding/advances/{advance}/approve", null, HttpStatusCode.NotFound, "not-found");
        (await own.GetAsync(new Uri("/api/funding/appropriations", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await host.Service.Anonymous().GetAsync(new Uri("/api/funding/advances", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_list_is_complete_page_by_page(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var appropriation = await world.OpenAppropriationAsync();
        var body = await world.BodyAsync();
        List<Guid> proposed = [];
        for (var i = 0; i < 7; i++)
        {
            proposed.Add(await world.ProposeAsync(body, appropriation, i + 1));
        }

        List<Guid> read = [];
        var path = $"/api/funding/advances?institution={body}&status=proposed&limit=3";
        for (string? after = ""; after is not null;)
        {
            var page = await world.Maker.ReadAsync($"{path}{(after.Length == 0 ? "" : $"&after={after}")}");
            read.AddRange(page["items"]!.AsArray().Select(i => i!.Key("id")));
            after = page["next"]?.GetValue<string>();
        }

        read.Count.ShouldBe(7);
        read.ShouldBe(proposed, ignoreOrder: true);
    }
}

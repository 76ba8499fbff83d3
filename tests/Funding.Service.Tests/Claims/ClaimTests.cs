using System.Net;
using Funding.Tests.Hosting;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.Claims;

public sealed class ClaimTests(FundingHosts hosts)
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_purchase_is_subsidised_up_to_the_companys_ceiling_and_each_payment_once(DatabaseProvider provider)
    {
        var (world, company) = await OpenAsync(provider);
        var first = await company.AssessedAsync(await company.SubmittedAsync(("00332101", 600_000_019)), cityFen: 10_000_000);

        (first["claim"]!.Fen("dueFen"), first["payment"]!.Fen("amountFen")).ShouldBe((60_000_001, 50_000_001));
        (await company.RoomAsync()).Fen("usedFen").ShouldBe(0);
        var paid = await company.ApprovedAsync(first);
        (await company.RoomAsync()).Fen("leftFen").ShouldBe(39_999_999);

        var again = await company.SubmittedAsync(("332101", 600_000_019), ("00332102", 900_000_000));
        var refusal = await world.Maker.RefusedAsync(Path(again, "assess"), company.Assessment(again), HttpStatusCode.Conflict, "invoice-accepted-before");
        (refusal.Text("clause"), refusal["inputs"]!.Text("number")).ShouldBe(("HB-04", "00332101"));

        var second = await company.AssessedAsync(await company.SubmittedAsync(("00332103", 900_000_000)));
        second["claim"]!.Fen("dueFen").ShouldBe(39_999_999);
        var failing = await company.ApprovedAsync(second);
        (await company.RoomAsync()).Fen("leftFen").ShouldBe(0);

        var third = await company.SubmittedAsync(("00332104", 100));
        (await world.Maker.RefusedAsync(Path(third, "assess"), company.Assessment(third), HttpStatusCode.Conflict, "nothing-due")).Text("clause").ShouldBe("HB-04");

        await company.AnsweredAsync(paid, "paid");
        await company.AnsweredAsync(failing, "failed");
        (await company.RoomAsync()).Fen("leftFen").ShouldBe(39_999_999);
        var waiting = await world.Maker.ReadAsync($"/api/funding/claims/{second["claim"]!.Key("id")}");
        waiting["claim"]!.Text("status").ShouldBe("submitted");
        await company.AnsweredAsync(await company.ApprovedAsync(await company.AssessedAsync(waiting)), "paid");
        (await company.RoomAsync()).Fen("leftFen").ShouldBe(0);
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Of_claims_approved_at_once_exactly_those_that_fit_the_ceiling_are(DatabaseProvider provider)
    {
        var (world, company) = await OpenAsync(provider);
        List<Guid> payments = [];
        for (var i = 0; i < 8; i++)
        {
            payments.Add((await company.AssessedAsync(await company.SubmittedAsync(($"7700{i}", 300_000_000))))["claim"]!.Key("grantId"));
        }

        var answers = await Task.WhenAll(payments.Select(id => world.Approver.SendAsync($"/api/funding/grants/{id}/approve")));

        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(3);
        answers.Count(a => a.StatusCode == HttpStatusCode.Conflict).ShouldBe(5);
        (await company.RoomAsync()).Fen("usedFen").ShouldBe(90_000_000);
        await world.VerifyAsync();
    }

    [Fact]
    public async Task What_the_bank_answers_about_many_companies_claims_takes_as_many_statements_as_about_two()
    {
        var statements = new Statements("\"ClaimantAccounts\"");
        await using var host = await FundingHost.StartAsync(DatabaseProvider.Postgres, watching: statements);
        var world = await Claimant.OpenAsync(host);
        var appropriation = await world.OpenAppropriationAsync();
        Claimant[] companies = [.. "0123456".Select(last => new Claimant(world, appropriation, $"91420106MA2N6W2H0{last}"))];
        List<Guid> payments = [];
        foreach (var (at, company) in companies.Index())
        {
            payments.Add(await company.ApprovedAsync(await company.AssessedAsync(await company.SubmittedAsync(($"8800{at}", 1_000)))));
        }

        var (two, five) = (await FailAsync(payments[..2]), await FailAsync(payments[2..]));

        five.ShouldBe(two);
        foreach (var company in companies)
        {
            (await company.RoomAsync()).Fen("usedFen").ShouldBe(0);
        }

        await world.VerifyAsync();

        async Task<int> FailAsync(IReadOnlyList<Guid> leaving)
        {
            var made = await world.Maker.DoAsync("/api/funding/payment-runs", new { programme = world.Name, fiscalYear = world.Year, paymentIds = leaving });
            var run = made["run"]!.Key("id");
            await world.Approver.DoAsync($"/api/funding/payment-runs/{run}/seal");
            var results = leaving.Select(id => new { paymentId = id, outcome = "failed", on = world.Today, bankReference = $"B-{id:N}", reason = "账号有误" });
            statements.Take();
            await world.Maker.DoAsync($"/api/funding/payment-runs/{run}/results", new { results });
            return statements.Take();
        }
    }

    [Fact]
    public async Task A_claim_is_handed_in_with_evidence_for_each_payment_and_approved_by_another_person()
    {
        var (world, company) = await OpenAsync(DatabaseProvider.Sqlite);
        var id = await company.DraftAsync(company.Payment("00332101", 100), company.Payment("00332102", 300));
        (await world.Maker.GetAsync(new Uri($"/api/funding/claims/{id}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await company.Client.RefusedAsync($"/api/funding/claims/{id}/submit", null, HttpStatusCode.BadRequest, "claim-incomplete"))["inputs"]!["problems"]!.AsArray()
            .Select(p => p!.Text("field")).ShouldBe(["paymentEvidence"]);
        await company.AttachAsync(id, "paymentEvidence", "332101");
        (await company.Client.RefusedAsync($"/api/funding/claims/{id}/submit", null, HttpStatusCode.Conflict, "evidence-missing"))["inputs"]!.Text("number").ShouldBe("00332102");
        await company.AttachAsync(id, "paymentEvidence", "00332102");
        var claim = await company.Client.DoAsync($"/api/funding/claims/{id}/submit");

        claim["flags"]!.AsArray().ShouldHaveSingleItem()!.Text("condition").ShouldBe("put-to-use-in-hubei");
        (await new Claimant(world, Guid.Empty, "91420106MA00000001").Client.GetAsync(new Uri($"/api/funding/claims/{id}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var both = world.As("both", Roles.FinanceMaker, Roles.FinanceApprover);
        await both.RefusedAsync(Path(claim, "assess"), new { appropriationId = Guid.CreateVersion7() }, HttpStatusCode.NotFound, "not-found");
        var assessed = await both.DoAsync(Path(claim, "assess"), company.Assessment(claim));
        await both.RefusedAsync($"/api/funding/grants/{assessed["claim"]!.Key("grantId")}/approve", null, HttpStatusCode.Forbidden, "maker-cannot-approve");
        await world.Approver.DoAsync(Path(claim, "return"), new { reason = "付款凭证不清晰" });
        (await company.Client.ReadAsync($"/api/funding/claims/{id}"))["claim"]!.Text("status").ShouldBe("returned");
        (await world.Approver.SendAsync($"/api/funding/grants/{assessed["claim"]!.Key("grantId")}/approve")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await company.Client.DoAsync($"/api/funding/claims/{id}/withdraw", new { reason = "另行申领" });
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task After_the_plans_end_nothing_new_is_claimed_until_the_bureau_lets_it_go_on_and_its_document_stands_in_the_sheets(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider), Claimant.Programme, "hubei", text => text);
        var client = world.Operator("91420106MA2N6W2H0G");
        var claim = new { programme = world.Name, kind = "technology-purchase", claimantName = "某公司" };
        await Eventually.PassesAsync(async () => await client.RefusedAsync("/api/funding/claims", claim, HttpStatusCode.Conflict, "policy-ended"));
        await world.Maker.RefusedAsync("/api/funding/appropriations", world.Appropriation(), HttpStatusCode.Conflict, "policy-ended");

        await world.DecideOnPlanAsync("明日起施行", until: new DateOnly(2028, 12, 31), decidedOn: world.Today.AddDays(1));
        await world.DecideOnPlanAsync(Claimant.Extension, until: new DateOnly(2027, 12, 31));

        var appropriation = await world.OpenAppropriationAsync();
        var company = new Claimant(world, appropriation);
        var assessed = await company.AssessedAsync(await company.SubmittedAsync(("00332101", 600_000_019)));
        var payment = await company.ApprovedAsync(assessed);
        foreach (var sheet in new[] { $"appropriations/{appropriation}", $"claims/{assessed["claim"]!.Key("id")}", $"grants/{payment}" })
        {
            var line = (await world.Auditor.ReadAsync($"/api/funding/{sheet}/sheet"))["lines"]![0]!;
            (line.Text("clauseId"), line["result"]!["text"]!.Text("zh")).ShouldBe(("P-6", Claimant.Extension), sheet);
        }
    }

    private async Task<(World World, Claimant Company)> OpenAsync(DatabaseProvider provider)
    {
        var world = await Claimant.OpenAsync(await hosts.OnAsync(provider));
        return (world, new Claimant(world, await world.OpenAppropriationAsync()));
    }

    private static string Path(System.Text.Json.Nodes.JsonObject claim, string verb) => $"/api/funding/claims/{claim["claim"]!.Key("id")}/{verb}";
}

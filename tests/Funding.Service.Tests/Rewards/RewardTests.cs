using System.Net;
using Contracts.Registry;
using Contracts.Reporting;
using Funding.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.Rewards;

public sealed class RewardTests(FundingHosts hosts)
{
    private const string Path = "/api/funding/reward-decisions";

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_yearly_decision_on_grades_pays_each_rewarded_body_once(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider), "shangdang-enclaves", "shangdang", text => text);
        await Eventually.PassesAsync(() => world.Maker.RefusedAsync("/api/funding/appropriations", world.Appropriation(), HttpStatusCode.Conflict, "policy-draft"));
        await world.Maker.RefusedAsync(Path, Decision(world, world.Year - 1, ("excellent", 1)), HttpStatusCode.Conflict, "policy-draft");
        await world.DecideOnPlanAsync("上政发〔2026〕1号");
        var appropriation = await world.OpenAppropriationAsync();
        var (excellent, passed) = (await EvaluatedAsync(world, "excellent"), await EvaluatedAsync(world, "pass"));
        var year = world.Year - 1;

        await world.Maker.RefusedAsync(Path, Decision(world, year, ("pass", 100)), HttpStatusCode.BadRequest, "bad-input");
        var id = (await world.Maker.DoAsync(Path, Decision(world, year, ("excellent", 50_000_000), ("good", 20_000_000))))["decision"]!.Key("id");
        await world.Maker.RefusedAsync(Path, Decision(world, year, ("excellent", 1)), HttpStatusCode.Conflict, "reward-decided");
        await world.Maker.RefusedAsync($"{Path}/{id}/grants", Payments(appropriation, excellent), HttpStatusCode.Conflict, "decision-not-confirmed");
        await world.Approver.DoAsync($"{Path}/{id}/confirm");

        (await World.ListAsync(world.Maker, $"{Path}/{id}/bodies")).ShouldHaveSingleItem().Fen("amountFen").ShouldBe(50_000_000);
        (await world.Maker.RefusedAsync($"{Path}/{id}/grants", Payments(appropriation, passed), HttpStatusCode.Conflict, "not-rewarded")).Text("clause").ShouldBe("SD-08");
        var grant = (await world.Maker.DoAsync($"{Path}/{id}/grants", Payments(appropriation, excellent)))["grants"]!.AsArray().ShouldHaveSingleItem()!.Key("id");
        await world.Maker.RefusedAsync($"{Path}/{id}/grants", Payments(appropriation, excellent), HttpStatusCode.Conflict, "rewarded-before");
        await world.Approver.DoAsync($"/api/funding/grants/{grant}/approve");

        // What holds the body's money after the approval holds the reward as well.
        var hold = (await world.Maker.DoAsync($"/api/funding/accounts/{excellent}/holds", new { reason = "举报核查" }))["holds"]!.AsArray().ShouldHaveSingleItem()!.Key("id");
        var run = (await world.Maker.DoAsync("/api/funding/payment-runs", new { programme = world.Name, fiscalYear = world.Year, paymentIds = new[] { grant } }))["run"]!.Key("id");
        (await world.Approver.RefusedAsync($"/api/funding/payment-runs/{run}/seal", null, HttpStatusCode.Conflict, "account-on-hold")).Text("clause").ShouldBe("SD-08");
        await world.Maker.DoAsync($"/api/funding/payment-runs/{run}/dissolve");
        await world.Approver.DoAsync($"/api/funding/holds/{hold}/release", new { reason = "核查完毕" });
        await new Claims.Claimant(world, appropriation).AnsweredAsync(grant, "paid");

        (await world.AppropriationAsync(appropriation)).Fen("committedFen").ShouldBe(50_000_000);
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_reward_whose_grade_was_corrected_before_its_approval_is_proposed_anew(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider), "shangdang-enclaves", "shangdang", text => text);
        await world.DecideOnPlanAsync("上政发〔2026〕1号");
        var appropriation = await world.OpenAppropriationAsync();
        var body = await EvaluatedAsync(world, "excellent");
        var id = (await world.Maker.DoAsync(Path, Decision(world, world.Year - 1, ("excellent", 50_000_000), ("good", 20_000_000))))["decision"]!.Key("id");
        await world.Approver.DoAsync($"{Path}/{id}/confirm");
        var proposed = await ProposedAsync();
        await GradeAsync(world, body, "good", version: 2);

        var refusal = await world.Approver.RefusedAsync($"/api/funding/grants/{proposed}/approve", null, HttpStatusCode.Conflict, "reward-amount-changed");

        (refusal.Text("clause"), refusal["inputs"]!.Fen("dueFen"), refusal["inputs"]!.Fen("proposedFen")).ShouldBe(("SD-08", 20_000_000, 50_000_000));
        await world.Maker.DoAsync($"/api/funding/payments/{proposed}/cancel", new { reason = "评价结果更正" });
        await world.Approver.DoAsync($"/api/funding/grants/{await ProposedAsync()}/approve");
        (await world.AppropriationAsync(appropriation)).Fen("committedFen").ShouldBe(20_000_000);
        await world.VerifyAsync();

        async Task<Guid> ProposedAsync() =>
            (await world.Maker.DoAsync($"{Path}/{id}/grants", Payments(appropriation, body)))["grants"]!.AsArray().Single(g => g!.Text("status") == "proposed")!.Key("id");
    }

    private static async Task<Guid> EvaluatedAsync(World world, string grade)
    {
        var body = Guid.CreateVersion7();
        world.Host.Registry.Say(body, Standings.Filed);
        await world.Host.Publisher.PublishAsync(world.Institution(body, standing: Standings.Filed));
        await GradeAsync(world, body, grade, version: 1);
        return body;
    }

    private static async Task GradeAsync(World world, Guid body, string grade, int version)
    {
        await world.Host.Publisher.PublishAsync(new EvaluationPublished
        {
            EvaluationId = Guid.CreateVersion7(),
            Version = version,
            Kind = EvaluationKinds.Yearly,
            InstitutionId = body,
            Programme = world.Name,
            Year = world.Year - 1,
            Grade = grade,
            PublishedOn = world.Today,
            DocumentNumber = "上党飞地〔2026〕3号",
        });
        await Eventually.PassesAsync(async () => (await world.AccountAsync(body)).ToJsonString().ShouldContain($"\"{grade}\""));
    }

    private static object Decision(World world, int year, params (string Key, long AmountFen)[] amounts) => new
    {
        programme = world.Name,
        award = "enclave-reward",
        year,
        documentNumber = "上党财〔2026〕8号",
        decidedOn = world.Today,
        amounts = amounts.Select(a => new { key = a.Key, amountFen = a.AmountFen }),
    };

    private static object Payments(Guid appropriation, Guid body) =>
        new { appropriationId = appropriation, bodies = new[] { new { institutionId = body, payeeName = "上党区某国有资本运营有限公司", payeeAccount = "1404040104000123" } } };
}

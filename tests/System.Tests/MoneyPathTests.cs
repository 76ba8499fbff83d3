using Demo;
using Shouldly;
using Xunit;

namespace SystemTests;

/// <summary>
/// Zhoushan's plan over four years, through the gateway, with logins, real RabbitMQ and three services: what the story met is held
/// against the clauses.
/// </summary>
public sealed class MoneyPathTests(PlatformFixture fixture)
{
    private const long CapFen = 300_000_000;
    private const long ShareFen = 75_000_000;

    private readonly MoneyPathFacts facts = fixture.Facts;

    [Fact]
    public void An_application_without_the_lead_bodys_commitment_is_not_submitted()
    {
        facts.WithoutCommitment!.Status.ShouldBe(409);
        facts.WithoutCommitment.Clause.ShouldBe("ZS-13");
    }

    [Fact]
    public async Task Each_body_is_entered_as_under_construction_on_its_countys_recommendation()
    {
        foreach (var institution in facts.Institutions)
        {
            var view = await fixture.Platform.GetAsync("zs-city", $"/api/registry/institutions/{institution}");
            view["standing"]!.GetValue<string>().ShouldBe("under-construction");
        }

        facts.Institutions.Count.ShouldBe(Body.All.Count);
    }

    [Fact]
    public void An_appropriation_one_fen_above_the_years_cap_is_refused()
    {
        facts.AppropriationAboveCap!.Clause.ShouldBe("ZS-03");
        facts.AppropriationAboveCap.Inputs!["capFen"]!.GetValue<long>().ShouldBe(CapFen);
    }

    [Fact]
    public void A_maker_cannot_approve() => facts.MakerApproves!.Status.ShouldBe(403);

    [Theory]
    [InlineData(2026)]
    [InlineData(2027)]
    [InlineData(2028)]
    public void The_fen_after_the_years_cap_is_refused(int year)
    {
        facts.NextFen[year].Status.ShouldBe(409);
        facts.NextFen[year].Clause.ShouldBe("ZS-03");
    }

    [Theory]
    [InlineData(2026)]
    [InlineData(2027)]
    [InlineData(2028)]
    public async Task Every_advance_of_the_year_is_paid_and_the_cap_is_used_to_the_fen(int year)
    {
        foreach (var advance in facts.Paid[year])
        {
            var view = (await fixture.Platform.GetAsync("zs-auditor", $"/api/funding/advances/{advance}"))["advance"]!;
            view["status"]!.GetValue<string>().ShouldBe("paid");
            view["amountFen"]!.GetValue<long>().ShouldBe(ShareFen);
        }

        var appropriations = await fixture.Platform.GetAsync("zs-auditor", $"/api/funding/appropriations?year={year}");
        var row = appropriations["items"]!.AsArray().Single(a => a!["fiscalYear"]!.GetValue<int>() == year)!;
        row["committedFen"]!.GetValue<long>().ShouldBe(CapFen);
        row["paidFen"]!.GetValue<long>().ShouldBe(CapFen);
    }

    [Fact]
    public void The_fourth_year_is_refused()
    {
        facts.FourthYear!.Status.ShouldBe(409);
        facts.FourthYear.Clause.ShouldBe("ZS-04");
    }

    [Fact]
    public async Task A_good_grade_entitles_to_nine_tenths_and_the_rest_is_clawed_back()
    {
        var settlement = (await fixture.Platform.GetAsync("zs-auditor", $"/api/funding/settlements/{facts.Settlement}"))["settlement"]!;
        settlement["advanceFen"]!.GetValue<long>().ShouldBe(ShareFen);
        settlement["entitledFen"]!.GetValue<long>().ShouldBe(67_500_000);
        settlement["clawbackFen"]!.GetValue<long>().ShouldBe(7_500_000);
    }

    [Fact]
    public async Task The_calculation_sheet_explains_the_entitled_amount_by_its_clause_and_pack()
    {
        var sheet = (await fixture.Platform.GetAsync("zs-auditor", $"/api/funding/settlements/{facts.Settlement}/sheet")).ToJsonString(Readable);

        sheet.ShouldContain("ZS-06");
        sheet.ShouldContain("ZS-07");
        sheet.ShouldContain("根据考核结果确定实际应补助金额");
        sheet.ShouldContain("67500000");
    }

    [Fact]
    public async Task Two_receipts_settle_the_clawback_and_a_fen_more_is_refused()
    {
        var detail = await fixture.Platform.GetAsync("zs-auditor", $"/api/funding/clawbacks/{facts.Clawback}");
        var clawback = detail["clawback"]!;

        clawback["outstandingFen"]!.GetValue<long>().ShouldBe(0);
        clawback["status"]!.GetValue<string>().ShouldBe("closed");
        detail["receipts"]!.AsArray().Sum(r => r!["amountFen"]!.GetValue<long>()).ShouldBe(7_500_000);
        facts.ReceiptAboveOutstanding!.Clause.ShouldBe("ZS-07");
    }

    [Fact]
    public async Task The_ledger_verifies_after_four_years()
    {
        var verified = await fixture.Platform.GetAsync("zs-auditor", "/api/funding/ledger/verify");

        verified["intact"]!.GetValue<bool>().ShouldBeTrue(verified.ToJsonString());
    }

    [Fact]
    public async Task An_operator_sees_its_own_money_and_nobody_elses()
    {
        var own = await fixture.Platform.GetAsync("zs-operator", "/api/funding/advances?limit=200");

        own["items"]!.AsArray().Select(a => a!["institutionId"]!.GetValue<Guid>()).Distinct().ShouldBe([facts.Institutions[0]]);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

using Demo;
using Shouldly;
using Xunit;

namespace SystemTests;

/// <summary>The other programmes' stories, played after the five years on the same platform: what they met is held against the clauses.</summary>
public sealed class ProgrammeTests(PlatformFixture fixture)
{
    [Fact]
    public async Task Ezhous_carriers_are_filed_once_the_plan_is_extended()
    {
        var refusals = fixture.Carriers;

        ShouldBe(refusals["a carrier after the plan's end"], "policy-ended", "P-6");
        ShouldBe(refusals["ezhou-incubation-carriers: confirming one's own record"], "recorder-confirms", "P-6");
        ShouldBe(refusals["leaving before entering"], "left-before-entered", "EI-02");
        (await CountAsync("ez-city", Carriers.Programme, "benchmarks", "chosen")).ShouldBe(1);
        (await CountAsync("ez-city", Carriers.Programme, "mentors", "filed")).ShouldBe(1);
        (await CountAsync("ez-district-linkong", Carriers.Programme, "companies", "in-incubation")).ShouldBe(0, "another district's (EI-13)");
    }

    [Fact]
    public async Task Shangdangs_enclaves_are_set_up_once_the_draft_is_adopted()
    {
        var refusals = fixture.Enclaves;

        ShouldBe(refusals["an enclave under a draft"], "policy-draft", "P-6");
        ShouldBe(refusals["a chairman who votes on his own group's enclave"], "must-be-recused", "SD-03");
        ShouldBe(refusals["an evaluation before the indicator system"], "indicator-system-not-in-force", "SD-12");
        (await CountAsync("sd-city", Enclaves.Programme, "tenants", "left")).ShouldBe(1);
        (await CountAsync("sd-city", Enclaves.Programme, "leading-group", "serving")).ShouldBe(12);
    }

    [Theory]
    [InlineData("hb-auditor", "technology-purchase", 2, 100_000_000)]
    [InlineData("hb-auditor", "project-sales", 1, 6_000_000)]
    [InlineData("hb-auditor", "high-tech-recognition", 1, 10_000_000)]
    [InlineData("hb-auditor", "pilot-base-reward", 1, 50_000_000)]
    [InlineData("sd-auditor", "tenant-project", 1, 15_000_000)]
    [InlineData("sd-auditor", "enclave-reward", 1, 30_000_000)]
    [InlineData("ez-auditor", "carrier-reward", 1, 20_000_000)]
    public async Task What_is_claimed_and_rewarded_elsewhere_is_paid_to_the_fen(string auditor, string award, int payments, long paidFen)
    {
        var paid = (await fixture.Platform.GetAsync(auditor, $"/api/funding/grants?status=paid&award={award}&limit=200"))["items"]!.AsArray()
            .Select(grant => grant!["amountFen"]!.GetValue<long>()).ToList();

        (paid.Count, paid.Sum()).ShouldBe((payments, paidFen));
    }

    private static void ShouldBe(Refused refused, string code, string clause) => (refused.Code, refused.Clause).ShouldBe((code, clause));

    private async Task<int> CountAsync(string user, string programme, string register, string state) =>
        (await fixture.Platform.GetAsync(user, $"/api/registry/registers/{programme}/{register}/entries?state={state}"))["items"]!.AsArray().Count;
}

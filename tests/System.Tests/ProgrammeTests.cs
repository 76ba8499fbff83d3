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
        var refusals = await new Carriers(fixture.Platform, new Narrator(TextWriter.Null)).PlayAsync();

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
        var refusals = await new Enclaves(fixture.Platform, new Narrator(TextWriter.Null)).PlayAsync();

        ShouldBe(refusals["an enclave under a draft"], "policy-draft", "P-6");
        ShouldBe(refusals["a chairman who votes on his own group's enclave"], "must-be-recused", "SD-03");
        ShouldBe(refusals["an evaluation before the indicator system"], "indicator-system-not-in-force", "SD-12");
        (await CountAsync("sd-city", Enclaves.Programme, "tenants", "left")).ShouldBe(1);
        (await CountAsync("sd-city", Enclaves.Programme, "leading-group", "serving")).ShouldBe(12);
    }

    private static void ShouldBe(Refused refused, string code, string clause) => (refused.Code, refused.Clause).ShouldBe((code, clause));

    private async Task<int> CountAsync(string user, string programme, string register, string state) =>
        (await fixture.Platform.GetAsync(user, $"/api/registry/registers/{programme}/{register}/entries?state={state}"))["items"]!.AsArray().Count;
}

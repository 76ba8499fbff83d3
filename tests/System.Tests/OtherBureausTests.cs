using Shouldly;
using Xunit;

namespace SystemTests;

/// <summary>What the other bureaus' stories met, through the gateway, held against their clauses.</summary>
public sealed class OtherBureausTests(PlatformFixture fixture)
{
    [Theory]
    [InlineData("application without a call", 409, "EO-08")]
    [InlineData("filing without a case-by-case decision", 409, "EO-07")]
    [InlineData("same type at the same place while barred", 409, "EO-13")]
    [InlineData("an entry after the plan's end", 409, "P-6")]
    [InlineData("a leader's share that is not posted", 409, "HB-18")]
    [InlineData("a fen below 500,000.00 yuan", 409, "HB-07")]
    [InlineData("a project while barred", 409, "HB-05")]
    [InlineData("the same payment under another spelling", 409, "HB-04")]
    [InlineData("a subsidy whose ratio is not decided", 409, "HB-15")]
    public void What_the_documents_forbid_was_refused_by_its_clause_in_both_languages(string what, int status, string clause)
    {
        var refused = fixture.Others[what];
        (refused.Status, refused.Clause).ShouldBe((status, clause), refused.En);
        refused.Zh.ShouldContain(c => c >= '\u4e00');
        refused.En.ShouldNotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData("ez-city", "ezhou-offshore-institutions", "filed", "removed", "filed", "filed")]
    [InlineData("hb-city", "hubei-transfer-zone", "filed")]
    public async Task Their_bodies_end_where_their_stories_lead(string user, string programme, params string[] standings) =>
        (await fixture.Platform.GetAsync(user, $"/api/registry/institutions?programme={programme}"))["items"]!.AsArray()
            .Select(row => row!["standing"]!.GetValue<string>()).ShouldBe(standings, ignoreOrder: true);
}

using Funding.Settlements;
using Funding.Tests.Hosting;
using Shouldly;
using Xunit;

namespace Funding.Tests.Settlements;

public sealed class TopUpTests
{
    [Theory]
    //          pack     settled  pending  clawback  refused with
    [InlineData(false, true, false, 0, "no-top-up")]
    [InlineData(true, false, false, 0, "year-not-settled")]
    [InlineData(true, true, true, 0, "year-not-settled")]
    [InlineData(true, true, false, 1, "top-up-while-claimed")]
    [InlineData(true, true, false, 0, null)]
    public void A_year_is_topped_up_only_by_a_pack_that_allows_it_once_settled_with_nothing_to_take_back(
        bool allowed, bool settled, bool pending, long clawbackFen, string? code) =>
        TopUp.Decide(settled ? Settled(clawbackFen) : null, pending, Facts.Rules(text: allowed ? Allowed(Rules.Text) : null))?.Code.ShouldBe(code);

    /// <summary>Zhoushan's pack with a bureau's decision to allow it.</summary>
    internal static string Allowed(string text) => text.With(
        "  - name: max-years\n",
        """
          - name: top-up
            zh: 结算后可以补差
            en: a settled year may be topped up
            kind: flag
            reference-day: payment
            values:
              - { from: 2025-10-21, value: true, clause: ZS-06, source: bureau, decision: entitlement-method }
          - name: max-years

        """);

    private static Settlement Settled(long clawbackFen) => new()
    {
        Id = Guid.CreateVersion7(),
        Jurisdiction = "zhoushan",
        InstitutionId = Guid.CreateVersion7(),
        Programme = Rules.Programme,
        FiscalYear = 2026,
        ReviewId = Guid.CreateVersion7(),
        Grade = "good",
        AdvanceFen = 100,
        EntitledFen = 100 - clawbackFen,
        ClawbackFen = clawbackFen,
    };
}

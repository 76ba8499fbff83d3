using Contracts.Values;
using Funding.Settlements;
using Funding.Tests.Hosting;
using Policies;
using Shouldly;
using Xunit;

namespace Funding.Tests.Settlements;

public sealed class YearFiguresTests
{
    [Theory]
    //          advances (fen)                     grade        entitled     clawback
    [InlineData(new[] { 100_000_000L }, "excellent", 100_000_000, 0)]
    [InlineData(new[] { 100_000_000L }, "good", 90_000_000, 10_000_000)]
    [InlineData(new[] { 100_000_000L }, "pass", 70_000_000, 30_000_000)]
    [InlineData(new[] { 100_000_000L }, "fail", 0, 100_000_000)]
    [InlineData(new[] { 5L }, "good", 4, 1)]                            // 4.5 → 4, half to even
    [InlineData(new[] { 15L }, "good", 14, 1)]                          // 13.5 → 14, half to even
    [InlineData(new[] { 5L }, "pass", 4, 1)]                            // 3.5 → 4
    [InlineData(new[] { 15L }, "pass", 10, 5)]                          // 10.5 → 10
    [InlineData(new[] { 1L }, "good", 1, 0)]                            // 0.9 → 1
    [InlineData(new[] { 33_333_333L, 33_333_333L, 33_333_334L }, "good", 90_000_000, 10_000_000)]
    [InlineData(new[] { 5L, 10L }, "good", 14, 1)]                      // the year's sum is rated, not each advance
    [InlineData(new long[0], "good", 0, 0)]
    public void Entitled_by_grade_half_even_to_the_fen_and_the_rest_taken_back(long[] advances, string grade, long entitled, long clawback)
    {
        YearFigures.Calculate([.. advances.Select(Money.FromFen)], [], grade, 2026, Facts.Rules()).Accepted(out var figures, out _).ShouldBeTrue();

        figures!.Entitled.Fen.ShouldBe(entitled);
        figures.Clawback.Fen.ShouldBe(clawback);
        figures.Advance.Fen.ShouldBe(advances.Sum());
        figures.Sheet.PackHash.ShouldBe(Rules.Zhoushan.Hash);
        figures.Sheet.Lines.ShouldContain(l => l.ClauseId == "ZS-06" && l.Rounding == Rounding.HalfEven);
    }

    [Fact]
    public void A_grade_that_the_pack_does_not_know_is_refused() =>
        YearFigures.Calculate([Money.FromFen(100)], [], "brilliant", 2026, Facts.Rules()).Refusal.ShouldNotBeNull();

    [Fact]
    public void What_was_topped_up_by_decision_is_due_in_full_whatever_the_grade()
    {
        YearFigures.Calculate([Money.FromFen(10_000)], [Money.FromFen(500), Money.FromFen(1)], "good", 2026, Facts.Rules()).Accepted(out var figures, out _).ShouldBeTrue();

        (figures!.Advance.Fen, figures.Entitled.Fen, figures.Clawback.Fen).ShouldBe((10_501, 9_501, 1_000));
        figures.Sheet.Lines[^1].ClauseId.ShouldBe("ZS-06");
    }
}

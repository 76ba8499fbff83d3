using Contracts.Values;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Contracts.Tests.Values;

public sealed class MoneyTests
{
    private static readonly Arbitrary<(Money A, Money B)> Pairs =
        (from a in Amount from b in Amount select (a, b)).ToArbitrary();

    private static Gen<Money> Amount =>
        from high in Gen.Choose(0, 499_999) from low in Gen.Choose(0, 999_999_999) select Money.FromFen((high * 1_000_000_000L) + low);

    [Theory]
    [InlineData(0, "0.00")]
    [InlineData(1, "0.01")]
    [InlineData(99, "0.99")]
    [InlineData(100, "1.00")]
    [InlineData(300_000_000, "3,000,000.00")]
    [InlineData(Money.MaxFen, "10,000,000,000,000.00")]
    public void An_amount_reads_in_yuan_with_two_decimals(long fen, string text) => Money.FromFen(fen).ToString().ShouldBe(text);

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    [InlineData(Money.MaxFen + 1)]
    [InlineData(1_000_000_000_000_000_000)]
    [InlineData(long.MaxValue)]
    public void An_amount_below_zero_or_above_the_largest_cannot_be(long fen)
    {
        Money.IsValid(fen).ShouldBeFalse();
        Should.Throw<ArgumentOutOfRangeException>(() => Money.FromFen(fen));
    }

    [Fact]
    public void A_sum_above_the_largest_and_a_difference_below_zero_are_errors()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Money.FromFen(Money.MaxFen) + Money.FromFen(1));
        Should.Throw<ArgumentOutOfRangeException>(() => Money.FromFen(1) - Money.FromFen(2));
        (Money.FromFen(Money.MaxFen - 1) + Money.FromFen(1)).Fen.ShouldBe(Money.MaxFen);
    }

    [Fact]
    public void What_is_added_can_be_taken_away_again() =>
        Prop.ForAll(Pairs, p => p.A + p.B - p.B == p.A && p.A + p.B == p.B + p.A).QuickCheckThrowOnFailure();

    [Fact]
    public void The_part_above_and_the_smaller_make_up_the_amount() =>
        Prop.ForAll(Pairs, p => p.A.Above(p.B) + Money.Min(p.A, p.B) == p.A).QuickCheckThrowOnFailure();

    [Fact]
    public void Amounts_are_ordered_as_their_fen() =>
        Prop.ForAll(Pairs, p => p.A < p.B == p.A.Fen < p.B.Fen && p.A >= p.B == p.A.Fen >= p.B.Fen && p.A <= p.B != (p.A > p.B)
            && Math.Sign(p.A.CompareTo(p.B)) == Math.Sign(p.A.Fen.CompareTo(p.B.Fen))).QuickCheckThrowOnFailure();

    [Fact]
    public void No_amount_is_zero() => default(Money).ShouldBe(Money.Zero);
}

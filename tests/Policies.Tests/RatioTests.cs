using System.Numerics;
using System.Text.Json;
using Contracts.Values;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Policies.Tests;

public sealed class RatioTests
{
    private static readonly Arbitrary<(long Fen, Ratio Ratio)> Parts =
        (from high in Gen.Choose(0, 999_999)
         from low in Gen.Choose(0, 999_999_999)
         from denominator in Gen.Choose(1, 10_000)
         from numerator in Gen.Choose(0, denominator)
         select (((high * 1_000_000_000L) + low), Ratio.Of(numerator, denominator))).ToArbitrary();

    [Theory]
    [InlineData(5, "90 %", 4)]
    [InlineData(15, "90 %", 14)]
    [InlineData(25, "90 %", 22)]
    [InlineData(35, "90 %", 32)]
    [InlineData(1, "50 %", 0)]
    [InlineData(3, "50 %", 2)]
    [InlineData(1, "2/3", 1)]
    [InlineData(2, "2/3", 1)]
    [InlineData(1_000_000_000_000_000, "100 %", 1_000_000_000_000_000)]
    public void A_half_goes_to_the_even_fen(long fen, string ratio, long expected) =>
        Read(ratio).Part(Money.FromFen(fen), Rounding.HalfEven).ShouldBe(Money.FromFen(expected));

    [Theory]
    [InlineData(19, "10 %", 1)]
    [InlineData(9, "10 %", 0)]
    [InlineData(10, "10 %", 1)]
    public void Floor_drops_what_is_not_a_whole_fen(long fen, string ratio, long expected) =>
        Read(ratio).Part(Money.FromFen(fen), Rounding.Floor).ShouldBe(Money.FromFen(expected));

    [Fact]
    public void Half_even_is_never_more_than_half_a_fen_off_and_even_at_the_half() =>
        Prop.ForAll(Parts, p =>
        {
            var result = p.Ratio.Part(Money.FromFen(p.Fen), Rounding.HalfEven).Fen;
            var off = BigInteger.Abs((2 * ((BigInteger)p.Fen * p.Ratio.Numerator)) - (2 * (BigInteger)result * p.Ratio.Denominator));
            return off < p.Ratio.Denominator || (off == p.Ratio.Denominator && result % 2 == 0);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Floor_is_never_above_and_less_than_a_fen_below() =>
        Prop.ForAll(Parts, p =>
        {
            var below = ((BigInteger)p.Fen * p.Ratio.Numerator) - ((BigInteger)p.Ratio.Part(Money.FromFen(p.Fen), Rounding.Floor).Fen * p.Ratio.Denominator);
            return below >= 0 && below < p.Ratio.Denominator;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_ratio_up_to_one_never_yields_more_than_the_amount() =>
        Prop.ForAll(Parts, p => p.Ratio.Part(Money.FromFen(p.Fen), Rounding.HalfEven).Fen <= p.Fen).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_written_is_read_again_in_text_and_json() =>
        Prop.ForAll(Parts, p => Read(p.Ratio.ToString()) == p.Ratio && JsonSerializer.Deserialize<Ratio>(JsonSerializer.Serialize(p.Ratio)) == p.Ratio)
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("90 %", "90 %")]
    [InlineData("90%", "90 %")]
    [InlineData("12.5 %", "12.5 %")]
    [InlineData("0 %", "0 %")]
    [InlineData("150 %", "150 %")]
    [InlineData("4/6", "2/3")]
    [InlineData("1/4", "25 %")]
    public void A_ratio_is_shown_as_per_cent_where_that_is_exact(string given, string shown) => Read(given).ToString().ShouldBe(shown);

    [Theory]
    [InlineData("0.9")]
    [InlineData("90")]
    [InlineData("-5 %")]
    [InlineData("1.23456 %")]
    [InlineData(".5 %")]
    [InlineData("5. %")]
    [InlineData("1.2.3 %")]
    [InlineData("1/0")]
    [InlineData("1/2/3")]
    [InlineData("99999999999 %")]
    [InlineData("")]
    public void What_is_no_ratio_is_not_read(string text) => Ratio.TryParse(text, out _).ShouldBeFalse();

    private static Ratio Read(string text) => Ratio.TryParse(text, out var ratio) ? ratio : throw new FormatException(text);
}

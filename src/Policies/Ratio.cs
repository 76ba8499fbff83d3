using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Contracts.Values;

namespace Policies;

/// <summary>How an exact result becomes whole fen.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Rounding>))]
public enum Rounding
{
    /// <summary>To the nearest fen, a half to the even one.</summary>
    [JsonStringEnumMemberName("half-even")]
    HalfEven,

    /// <summary>Down to the fen.</summary>
    [JsonStringEnumMemberName("floor")]
    Floor,
}

/// <summary>An exact ratio ≥ 0 in lowest terms, written <c>90 %</c>, <c>12.5 %</c> or <c>2/3</c>; never floating point.</summary>
[JsonConverter(typeof(RatioJsonConverter))]
[StructLayout(LayoutKind.Auto)]
public readonly record struct Ratio
{
    private const long MaxTerm = 1_000_000_000;
    private readonly long denominator;

    private Ratio(long numerator, long denominator)
    {
        var common = (long)BigInteger.GreatestCommonDivisor(numerator, denominator);
        (Numerator, this.denominator) = (numerator / common, denominator / common);
    }

    /// <summary>The part above the line.</summary>
    public long Numerator { get; }

    /// <summary>The part below the line.</summary>
    public long Denominator => denominator == 0 ? 1 : denominator;

    /// <summary>A ratio of two whole numbers, each at most 10^9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative term, a zero denominator, or one above 10^9.</exception>
    public static Ratio Of(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numerator, MaxTerm);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(denominator, MaxTerm);
        return new Ratio(numerator, denominator);
    }

    /// <summary>Reads <c>90 %</c>, <c>12.5%</c> (at most four decimals) or <c>2/3</c>.</summary>
    public static bool TryParse(string? text, out Ratio ratio)
    {
        ratio = default;
        var trimmed = text?.Trim() ?? "";
        return trimmed.EndsWith('%') ? TryPercent(trimmed[..^1].TrimEnd(), out ratio) : TryFraction(trimmed, out ratio);
    }

    /// <summary>This part of an amount, in whole fen.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The result is above <see cref="Money.MaxFen"/>.</exception>
    public Money Part(Money amount, Rounding rounding)
    {
        var (whole, rest) = Int128.DivRem((Int128)amount.Fen * Numerator, Denominator);
        var doubled = rest * 2;
        var up = rounding == Rounding.HalfEven && (doubled > Denominator || (doubled == Denominator && Int128.IsOddInteger(whole)));
        return Money.FromFen(checked((long)(whole + (up ? 1 : 0))));
    }

    /// <summary><c>90 %</c> where four decimals suffice, otherwise <c>2/3</c>.</summary>
    public override string ToString()
    {
        var (millionths, rest) = Math.DivRem(Numerator * 1_000_000, Denominator);
        return rest == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{millionths / 10_000m:0.####} %")
            : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
    }

    private static bool TryPercent(string text, out Ratio ratio)
    {
        ratio = default;
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : text.Length - point - 1;
        if (decimals > 4 || (point >= 0 && (point == 0 || decimals == 0)) || !TryWhole(point < 0 ? text : text.Remove(point, 1), out var digits))
        {
            return false;
        }

        var scale = 100L;
        for (var i = 0; i < decimals; i++)
        {
            scale *= 10;
        }

        ratio = new Ratio(digits, scale);
        return true;
    }

    private static bool TryFraction(string text, out Ratio ratio)
    {
        ratio = default;
        var parts = text.Split('/');
        if (parts.Length != 2 || !TryWhole(parts[0], out var numerator) || !TryWhole(parts[1], out var denominator) || denominator == 0)
        {
            return false;
        }

        ratio = new Ratio(numerator, denominator);
        return true;
    }

    private static bool TryWhole(string text, out long whole) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out whole) && whole <= MaxTerm;

    private sealed class RatioJsonConverter : JsonConverter<Ratio>
    {
        public override Ratio Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var ratio) ? ratio : throw new JsonException("A ratio is written 90 % or 2/3.");

        public override void Write(Utf8JsonWriter writer, Ratio value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}

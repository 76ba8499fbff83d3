using System.Globalization;
using System.Numerics;

namespace Reporting.Figures;

/// <summary>An exact number, a fraction in lowest terms: what is ranked and forecast never passes through a floating type.</summary>
internal readonly struct Exact : IEquatable<Exact>, IComparable<Exact>
{
    private readonly BigInteger denominator;

    private Exact(BigInteger numerator, BigInteger denominator)
    {
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        var sign = denominator.Sign < 0 ? -1 : 1;
        (Numerator, this.denominator) = (sign * numerator / common, sign * denominator / common);
    }

    public static Exact Zero => default;

    public BigInteger Numerator { get; }

    public BigInteger Denominator => denominator.IsZero ? BigInteger.One : denominator;

    public static Exact Of(BigInteger whole) => new(whole, BigInteger.One);

    /// <summary>A fraction.</summary>
    /// <exception cref="DivideByZeroException">Nothing is below the line.</exception>
    public static Exact Of(BigInteger above, BigInteger below) =>
        below.IsZero ? throw new DivideByZeroException("A fraction needs something below its line.") : new Exact(above, below);

    public static Exact operator +(Exact left, Exact right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Exact operator -(Exact left, Exact right) => left + new Exact(-right.Numerator, right.Denominator);

    public static Exact operator *(Exact left, Exact right) => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static Exact operator /(Exact left, Exact right) => Of(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    public static bool operator ==(Exact left, Exact right) => left.Equals(right);

    public static bool operator !=(Exact left, Exact right) => !left.Equals(right);

    public static bool operator <(Exact left, Exact right) => left.CompareTo(right) < 0;

    public static bool operator >(Exact left, Exact right) => left.CompareTo(right) > 0;

    public static bool operator <=(Exact left, Exact right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Exact left, Exact right) => left.CompareTo(right) >= 0;

    public static Exact Max(Exact left, Exact right) => left < right ? right : left;

    public static Exact Min(Exact left, Exact right) => left > right ? right : left;

    /// <summary>The nearest whole number, a half away from zero.</summary>
    public BigInteger Round()
    {
        var (whole, rest) = BigInteger.DivRem(Numerator, Denominator);
        return BigInteger.Abs(rest) * 2 >= Denominator ? whole + Numerator.Sign : whole;
    }

    /// <summary>The nearest number with this many decimals, only to be shown or drawn.</summary>
    public decimal Shown(int decimals)
    {
        var scale = (decimal)BigInteger.Pow(10, decimals);
        return (decimal)(this * Of((BigInteger)scale)).Round() / scale;
    }

    public int CompareTo(Exact other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Exact other) => Numerator == other.Numerator && Denominator == other.Denominator;

    public override bool Equals(object? obj) => obj is Exact other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}

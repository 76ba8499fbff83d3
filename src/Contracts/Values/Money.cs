using System.Globalization;

namespace Contracts.Values;

/// <summary>
/// An amount of money in whole fen (1 yuan = 100 fen, P-1), never negative and never above <see cref="MaxFen"/>.
/// What an amount does to somebody is said by a word (advance, entitled, clawback, receipt, write-off), never by a sign.
/// </summary>
public readonly record struct Money : IComparable<Money>
{
    /// <summary>The largest amount the platform accepts: 10^15 fen, ten trillion yuan, far above any appropriation and far below overflow.</summary>
    public const long MaxFen = 1_000_000_000_000_000;

    /// <summary>No money.</summary>
    public static readonly Money Zero = new(0);

    /// <summary>The amount in fen.</summary>
    public long Fen { get; }

    private Money(long fen) => Fen = fen;

    /// <summary>An amount of <paramref name="fen"/> fen.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below zero or above <see cref="MaxFen"/>.</exception>
    public static Money FromFen(long fen)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fen);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fen, MaxFen);
        return new Money(fen);
    }

    /// <summary>Whether <paramref name="fen"/> can be an amount at all.</summary>
    public static bool IsValid(long fen) => fen is >= 0 and <= MaxFen;

    /// <summary>The part of this amount above <paramref name="other"/>, zero where there is none.</summary>
    public Money Above(Money other) => Fen > other.Fen ? new Money(Fen - other.Fen) : Zero;

    /// <summary>The smaller of two amounts.</summary>
    public static Money Min(Money left, Money right) => left.Fen <= right.Fen ? left : right;

    /// <summary>Yuan with two decimals and thousands separators, invariant: <c>3,000,000.00</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Fen / 100:N0}.{Fen % 100:00}");

    /// <inheritdoc />
    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    /// <summary>The sum, checked against <see cref="MaxFen"/>.</summary>
    public static Money operator +(Money left, Money right) => FromFen(checked(left.Fen + right.Fen));

    /// <summary>The difference; asking for more than there is, is an error and not a negative amount.</summary>
    public static Money operator -(Money left, Money right) => FromFen(left.Fen - right.Fen);

    /// <summary>Whether the left amount is the smaller.</summary>
    public static bool operator <(Money left, Money right) => left.Fen < right.Fen;

    /// <summary>Whether the left amount is the larger.</summary>
    public static bool operator >(Money left, Money right) => left.Fen > right.Fen;

    /// <summary>Whether the left amount is not the larger.</summary>
    public static bool operator <=(Money left, Money right) => left.Fen <= right.Fen;

    /// <summary>Whether the left amount is not the smaller.</summary>
    public static bool operator >=(Money left, Money right) => left.Fen >= right.Fen;
}

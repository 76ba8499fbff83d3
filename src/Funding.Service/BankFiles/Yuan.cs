using System.Globalization;
using Contracts.Values;

namespace Funding.BankFiles;

/// <summary>Amounts in yuan as banks write them, exact to the fen.</summary>
internal static class Yuan
{
    private const int Decimals = 2;
    private const long FenPerYuan = 100;

    /// <summary>The text of an amount, two decimals, no separators.</summary>
    public static string Of(long fen) => string.Create(CultureInfo.InvariantCulture, $"{fen / FenPerYuan}.{fen % FenPerYuan:00}");

    /// <summary>Reads "1234.5", "1,234.50" or "¥1234"; null where it is no positive amount, or has parts of a fen.</summary>
    public static long? Parse(string text)
    {
        var (whole, point, part) = Split(text.Trim().TrimStart('¥', '￥').Replace(",", "", StringComparison.Ordinal));
        if (whole.Length is 0 or > 14 || !whole.All(char.IsAsciiDigit) || !part.All(char.IsAsciiDigit) || (point && part.Length == 0))
        {
            return null;
        }

        var kept = part.TrimEnd('0');
        if (kept.Length > Decimals)
        {
            return null;
        }

        var fen = (long.Parse(whole, CultureInfo.InvariantCulture) * FenPerYuan) + long.Parse(kept.PadRight(Decimals, '0'), CultureInfo.InvariantCulture);
        return fen > 0 && Money.IsValid(fen) ? fen : null;
    }

    private static (string Whole, bool Point, string Part) Split(string text) =>
        text.IndexOf('.', StringComparison.Ordinal) is var at && at < 0 ? (text, false, "") : (text[..at], true, text[(at + 1)..]);
}

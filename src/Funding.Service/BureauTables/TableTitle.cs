namespace Funding.BureauTables;

/// <summary>A column's title as bureaus write it: with blanks, brackets and the unit of its amounts.</summary>
internal static class TableTitle
{
    /// <summary>The title without blanks, asterisks and what stands in brackets.</summary>
    public static string Plain(string title)
    {
        var open = title.AsSpan().IndexOfAny("(（[［");
        var named = open > 0 ? title[..open] : title;
        return string.Concat(named.Where(sign => !char.IsWhiteSpace(sign) && sign is not ('*' or '＊' or '：' or ':' or '_' or '-')));
    }

    /// <summary>The unit that a title names; null where it names none.</summary>
    public static AmountUnit? UnitOf(string title) =>
        title.Contains("万元", StringComparison.Ordinal) || title.Contains("萬元", StringComparison.Ordinal) ? AmountUnit.TenThousandYuan
        : title.Contains('元', StringComparison.Ordinal) || title.Contains("yuan", StringComparison.OrdinalIgnoreCase) ? AmountUnit.Yuan
        : title.EndsWith("(分)", StringComparison.Ordinal) || title.EndsWith("（分）", StringComparison.Ordinal) || title.EndsWith("fen", StringComparison.OrdinalIgnoreCase) ? AmountUnit.Fen
        : null;
}

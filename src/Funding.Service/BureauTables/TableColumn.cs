namespace Funding.BureauTables;

/// <summary>How a column's cells are read.</summary>
internal enum CellKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A fiscal year: 2024, 2024年度, or a day of it.</summary>
    Year,

    /// <summary>An amount of money.</summary>
    Amount,

    /// <summary>A day.</summary>
    Day,

    /// <summary>One of the pack's grades.</summary>
    Grade,

    /// <summary>A standing: recognised, delisted, …</summary>
    Standing,

    /// <summary>Whether a payment came to be: paid, failed, returned.</summary>
    Outcome,
}

/// <summary>A column that a kind of table may have.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Zh">Its name in Chinese.</param>
/// <param name="En">Its name in English.</param>
/// <param name="Cells">How its cells are read.</param>
/// <param name="Required">Whether every row must fill it in.</param>
/// <param name="Titles">What bureaus call it, normalised: without blanks, brackets and units.</param>
internal sealed record TableColumn(string Key, string Zh, string En, CellKind Cells, bool Required, params string[] Titles)
{
    /// <summary>Whether a title means this column.</summary>
    public bool IsTitled(string title)
    {
        var wanted = TableTitle.Plain(title);
        return wanted.Length > 0
            && (wanted.Equals(TableTitle.Plain(Zh), StringComparison.Ordinal)
                || wanted.Equals(TableTitle.Plain(En), StringComparison.OrdinalIgnoreCase)
                || wanted.Equals(Key, StringComparison.OrdinalIgnoreCase)
                || Titles.Contains(wanted, StringComparer.Ordinal));
    }
}

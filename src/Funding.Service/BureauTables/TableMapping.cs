namespace Funding.BureauTables;

/// <summary>How a bureau's table is read: what it tells of, and which of its titles is which of our columns.</summary>
/// <param name="Kind">What it tells of; null = it is not read.</param>
/// <param name="Columns">Our column's key → the table's title.</param>
/// <param name="Unit">The unit of all its amounts; null = as each title says, yuan where it says nothing.</param>
internal sealed record TableMapping(TableKind? Kind, IReadOnlyDictionary<string, string> Columns, AmountUnit? Unit)
{
    /// <summary>A table that is not read.</summary>
    public static readonly TableMapping None = new(null, new Dictionary<string, string>(StringComparer.Ordinal), null);

    /// <summary>The mapping that a table's titles and its sheet's name suggest.</summary>
    public static TableMapping Suggest(string sheet, IReadOnlyList<string> titles)
    {
        var best = Enum.GetValues<TableKind>()
            .Select(kind => (Kind: kind, Columns: Match(kind, titles)))
            .Where(found => TableColumns.Lacking(found.Kind, found.Columns.Keys.ToList()).Count == 0)
            .OrderByDescending(found => found.Columns.Count + (TableColumns.IsNamed(found.Kind, sheet) ? 10 : 0))
            .FirstOrDefault();
        return best.Columns is null ? None : new TableMapping(best.Kind, best.Columns, null);
    }

    /// <summary>How many titles of a row any kind of table knows; the title row is the one that knows most.</summary>
    public static int Known(IReadOnlyList<string> titles) => Enum.GetValues<TableKind>().Max(kind => Match(kind, titles).Count);

    private static Dictionary<string, string> Match(TableKind kind, IReadOnlyList<string> titles)
    {
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var title in titles)
        {
            if (TableColumns.Of(kind).FirstOrDefault(column => column.IsTitled(title)) is { } column)
            {
                columns.TryAdd(column.Key, title);
            }
        }

        return columns;
    }
}

namespace Funding.BureauTables;

/// <summary>Which column of a table stands where, and in which unit its amounts are.</summary>
internal sealed class TableLayout
{
    private readonly Dictionary<string, int> positions;
    private readonly TableMapping mapping;

    private TableLayout(TableMapping mapping, Dictionary<string, int> positions, IReadOnlyList<TableColumn> columns) =>
        (this.mapping, this.positions, Columns) = (mapping, positions, columns);

    /// <summary>The columns that are read, in our order.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>The layout of a mapped table.</summary>
    public static TableLayout Of(TableMapping mapping, IReadOnlyList<string> titles)
    {
        var found = mapping.Columns
            .Select(column => (column.Key, At: titles.IndexOf(column.Value)))
            .Where(column => column.At >= 0)
            .ToDictionary(column => column.Key, column => column.At, StringComparer.Ordinal);
        return new TableLayout(mapping, found, [.. TableColumns.Of(mapping.Kind!.Value).Where(column => found.ContainsKey(column.Key))]);
    }

    /// <summary>The position of a column; null where the table has none.</summary>
    public int? At(string column) => positions.TryGetValue(column, out var at) ? at : null;

    /// <summary>The unit of a column's amounts.</summary>
    public AmountUnit UnitOf(string column) =>
        mapping.Unit ?? (mapping.Columns.TryGetValue(column, out var title) ? TableTitle.UnitOf(title) : null) ?? AmountUnit.Yuan;
}

/// <summary>Looks into a list as given.</summary>
internal static class Positions
{
    public static int IndexOf(this IReadOnlyList<string> list, string text)
    {
        for (var at = 0; at < list.Count; at++)
        {
            if (string.Equals(list[at], text, StringComparison.Ordinal))
            {
                return at;
            }
        }

        return -1;
    }
}

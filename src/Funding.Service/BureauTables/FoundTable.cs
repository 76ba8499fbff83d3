using ServiceDefaults.Sheets;

namespace Funding.BureauTables;

/// <summary>A table found in a file: where its titles stand, and what they are.</summary>
/// <param name="Sheet">The position of its sheet, from 0.</param>
/// <param name="Name">The sheet's name.</param>
/// <param name="TitleLine">The line of its titles; above it stand headings.</param>
/// <param name="Titles">Its titles, in order; empty where a column has none.</param>
/// <param name="Preview">The first rows below the titles.</param>
internal sealed record FoundTable(int Sheet, string Name, int TitleLine, IReadOnlyList<string> Titles, IReadOnlyList<IReadOnlyList<string>> Preview);

/// <summary>Finds the tables of a file: one of each sheet that has a row of titles and something below.</summary>
internal static class FindTables
{
    /// <summary>The most sheets of a file that are looked at.</summary>
    public const int MostSheets = 20;

    // A bureau's table has a heading, a unit and a date above its titles, seldom more.
    private const int LinesLookedAt = 10;
    private const int LongestText = 60;
    private const int RowsShown = 3;

    /// <summary>The tables, in order.</summary>
    /// <exception cref="UnreadableSheetException">It is no table, or one beyond bounds.</exception>
    public static async Task<IReadOnlyList<FoundTable>> InAsync(Stream file, string fileName, CancellationToken cancellationToken)
    {
        var names = SheetReader.SheetsOf(file, fileName);
        if (names.Count > MostSheets)
        {
            throw new UnreadableSheetException($"工作簿超过 {MostSheets} 个工作表，请拆分。", $"The workbook has more than {MostSheets} sheets; split it.");
        }

        var found = new List<FoundTable>();
        for (var sheet = 0; sheet < names.Count; sheet++)
        {
            if (await FindAsync(file, fileName, sheet, names[sheet], cancellationToken) is { } table)
            {
                found.Add(table);
            }
        }

        return found;
    }

    private static async Task<FoundTable?> FindAsync(Stream file, string fileName, int sheet, string name, CancellationToken cancellationToken)
    {
        var first = new List<SheetRow>(LinesLookedAt + RowsShown);
        await foreach (var row in SheetReader.ReadAsync(file, fileName, cancellationToken, sheet))
        {
            first.Add(row);
            if (first.Count == LinesLookedAt + RowsShown)
            {
                break;
            }
        }

        var titles = first.Take(LinesLookedAt).Select((row, at) => (At: at, Row: row, Titles: TextsOf(row)))
            .Where(line => line.Titles.Count(title => title.Length > 0) >= 2)
            .OrderByDescending(line => TableMapping.Known(line.Titles))
            .ThenBy(line => line.At)
            .FirstOrDefault();
        return titles.Row is null || first.Count <= titles.At + 1
            ? null
            : new FoundTable(sheet, name, titles.Row.Line, titles.Titles, [.. first.Skip(titles.At + 1).Take(RowsShown).Select(TextsOf)]);
    }

    private static List<string> TextsOf(SheetRow row) =>
        [.. row.Cells.Select(cell => cell.Text.Replace("\n", "", StringComparison.Ordinal)).Select(text => text.Length <= LongestText ? text : text[..LongestText])];
}

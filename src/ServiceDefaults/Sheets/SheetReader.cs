namespace ServiceDefaults.Sheets;

/// <summary>A cell as somebody filled it in.</summary>
/// <param name="Text">Its text, trimmed; a day of a workbook in ISO.</param>
/// <param name="IsFormula">Whether it computes what it shows: what was computed elsewhere is nobody's statement.</param>
public readonly record struct SheetCell(string Text, bool IsFormula = false)
{
    /// <summary>No longer text than this is read; what is longer is cut, and too long for every column.</summary>
    public const int MostCharacters = 1000;

    // What a spreadsheet takes for a formula at the beginning of a text.
    private const string FormulaStarts = "=+-@";

    /// <summary>The cell of a table that has nothing but texts.</summary>
    public static SheetCell OfText(string text)
    {
        var trimmed = text.Trim();
        return new SheetCell(Cut(trimmed), trimmed.Length > 1 && FormulaStarts.Contains(trimmed[0]));
    }

    /// <summary>A text of a bearable length.</summary>
    public static string Cut(string text) => text.Length <= MostCharacters ? text : text[..MostCharacters];
}

/// <summary>A row of a table that came in, and the line or row that people find it at.</summary>
public sealed record SheetRow(int Line, IReadOnlyList<SheetCell> Cells)
{
    /// <summary>Whether nothing stands in it.</summary>
    public bool IsEmpty => Cells.All(cell => cell.Text.Length == 0 && !cell.IsFormula);
}

/// <summary>The table cannot be read at all, and why.</summary>
public sealed class UnreadableSheetException(string zh, string en) : Exception(en)
{
    /// <summary>The reason in Chinese.</summary>
    public string Zh { get; } = zh;
}

/// <summary>Reads tables that come in, row by row.</summary>
public static class SheetReader
{
    /// <summary>The most columns that a row may have.</summary>
    public const int MostColumns = 100;

    /// <summary>The rows that are not empty. The stream can be read twice.</summary>
    /// <param name="table">The file.</param>
    /// <param name="fileName">Its name; what does not end in <c>.xlsx</c> is read as CSV.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="sheet">Which sheet of a workbook, from 0, as <see cref="SheetsOf"/> lists them.</param>
    /// <exception cref="UnreadableSheetException">It is no such table, or one beyond bounds.</exception>
    public static IAsyncEnumerable<SheetRow> ReadAsync(Stream table, string fileName, CancellationToken cancellationToken, int sheet = 0) =>
        IsWorkbook(fileName) ? XlsxReader.ReadAsync(table, sheet) : CsvText.ReadAsync(table, cancellationToken);

    /// <summary>The names of a workbook's sheets, in order; a CSV is one sheet that bears the file's name.</summary>
    /// <exception cref="UnreadableSheetException">It is no workbook that can be read.</exception>
    public static IReadOnlyList<string> SheetsOf(Stream table, string fileName) =>
        IsWorkbook(fileName) ? XlsxReader.SheetsOf(table) : [Path.GetFileNameWithoutExtension(fileName)];

    private static bool IsWorkbook(string fileName) => fileName.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);
}

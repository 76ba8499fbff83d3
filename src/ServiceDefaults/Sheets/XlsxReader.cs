using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ServiceDefaults.Sheets;

/// <summary>Reads a sheet of a workbook row by row; what is held at once are its shared texts, within a bound.</summary>
internal static class XlsxReader
{
    private const long MostInflated = 500L << 20;
    private const long MostSharedCharacters = 100L << 20;
    private const double DaysBefore1904 = 1462;

    private static readonly UnreadableSheetException Broken = new("文件不是有效的 Excel 工作簿。", "The file is not a workbook that can be read.");
    private static readonly UnreadableSheetException Huge = new("工作簿解压后过大，请拆分后导入。", "The workbook is too large once unpacked; split it.");

    public static IReadOnlyList<string> SheetsOf(Stream table)
    {
        using var workbook = Open(table);
        return [.. (workbook.WorkbookPart?.Workbook.Descendants<Sheet>() ?? []).Select(sheet => sheet.Name?.Value ?? "")];
    }

    public static async IAsyncEnumerable<SheetRow> ReadAsync(Stream table, int sheet)
    {
        await Task.Yield();
        using var workbook = Open(table);
        var (texts, dates) = (Shared(workbook), DateStyles(workbook));
        using var reader = OpenXmlReader.Create(SheetOf(workbook, sheet));
        for (var line = 0; Next(reader) is { } row;)
        {
            line = (int)(row.RowIndex?.Value ?? (uint)line + 1);
            var read = new SheetRow(line, Cells(row, texts, dates));
            if (!read.IsEmpty)
            {
                yield return read;
            }
        }
    }

    private static SpreadsheetDocument Open(Stream table)
    {
        try
        {
            table.Position = 0;
            using (var archive = new ZipArchive(table, ZipArchiveMode.Read, leaveOpen: true))
            {
                if (archive.Entries.Sum(entry => entry.Length) > MostInflated)
                {
                    throw Huge;
                }
            }

            table.Position = 0;
            return SpreadsheetDocument.Open(table, isEditable: false);
        }
        catch (Exception e) when (e is InvalidDataException or OpenXmlPackageException or FileFormatException or System.Xml.XmlException)
        {
            throw Broken;
        }
    }

    private static WorksheetPart SheetOf(SpreadsheetDocument workbook, int at) =>
        workbook.WorkbookPart?.Workbook.Descendants<Sheet>().ElementAtOrDefault(at)?.Id?.Value is { } id && workbook.WorkbookPart.GetPartById(id) is WorksheetPart sheet ? sheet : throw Broken;

    private static Row? Next(OpenXmlReader reader)
    {
        try
        {
            while (reader.Read())
            {
                if (reader.ElementType == typeof(Row) && reader.IsStartElement)
                {
                    return (Row)reader.LoadCurrentElement()!;
                }
            }

            return null;
        }
        catch (Exception e) when (e is System.Xml.XmlException or InvalidDataException)
        {
            throw Broken;
        }
    }

    private static List<SheetCell> Cells(Row row, IReadOnlyList<string> texts, Dates dates)
    {
        var cells = new List<SheetCell>();
        foreach (var cell in row.Elements<Cell>())
        {
            var column = ColumnOf(cell.CellReference?.Value) ?? cells.Count;
            if (column > SheetReader.MostColumns)
            {
                break;
            }

            while (cells.Count < column)
            {
                cells.Add(new SheetCell(""));
            }

            cells.Add(Read(cell, texts, dates));
        }

        return cells;
    }

    private static SheetCell Read(Cell cell, IReadOnlyList<string> texts, Dates dates)
    {
        if (cell.CellFormula is { } formula)
        {
            return new SheetCell(SheetCell.Cut("=" + formula.Text), IsFormula: true);
        }

        var raw = cell.CellValue?.Text ?? "";
        return cell.DataType?.Value switch
        {
            CellValues.SharedString => SheetCell.OfText(int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < texts.Count ? texts[at] : ""),
            CellValues.InlineString => SheetCell.OfText(cell.InlineString?.InnerText ?? ""),
            null or CellValues.Number => Number(raw, cell.StyleIndex?.Value ?? 0, dates),
            _ => SheetCell.OfText(raw),
        };
    }

    /// <summary>A number; a day where its style shows one. A negative number is no formula.</summary>
    private static SheetCell Number(string raw, uint style, Dates dates) =>
        dates.Styles.Contains(style) && double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) && days + dates.Shift is > 0 and < 2_958_466
            ? new SheetCell(DateTime.FromOADate(days + dates.Shift).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            : new SheetCell(SheetCell.Cut(raw.Trim()));

    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var letter in (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(3))
        {
            column = (column * 26) + (letter - 'A' + 1);
        }

        return column == 0 ? null : column - 1;
    }

    private static List<string> Shared(SpreadsheetDocument workbook)
    {
        var texts = new List<string>();
        if (workbook.WorkbookPart?.SharedStringTablePart is not { } part)
        {
            return texts;
        }

        var characters = 0L;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
            {
                var text = reader.LoadCurrentElement()!.InnerText;
                characters += text.Length;
                texts.Add(characters <= MostSharedCharacters ? SheetCell.Cut(text) : throw Huge);
            }
        }

        return texts;
    }

    private static Dates DateStyles(SpreadsheetDocument workbook)
    {
        var sheet = workbook.WorkbookPart?.WorkbookStylesPart?.Stylesheet;
        var own = sheet?.NumberingFormats?.Elements<NumberingFormat>()
            .Where(format => IsDate(format.FormatCode?.Value ?? ""))
            .Select(format => format.NumberFormatId!.Value)
            .ToHashSet() ?? [];
        var styles = (sheet?.CellFormats?.Elements<CellFormat>() ?? [])
            .Select((format, at) => (At: (uint)at, Id: format.NumberFormatId?.Value ?? 0))
            .Where(style => style.Id is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 || own.Contains(style.Id))
            .Select(style => style.At)
            .ToHashSet();
        return new Dates(styles, workbook.WorkbookPart?.Workbook.WorkbookProperties?.Date1904?.Value == true ? DaysBefore1904 : 0);
    }

    private static bool IsDate(string format) => format.Contains('y', StringComparison.OrdinalIgnoreCase) || (format.Contains('d', StringComparison.OrdinalIgnoreCase) && format.Contains('m', StringComparison.OrdinalIgnoreCase));

    /// <summary>Which styles show days, and how far the workbook's count of days is off.</summary>
    private sealed record Dates(IReadOnlySet<uint> Styles, double Shift);
}

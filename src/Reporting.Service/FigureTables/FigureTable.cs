using System.Globalization;
using System.Text.RegularExpressions;
using Contracts.Values;
using Policies;
using ServiceDefaults.Sheets;

namespace Reporting.FigureTables;

/// <summary>A figure that a table states; amounts in fen.</summary>
internal sealed record TableFigure(string Figure, long Value, int Line);

/// <summary>What is wrong with a cell of a table.</summary>
internal sealed record CellProblem(int Line, string Column, string? ClauseId, string Zh, string En);

/// <summary>What a table states, and everything that is wrong with it.</summary>
internal sealed record FigureTableRead(IReadOnlyList<TableFigure> Figures, IReadOnlyList<CellProblem> Problems);

/// <summary>Reads a report's figures from a table of two columns: what the figure is called, and how much; amounts in yuan. Pure.</summary>
internal static partial class FigureTable
{
    /// <summary>The column with the figure's name.</summary>
    public static readonly SheetColumn Name = new("figure", "数据项", "Figure", Required: true, 200);

    /// <summary>The column with its value.</summary>
    public static readonly SheetColumn Value = new("value", "数值", "Value", Required: true, 40);

    /// <summary>The column that says what it is counted in; for people alone.</summary>
    public static readonly SheetColumn Unit = new("unit", "单位", "Unit", Required: false, 40);

    public static IReadOnlyList<SheetColumn> Columns { get; } = [Name, Value, Unit];

    /// <summary>The figures of the rows, each row for itself: one bad row hides no other.</summary>
    /// <exception cref="UnreadableSheetException">A column is missing, unknown or there twice.</exception>
    public static FigureTableRead Read(IReadOnlyList<SheetRow> rows, PolicyPack pack)
    {
        var titles = SheetTitles.Read(rows[0], Columns);
        var (figures, problems) = (new List<TableFigure>(), new List<CellProblem>());
        foreach (var row in rows.Skip(1))
        {
            var (name, value) = (Cell(row, titles[Name.Key]), Cell(row, titles[Value.Key]));
            if (pack.Indicators.FirstOrDefault(i => new SheetColumn(i.Name, i.Label.Zh, i.Label.En, true).IsTitled(name.Text)) is not { } figure)
            {
                problems.Add(new CellProblem(row.Line, Name.Zh, null, $"报告没有“{Short(name.Text)}”这一数据。", $"The report has no figure '{Short(name.Text)}'."));
            }
            else if (figures.Exists(f => f.Figure == figure.Name))
            {
                problems.Add(Problem(row, figure, "该数据在表中出现了两次。", "The figure is there twice."));
            }
            else if (value.Text.Length > 0 && Number(figure, value, row) is var (number, wrong))
            {
                if (wrong is not null)
                {
                    problems.Add(wrong);
                }
                else
                {
                    figures.Add(new TableFigure(figure.Name, number, row.Line));
                }
            }
        }

        return new FigureTableRead(figures, problems);
    }

    private static (long Number, CellProblem? Wrong) Number(FormField figure, SheetCell cell, SheetRow row)
    {
        // "12,5" may be a decimal comma: only groups of three are thousands.
        var text = Thousands().IsMatch(cell.Text) ? cell.Text.Replace(",", "", StringComparison.Ordinal) : cell.Text;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var given))
        {
            return cell.IsFormula
                ? (0, Problem(row, figure, "单元格是公式；请填写数值本身。", "The cell is a formula; give the number itself."))
                : (0, Problem(row, figure, $"“{Short(cell.Text)}”不是数值。", $"'{Short(cell.Text)}' is no number."));
        }

        return figure.Type == FieldType.Amount ? Fen(figure, given, row) : Whole(figure, given, row);
    }

    [GeneratedRegex(@"^[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Thousands();

    // A workbook stores a binary fraction: 12.34 may be written 12.340000000000001.
    private static (long Number, CellProblem? Wrong) Fen(FormField figure, decimal yuan, SheetRow row)
    {
        if (yuan is < 0 or > Money.MaxFen / 100)
        {
            return (0, Problem(row, figure, "金额应为0至十万亿元。", "An amount lies between 0 and ten trillion yuan."));
        }

        var fen = decimal.Round(yuan * 100, 4);
        return fen == decimal.Truncate(fen)
            ? ((long)fen, null)
            : (0, Problem(row, figure, "金额最多两位小数。", "An amount has at most two decimals."));
    }

    private static (long Number, CellProblem? Wrong) Whole(FormField figure, decimal number, SheetRow row) =>
        number == decimal.Truncate(number) && number >= 0 && number <= figure.Max
            ? ((long)number, null)
            : (0, Problem(row, figure, $"应为0至{figure.Max}的整数。", $"A whole number from 0 to {figure.Max} is wanted."));

    private static CellProblem Problem(SheetRow row, FormField figure, string zh, string en) =>
        new(row.Line, Value.Zh, figure.Citation.ClauseId, $"“{figure.Label.Zh}”：{zh}", $"'{figure.Label.En}': {en}");

    private static SheetCell Cell(SheetRow row, int at) => at < row.Cells.Count ? row.Cells[at] : new SheetCell("");

    private static string Short(string text) => text.Length <= 40 ? text : text[..40];
}

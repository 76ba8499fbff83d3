using System.Globalization;
using Contracts.Refusals;
using ServiceDefaults.Sheets;

namespace Funding.BankFiles;

/// <summary>What is wrong with one cell of a bank's file: its line, its column's title in either language, what stands there.</summary>
internal sealed record RowProblem(int Line, string Column, string ColumnEn, string Value, string Zh, string En);

/// <summary>Reads the cells of one row; what is wrong with them is kept, row by row, for the person who sent the file.</summary>
internal sealed class RowReader(BankTable table, SheetRow row, List<RowProblem> problems)
{
    private const int MostTold = 100;
    private static readonly string[] DayForms = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyyMMdd", "yyyy.M.d", "yyyy年M月d日"];

    /// <summary>The line in the file.</summary>
    public int Line => row.Line;

    /// <summary>A cell's text; null where it is empty.</summary>
    public string? Peek(string column) =>
        table.Titles.TryGetValue(column, out var at) && at < row.Cells.Count && row.Cells[at].Text is { Length: > 0 } text ? text : null;

    /// <summary>A text that must be there.</summary>
    public string? Text(string column, int most)
    {
        var text = Peek(column);
        if (text is null || text.Length > most)
        {
            Fault(column, $"须填写，最多 {most} 个字。", $"This is required, at most {most} characters.");
            return null;
        }

        return text;
    }

    /// <summary>A day that must be there.</summary>
    public DateOnly? Day(string column)
    {
        if (DateOnly.TryParseExact(Peek(column), DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Fault(column, "不是有效日期，请填写如 2026-01-31。", "Not a day; write it as 2026-01-31.");
        return null;
    }

    /// <summary>An amount in yuan that must be there, in fen.</summary>
    public long? Fen(string column)
    {
        if (Peek(column) is { } text && Yuan.Parse(text) is { } fen)
        {
            return fen;
        }

        Fault(column, "不是有效金额：须为大于零、至多两位小数的元数。", "Not an amount: more than zero, in yuan with at most two decimals.");
        return null;
    }

    /// <summary>One of some words.</summary>
    public T? OneOf<T>(string column, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (Peek(column) is { } text && words.TryGetValue(text, out var value))
        {
            return value;
        }

        var (zh, en) = (words.Keys.Where(word => !word.All(char.IsAscii)), words.Keys.Where(word => word.All(char.IsAscii)));
        Fault(column, $"须为：{string.Join("、", zh)}。", $"One of: {string.Join(", ", en)}.");
        return null;
    }

    /// <summary>The other column under which this text stands: they may be swapped.</summary>
    public SheetColumn? Elsewhere(string column, string text) => table.Columns.FirstOrDefault(other => other.Key != column && Peek(other.Key) == text);

    /// <summary>Notes what is wrong with a cell.</summary>
    public void Fault(string column, string zh, string en)
    {
        var title = table.Columns.First(c => c.Key == column);
        problems.Add(new RowProblem(row.Line, title.Zh, title.En, Peek(column) ?? "", zh, en));
    }

    /// <summary>The refusal of a file with problems; nothing of it is taken.</summary>
    public static Refusal Refuse(IReadOnlyList<RowProblem> problems)
    {
        var first = problems[0];
        return new Refusal(
                RefusalKind.BadInput,
                "bank-file-faulty",
                "body",
                $"文件有 {problems.Count} 处问题，未登记任何内容。第 {first.Line} 行“{first.Column}”：{first.Zh}",
                $"The file has {problems.Count} fault(s) and nothing of it was taken. Line {first.Line}, '{first.ColumnEn}': {first.En}")
            .With("count", problems.Count)
            .With("problems", problems.Take(MostTold).ToList());
    }
}

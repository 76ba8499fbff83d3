using System.Globalization;
using Contracts.Values;
using Policies;
using ServiceDefaults.Sheets;

namespace Funding.BureauTables;

/// <summary>Reads one row of a mapped table: every fault at once, each with its column and what stands there. Pure.</summary>
internal sealed class RowReader(int table, SheetRow row, TableLayout layout, PolicyPack pack, DateOnly today)
{
    private const int LongestText = 200;
    private const int LongestValue = 100;
    private const int EarliestYear = 1990;
    private static readonly string[] DayForms = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];
    private readonly List<RowFault> faults = [];

    /// <summary>What is wrong with the row; empty = nothing.</summary>
    public IReadOnlyList<RowFault> Faults => faults;

    /// <summary>Where the row stands, with the cells that were asked for.</summary>
    public RowOrigin Origin() => new(table, row.Line, [.. layout.Columns.Select(column => Cell(column.Key).Text)]);

    /// <summary>The body; a text that is missing is a fault.</summary>
    public BodyName Body() => new(Needed(TableColumns.Body), Text(TableColumns.Code));

    /// <summary>A text that must be there.</summary>
    public string Needed(string column)
    {
        var text = Text(column);
        if (text is null && !Cell(column).IsFormula)
        {
            Fault(column, "必填。", "This must be filled in.");
        }

        return text ?? "";
    }

    /// <summary>A text; null where nothing stands there.</summary>
    public string? Text(string column)
    {
        var cell = Cell(column);
        if (cell.IsFormula)
        {
            Fault(column, "单元格是公式，请“粘贴为数值”后再上传。", "The cell is a formula; paste it as a value and send the file again.");
            return null;
        }

        if (cell.Text.Length > LongestText)
        {
            Fault(column, $"不得超过 {LongestText} 字。", $"At most {LongestText} characters.");
        }

        return cell.Text.Length == 0 ? null : cell.Text;
    }

    /// <summary>An amount in fen; null where nothing stands there.</summary>
    public long? Amount(string column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        var (digits, unit) = text.EndsWith("万元", StringComparison.Ordinal) || text.EndsWith('万')
            ? (text.TrimEnd('元').TrimEnd('万'), AmountUnit.TenThousandYuan)
            : (text.TrimStart('¥', '￥').TrimEnd('元'), layout.UnitOf(column));
        if (!decimal.TryParse(digits.Replace("，", ",", StringComparison.Ordinal), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
            || Math.Abs(number) > Money.MaxFen / (decimal)unit)
        {
            Fault(column, "不是有效金额。", "Not an amount.");
            return null;
        }

        var exact = number * (int)unit;
        var fen = Math.Round(exact, MidpointRounding.ToEven);

        // A workbook keeps binary fractions, so that 0.30 comes as 0.30000000000000004; a tenth of a fen is a person's.
        if (fen < 0 || Math.Abs(exact - fen) > 0.001m)
        {
            Fault(column, fen < 0 ? "金额不能为负；退回或收回的资金请列入收回表。" : "金额应精确到分。", fen < 0 ? "An amount is not negative; what came back belongs in the table of recoveries." : "An amount is in whole fen.");
            return null;
        }

        return (long)fen;
    }

    /// <summary>A day; null where nothing stands there.</summary>
    public DateOnly? Day(string column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        var only = text.Length > 10 && text[10] is ' ' or 'T' ? text[..10] : text;
        if (!DateOnly.TryParseExact(only, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            Fault(column, "不是有效日期，请填写如 2025-01-31。", "Not a day; write it as 2025-01-31.");
            return null;
        }

        if (day.Year < EarliestYear || day > today)
        {
            Fault(column, day > today ? $"日期晚于 {today:yyyy-MM-dd}。" : $"日期早于 {EarliestYear} 年，请核对。", day > today ? $"The day is later than {today:yyyy-MM-dd}." : $"The day is before {EarliestYear}; look at it again.");
            return null;
        }

        return day;
    }

    /// <summary>A fiscal year, or the year of <paramref name="otherwise"/> where none is given.</summary>
    public int Year(DateOnly? otherwise = null)
    {
        var text = Text(TableColumns.Year);
        if (text is null && otherwise is { } day)
        {
            return day.Year;
        }

        var digits = text is { Length: >= 4 } ? text[..4] : "";
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= EarliestYear && year <= today.Year + 1)
        {
            return year;
        }

        Fault(TableColumns.Year, "应为年度，如 2025。", "A fiscal year, as 2025.");
        return 0;
    }

    /// <summary>The key of one of the pack's grades; null where nothing stands there.</summary>
    public string? Grade(string column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        var grade = pack.Grades.FirstOrDefault(g => g.Label.Zh == text || g.Key.Equals(text, StringComparison.OrdinalIgnoreCase) || g.Label.En.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (grade is null)
        {
            Fault(
                column,
                $"本项目没有“{text}”这一等次，可填：{string.Join("、", pack.Grades.Select(g => g.Label.Zh))}。",
                $"The programme has no grade '{text}'; it has: {string.Join(", ", pack.Grades.Select(g => g.Label.En))}.");
        }

        return grade?.Key;
    }

    /// <summary>A standing.</summary>
    public string Standing(string column)
    {
        var text = Needed(column);
        var standing = TableWords.Standing(text);
        if (standing is null && text.Length > 0)
        {
            Fault(column, "无法识别的状态，可填：列入建设、认定、限期整改、摘牌、取消资格、取消认定、合并。", "Not a known standing: under-construction, recognised, under-rectification, delisted, revoked, cancelled, merged.");
        }

        return standing ?? "";
    }

    /// <summary>Whether a payment came to nothing; without a word it was paid.</summary>
    public bool IsReversed(string column)
    {
        if (Text(column) is not { } text)
        {
            return false;
        }

        var reversed = TableWords.IsReversed(text);
        if (reversed is null)
        {
            Fault(column, "无法识别的支付状态，可填：已支付、退汇、支付失败。", "Not a known outcome: paid, returned, failed.");
        }

        return reversed ?? false;
    }

    /// <summary>Notes a fault of a column, the first one.</summary>
    public void Fault(string column, string zh, string en)
    {
        if (faults.Exists(fault => fault.Column == column))
        {
            return;
        }

        var value = Cell(column).Text;
        faults.Add(new RowFault(table, row.Line, column, value.Length <= LongestValue ? value : value[..LongestValue], zh, en));
    }

    private SheetCell Cell(string column) => layout.At(column) is { } at && at < row.Cells.Count ? row.Cells[at] : new SheetCell("");
}

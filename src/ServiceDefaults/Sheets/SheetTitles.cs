namespace ServiceDefaults.Sheets;

/// <summary>A column that a table is expected to have.</summary>
/// <param name="Key">Its key; also taken as its title.</param>
/// <param name="Zh">Its title in Chinese.</param>
/// <param name="En">Its title in English.</param>
/// <param name="Required">Whether it must be there.</param>
/// <param name="Most">The longest text of its cells.</param>
public sealed record SheetColumn(string Key, string Zh, string En, bool Required, int Most = SheetCell.MostCharacters)
{
    /// <summary>Whether a title means this column: in Chinese, in English or by its key; an asterisk behind it does not count.</summary>
    public bool IsTitled(string title)
    {
        var wanted = title.TrimEnd('*', '＊').Trim();
        return string.Equals(wanted, Key, StringComparison.OrdinalIgnoreCase)
            || string.Equals(wanted, Zh, StringComparison.Ordinal)
            || string.Equals(wanted, En, StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>Which column stands where; or what is wrong with the title row, by name.</summary>
public static class SheetTitles
{
    /// <summary>The position of each column, by its key. The columns may stand in any order.</summary>
    /// <exception cref="UnreadableSheetException">A column is missing, unknown or there twice.</exception>
    public static IReadOnlyDictionary<string, int> Read(SheetRow titles, IReadOnlyList<SheetColumn> columns)
    {
        var found = titles.Cells
            .Select((cell, at) => (Title: cell.Text, At: at, Column: columns.FirstOrDefault(column => column.IsTitled(cell.Text))))
            .Where(title => title.Title.Length > 0)
            .ToList();
        var unknown = found.Where(title => title.Column is null).Select(title => title.Title).ToList();
        var twice = found.Where(title => title.Column is not null).GroupBy(title => title.Column!).Where(same => same.Count() > 1).Select(same => same.Key).ToList();
        var missing = columns.Where(column => column.Required && found.All(title => title.Column != column)).ToList();
        if (unknown.Count == 0 && twice.Count == 0 && missing.Count == 0)
        {
            return found.ToDictionary(title => title.Column!.Key, title => title.At, StringComparer.Ordinal);
        }

        throw new UnreadableSheetException(
            string.Concat(
                Say("缺少列：", missing.Select(column => column.Zh)),
                Say("无法识别的列：", unknown),
                Say("重复的列：", twice.Select(column => column.Zh)),
                "请按模板的列名填写标题行。"),
            string.Concat(
                Say("Missing columns: ", missing.Select(column => column.En), ". "),
                Say("Unknown columns: ", unknown, ". "),
                Say("Columns that are there twice: ", twice.Select(column => column.En), ". "),
                "Title the columns as the template does."));
    }

    private static string Say(string what, IEnumerable<string> columns, string end = "。")
    {
        var names = columns.Take(30).Select(name => name.Length <= 40 ? name : name[..40]).ToList();
        return names.Count == 0 ? "" : what + string.Join("、", names) + end;
    }
}

using Registry.Sheets;

namespace Registry.Imports;

/// <summary>Which column stands where; or what is wrong with the title row, by name.</summary>
internal static class ReadTitles
{
    /// <summary>The position of each column.</summary>
    /// <exception cref="UnreadableSheetException">A column is missing, unknown or there twice.</exception>
    public static IReadOnlyDictionary<string, int> Of(SheetRow titles)
    {
        var found = titles.Cells.Select((cell, at) => (Title: cell.Text, At: at, Column: ImportColumns.Of(cell.Text))).Where(title => title.Title.Length > 0).ToList();
        var unknown = found.Where(title => title.Column is null).Select(title => title.Title).ToList();
        var twice = found.Where(title => title.Column is not null).GroupBy(title => title.Column!).Where(same => same.Count() > 1).Select(same => same.Key).ToList();
        var missing = ImportColumns.All.Where(column => column.Required && found.All(title => title.Column != column)).ToList();
        if (unknown.Count == 0 && twice.Count == 0 && missing.Count == 0)
        {
            return found.ToDictionary(title => title.Column!.Key, title => title.At, StringComparer.Ordinal);
        }

        throw new UnreadableSheetException(
            string.Concat(
                Say("缺少列：", missing.Select(column => column.Label.Zh)),
                Say("无法识别的列：", unknown),
                Say("重复的列：", twice.Select(column => column.Label.Zh)),
                "请按模板的列名填写标题行。"),
            string.Concat(
                Say("Missing columns: ", missing.Select(column => column.Label.En), ". "),
                Say("Unknown columns: ", unknown, ". "),
                Say("Columns that are there twice: ", twice.Select(column => column.Label.En), ". "),
                "Title the columns as the template does."));
    }

    private static string Say(string what, IEnumerable<string> columns, string end = "。")
    {
        var names = columns.Take(30).Select(name => name.Length <= 40 ? name : name[..40]).ToList();
        return names.Count == 0 ? "" : what + string.Join("、", names) + end;
    }
}

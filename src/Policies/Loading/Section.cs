using System.Globalization;
using System.Text.RegularExpressions;
using Contracts.Values;

namespace Policies.Loading;

/// <summary>
/// A map being read strictly: every key is asked for by name, and what nobody asked for is an error. A read that fails notes the
/// problem and yields a stand-in, so that reading goes on; a file with a problem never becomes a pack.
/// </summary>
internal sealed partial class Section(MapNode map, string path, LoadProblems problems)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    internal int Line => map.Line;

    internal LoadProblems Problems => problems;

    internal bool Has(string key) => map.Entries.ContainsKey(key);

    internal int LineOf(string key) => map.Entries.TryGetValue(key, out var entry) ? entry.Line : map.Line;

    internal void Wrong(string key, string zh, string en) => problems.Add(LineOf(key), Path(key), zh, en);

    /// <summary>Reports every key that was not asked for.</summary>
    internal void Done()
    {
        foreach (var (key, (line, _)) in map.Entries.Where(e => !asked.Contains(e.Key)))
        {
            problems.Add(line, Path(key), $"不认识的键“{key}”。可用的键：{Known()}。", $"Unknown key '{key}'. Known here: {Known()}.");
        }
    }

    internal string? OptionalText(string key)
    {
        if (Take(key) is not { } node)
        {
            return null;
        }

        if (node is ScalarNode scalar && !string.IsNullOrWhiteSpace(scalar.Text))
        {
            return scalar.Text.Trim();
        }

        Wrong(key, "应为文字。", "This must be a text.");
        return "";
    }

    internal string Text(string key) => Required(key) ? OptionalText(key)! : "";

    internal Label Label(string suffix = "") => new(Text("zh" + suffix), Text("en" + suffix));

    /// <summary>A name by which other parts of the file, and programs, refer to this one.</summary>
    internal string Name(string key, bool camel = false)
    {
        var name = Text(key);
        if (name.Length > 0 && !(camel ? CamelCase() : KebabCase()).IsMatch(name))
        {
            Wrong(key, $"名称“{name}”格式不对。", camel ? $"The name '{name}' must be camelCase." : $"The name '{name}' must be kebab-case.");
        }

        return name;
    }

    internal DateOnly? OptionalDay(string key)
    {
        if (OptionalText(key) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Wrong(key, $"“{text}”不是日期，应如 2025-10-21。", $"'{text}' is not a day such as 2025-10-21.");
        return DateOnly.MinValue;
    }

    internal DateOnly Day(string key) => Required(key) ? OptionalDay(key)!.Value : DateOnly.MinValue;

    internal int? OptionalCount(string key)
    {
        if (OptionalText(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return count;
        }

        Wrong(key, $"“{text}”不是整数。", $"'{text}' is not a whole number.");
        return 1;
    }

    internal int Count(string key) => Required(key) ? OptionalCount(key)!.Value : 1;

    internal bool? OptionalFlag(string key) => OptionalText(key) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var other => WrongFlag(key, other),
    };

    internal bool Flag(string key) => Required(key) && OptionalFlag(key)!.Value;

    internal Money Amount(string key)
    {
        var text = Text(key);
        if (TryAmount(text, out var amount))
        {
            return amount;
        }

        if (text.Length > 0)
        {
            Wrong(key, $"“{text}”不是金额，应以元为单位并带两位小数，如 3000000.00。", $"'{text}' is not an amount: yuan with two decimals, such as 3000000.00.");
        }

        return Money.Zero;
    }

    /// <summary>A text that is one of a fixed set of words.</summary>
    internal T OneOf<T>(string key, IReadOnlyDictionary<string, T> words)
    {
        var text = Text(key);
        if (words.TryGetValue(text, out var value))
        {
            return value;
        }

        if (text.Length > 0)
        {
            var known = string.Join(", ", words.Keys);
            Wrong(key, $"“{text}”不在允许的词汇内：{known}。", $"'{text}' is not one of: {known}.");
        }

        return words.Values.First();
    }

    internal Section? OptionalSection(string key)
    {
        switch (Take(key))
        {
            case null:
                return null;
            case MapNode child:
                return new Section(child, Path(key), problems);
            default:
                Wrong(key, "应为键值形式。", "This must be a map of keys.");
                return null;
        }
    }

    internal IReadOnlyList<T> List<T>(string key, Func<Section, T> read)
    {
        var items = new List<T>();
        foreach (var (index, node) in Items(key).Index())
        {
            var itemPath = $"{Path(key)}[{index}]";
            if (node is MapNode child)
            {
                var section = new Section(child, itemPath, problems);
                items.Add(read(section));
                section.Done();
            }
            else
            {
                problems.Add(node.Line, itemPath, "应为键值形式。", "This must be a map of keys.");
            }
        }

        return items;
    }

    /// <summary>A list of texts, or a single text.</summary>
    internal IReadOnlyList<string> Texts(string key)
    {
        if (Has(key) && map.Entries[key].Value is ScalarNode)
        {
            return [Text(key)];
        }

        var nodes = Items(key);
        if (nodes.Any(n => n is not ScalarNode { Text.Length: > 0 }))
        {
            Wrong(key, "应为文字列表。", "This must be a list of texts.");
        }

        return [.. nodes.OfType<ScalarNode>().Select(n => n.Text)];
    }

    /// <summary>Every key with its text: a map whose keys are data, such as grades.</summary>
    internal IReadOnlyDictionary<string, string> Map(string key)
    {
        var section = OptionalSection(key);
        return section is null ? new Dictionary<string, string>(StringComparer.Ordinal) : section.AllTexts();
    }

    internal bool Required(string key)
    {
        asked.Add(key);
        if (Has(key))
        {
            return true;
        }

        problems.Add(map.Line, Path(key), $"缺少“{key}”。", $"'{key}' is missing.");
        return false;
    }

    internal string Path(string key) => path.Length == 0 ? key : $"{path}.{key}";

    internal static bool TryAmount(string text, out Money amount)
    {
        amount = Money.Zero;
        if (!YuanWithTwoDecimals().IsMatch(text) || !long.TryParse(text.Replace(".", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var fen) || !Money.IsValid(fen))
        {
            return false;
        }

        amount = Money.FromFen(fen);
        return true;
    }

    internal IReadOnlyDictionary<string, string> AllTexts() => map.Entries.Keys.ToDictionary(k => k, Text, StringComparer.Ordinal);

    internal Node? Take(string key)
    {
        asked.Add(key);
        return map.Entries.TryGetValue(key, out var entry) ? entry.Value : null;
    }

    private IReadOnlyList<Node> Items(string key)
    {
        switch (Take(key))
        {
            case null:
                return [];
            case SequenceNode sequence:
                return sequence.Items;
            default:
                Wrong(key, "应为列表。", "This must be a list.");
                return [];
        }
    }

    private bool WrongFlag(string key, string text)
    {
        Wrong(key, $"“{text}”应为 true 或 false。", $"'{text}' must be true or false.");
        return false;
    }

    private string Known() => string.Join(", ", asked.Order(StringComparer.Ordinal));

    [GeneratedRegex("^[0-9]{1,13}\\.[0-9]{2}\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YuanWithTwoDecimals();

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KebabCase();

    [GeneratedRegex("^[a-z][a-zA-Z0-9]*\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CamelCase();
}

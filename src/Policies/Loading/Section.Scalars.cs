using System.Globalization;
using System.Text.RegularExpressions;
using Contracts.Values;

namespace Policies.Loading;

/// <content>The texts of a map as texts, names, days, counts, flags, amounts and words.</content>
internal sealed partial class Section
{
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

    private bool WrongFlag(string key, string text)
    {
        Wrong(key, $"“{text}”应为 true 或 false。", $"'{text}' must be true or false.");
        return false;
    }

    [GeneratedRegex("^[0-9]{1,13}\\.[0-9]{2}\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YuanWithTwoDecimals();

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KebabCase();

    [GeneratedRegex("^[a-z][a-zA-Z0-9]*\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CamelCase();
}

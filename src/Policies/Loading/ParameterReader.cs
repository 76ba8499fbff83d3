namespace Policies.Loading;

/// <summary>Reads dated parameters.</summary>
internal sealed class ParameterReader(PackWords words)
{
    private static readonly Dictionary<string, ParameterKind> Kinds = new(StringComparer.Ordinal)
    {
        ["amount"] = ParameterKind.Amount, ["count"] = ParameterKind.Count, ["ratio"] = ParameterKind.Ratio, ["period"] = ParameterKind.Period,
        ["days"] = ParameterKind.Days, ["working-days"] = ParameterKind.WorkingDays, ["choice"] = ParameterKind.Choice, ["text"] = ParameterKind.Text,
        ["flag"] = ParameterKind.Flag,
    };

    private static readonly Dictionary<string, ReferenceDay> Days = new(StringComparer.Ordinal)
    {
        ["application"] = ReferenceDay.Application, ["payment"] = ReferenceDay.Payment, ["evaluated-year"] = ReferenceDay.EvaluatedYear,
        ["decision"] = ReferenceDay.Decision,
    };

    private static readonly Dictionary<string, string> Keyed = new(StringComparer.Ordinal) { ["grade"] = "grade", ["category"] = "category" };

    internal IReadOnlyList<Parameter> Read(Section file)
    {
        var parameters = file.List("parameters", ReadParameter);
        PackWords.CheckUnique(file, "parameters", parameters.Select(p => p.Name));
        return parameters;
    }

    private Parameter ReadParameter(Section section)
    {
        var (name, kind, label) = (section.Name("name"), section.OneOf("kind", Kinds), section.Label());
        var by = kind == ParameterKind.Ratio && section.Has("by") ? section.OneOf("by", Keyed) : null;
        var choices = kind == ParameterKind.Choice ? section.Texts("choices") : [];
        if (kind == ParameterKind.Choice)
        {
            words.Choices[name] = choices;
        }

        var values = section.List("values", v => ReadValue(v, name, label, kind, by, choices));
        CheckDates(section, values);
        return new Parameter(name, kind, section.OneOf("reference-day", Days), label, values);
    }

    /// <summary>Each value holds until the next begins: two from one day would overlap, and the first day of the pack needs one.</summary>
    private void CheckDates(Section section, IReadOnlyList<Cited<ParameterValue>> values)
    {
        if (values.Count == 0 || values[0].From > words.From)
        {
            section.Wrong("values", $"自政策包施行日 {words.From:yyyy-MM-dd} 起须有值。", $"There must be a value from the pack's first day, {words.From:yyyy-MM-dd}.");
        }

        foreach (var (earlier, later) in values.Zip(values.Skip(1)).Where(pair => pair.Second.From <= pair.First.From))
        {
            section.Wrong("values", $"自 {later.From:yyyy-MM-dd} 起的值与自 {earlier.From:yyyy-MM-dd} 起的值重叠。", $"The value from {later.From:yyyy-MM-dd} overlaps the one from {earlier.From:yyyy-MM-dd}.");
        }
    }

    private Cited<ParameterValue> ReadValue(Section section, string name, Label label, ParameterKind kind, string? by, IReadOnlyList<string> choices)
    {
        var from = section.Day("from");
        var value = ReadContent(section, kind, by, choices);
        var citation = words.Sources.Cite(section);
        return new Cited<ParameterValue>(name, label, value, citation.ClauseId, citation.Quote, citation.Source, citation.Decision, from);
    }

    private ParameterValue ReadContent(Section section, ParameterKind kind, string? by, IReadOnlyList<string> choices) => kind switch
    {
        ParameterKind.Amount => new ParameterValue { AmountFen = section.Amount("value").Fen },
        ParameterKind.Count => new ParameterValue { Number = section.Count("value") },
        ParameterKind.Days or ParameterKind.WorkingDays => new ParameterValue { Number = ReadDays(section) },
        ParameterKind.Ratio when by is not null => new ParameterValue { Ratios = ReadRatios(section, by) },
        ParameterKind.Ratio => new ParameterValue { Ratio = ReadRatio(section, "value", section.Text("value")) },
        ParameterKind.Period => new ParameterValue { Period = ReadPeriod(section) },
        ParameterKind.Choice => new ParameterValue { Choices = ReadChoices(section, choices) },
        ParameterKind.Text => new ParameterValue { Text = section.Text("value") },
        _ => new ParameterValue { Flag = section.Flag("value") },
    };

    private static int ReadDays(Section section)
    {
        var days = section.Count("value");
        if (days is < 1 or > 3660)
        {
            section.Wrong("value", "天数应在1至3660之间。", "A number of days is between 1 and 3660.");
        }

        return days;
    }

    internal static Ratio ReadRatio(Section section, string key, string text)
    {
        if (Ratio.TryParse(text, out var ratio))
        {
            return ratio;
        }

        section.Wrong(key, $"“{text}”不是比例，应如 90 % 或 2/3。", $"'{text}' is not a ratio such as 90 % or 2/3.");
        return default;
    }

    private Dictionary<string, Ratio> ReadRatios(Section section, string by)
    {
        section.Required("value");
        var keys = (by == "grade" ? words.Grades.Select(g => g.Key) : words.Categories.Select(c => c.Key)).ToList();
        var texts = section.Map("value");
        if (!keys.Order(StringComparer.Ordinal).SequenceEqual(texts.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            section.Wrong("value", $"应恰好为每一项给出比例：{string.Join(", ", keys)}。", $"There must be a ratio for exactly each of: {string.Join(", ", keys)}.");
        }

        return texts.ToDictionary(t => t.Key, t => ReadRatio(section, "value", t.Value), StringComparer.Ordinal);
    }

    private static Period? ReadPeriod(Section section)
    {
        var text = section.Text("value");
        if (Period.TryParse(text, out var period))
        {
            return period;
        }

        section.Wrong("value", $"“{text}”不是期间，应如 2 years 或 3 months。", $"'{text}' is not a period such as 2 years or 3 months.");
        return null;
    }

    private static IReadOnlyList<string> ReadChoices(Section section, IReadOnlyList<string> allowed)
    {
        section.Required("value");
        var chosen = section.Texts("value");
        if (chosen.Count == 0 || chosen.Except(allowed, StringComparer.Ordinal).Any())
        {
            section.Wrong("value", $"应取自：{string.Join(", ", allowed)}。", $"This must be of: {string.Join(", ", allowed)}.");
        }

        return chosen;
    }
}

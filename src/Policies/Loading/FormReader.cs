namespace Policies.Loading;

/// <summary>Reads the application form.</summary>
internal sealed class FormReader(PackWords words)
{
    private static readonly Dictionary<string, FieldType> Types = new(StringComparer.Ordinal)
    {
        ["text"] = FieldType.Text, ["long-text"] = FieldType.LongText, ["whole-number"] = FieldType.WholeNumber, ["amount"] = FieldType.Amount,
        ["day"] = FieldType.Day, ["past-day"] = FieldType.PastDay, ["flag"] = FieldType.Flag, ["choice"] = FieldType.Choice,
        ["category"] = FieldType.Category, ["social-credit-code"] = FieldType.SocialCreditCode, ["list"] = FieldType.List,
        ["reference"] = FieldType.Reference, ["choices"] = FieldType.Choices, ["words"] = FieldType.Words, ["link"] = FieldType.Link,
        ["attachment"] = FieldType.Attachment,
    };

    private static readonly Dictionary<string, bool> Units = new(StringComparer.Ordinal) { ["percent"] = true };

    private const int Whole = 100;

    /// <summary>The figures of the programme's monitoring: a form of its own, without files.</summary>
    internal IReadOnlyList<FormField> ReadIndicators(Section file)
    {
        var fields = ReadFields(file, "indicators", nested: false, figures: true);
        foreach (var field in fields.Where(f => f.Type is FieldType.Attachment or FieldType.Reference or FieldType.List or FieldType.Choices or FieldType.Words or FieldType.Link))
        {
            file.Wrong("indicators", $"“{field.Name}”不是单项数据。", $"'{field.Name}' is no single figure.");
        }

        return fields;
    }

    /// <summary>A form: that of the application, of a register's entries, or of a step.</summary>
    internal IReadOnlyList<FormField> Read(Section section)
    {
        var fields = ReadFields(section, "fields", nested: false);
        foreach (var field in fields.Where(f => f.Type == FieldType.Reference && !Resolves(f.Of, fields)))
        {
            section.Wrong("fields", $"“{field.Name}”所指的“{field.Of}”不存在。", $"'{field.Name}' refers to '{field.Of}', which does not exist.");
        }

        return fields;
    }

    private IReadOnlyList<FormField> ReadFields(Section section, string key, bool nested, bool figures = false)
    {
        var fields = section.List(key, s => figures ? ReadField(s, nested) with { Known = s.CountOf("known") } : ReadField(s, nested));
        PackWords.CheckUnique(section, key, fields.Select(f => f.Name));
        foreach (var field in fields.Where(f => f.Required.Field is { } other && !fields.Any(o => o.Name == other)))
        {
            section.Wrong(key, $"“{field.Name}”取决于不存在的“{field.Required.Field}”。", $"'{field.Name}' depends on '{field.Required.Field}', which does not exist.");
        }

        foreach (var field in fields.Where(f => f.Reads.Any(r => r.Labels is { } labels && !fields.Any(o => o.Name == labels && o.Options.Count > 0))))
        {
            section.Wrong(key, $"“{field.Name}”的 labels 所指的选择项不存在。", $"The 'labels' of '{field.Name}' name no choice of the form.");
        }

        return fields;
    }

    private FormField ReadField(Section section, bool nested)
    {
        var type = section.OneOf("type", Types);
        if (nested && type is FieldType.List or FieldType.Attachment or FieldType.Reference && nested)
        {
            section.Wrong("type", "列表的项目不得再含列表、附件或引用。", "An item of a list holds no list, attachment or reference.");
        }

        var percent = type == FieldType.WholeNumber && section.Has("unit") && section.OneOf("unit", Units);
        var options = type is FieldType.Choice or FieldType.Choices ? section.List("options", o => new Option(o.Name("key"), o.Label())) : [];
        var field = new FormField
        {
            Name = section.Name("name", camel: true),
            Label = section.Label(),
            Type = type,
            Required = ReadRequirement(section),
            Citation = words.Sources.Cite(section),
            Help = section.Has("help-zh") || section.Has("help-en") ? new Label(section.Text("help-zh"), section.Text("help-en")) : null,
            Max = section.OptionalCount("max") ?? (type == FieldType.Choices ? options.Count : percent ? Whole : Longest(type)),
            Options = options,
            Fields = type == FieldType.List ? ReadFields(section, "fields", nested: true) : [],
            Of = type switch { FieldType.Reference => section.Text("of"), FieldType.Link => ReadTarget(section), _ => null },
            Programme = type == FieldType.Link ? section.OptionalText("programme") : null,
            Reads = type == FieldType.Link ? section.List("reads", s => LinkReader.Read(s, section.OptionalText("of") ?? "")) : [],
            Unlike = section.Has("unlike") ? words.ParameterName(section, "unlike", ParameterKind.Text) : null,
        };
        if ((type is FieldType.Choice or FieldType.Choices && field.Options.Count == 0) || (type == FieldType.List && field.Fields.Count == 0))
        {
            section.Wrong("type", "没有列出选项或项目的内容。", "It lists no options, or no fields of its items.");
        }

        if (type == FieldType.WholeNumber && !percent && (field.Label.Zh.Contains('%', StringComparison.Ordinal) || field.Label.Zh.Contains('％', StringComparison.Ordinal)))
        {
            section.Wrong("unit", $"“{field.Name}”是百分数，应写 unit: percent（可超过100的另写 max）。", $"'{field.Name}' is a percentage: say unit: percent, and a 'max' where it may exceed 100.");
        }

        if (type == FieldType.Amount && field.Name.Length > 0 && !field.Name.EndsWith("Fen", StringComparison.Ordinal))
        {
            section.Wrong("name", $"金额项“{field.Name}”的名称应以 Fen 结尾。", $"The name of the amount '{field.Name}' must end in Fen.");
        }

        if (field is { Programme: not null, Of: not Register.Institution } || (nested && field.Reads.Count > 0))
        {
            section.Wrong("of", "只有指向机构的关联可写 programme；列表项目中的关联不得写 reads。", "Only a link to an institution has a 'programme', and one within a list has no 'reads'.");
        }

        PackWords.CheckUnique(section, "reads", field.Reads.Select(r => r.Name));
        PackWords.CheckUnique(section, "options", field.Options.Select(o => o.Key));
        return field;
    }

    private string ReadTarget(Section section)
    {
        var target = section.Text("of");
        if (target.Length > 0 && target != Register.Institution && !words.Registers.Contains(target, StringComparer.Ordinal))
        {
            section.Wrong("of", $"“{target}”既不是 institution，也不是登记册。", $"'{target}' is neither institution nor a register.");
        }

        return target;
    }

    private static Requirement ReadRequirement(Section section)
    {
        if (section.OptionalSection("required-when") is { } when)
        {
            var requirement = new Requirement(false, when.Text("field"), when.Required("is") ? when.Texts("is") : []);
            when.Done();
            return requirement;
        }

        return new Requirement(section.Flag("required"), null, []);
    }

    private static int Longest(FieldType type) => type switch
    {
        FieldType.LongText => 5000,
        FieldType.List or FieldType.Words => 20,
        FieldType.WholeNumber => int.MaxValue,
        FieldType.Attachment => 10,
        _ => 200,
    };

    private static bool Resolves(string? path, IReadOnlyList<FormField> fields) =>
        path?.Split('.') is [var list, var name] && fields.Any(f => f.Type == FieldType.List && f.Name == list && f.Fields.Any(i => i.Name == name));
}

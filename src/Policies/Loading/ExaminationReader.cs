using Policies.Evaluation;

namespace Policies.Loading;

/// <summary>Reads which answers of the form a pack's conditions are held against.</summary>
internal sealed class ExaminationReader(IReadOnlyList<FormField> form, IReadOnlyList<Rule> rules)
{
    private static readonly Dictionary<string, ReferenceDay> Days = new(StringComparer.Ordinal)
    {
        ["application"] = ReferenceDay.Application, ["decision"] = ReferenceDay.Decision,
    };

    private static readonly FieldType[] Words =
        [FieldType.Text, FieldType.LongText, FieldType.Choice, FieldType.SocialCreditCode, FieldType.Reference, FieldType.Category];

    internal IReadOnlyList<Examination> Read(Section file)
    {
        var examinations = file.List("examination", ReadExamination);
        PackWords.CheckUnique(file, "examination", examinations.Select(e => e.Condition));
        return examinations;
    }

    private Examination ReadExamination(Section section)
    {
        var name = section.Text("condition");
        var of = section.Map("of");
        if (rules.OfType<ConditionRule>().FirstOrDefault(r => r.Name == name) is { } rule)
        {
            Check(section, rule, of);
        }
        else
        {
            section.Wrong("condition", $"没有条件“{name}”。", $"There is no condition '{name}'.");
        }

        var when = section.OptionalSection("when");
        var examination = new Examination(name, of, ReadDays(section), when?.Text("field"), when?.Required("is") == true ? when.Texts("is") : []);
        when?.Done();
        if (examination.Field is { } field && !form.Any(f => f.Name == field))
        {
            section.Wrong("when", $"申报表中没有“{field}”。", $"The form has no field '{field}'.");
        }

        return examination;
    }

    private static IReadOnlyList<ReferenceDay> ReadDays(Section section)
    {
        var at = section.Texts("at");
        if (at.Count == 0 || at.Any(d => !Days.ContainsKey(d)))
        {
            section.Wrong("at", $"应取自：{string.Join(", ", Days.Keys)}。", $"This must be of: {string.Join(", ", Days.Keys)}.");
        }

        return [.. at.Where(Days.ContainsKey).Select(d => Days[d])];
    }

    private void Check(Section section, ConditionRule rule, IReadOnlyDictionary<string, string> of)
    {
        if (!of.Keys.Order(StringComparer.Ordinal).SequenceEqual(rule.Inputs.Select(i => i.Name).Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            section.Wrong("of", $"应恰好给出条件的每项数据：{string.Join(", ", rule.Inputs.Select(i => i.Name))}。", $"It must bind exactly the condition's inputs: {string.Join(", ", rule.Inputs.Select(i => i.Name))}.");
            return;
        }

        foreach (var input in rule.Inputs.Where(i => !Fits(i, of[i.Name])))
        {
            section.Wrong("of", $"“{of[input.Name]}”不能用作“{input.Name}”。", $"'{of[input.Name]}' cannot be the input '{input.Name}'.");
        }
    }

    private bool Fits(RuleInput input, string path) => input.Type switch
    {
        InputType.Flag when path.StartsWith(Examination.Attachments, StringComparison.Ordinal) => Is(path[Examination.Attachments.Length..], FieldType.Attachment),
        InputType.Flag => Is(path, FieldType.Flag),
        InputType.Amount => input.Optional && Is(path, FieldType.Amount),
        InputType.Text => Is(path, Words),
        InputType.Texts => IsItem(path, Words),
        InputType.Days => IsItem(path, FieldType.Day, FieldType.PastDay),
        _ => false,
    };

    private bool Is(string name, params FieldType[] types) => form.Any(f => f.Name == name && types.Contains(f.Type));

    private bool IsItem(string path, params FieldType[] types) =>
        path.Split('.') is [var list, var name] && form.Any(f => f.Type == FieldType.List && f.Name == list && f.Fields.Any(i => i.Name == name && types.Contains(i.Type)));
}

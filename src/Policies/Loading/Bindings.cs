using Policies.Evaluation;

namespace Policies.Loading;

/// <summary>Checks that a condition's inputs are bound to answers that can be them.</summary>
internal sealed class Bindings(IReadOnlyList<Rule> rules, IReadOnlyList<FormField> form)
{
    private static readonly FieldType[] Texts =
        [FieldType.Text, FieldType.LongText, FieldType.Choice, FieldType.SocialCreditCode, FieldType.Reference, FieldType.Category, FieldType.Link];

    /// <summary>The forms of the steps at which a register's condition is asked; none where it is asked on filing as well.</summary>
    internal IReadOnlyList<IReadOnlyList<FormField>> Steps { get; init; } = [];

    /// <summary>What stands beside the answers, with the type of input that it can be.</summary>
    internal IReadOnlyDictionary<string, InputType> Figures { get; init; } = new Dictionary<string, InputType>(StringComparer.Ordinal);

    internal void Check(Section section, string condition, IReadOnlyDictionary<string, string> of)
    {
        if (rules.OfType<ConditionRule>().FirstOrDefault(r => r.Name == condition) is not { } rule)
        {
            section.Wrong("condition", $"没有条件“{condition}”。", $"There is no condition '{condition}'.");
            return;
        }

        if (!of.Keys.Order(StringComparer.Ordinal).SequenceEqual(rule.Inputs.Select(i => i.Name).Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            section.Wrong("of", $"应恰好给出条件的每项数据：{string.Join(", ", rule.Inputs.Select(i => i.Name))}。", $"It must bind exactly the condition's inputs: {string.Join(", ", rule.Inputs.Select(i => i.Name))}.");
            return;
        }

        foreach (var input in rule.Inputs.Where(i => !Fits(i.Type, of[i.Name])))
        {
            section.Wrong("of", $"“{of[input.Name]}”不能用作“{input.Name}”。", $"'{of[input.Name]}' cannot be the input '{input.Name}'.");
        }
    }

    private bool Fits(InputType input, string path) =>
        Figures.TryGetValue(path, out var figure) ? figure == input
        : path.StartsWith(RegisterCheck.Step, StringComparison.Ordinal) ? Steps.Count > 0 && Steps.All(step => Fits(step, input, path[RegisterCheck.Step.Length..]))
        : Fits(form, input, path);

    private static bool Fits(IReadOnlyList<FormField> form, InputType input, string path) => input switch
    {
        InputType.Flag when path.StartsWith(Examination.Attachments, StringComparison.Ordinal) => Is(form, path[Examination.Attachments.Length..], FieldType.Attachment),
        InputType.Flag => Is(form, path, FieldType.Flag),
        InputType.Amount => Is(form, path, FieldType.Amount),
        InputType.Amounts => IsItem(form, path, FieldType.Amount),
        InputType.Count => Is(form, path, FieldType.WholeNumber),
        InputType.Day => Is(form, path, FieldType.Day, FieldType.PastDay) || IsRead(form, path, day: true),
        InputType.Text => Is(form, path, Texts) || IsRead(form, path, day: false),
        InputType.Category => Is(form, path, FieldType.Category),
        InputType.Texts => Is(form, path, [.. Texts, FieldType.Words, FieldType.Choices]) || IsRead(form, path, day: false) || IsItem(form, path, [.. Texts, FieldType.Words, FieldType.Choices]),
        InputType.Days => Is(form, path, FieldType.Day, FieldType.PastDay) || IsItem(form, path, FieldType.Day, FieldType.PastDay),
        _ => false,
    };

    private static bool Is(IReadOnlyList<FormField> form, string name, params FieldType[] types) => form.Any(f => f.Name == name && types.Contains(f.Type));

    private static bool IsRead(IReadOnlyList<FormField> form, string path, bool day) =>
        path.Split('.') is [var link, var name] && form.Any(f => f.Name == link && f.Reads.Any(r => r.Name == name && r.IsDay == day));

    private static bool IsItem(IReadOnlyList<FormField> form, string path, params FieldType[] types) =>
        path.Split('.') is [var list, var name] && form.Any(f => f.Type == FieldType.List && f.Name == list && Is(f.Fields, name, types));
}

namespace Policies.Evaluation;

/// <summary>Makes answers the inputs of a condition, by the path that the pack binds to each.</summary>
internal static class AnswerInputs
{
    internal static Inputs Bind(this Inputs inputs, Answers answers, RuleInput input, string path) => input.Type switch
    {
        InputType.Flag when path.StartsWith(Examination.Attachments, StringComparison.Ordinal) =>
            inputs.Flag(input.Name, answers.IsAttached(path[Examination.Attachments.Length..])),
        InputType.Flag => inputs.Flag(input.Name, answers.Flag(path)),
        InputType.Amount => answers.Amount(path) is { } amount ? inputs.Amount(input.Name, amount) : inputs,
        InputType.Amounts => answers.Amounts(path) is { } amounts ? inputs.Amounts(input.Name, amounts) : inputs,
        InputType.Count => answers.Count(path) is { } count ? inputs.Count(input.Name, count) : inputs,
        InputType.Day => answers.Day(path) is { } day ? inputs.Day(input.Name, day) : inputs,
        InputType.Texts => inputs.Texts(input.Name, answers.Texts(path)),
        InputType.Days => inputs.Days(input.Name, answers.Days(path)),
        _ => inputs.Text(input.Name, answers.Text(path)),
    };

    /// <summary>What a key among the answers under a path is called: the label of the option or category; null where it is no such key.</summary>
    internal static Label? NameOf(this PolicyPack pack, IEnumerable<FormField> form, string path, string key)
    {
        var fields = form.ToList();
        var outer = fields.Find(f => f.Name == path.Split('.')[0]);
        var field = path.Split('.') is not [_, var name] ? outer
            : outer?.Reads.FirstOrDefault(r => r.Name == name) is { } read ? fields.Find(f => f.Name == read.Labels)
            : outer?.Fields.FirstOrDefault(f => f.Name == name);
        return field?.Type == FieldType.Category ? pack.Category(key)?.Label : field?.Options.FirstOrDefault(o => o.Key == key)?.Label;
    }
}

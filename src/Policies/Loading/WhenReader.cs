namespace Policies.Loading;

/// <summary>Reads on which answer something depends: <c>when: { field: type, is: [campus, incubator] }</c>.</summary>
internal static class WhenReader
{
    /// <summary>The field and the answers; null and none where it depends on nothing.</summary>
    internal static (string? Field, IReadOnlyList<string> Is) When(this Section section, IReadOnlyList<FormField> form)
    {
        if (section.OptionalSection("when") is not { } when)
        {
            return (null, []);
        }

        var (name, answers) = (when.Text("field"), when.Required("is") ? when.Texts("is") : []);
        when.Done();
        if (form.FirstOrDefault(f => f.Name == name) is not { } field)
        {
            section.Wrong("when", $"申报表中没有“{name}”。", $"The form has no field '{name}'.");
        }
        else if (Words(field) is { } words && answers.Except(words, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            section.Wrong("when", $"“{name}”从不取“{unknown}”。", $"'{name}' is never '{unknown}'.");
        }

        return (name, answers);
    }

    /// <summary>Every answer that a field can have; null where they are not told beforehand.</summary>
    internal static IReadOnlyList<string>? Words(FormField field) => field.Type switch
    {
        FieldType.Choice or FieldType.Choices => [.. field.Options.Select(o => o.Key)],
        FieldType.Flag => ["true", "false"],
        _ => null,
    };
}

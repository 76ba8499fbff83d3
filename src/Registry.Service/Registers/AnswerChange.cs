using System.Globalization;
using System.Text.Json;

namespace Registry.Registers;

/// <summary>One answer that is another than before.</summary>
/// <param name="Field">Where: <c>contact</c>, <c>parties[1].name</c>.</param>
/// <param name="Before">What it was; null = not answered.</param>
/// <param name="After">What it is; null = answered no more.</param>
internal sealed record AnswerChange(string Field, JsonElement? Before, JsonElement? After)
{
    /// <summary>Every answer that differs between two versions of a form, in the order of the form's answers.</summary>
    public static IReadOnlyList<AnswerChange> Between(JsonElement before, JsonElement after) => [.. Compare("", before, after)];

    private static IEnumerable<AnswerChange> Compare(string path, JsonElement? before, JsonElement? after)
    {
        if (before is { ValueKind: JsonValueKind.Object } || after is { ValueKind: JsonValueKind.Object })
        {
            JsonElement?[] forms = [before, after];
            var names = forms.Where(form => form is { ValueKind: JsonValueKind.Object }).SelectMany(form => form!.Value.EnumerateObject().Select(member => member.Name));
            return names.Distinct(StringComparer.Ordinal).SelectMany(name => Compare(path.Length == 0 ? name : $"{path}.{name}", Member(before, name), Member(after, name)));
        }

        if (HoldsObjects(before) || HoldsObjects(after))
        {
            var count = Math.Max(Length(before), Length(after));
            return Enumerable.Range(0, count).SelectMany(i => Compare(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), Item(before, i), Item(after, i)));
        }

        return Same(before, after) ? [] : [new AnswerChange(path, before, after)];
    }

    private static bool Same(JsonElement? before, JsonElement? after) =>
        before is { } one && after is { } other ? JsonElement.DeepEquals(one, other) : before is null && after is null;

    private static bool HoldsObjects(JsonElement? answer) =>
        answer is { ValueKind: JsonValueKind.Array } list && list.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Object);

    private static JsonElement? Member(JsonElement? answer, string name) =>
        answer is { ValueKind: JsonValueKind.Object } form && form.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    private static int Length(JsonElement? answer) => answer is { ValueKind: JsonValueKind.Array } list ? list.GetArrayLength() : 0;

    private static JsonElement? Item(JsonElement? answer, int index) => index < Length(answer) ? answer!.Value[index] : null;
}

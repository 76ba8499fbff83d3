using System.Globalization;
using System.Text.Json;
using Contracts.Values;

namespace Policies.Evaluation;

/// <summary>
/// What a condition's inputs are read from: answers and files. What is not answered, or answered by nonsense, is as good as not given:
/// the form tells of that, and a draft may be examined as well.
/// </summary>
internal sealed class Answers(JsonElement answers, IEnumerable<AttachedFile> files, IReadOnlyDictionary<string, string>? linked = null)
{
    private readonly HashSet<string> attached = [.. files.Select(a => a.Field)];

    internal bool IsAttached(string field) => attached.Contains(field);

    /// <summary>Whether the answer, or one of the chosen ones, is among some words; yes and no are <c>true</c> and <c>false</c>.</summary>
    internal bool IsOneOf(string field, IReadOnlyList<string> words) => At(field) switch
    {
        { ValueKind: JsonValueKind.True } => words.Contains("true", StringComparer.Ordinal),
        { ValueKind: JsonValueKind.False } => words.Contains("false", StringComparer.Ordinal),
        _ => Texts(field).Any(t => words.Contains(t, StringComparer.Ordinal)),
    };

    internal bool Flag(string name) => At(name)?.ValueKind == JsonValueKind.True;

    /// <summary>An answer; under <c>LINK.NAME</c> what is known of whatever the link leads to.</summary>
    internal string? Text(string name) => linked?.GetValueOrDefault(name) ?? Text(At(name));

    /// <summary>The texts under <c>words</c>, or of a list's items under <c>list.name</c>; a single text is a list of one.</summary>
    internal IEnumerable<string> Texts(string path) => linked?.GetValueOrDefault(path) is { } known ? [known] : Each(path).SelectMany(Spread).Select(a => Text(a)).OfType<string>();

    internal DateOnly? Day(string name) => linked?.GetValueOrDefault(name) is { } known ? ReadDay(known) : Day(At(name));

    internal IEnumerable<DateOnly> Days(string path) => Each(path).Select(Day).OfType<DateOnly>();

    internal int? Count(string name) => At(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var count) && count >= 0 ? count : null;

    internal Money? Amount(string name) => Amount(At(name));

    /// <summary>The amounts of a list's items; null where they come to more than any amount can be.</summary>
    internal IReadOnlyList<Money>? Amounts(string path)
    {
        var amounts = Each(path).Select(Amount).OfType<Money>().ToList();
        return Money.IsValid(amounts.Sum(amount => amount.Fen)) ? amounts : null;
    }

    private JsonElement? At(string name) => answers.ValueKind == JsonValueKind.Object && answers.TryGetProperty(name, out var answer) ? answer : null;

    private IEnumerable<JsonElement?> Each(string path) =>
        path.Split('.') is not [var list, var name] ? [At(path)]
        : At(list) is { ValueKind: JsonValueKind.Array } items
            ? items.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object).Select(i => i.TryGetProperty(name, out var answer) ? answer : (JsonElement?)null)
            : [];

    private static IEnumerable<JsonElement?> Spread(JsonElement? answer) =>
        answer is { ValueKind: JsonValueKind.Array } several ? several.EnumerateArray().Select(i => (JsonElement?)i) : [answer];

    private static string? Text(JsonElement? answer) =>
        answer is { ValueKind: JsonValueKind.String } text && text.GetString() is { } given && !string.IsNullOrWhiteSpace(given) ? given : null;

    private static Money? Amount(JsonElement? answer) =>
        answer is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var fen) && Money.IsValid(fen) ? Money.FromFen(fen) : null;

    private static DateOnly? Day(JsonElement? answer) => ReadDay(Text(answer));

    private static DateOnly? ReadDay(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && FormCheck.IsPlausible(day) ? day : null;
}

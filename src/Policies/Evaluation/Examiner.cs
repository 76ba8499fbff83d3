using System.Globalization;
using System.Text.Json;
using Contracts.Values;

namespace Policies.Evaluation;

/// <summary>
/// Holds a pack's conditions against an application. What is not answered, or answered by nonsense, is as good as not given: the
/// form tells of that, and a draft may be examined as well.
/// </summary>
internal sealed class Examiner(PolicyPack pack, JsonElement answers, IEnumerable<AttachedFile> attachments, DateOnly day)
{
    private readonly HashSet<string> attached = [.. attachments.Select(a => a.Field)];

    internal IReadOnlyList<Finding> Run(ReferenceDay kind) =>
        [.. pack.Examinations.Where(e => e.At.Contains(kind) && Applies(e)).Select(Examine)];

    private bool Applies(Examination examination) => examination.Field is not { } field || examination.Is.Contains(Text(At(field)), StringComparer.Ordinal);

    private Finding Examine(Examination examination)
    {
        var rule = pack.Rules.OfType<ConditionRule>().Single(r => r.Name == examination.Condition);
        // ZS-12: whatever day a value depends on, it is that on which the application is examined.
        var inputs = rule.Inputs.Aggregate(
            Inputs.At(ReferenceDay.Application, day).And(ReferenceDay.Decision, day), (all, input) => Bind(all, input, examination.Of[input.Name]));
        return new Evaluator(pack, rule, inputs).Examine(rule);
    }

    private Inputs Bind(Inputs inputs, RuleInput input, string path) => input.Type switch
    {
        InputType.Flag when path.StartsWith(Examination.Attachments, StringComparison.Ordinal) => inputs.Flag(input.Name, attached.Contains(path[Examination.Attachments.Length..])),
        InputType.Flag => inputs.Flag(input.Name, At(path)?.ValueKind == JsonValueKind.True),
        InputType.Amount => Fen(At(path)) is { } amount ? inputs.Amount(input.Name, amount) : inputs,
        InputType.Texts => inputs.Texts(input.Name, Listed(path).Select(Text).OfType<string>()),
        InputType.Days => inputs.Days(input.Name, Listed(path).Select(Day).OfType<DateOnly>()),
        _ => inputs.Text(input.Name, Text(At(path))),
    };

    private JsonElement? At(string name) => answers.ValueKind == JsonValueKind.Object && answers.TryGetProperty(name, out var answer) ? answer : null;

    private IEnumerable<JsonElement?> Listed(string path)
    {
        var (list, name) = path.Split('.') is [var l, var n] ? (l, n) : (path, "");
        return At(list) is { ValueKind: JsonValueKind.Array } items
            ? items.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object).Select(i => i.TryGetProperty(name, out var answer) ? answer : (JsonElement?)null)
            : [];
    }

    private static string? Text(JsonElement? answer) =>
        answer is { ValueKind: JsonValueKind.String } text && text.GetString() is { } given && !string.IsNullOrWhiteSpace(given) ? given : null;

    private static DateOnly? Day(JsonElement? answer) =>
        DateOnly.TryParseExact(Text(answer), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && FormCheck.IsPlausible(day) ? day : null;

    private static Money? Fen(JsonElement? answer) =>
        answer is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var fen) && Money.IsValid(fen) ? Money.FromFen(fen) : null;
}

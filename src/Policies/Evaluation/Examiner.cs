using System.Text.Json;

namespace Policies.Evaluation;

/// <summary>Holds a pack's conditions against an application.</summary>
internal sealed class Examiner(
    PolicyPack pack, JsonElement answers, IEnumerable<AttachedFile> attachments, IReadOnlyDictionary<string, string>? linked, DateOnly day)
{
    private readonly Answers given = new(answers, attachments, linked);

    internal IReadOnlyList<Finding> Run(ReferenceDay kind) =>
        [.. pack.Examinations.Where(e => e.At.Contains(kind) && Applies(e)).Select(Examine)];

    private bool Applies(Examination examination) => examination.Field is not { } field || given.IsOneOf(field, examination.Is);

    private Finding Examine(Examination examination)
    {
        var rule = pack.Condition(examination.Condition);
        // ZS-12: whatever day a value depends on, it is that on which the application is examined.
        var inputs = rule.Inputs.Aggregate(Inputs.OnEveryDay(day), (all, input) => all.Bind(given, input, examination.Of[input.Name]));
        return new Evaluator(pack, rule, inputs)
        {
            FromAnswers = true,
            NameOf = (input, key) => pack.NameOf(pack.Fields, examination.Of[input], key),
        }.Examine(rule);
    }
}

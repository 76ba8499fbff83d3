using System.Text.Json;
using Contracts.Refusals;
using Contracts.Values;

namespace Policies.Evaluation;

/// <summary>What a register's conditions are held against.</summary>
/// <param name="Answers">The entry's answers, a JSON object by field name.</param>
/// <param name="Files">Its files, those of its steps among them.</param>
/// <param name="StepAnswers">The answers of the step that is being taken; null when the entry is filed or amended.</param>
/// <param name="Live">How many live entries the register has in the jurisdiction, this one counted.</param>
/// <param name="BalancesFen">What is owed less what is paid about the entry, by the balance's name; below zero counts as nothing owed.</param>
public sealed record EntryFacts(
    JsonElement Answers, IReadOnlyList<AttachedFile> Files, JsonElement? StepAnswers = null, long Live = 0, IReadOnlyDictionary<string, long>? BalancesFen = null)
{
    /// <summary>What is known of whatever the entry's links lead to, by <c>LINK.NAME</c>.</summary>
    public IReadOnlyDictionary<string, string>? Linked { get; init; }

    /// <summary>The same of the step's links.</summary>
    public IReadOnlyDictionary<string, string>? StepLinked { get; init; }

    /// <summary>By field: how many other entries about the same thing hold on some day on which this one does, with another answer there.</summary>
    public IReadOnlyDictionary<string, long>? Overlapping { get; init; }
}

/// <summary>Holds the conditions of a register, or of a kind of claim, against an entry.</summary>
internal sealed class EntryCheck(PolicyPack pack, IReadOnlyList<FormField> form, IReadOnlyList<RegisterCheck> checks, EntryFacts facts, DateOnly day)
{
    private readonly Answers entry = new(facts.Answers, facts.Files, facts.Linked);
    private readonly Answers step = new(facts.StepAnswers ?? default, facts.Files, facts.StepLinked);

    /// <summary>The register's steps.</summary>
    internal IReadOnlyList<RegisterStep> Steps { get; init; } = [];

    internal Finding Examine(RegisterCheck check) => Evaluate(check).Examine(pack.Condition(check.Condition));

    internal Outcome<IReadOnlyList<Finding>> Run(string at)
    {
        var flags = new List<Finding>();
        foreach (var check in checks.Where(c => c.At.Contains(at, StringComparer.Ordinal)))
        {
            var refuses = pack.Condition(check.Condition).Effect == Effect.Refuse;
            if (refuses && !Evaluate(check).Run().Accepted(out _, out var refusal))
            {
                return refusal.With("condition", check.Condition);
            }

            flags.AddRange(refuses ? [] : new[] { Examine(check) }.Where(f => f.Verdict != Verdict.Met));
        }

        return flags;
    }

    private Evaluator Evaluate(RegisterCheck check)
    {
        var rule = pack.Condition(check.Condition);
        var inputs = rule.Inputs.Aggregate(Inputs.OnEveryDay(day), (all, input) => Bind(all, input, check.Of[input.Name]));
        return new Evaluator(pack, rule, inputs) { FromAnswers = true, NameOf = (input, key) => NameOf(check, check.Of[input], key) };
    }

    private Label? NameOf(RegisterCheck check, string path, string key) =>
        path.StartsWith(RegisterCheck.Step, StringComparison.Ordinal)
            ? pack.NameOf(Steps.Where(s => check.At.Contains(s.Key, StringComparer.Ordinal)).SelectMany(s => s.Fields), path[RegisterCheck.Step.Length..], key)
            : pack.NameOf(form, path, key);

    private Inputs Bind(Inputs inputs, RuleInput input, string path) => path switch
    {
        RegisterCheck.Live => inputs.Count(input.Name, facts.Live),
        _ when path.StartsWith(RegisterCheck.Overlapping, StringComparison.Ordinal) =>
            inputs.Count(input.Name, facts.Overlapping?.GetValueOrDefault(path[RegisterCheck.Overlapping.Length..]) ?? 0),
        _ when path.StartsWith(RegisterCheck.Balance, StringComparison.Ordinal) => inputs.Amount(input.Name, Balance(path[RegisterCheck.Balance.Length..])),
        _ when path.StartsWith(RegisterCheck.Step, StringComparison.Ordinal) => inputs.Bind(step, input, path[RegisterCheck.Step.Length..]),
        _ => inputs.Bind(entry, input, path),
    };

    private Money Balance(string name) => Money.FromFen(Math.Clamp(facts.BalancesFen?.GetValueOrDefault(name) ?? 0, 0, Money.MaxFen));
}

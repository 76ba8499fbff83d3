using System.Text.Json.Serialization;
using Contracts.Values;

namespace Policies.Evaluation;

/// <summary>What an input of a rule is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InputType>))]
public enum InputType
{
    /// <summary>An amount of money.</summary>
    [JsonStringEnumMemberName("amount")]
    Amount,

    /// <summary>A list of amounts.</summary>
    [JsonStringEnumMemberName("amounts")]
    Amounts,

    /// <summary>A whole number.</summary>
    [JsonStringEnumMemberName("count")]
    Count,

    /// <summary>Yes or no.</summary>
    [JsonStringEnumMemberName("flag")]
    Flag,

    /// <summary>A day.</summary>
    [JsonStringEnumMemberName("day")]
    Day,

    /// <summary>Days; none where there are none.</summary>
    [JsonStringEnumMemberName("days")]
    Days,

    /// <summary>A text; it may be left out.</summary>
    [JsonStringEnumMemberName("text")]
    Text,

    /// <summary>Texts; none where there are none.</summary>
    [JsonStringEnumMemberName("texts")]
    Texts,

    /// <summary>The key of one of the pack's grades.</summary>
    [JsonStringEnumMemberName("grade")]
    Grade,

    /// <summary>The key of one of the pack's categories.</summary>
    [JsonStringEnumMemberName("category")]
    Category,
}

/// <summary>A declared input of a rule.</summary>
/// <param name="Name">Its name, kebab case.</param>
/// <param name="Type">What it is.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Optional">Whether it may be left out: texts and days may, and what the rule asks to be <c>given</c>.</param>
public sealed record RuleInput(string Name, InputType Type, Label Label, bool Optional = false);

/// <summary>What a condition does when it is not met.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Effect>))]
public enum Effect
{
    /// <summary>It refuses.</summary>
    [JsonStringEnumMemberName("refuse")]
    Refuse,

    /// <summary>It is shown; a permission, an aim or an "in principle" is never enforced as a duty.</summary>
    [JsonStringEnumMemberName("flag")]
    Flag,

    /// <summary>It refuses as well; and where it is met, a person must still find what no figure shows ("stable", "good").</summary>
    [JsonStringEnumMemberName("judge")]
    Judge,
}

/// <summary>A rule of a pack: a calculation or a condition.</summary>
/// <param name="Name">Its name, kebab case.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Citation">Where it comes from.</param>
/// <param name="Inputs">What it is evaluated with.</param>
public abstract record Rule(string Name, Label Label, Citation Citation, IReadOnlyList<RuleInput> Inputs);

/// <summary>A rule that yields a figure, step by step.</summary>
public sealed record CalculationRule : Rule
{
    internal CalculationRule(string name, Label label, Citation citation, IReadOnlyList<RuleInput> inputs, IReadOnlyList<Step> steps)
        : base(name, label, citation, inputs) => Steps = steps;

    internal IReadOnlyList<Step> Steps { get; }
}

/// <summary>A rule that is met or not.</summary>
public sealed record ConditionRule : Rule
{
    internal ConditionRule(string name, Label label, Citation citation, IReadOnlyList<RuleInput> inputs, Test test)
        : base(name, label, citation, inputs) => Test = test;

    /// <summary>What it does when it is not met.</summary>
    public required Effect Effect { get; init; }

    /// <summary>The refusal's or flag's stable name: <c>annual-cap-exceeded</c>.</summary>
    public required string Code { get; init; }

    /// <summary>What is said when it is not met; <c>{name}</c> stands for a figure.</summary>
    public required Label Message { get; init; }

    internal Test Test { get; }
}

/// <summary>What a rule yielded: exactly one of amount, day and verdict, with the sheet that explains it.</summary>
public sealed record Calculation
{
    /// <summary>The rule's name.</summary>
    public required string Rule { get; init; }

    /// <summary>The amount, of a rule that yields one.</summary>
    public Money? Amount { get; init; }

    /// <summary>The day, of a rule that yields one.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Whether a condition is met.</summary>
    public bool? Met { get; init; }

    /// <summary>What a condition that is not met says; null otherwise.</summary>
    public Label? Message { get; init; }

    /// <summary>The explanation.</summary>
    public required CalculationSheet Sheet { get; init; }
}

using System.Collections.Immutable;
using Contracts.Refusals;
using Contracts.Values;

namespace Policies.Evaluation;

/// <summary>One evaluation of one rule: the inputs, what the steps have yielded so far, and the sheet that grows with them.</summary>
internal sealed class Evaluator
{
    private readonly PolicyPack pack;
    private readonly Rule rule;
    private readonly Inputs inputs;
    private readonly Dictionary<string, (Label Label, Figure Figure)> figures = new(StringComparer.Ordinal);

    internal Evaluator(PolicyPack pack, Rule rule, Inputs inputs)
    {
        (this.pack, this.rule, this.inputs) = (pack, rule, inputs);
        Sheet = new SheetBuilder(pack, rule.Label);
    }

    internal SheetBuilder Sheet { get; }

    internal PolicyPack Pack => pack;

    internal Inputs Inputs => inputs;

    internal Rule Rule => rule;

    /// <summary>The figures that a message may name.</summary>
    internal IReadOnlyDictionary<string, (Label Label, Figure Figure)> Figures => figures;

    internal Outcome<Calculation> Run()
    {
        if (TakeAll() is { } refusal)
        {
            return refusal;
        }

        return rule switch
        {
            CalculationRule calculation => new Calculator(this).Run(calculation),
            ConditionRule condition => new ConditionCheck(this).Run(condition),
            _ => throw new InvalidOperationException($"'{rule.Name}' is neither a calculation nor a condition."),
        };
    }

    /// <summary>What there is to say about a condition, with its sheet also where it is not met.</summary>
    internal Finding Examine(ConditionRule condition) =>
        TakeAll() is { } refusal
            ? throw new PolicyException(refusal)
            : new ConditionCheck(this).Examine(condition);

    /// <summary>Whether the inputs are answers of a form: what is missing or no known word is as good as not given, and no fault of the caller.</summary>
    internal bool FromAnswers { get; init; }

    /// <summary>What an input's word is called for people, where it is one of a form's options; null where it is not.</summary>
    internal Func<string, string, Label?> NameOf { get; init; } = (_, _) => null;

    private Refusal? TakeAll()
    {
        if (inputs.Names.Except(rule.Inputs.Select(i => i.Name)).FirstOrDefault() is { } unknown)
        {
            throw new InvalidOperationException($"The rule '{rule.Name}' has no input '{unknown}'.");
        }

        foreach (var input in rule.Inputs)
        {
            if (Take(input) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    internal Money Money(string name) => Contracts.Values.Money.FromFen(figures[name].Figure.Fen ?? 0);

    internal SheetInput Shown(string name) => new(figures[name].Label, figures[name].Figure);

    /// <summary>The inputs of a line; a list of amounts is shown one by one.</summary>
    internal IEnumerable<SheetInput> Listed(string name) =>
        rule.Inputs.Any(i => i.Name == name && i.Type == InputType.Amounts)
            ? inputs.Find<ImmutableArray<Money>>(name).Select(a => new SheetInput(figures[name].Label, Figure.Of(a)))
            : [Shown(name)];

    internal void Set(string name, Label label, Figure figure) => figures[name] = (label, figure);

    /// <summary>A parameter's value on the day that it names; it may stand in a message from now on.</summary>
    internal Cited<ParameterValue> Parameter(string name)
    {
        var parameter = pack.Find(name) ?? throw new InvalidOperationException($"The pack was loaded without the parameter '{name}'.");
        var value = pack.Value(parameter, inputs.On(parameter.ReferenceDay));
        Set(name, value.Label, value.Value.ToFigure());
        return value;
    }

    private Refusal? Take(RuleInput input)
    {
        if (!inputs.Has(input.Name))
        {
            Set(input.Name, input.Label, Figure.Of("—"));
            return input.Optional || FromAnswers ? null : throw new InvalidOperationException($"The rule '{rule.Name}' needs the input '{input.Name}'.");
        }

        Label? word = input.Type switch
        {
            InputType.Grade => pack.Grade(inputs.Find<string>(input.Name)!)?.Label,
            InputType.Category => pack.Category(inputs.Find<string>(input.Name)!)?.Label,
            _ => new Label("", ""),
        };
        if (word is null && FromAnswers)
        {
            Set(input.Name, input.Label, Figure.Of("—"));
            return null;
        }

        if (word is null)
        {
            var given = inputs.Find<string>(input.Name);
            return Refusal.BadInput(input.Name, given, $"政策中没有“{given}”这一{input.Label.Zh}。", $"The policy knows no {input.Label.En} '{given}'.");
        }

        Set(input.Name, input.Label, input.Type switch
        {
            InputType.Amount => Figure.Of(inputs.Find<Money>(input.Name)),
            InputType.Amounts => Figure.Of(Sum(inputs.Find<ImmutableArray<Money>>(input.Name))),
            InputType.Count => Figure.Of(inputs.Find<long>(input.Name)),
            InputType.Flag => Figure.Of(inputs.Find<bool>(input.Name)),
            InputType.Day => Figure.Of(inputs.Find<DateOnly>(input.Name)),
            InputType.Days => Figure.Of(Joined(inputs.Find<ImmutableArray<DateOnly>>(input.Name).Select(d => Figure.Of(d).ToLabel().En))),
            InputType.Text => Figure.Of(Named(input.Name, inputs.Find<string>(input.Name)!)),
            InputType.Texts => Figure.Of(Listed(inputs.Find<ImmutableArray<string>>(input.Name).Select(text => Named(input.Name, text)).ToList())),
            _ => Figure.Of(word),
        });
        return null;
    }

    private Label Named(string input, string text) => NameOf(input, text) ?? new Label(text, text);

    private static Label Listed(IReadOnlyCollection<Label> names) => new(Joined(names.Select(n => n.Zh), "、"), Joined(names.Select(n => n.En)));

    private static string Joined(IEnumerable<string> texts, string separator = ", ") => string.Join(separator, texts) is { Length: > 0 } joined ? joined : "—";

    internal static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Contracts.Values.Money.Zero, (sum, amount) => sum + amount);
}

using System.Text.RegularExpressions;
using Policies.Evaluation;

namespace Policies.Loading;

/// <summary>Reads a pack's calculations and conditions.</summary>
internal sealed partial class RuleReader(PackWords words)
{
    private static readonly Dictionary<string, InputType> InputTypes = new(StringComparer.Ordinal)
    {
        ["amount"] = InputType.Amount, ["amounts"] = InputType.Amounts, ["count"] = InputType.Count, ["flag"] = InputType.Flag, ["day"] = InputType.Day, ["days"] = InputType.Days,
        ["text"] = InputType.Text, ["texts"] = InputType.Texts, ["grade"] = InputType.Grade, ["category"] = InputType.Category,
    };

    private static readonly Dictionary<string, Effect> Effects = new(StringComparer.Ordinal)
    {
        ["refuse"] = Effect.Refuse, ["flag"] = Effect.Flag, ["judge"] = Effect.Judge,
    };

    internal IReadOnlyList<Rule> Read(Section file)
    {
        IReadOnlyList<Rule> rules = [.. file.List("calculations", ReadCalculation), .. file.List("conditions", ReadCondition)];
        PackWords.CheckUnique(file, "conditions", rules.Select(r => r.Name));
        return rules;
    }

    private CalculationRule ReadCalculation(Section section)
    {
        var inputs = ReadInputs(section);
        var figures = inputs.ToDictionary(i => i.Name, i => i.Type, StringComparer.Ordinal);
        var reader = new StepReader(words, figures);
        var rule = new CalculationRule(section.Name("name"), section.Label(), words.Sources.Cite(section), inputs, section.List("steps", reader.Read));
        if (rule.Steps.Count == 0)
        {
            section.Wrong("steps", "没有计算步骤。", "It has no steps.");
        }

        return rule;
    }

    private ConditionRule ReadCondition(Section section)
    {
        var inputs = ReadInputs(section);
        var reader = new TestReader(words, inputs.ToDictionary(i => i.Name, i => i.Type, StringComparer.Ordinal));
        var test = section.Required("test") && section.OptionalSection("test") is { } t ? reader.Read(t) : new AllTest([]);
        var rule = new ConditionRule(section.Name("name"), section.Label(), words.Sources.Cite(section), [.. inputs.Select(i => i with { Optional = i.Optional || reader.Asked.Contains(i.Name) })], test)
        {
            Effect = section.OneOf("effect", Effects),
            Code = section.Name("code"),
            Message = section.OptionalSection("message") is { } m ? Done(m, m.Label()) : new Label(section.Text("message"), ""),
        };
        CheckMessage(section, rule.Message, [.. inputs.Select(i => i.Name), .. reader.Named]);
        return rule;
    }

    private List<RuleInput> ReadInputs(Section section)
    {
        var inputs = section.List("inputs", i => new RuleInput(i.Name("name"), i.OneOf("type", InputTypes), i.Label()))
            .Select(i => i with { Optional = i.Type is InputType.Text or InputType.Texts or InputType.Days }).ToList();
        PackWords.CheckUnique(section, "inputs", inputs.Select(i => i.Name));
        foreach (var input in inputs.Where(i => words.Parameter(i.Name) is not null))
        {
            section.Wrong("inputs", $"“{input.Name}”已是参数的名称。", $"'{input.Name}' is the name of a parameter already.");
        }

        return inputs.DistinctBy(i => i.Name).ToList();
    }

    private static void CheckMessage(Section section, Label message, IReadOnlyCollection<string> known)
    {
        foreach (var name in Placeholder().Matches(message.Zh + message.En).Select(m => m.Groups["name"].Value).Except(known).Distinct(StringComparer.Ordinal))
        {
            section.Wrong("message", $"提示中的“{name}”没有对应的数据。", $"The message names '{name}', which is no figure of this rule.");
        }
    }

    private static Label Done(Section section, Label label)
    {
        section.Done();
        return label;
    }

    [GeneratedRegex("\\{(?<name>[^}]*)\\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}

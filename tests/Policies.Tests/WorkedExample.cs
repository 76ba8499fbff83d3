using System.Text.Json;
using System.Text.Json.Nodes;
using Contracts.Refusals;
using Policies.Evaluation;
using Policies.Loading;
using Shouldly;

namespace Policies.Tests;

/// <summary>One worked example: given / when / then as its file says, run through the same evaluation as the services use.</summary>
internal sealed class WorkedExample(PolicyPack pack, MapNode file, MapNode example)
{
    private readonly HashSet<string> cited = new(StringComparer.Ordinal);

    internal static readonly string[] Keys = ["zh", "en", "clause", "when", "given", "then"];

    internal string Name => $"{Text(example, "clause")} {Text(example, "zh")}";

    /// <summary>Runs it and yields the clauses that its outcome cites.</summary>
    internal IReadOnlySet<string> Run()
    {
        example.Entries.Keys.Except(Keys).ShouldBeEmpty($"line {example.Line}");
        Text(example, "en").ShouldNotBeNullOrWhiteSpace();
        var when = Text(example, "when");
        var (kind, expected) = Then();
        var actual = when switch
        {
            "form" => CheckForm(),
            "grades" => Listed(pack.Grades.Select(g => (g.Key, g.Citation))),
            "categories" => Listed(pack.Categories.Select(c => (c.Key, c.Citation))),
            "procedure" => Listed(pack.Procedure.Select(p => (p.Key, p.Citation))),
            _ when pack.Find(when) is { } parameter => ReadValue(parameter),
            _ => Evaluate(pack.Rules.Single(r => r.Name == when)),
        };
        actual.ShouldBe((kind, expected), $"line {example.Line}: {Name}");
        cited.ShouldContain(Text(example, "clause"), $"line {example.Line}: the outcome does not cite the clause that the example is for");
        return cited;
    }

    private (string Kind, string Value) Then()
    {
        var (kind, node) = Map(example, "then").Entries.Single();
        return (kind, node.Value is SequenceNode list ? string.Join(", ", list.Items.Cast<ScalarNode>().Select(i => i.Text)) : ((ScalarNode)node.Value).Text);
    }

    private (string, string) Evaluate(Rule rule)
    {
        if (!pack.Evaluate(rule.Name, Inputs(rule)).Accepted(out var calculation, out var refusal))
        {
            cited.Add(refusal.Kind == RefusalKind.BadInput ? rule.Citation.ClauseId : refusal.Clause);
            return ("refused", refusal.Code);
        }

        cited.UnionWith(calculation.Sheet.Lines.Select(l => l.ClauseId));
        if (calculation.Met is not null)
        {
            cited.Add(rule.Citation.ClauseId);
        }

        return calculation switch
        {
            { Amount: { } amount } => ("amount", amount.ToString().Replace(",", "", StringComparison.Ordinal)),
            { Day: { } day } => ("day", day.ToString("yyyy-MM-dd")),
            _ => ("met", calculation.Met == true ? "true" : "false"),
        };
    }

    private Inputs Inputs(Rule rule)
    {
        var inputs = Days();
        foreach (var (name, (_, node)) in Given().Entries.Where(e => e.Key != "days"))
        {
            var type = rule.Inputs.Single(i => i.Name == name).Type;
            inputs = type switch
            {
                InputType.Amounts => inputs.Amounts(name, ((SequenceNode)node).Items.Select(i => Yuan(((ScalarNode)i).Text))),
                InputType.Amount => inputs.Amount(name, Yuan(Scalar(node))),
                InputType.Count => inputs.Count(name, int.Parse(Scalar(node))),
                InputType.Flag => inputs.Flag(name, bool.Parse(Scalar(node))),
                InputType.Day => inputs.Day(name, DateOnly.ParseExact(Scalar(node), "yyyy-MM-dd")),
                _ => inputs.Text(name, Scalar(node)),
            };
        }

        return inputs;
    }

    private Inputs Days() =>
        Map(Given(), "days").Entries
            .Select(d => (Enum.Parse<ReferenceDay>(d.Key.Replace("-", "", StringComparison.Ordinal), ignoreCase: true), DateOnly.ParseExact(Scalar(d.Value.Value), "yyyy-MM-dd")))
            .Aggregate((Inputs?)null, (inputs, day) => inputs?.And(day.Item1, day.Item2) ?? Policies.Evaluation.Inputs.At(day.Item1, day.Item2))!;

    private (string, string) ReadValue(Parameter parameter)
    {
        var value = pack.Value(parameter, Days().On(parameter.ReferenceDay));
        cited.Add(value.ClauseId);
        return ("value", value.Value switch
        {
            { AmountFen: { } fen } => Contracts.Values.Money.FromFen(fen).ToString().Replace(",", "", StringComparison.Ordinal),
            { Flag: { } flag } => flag ? "true" : "false",
            { Text: { } text } => text,
            var other => other.ToFigure().ToLabel().En,
        });
    }

    private (string, string) Listed(IEnumerable<(string Key, Citation Citation)> items)
    {
        var all = items.ToList();
        cited.UnionWith(all.Select(i => i.Citation.ClauseId));
        return ("keys", string.Join(", ", all.Select(i => i.Key)));
    }

    private (string, string) CheckForm()
    {
        var form = Map(file, "form");
        var without = Given().Entries.TryGetValue("without", out var w) ? ((SequenceNode)w.Value).Items.Select(Scalar).ToHashSet() : [];
        var answers = Json(pack.Fields, Map(form, "answers"));
        foreach (var (name, change) in Json(pack.Fields, Map(Given(), "change")))
        {
            answers[name] = change?.DeepClone();
        }

        foreach (var name in without)
        {
            answers.Remove(name);
        }

        var files = ((SequenceNode)form.Entries["attachments"].Value).Items.Select(Scalar).Except(without).Select(f => new AttachedFile(f, f + ".pdf", 1024));
        var problems = pack.Validate(JsonSerializer.SerializeToElement(answers), files, DateOnly.ParseExact(Text(Given(), "today"), "yyyy-MM-dd"));
        // What may be submitted cites the step that it is submitted in; what may not, the clauses that ask for more.
        cited.UnionWith(problems.Count == 0 ? pack.Procedure.Where(p => p.Kind == "application").Select(p => p.Citation.ClauseId) : problems.Select(p => p.ClauseId));
        return ("problems", string.Join(", ", problems.Select(p => p.Field)));
    }

    /// <summary>Answers as the console would send them: amounts become fen, flags and numbers JSON's own.</summary>
    private static JsonObject Json(IReadOnlyList<FormField> fields, MapNode answers) => new(answers.Entries.Select(answer =>
    {
        var field = fields.Single(f => f.Name == answer.Key);
        JsonNode value = field.Type switch
        {
            FieldType.Amount => Yuan(Scalar(answer.Value.Value)).Fen,
            FieldType.Flag => bool.Parse(Scalar(answer.Value.Value)),
            FieldType.WholeNumber => int.Parse(Scalar(answer.Value.Value)),
            FieldType.List => new JsonArray([.. ((SequenceNode)answer.Value.Value).Items.Select(i => Json(field.Fields, (MapNode)i))]),
            _ => Scalar(answer.Value.Value),
        };
        return KeyValuePair.Create(answer.Key, (JsonNode?)value);
    }));

    private static Contracts.Values.Money Yuan(string text) =>
        Section.TryAmount(text, out var amount) ? amount : throw new FormatException($"'{text}' is not an amount in yuan.");

    private MapNode Given() => Map(example, "given");

    private static MapNode Map(MapNode map, string key) =>
        map.Entries.TryGetValue(key, out var entry) ? (MapNode)entry.Value : new MapNode(map.Line, new Dictionary<string, (int, Node)>());

    private static string Text(MapNode map, string key) => Scalar(map.Entries[key].Value);

    private static string Scalar(Node node) => ((ScalarNode)node).Text;
}

using Contracts.Refusals;
using Policies.Evaluation;
using Policies.Loading;
using Shouldly;

namespace Policies.Tests;

/// <summary>One worked example: given / when / then as its file says, run through the same evaluation as the services use.</summary>
internal sealed partial class WorkedExample(PolicyPack pack, MapNode file, MapNode example)
{
    private readonly HashSet<string> cited = new(StringComparer.Ordinal);

    internal static readonly string[] Keys = ["zh", "en", "clause", "when", "given", "then"];

    /// <summary>The clause that it is for.</summary>
    internal string Clause => Text(example, "clause");

    /// <summary>What it is about: what it evaluates, or what comes out of the examination, the register or the route.</summary>
    internal IEnumerable<string> About => Text(example, "when") switch
    {
        "examination" or "route" or "routes" => Then().Value.Split(", "),
        "register" => [.. Then().Value.Split(", "), Text(Given(), "register")],
        "claim" => [.. Then().Value.Split(", "), Text(Given(), "claim")],
        var name => [name],
    };

    internal string Name => $"{Text(example, "clause")} {Text(example, "zh")}";

    /// <summary>Runs it; what comes out must be as written, and cite the clause that the example is for.</summary>
    internal void Run()
    {
        example.Entries.Keys.Except(Keys).ShouldBeEmpty($"line {example.Line}");
        Text(example, "en").ShouldNotBeNullOrWhiteSpace();
        var when = Text(example, "when");
        var (kind, expected) = Then();
        var actual = when switch
        {
            "form" => CheckForm(),
            "examination" => ExamineForm(kind),
            "route" => TakeRoute(),
            "register" => HoldEntry(kind),
            "claim" => HoldClaim(kind),
            "claims" => Listed(pack.Claims.Select(c => (c.Name, c.Citation))),
            "rewards" => Listed(pack.Rewards.Select(r => (r.Name, r.Citation))),
            "routes" => Listed(pack.Routes.Select(r => (r.Name, r.Citation))),
            "registers" => Listed(pack.Registers.Select(r => (r.Name, r.Citation))),
            "grades" => Listed(pack.Grades.Select(g => (g.Key, g.Citation))),
            "categories" => Listed(pack.Categories.Select(c => (c.Key, c.Citation))),
            "procedure" => Listed(pack.Procedure.Select(p => (p.Key, p.Citation))),
            "sections" => Listed(pack.Sections.Select(p => (p.Name, p.Citation))),
            "indicators" => Listed(pack.Indicators.Select(i => (i.Name, i.Citation))),
            "papers" => Listed(pack.Papers.Select(p => (p.Name, p.Citation))),
            "evaluations" => Listed(pack.Evaluations.Select(e => (e.Name, e.Citation))),
            "tasks" => Listed(pack.Tasks.Select(t => (t.Name, t.Citation))),
            "phases" => Listed(pack.Phases.Select(p => (p.Name, p.Citation))),
            _ when pack.Find(when) is { } parameter => Given().Entries.ContainsKey("from") ? CountTerm(parameter, kind) : ReadValue(parameter),
            _ when pack.Grounds.FirstOrDefault(g => g.Name == when) is { } ground => EstablishGround(ground, kind),
            _ when pack.Cycles.FirstOrDefault(c => c.Name == when) is { } cycle => TakeRound(cycle, kind),
            _ when pack.Evaluation(when) is { } evaluation => JudgeBody(evaluation, kind),
            _ when pack.Reward(when) is { } reward => GrantReward(reward),
            _ when pack.Reminder(when) is { } reminder => Remind(reminder, kind),
            _ when pack.Targets.FirstOrDefault(t => t.Name == when) is { } target => MeasureTarget(target),
            _ when pack.Comparisons.FirstOrDefault(c => c.Name == when) is { } comparison => Weigh(comparison),
            _ => Evaluate(pack.Rules.Single(r => r.Name == when)),
        };
        actual.ShouldBe((kind, expected), $"line {example.Line}: {Name}");
        cited.ShouldContain(Clause, $"line {example.Line}: the outcome does not cite the clause that the example is for");
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
            { Day: { } day } => ("day", Iso(day)),
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
                InputType.Day => inputs.Day(name, Day(node)),
                InputType.Days => inputs.Days(name, Texts(node).Select(Day)),
                InputType.Texts => inputs.Texts(name, Texts(node)),
                _ => inputs.Text(name, Scalar(node)),
            };
        }

        return inputs;
    }

    private Inputs Days() =>
        Map(Given(), "days").Entries
            .Select(d => (Enum.Parse<ReferenceDay>(d.Key.Replace("-", "", StringComparison.Ordinal), ignoreCase: true), Day(d.Value.Value)))
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

    /// <summary>Those of a list that the example's clause brings about.</summary>
    private (string, string) Listed(IEnumerable<(string Key, Citation Citation)> items)
    {
        var own = items.Where(i => i.Citation.ClauseId == Clause).ToList();
        cited.UnionWith(own.Select(i => i.Citation.ClauseId));
        return ("keys", string.Join(", ", own.Select(i => i.Key)));
    }

    private static Contracts.Values.Money Yuan(string text) =>
        Section.TryAmount(text, out var amount) ? amount : throw new FormatException($"'{text}' is not an amount in yuan.");

    private MapNode Given() => Map(example, "given");

    private static MapNode Map(MapNode map, string key) =>
        map.Entries.TryGetValue(key, out var entry) ? (MapNode)entry.Value : new MapNode(map.Line, new Dictionary<string, (int, Node)>());

    private static string Text(MapNode map, string key) => Scalar(map.Entries[key].Value);

    private static string Scalar(Node node) => ((ScalarNode)node).Text;

    private static IEnumerable<string> Texts(Node node) => ((SequenceNode)node).Items.Select(Scalar);

    private static DateOnly Day(Node node) => Day(Scalar(node));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd");

    private DateOnly GivenDay(string key) => Day(Text(Given(), key));
}

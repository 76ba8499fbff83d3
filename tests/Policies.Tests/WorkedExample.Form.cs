using System.Text.Json;
using System.Text.Json.Nodes;
using Policies.Evaluation;
using Policies.Loading;

namespace Policies.Tests;

/// <content>Examples of the application form and of its examination: what is different from the complete application.</content>
internal sealed partial class WorkedExample
{
    private (string, string) CheckForm()
    {
        var problems = pack.Validate(Answers(), Files(), GivenDay("today"));
        // What may be submitted cites the step that it is submitted in; what may not, the clauses that ask for more.
        cited.UnionWith(problems.Count == 0 ? pack.Procedure.Where(p => p.Kind == "application").Select(p => p.Citation.ClauseId) : problems.Select(p => p.ClauseId));
        return ("problems", string.Join(", ", problems.Select(p => p.Field)));
    }

    private (string, string) ExamineForm(string verdict)
    {
        var kind = Text(Given(), "at") == "decision" ? ReferenceDay.Decision : ReferenceDay.Application;
        var wanted = Enum.Parse<Verdict>(verdict.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
        var findings = pack.Examine(Answers(), Files(), kind, GivenDay("today"), Linked(Given()));
        cited.UnionWith(findings.Select(f => f.Citation.ClauseId));
        return (verdict, string.Join(", ", findings.Where(f => f.Verdict == wanted).Select(f => f.Condition)));
    }

    private (string, string) TakeRoute()
    {
        var route = pack.Route(Answers());
        cited.UnionWith(route is null ? [] : [route.Citation.ClauseId]);
        return ("route", route?.Name ?? "none");
    }

    private JsonElement Answers() => Changed(pack.Fields, Map(Map(file, "form"), "answers"));

    private IEnumerable<AttachedFile> Files() => Attached(Map(file, "form"));

    /// <summary>Complete answers with what is different in the example.</summary>
    private JsonElement Changed(IReadOnlyList<FormField> fields, MapNode complete)
    {
        var answers = Json(fields, complete);
        foreach (var (name, change) in Json(fields, Map(Given(), "change")))
        {
            answers[name] = change?.DeepClone();
        }

        foreach (var name in Without())
        {
            answers.Remove(name);
        }

        return JsonSerializer.SerializeToElement(answers);
    }

    private IEnumerable<AttachedFile> Attached(MapNode form) =>
        form.Entries.TryGetValue("attachments", out var files) ? Texts(files.Value).Except(Without()).Select(f => new AttachedFile(f, f + ".pdf", 1024)) : [];

    /// <summary>What the platform knows of whatever the links lead to: <c>linked: { carrier.level: city }</c>.</summary>
    private static Dictionary<string, string> Linked(MapNode given) => Map(given, "linked").Entries.ToDictionary(known => known.Key, known => Scalar(known.Value.Value));

    private HashSet<string> Without() => Given().Entries.TryGetValue("without", out var without) ? [.. Texts(without.Value)] : [];

    /// <summary>Answers as the console would send them: amounts become fen, flags and numbers JSON's own.</summary>
    private static JsonObject Json(IReadOnlyList<FormField> fields, MapNode answers) => new(answers.Entries.Select(answer =>
    {
        var field = fields.SingleOrDefault(f => f.Name == answer.Key) ?? throw new FormatException($"line {answer.Value.Line}: there is no field '{answer.Key}'.");
        JsonNode value = field.Type switch
        {
            FieldType.Amount => Yuan(Scalar(answer.Value.Value)).Fen,
            FieldType.Flag => bool.Parse(Scalar(answer.Value.Value)),
            FieldType.WholeNumber => int.Parse(Scalar(answer.Value.Value)),
            FieldType.Choices or FieldType.Words => new JsonArray([.. Texts(answer.Value.Value).Select(t => JsonValue.Create(t))]),
            FieldType.List => new JsonArray([.. ((SequenceNode)answer.Value.Value).Items.Select(i => Json(field.Fields, (MapNode)i))]),
            _ => Scalar(answer.Value.Value),
        };
        return KeyValuePair.Create(answer.Key, (JsonNode?)value);
    }));
}

using System.Globalization;
using System.Text.Json.Nodes;
using Policies;
using Policies.Loading;

namespace Registry.Tests.Hosting;

/// <summary>
/// A programme as its pack and the worked examples beside it tell it: a complete application of any of them, without a test that knows its
/// fields. <c>Programme.All</c> is every programme that takes applications.
/// </summary>
internal sealed class Programme
{
    private readonly MapNode form;

    private Programme(string file)
    {
        Pack = PackLoader.LoadFile(file);
        var problems = new LoadProblems(file);
        var examples = new YamlTree(problems).Read(File.ReadAllText(Path.ChangeExtension(file, ".examples.yaml")))!;
        form = examples.Entries.TryGetValue("form", out var given) ? (MapNode)given.Value : new MapNode(0, new Dictionary<string, (int, Node)>(StringComparer.Ordinal));
    }

    public static IReadOnlyList<Programme> All { get; } =
        [.. PackLibrary.PackFiles(Repository.PoliciesFolder).Select(file => new Programme(file)).Where(programme => programme.Pack.Routes.Count > 0)];

    public static Programme Zhoushan => Of("zhoushan-innovation-centres");

    public static Programme Offshore => Of("ezhou-offshore-institutions");

    public static Programme Carriers => Of("ezhou-incubation-carriers");

    public static Programme Enclaves => Of("shangdang-enclaves");

    public PolicyPack Pack { get; }

    public string Name => Pack.Programme;

    public string Jurisdiction => Pack.Jurisdiction;

    /// <summary>The fields to which the example attaches a file.</summary>
    public IReadOnlyList<string> Attachments =>
        form.Entries.TryGetValue("attachments", out var files) ? [.. ((SequenceNode)files.Value).Items.Select(Scalar)] : [];

    /// <summary>The district of the example.</summary>
    public string District => Text("district") ?? "dinghai";

    public static Programme Of(string name) => All.Single(programme => programme.Name == name);

    /// <summary>
    /// The example's answers for an applicant of one's own: its code, a name that nobody else bears, and parties that no other test bars.
    /// </summary>
    public JsonObject Answers(string organisation, string? district = null)
    {
        var answers = form.Entries.TryGetValue("answers", out var given) ? Json(Pack.Fields, (MapNode)given.Value) : [];
        var own = Text("implementingBodyCode");
        foreach (var (list, item) in answers.Where(answer => answer.Value is JsonArray).SelectMany(answer => ((JsonArray)answer.Value!).OfType<JsonObject>().Select(item => (answer.Key, item))))
        {
            if (item["code"] is { } code)
            {
                item["code"] = code.GetValue<string>() == own ? organisation : Papers.NewOrganisation();
            }
        }

        Replace(answers, "implementingBodyCode", organisation);
        Replace(answers, "hostCode", organisation);
        Replace(answers, "centreCode", Papers.NewOrganisation());
        Replace(answers, "district", district ?? District);
        Replace(answers, "projectName", $"{answers["projectName"]}{organisation[^8..]}");
        return answers;
    }

    private static void Replace(JsonObject answers, string field, string value)
    {
        if (answers.ContainsKey(field))
        {
            answers[field] = value;
        }
    }

    private string? Text(string field) =>
        form.Entries.TryGetValue("answers", out var given) && ((MapNode)given.Value).Entries.TryGetValue(field, out var answer) ? Scalar(answer.Value) : null;

    private static JsonObject Json(IReadOnlyList<FormField> fields, MapNode answers) => new(answers.Entries.Select(answer =>
    {
        var (field, node) = (fields.Single(f => f.Name == answer.Key), answer.Value.Value);
        JsonNode value = field.Type switch
        {
            FieldType.Amount => Section.TryAmount(Scalar(node), out var amount) ? amount.Fen : throw new FormatException(Scalar(node)),
            FieldType.Flag => bool.Parse(Scalar(node)),
            FieldType.WholeNumber => int.Parse(Scalar(node), CultureInfo.InvariantCulture),
            FieldType.Choices or FieldType.Words => new JsonArray([.. ((SequenceNode)node).Items.Select(item => JsonValue.Create(Scalar(item)))]),
            FieldType.List => new JsonArray([.. ((SequenceNode)node).Items.Select(item => Json(field.Fields, (MapNode)item))]),
            _ => Scalar(node),
        };
        return KeyValuePair.Create(answer.Key, (JsonNode?)value);
    }));

    private static string Scalar(Node node) => ((ScalarNode)node).Text;
}

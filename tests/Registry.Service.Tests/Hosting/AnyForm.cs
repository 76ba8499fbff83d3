using System.Text.Json;
using System.Text.Json.Nodes;
using Policies;
using Policies.Evaluation;

namespace Registry.Tests.Hosting;

/// <summary>
/// Fills any pack's application form: what must be answered is, in a way that meets the pack's conditions as far as figures decide. What a
/// pack makes of particular answers is told in <see cref="Particulars"/>.
/// </summary>
internal static class AnyForm
{
    /// <summary>The answers that a condition wants, beside the first option and a fair figure.</summary>
    private static readonly Dictionary<string, JsonNode> Particulars = new(StringComparer.Ordinal)
    {
        ["dishonestActsExist"] = false,
        ["jointlyBuilt"] = false,
        ["hostAddress"] = "湖北省鄂州市葛店经开区",
    };

    /// <summary>Complete answers on a route, and the fields that want a file.</summary>
    public static (JsonObject Answers, IReadOnlyList<string> Files) Fill(PolicyPack pack, Route route, string organisation, string district, DateOnly today)
    {
        var answers = new JsonObject();
        if (route.Field is { } deciding)
        {
            answers[deciding] = route.Is[0];
        }

        var files = new List<string>();
        foreach (var field in pack.Fields.Where(field => !answers.ContainsKey(field.Name) && IsAsked(field, answers)))
        {
            if (field.Type == FieldType.Attachment)
            {
                files.Add(field.Name);
            }
            else
            {
                answers[field.Name] = field.Name switch
                {
                    "implementingBodyCode" => organisation,
                    "district" => district,
                    _ => Particulars.TryGetValue(field.Name, out var particular) ? particular.DeepClone() : Answer(field, answers, pack, today),
                };
            }
        }

        return (answers, files);
    }

    /// <summary>What stands against these answers in the pack's own words; empty = they may be handed in and recommended.</summary>
    public static IReadOnlyList<string> Faults(PolicyPack pack, JsonObject answers, IReadOnlyList<string> files, DateOnly today)
    {
        var given = JsonElement.Parse(answers.ToJsonString());
        var attached = files.Select(field => new AttachedFile(field, $"{field}.pdf", 100)).ToList();
        return
        [
            .. pack.Validate(given, attached, today).Select(problem => $"{problem.Field}: {problem.En}"),
            .. pack.Examine(given, attached, ReferenceDay.Application, today).Where(f => f.Verdict == Verdict.NotMet).Select(f => $"{f.Condition}: {f.Message?.En}"),
        ];
    }

    private static bool IsAsked(FormField field, JsonObject answers) =>
        field.Required.Always
        || (field.Required.Field is { } decides && answers[decides] is { } decided && Words(decided).Intersect(field.Required.Is, StringComparer.Ordinal).Any());

    private static IEnumerable<string> Words(JsonNode answer) => answer is JsonArray several ? several.Select(one => one!.ToString()) : [answer.ToString()];

    private static JsonNode Answer(FormField field, JsonObject answers, PolicyPack pack, DateOnly today) => field.Type switch
    {
        FieldType.Text or FieldType.LongText => $"{field.Label.Zh}说明"[..Math.Min(field.Max, field.Label.Zh.Length + 2)],
        FieldType.WholeNumber => Math.Min(field.Max, 100),
        FieldType.Amount => 500_000_000,
        FieldType.Day => today.AddDays(30).ToString("yyyy-MM-dd", null),
        FieldType.PastDay => today.AddMonths(-18).ToString("yyyy-MM-dd", null),
        FieldType.Flag => true,
        FieldType.Choice => field.Options[0].Key,
        FieldType.Choices => new JsonArray(field.Options[0].Key),
        FieldType.Category => pack.Categories[0].Key,
        FieldType.SocialCreditCode => Papers.NewOrganisation(),
        FieldType.Words => new JsonArray("关键词"),
        FieldType.Reference => answers[field.Of!.Split('.')[0]]![0]![field.Of!.Split('.')[1]]!.DeepClone(),
        FieldType.List => new JsonArray([.. Items(field, pack, today)]),
        _ => throw new InvalidOperationException($"No answer for {field.Name} ({field.Type})."),
    };

    /// <summary>An item of each kind that a list tells apart: a pilot base joins a company with a university, a centre has six functions.</summary>
    private static IEnumerable<JsonObject> Items(FormField list, PolicyPack pack, DateOnly today)
    {
        var kind = list.Fields.FirstOrDefault(field => field.Name is "kind" or "function");
        return kind is null
            ? [Item(list, pack, today)]
            : kind.Options.Take(list.Max).Select(one =>
            {
                var item = Item(list, pack, today);
                item[kind.Name] = one.Key;
                return item;
            });
    }

    private static JsonObject Item(FormField list, PolicyPack pack, DateOnly today)
    {
        var item = new JsonObject();
        foreach (var field in list.Fields.Where(field => IsAsked(field, item)))
        {
            item[field.Name] = Answer(field, item, pack, today);
        }

        return item;
    }
}

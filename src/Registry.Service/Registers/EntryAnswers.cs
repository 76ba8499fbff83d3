using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Policies;
using Registry.Directories;

namespace Registry.Registers;

/// <summary>What the platform reads out of an entry's answers by the register's definition: its name, its days, its key, its index.</summary>
internal static class EntryAnswers
{
    private const int MaxTitleLength = 200;

    /// <summary>The answer under a name; null where there is none.</summary>
    public static JsonElement? At(JsonElement answers, string field) =>
        answers.ValueKind == JsonValueKind.Object && answers.TryGetProperty(field, out var answer) && answer.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
            ? answer
            : null;

    /// <summary>A text among the answers, without white space around it; null where there is none, and where it is no text at all.</summary>
    public static string? Text(JsonElement answers, string field) => At(answers, field) is { } answer ? Text(answer) : null;

    /// <summary>A day among the answers; null where there is none.</summary>
    public static DateOnly? Day(JsonElement answers, string? field) => field is not null && Text(answers, field) is { } text ? Day(text) : null;

    /// <summary>The answer that names an entry. A draft may not have it yet.</summary>
    public static string Title(this Register register, JsonElement answers, PolicyPack pack)
    {
        var field = register.Fields.First(f => f.Name == register.Title);
        var text = At(answers, field.Name) is { } answer ? Shown(field, answer, pack) : "";
        return text.Length <= MaxTitleLength ? text : text[..MaxTitleLength];
    }

    /// <summary>The IDs that the links of a form name, with the path of each: also those in a list's items.</summary>
    public static IEnumerable<(string Path, FormField Field, Guid Id)> Links(IReadOnlyList<FormField> fields, JsonElement answers)
    {
        foreach (var field in fields)
        {
            if (field.Type == FieldType.Link && Guid.TryParse(Text(answers, field.Name), out var id))
            {
                yield return (field.Name, field, id);
            }
            else if (field.Type == FieldType.List && At(answers, field.Name) is { ValueKind: JsonValueKind.Array } items)
            {
                foreach (var (item, index) in items.EnumerateArray().Select((item, index) => (item, index)))
                {
                    foreach (var inner in Links(field.Fields, item))
                    {
                        yield return (string.Create(CultureInfo.InvariantCulture, $"{field.Name}[{index}].{inner.Path}"), inner.Field, inner.Id);
                    }
                }
            }
        }
    }

    /// <summary>The index of the answers: every single value, every word and choice, and the links of lists.</summary>
    public static IEnumerable<RegisterValue> Index(this Register register, RegisterEntry entry, JsonElement answers)
    {
        var single = register.Fields
            .Where(field => field.Type is not (FieldType.LongText or FieldType.List or FieldType.Attachment))
            .SelectMany(field => Several(At(answers, field.Name)).Select((answer, position) => Value(field.Name, position, answer)));
        var links = register.Fields
            .Where(field => field.Type == FieldType.List)
            .SelectMany(list => Links([list], answers)
                .GroupBy(link => $"{list.Name}.{link.Field.Name}", StringComparer.Ordinal)
                .SelectMany(group => group.Select((link, position) => Value(group.Key, position, link.Id.ToString()))));
        return single.Concat(links);

        RegisterValue Value(string field, int position, object answer) => new()
        {
            EntryId = entry.Id,
            Programme = entry.Programme,
            Register = entry.Register,
            Field = field,
            Position = position,
            Text = Cut(Normal(answer is JsonElement json ? Plain(json) : (string)answer)),
            Number = answer is JsonElement { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var whole) ? whole : null,
            Day = answer is JsonElement { ValueKind: JsonValueKind.String } text ? Day(text.GetString()!) : null,
        };
    }

    /// <summary>What stands once among the live entries about the same thing, as a hash; null where the register has no such key.</summary>
    public static string? Key(this Register register, RegisterEntry entry, JsonElement answers)
    {
        var given = register.Unique.Select(field => At(answers, field) is { } answer ? Normal(Plain(answer)) : "").ToList();
        if (given.TrueForAll(text => text.Length == 0))
        {
            return null;
        }

        var about = (entry.AboutInstitutionId ?? entry.AboutEntryId)?.ToString() ?? "";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', given.Prepend(about)))));
    }

    /// <summary>What a search looks into: number, title, the columns of the list, the words.</summary>
    public static string SearchText(this Register register, RegisterEntry entry, JsonElement answers, PolicyPack pack, int max)
    {
        var shown = register.Fields.Where(field => register.Columns.Contains(field.Name, StringComparer.Ordinal) || field.Type == FieldType.Words);
        var texts = shown.Where(field => field.Name != register.Title).Select(field => At(answers, field.Name) is { } answer ? Shown(field, answer, pack) : "");
        return Cut(string.Join(' ', texts.Prepend(entry.Title).Prepend(entry.Number?.ToString(CultureInfo.InvariantCulture) ?? "").Select(Normal)), max);
    }

    /// <summary>A text as it is compared: without the differences that nobody means.</summary>
    public static string Normal(string text) => SearchName.Of(text);

    /// <summary>As it stands in the index.</summary>
    public static string Cut(string text, int max = RegisterValue.MaxTextLength) =>
        text.Length <= max ? text : text[..(char.IsHighSurrogate(text[max - 1]) ? max - 1 : max)];

    /// <summary>The single answers of a field: itself, or each of its words and choices.</summary>
    public static IEnumerable<JsonElement> Several(JsonElement? answer) => answer switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } several => several.EnumerateArray(),
        { } one => [one],
    };

    /// <summary>An answer as text: words and numbers as they are, yes and no as <c>true</c> and <c>false</c>.</summary>
    public static string Plain(JsonElement answer) => answer.ValueKind switch
    {
        JsonValueKind.String => Text(answer) ?? "",
        JsonValueKind.Array => string.Join(' ', answer.EnumerateArray().Select(Plain)),
        _ => answer.GetRawText(),
    };

    private static string Shown(FormField field, JsonElement answer, PolicyPack pack) => string.Join(' ', Several(answer).Select(one => field.Type switch
    {
        FieldType.Choice or FieldType.Choices => field.Options.FirstOrDefault(option => option.Key == Text(one))?.Label.Zh ?? "",
        FieldType.Category => pack.Category(Text(one) ?? "")?.Label.Zh ?? "",
        FieldType.Link or FieldType.Flag => "",
        _ => Plain(one),
    }));

    private static string? Text(JsonElement answer)
    {
        try
        {
            return answer.ValueKind == JsonValueKind.String && answer.GetString()!.Trim() is { Length: > 0 } text && !text.Any(char.IsControl) ? text : null;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate is valid JSON and no text; the form says so when the entry is filed.
            return null;
        }
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

using System.Text.Json;
using System.Text.RegularExpressions;
using Contracts.Refusals;

namespace ServiceDefaults.Problems;

/// <summary>Says what is wrong with a JSON body: which field, what was given, what to send instead. Pure.</summary>
internal static partial class BadJson
{
    private const int LongestGiven = 100;

    /// <summary>The refusal for <paramref name="error"/>, which reading <paramref name="body"/> raised.</summary>
    public static Refusal Explain(JsonException error, string body)
    {
        if (body.Length == 0)
        {
            return Refusal.BadInput("body", given: null, "请求没有内容，应为 JSON。", "The request has no body; send JSON.");
        }

        if (!TryParse(body, out var document))
        {
            return Malformed(error);
        }

        using (document)
        {
            var field = FieldOf(error.Path);
            var (zh, en) = Sentence(error, field);
            return Missing(error) is { } missing
                ? Refusal.BadInput(missing, given: null, zh, en)
                : Refusal.BadInput(field, Given(document.RootElement, field), zh, en);
        }
    }

    private static Refusal Malformed(JsonException error)
    {
        var line = (error.LineNumber ?? 0) + 1;
        var position = (error.BytePositionInLine ?? 0) + 1;
        return Refusal
            .BadInput("body", given: null, $"请求内容不是有效的 JSON：第 {line} 行第 {position} 个字节处有误。", $"The body is not valid JSON: line {line}, byte {position}.")
            .With("line", line)
            .With("byte", position);
    }

    private static (string Zh, string En) Sentence(JsonException error, string field) => error switch
    {
        BadValueException bad => ($"“{field}”有误：{bad.Zh}", $"'{field}' is wrong: {bad.En}"),
        _ when error.Message.Contains("could not be mapped", StringComparison.Ordinal) =>
            ($"不认识字段“{field}”，请更正名称或删去。", $"There is no field '{field}'; correct its name or leave it out."),
        _ when error.Message.Contains("uplicate", StringComparison.Ordinal) =>
            ($"字段“{field}”重复出现，请只保留一个。", $"The field '{field}' is there twice; send it once."),
        _ when Missing(error) is { } missing => ($"缺少字段“{missing}”，请补充。", $"'{missing}' is missing; send it."),
        _ => ($"“{field}”的值类型不正确，请按接口文档填写。", $"The value of '{field}' has the wrong type; see the API document."),
    };

    private static string? Missing(JsonException error) =>
        MissingFields().Match(error.Message) is { Success: true } match ? match.Groups["names"].Value.Replace("'", string.Empty, StringComparison.Ordinal).Trim() : null;

    private static string FieldOf(string? path) =>
        path is null or "$" or "" ? "body" : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path;

    private static string? Given(JsonElement root, string field)
    {
        var at = root;
        foreach (var step in field == "body" ? [] : field.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!TryStep(ref at, step))
            {
                return null;
            }
        }

        var text = field == "body" ? at.ValueKind.ToString().ToLowerInvariant() : at.GetRawText();
        return text.Length <= LongestGiven ? text : text[..LongestGiven] + "…";
    }

    private static bool TryStep(ref JsonElement at, string step)
    {
        if (step[0] == '[')
        {
            var isIndex = int.TryParse(step.AsSpan()[1..^1], out var index);
            if (!isIndex || at.ValueKind != JsonValueKind.Array || index >= at.GetArrayLength())
            {
                return false;
            }

            at = at[index];
            return true;
        }

        return at.ValueKind == JsonValueKind.Object && at.TryGetProperty(step, out at);
    }

    private static bool TryParse(string body, out JsonDocument document)
    {
        try
        {
            document = JsonDocument.Parse(body);
            return true;
        }
        catch (JsonException)
        {
            document = null!;
            return false;
        }
    }

    [GeneratedRegex("missing required properties including: (?<names>[^.;]+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MissingFields();
}

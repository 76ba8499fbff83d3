using System.Globalization;
using System.Text.Json;
using Contracts.Values;

namespace Policies.Evaluation;

/// <summary>Checks answers against a form of a pack.</summary>
internal sealed class FormCheck(PolicyPack pack, IReadOnlyList<FormField> form, JsonElement answers, IEnumerable<AttachedFile> attachments, DateOnly today)
{
    /// <summary>The most characters of one of a field's words.</summary>
    internal const int LongestWord = 50;

    private readonly List<FieldProblem> problems = [];
    private readonly ILookup<string, AttachedFile> files = attachments.ToLookup(a => a.Field, StringComparer.Ordinal);

    /// <summary>What the form itself rests on; of an application, the clause of the step that it is handed in at.</summary>
    internal Citation? About { get; init; }

    internal IReadOnlyList<FieldProblem> Run()
    {
        if (answers.ValueKind != JsonValueKind.Object)
        {
            return [AboutForm("answers", "申报内容应为一个对象。", "The answers must be an object.")];
        }

        try
        {
            CheckObject(form, answers, "");
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate (\ud800) is valid JSON and no text at all; System.Text.Json says so only when the text is read.
            return [AboutForm("answers", "申报内容含有无效字符。", "The answers hold characters that are no text.")];
        }

        var known = form.Where(f => f.Type == FieldType.Attachment).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var stray in files.Where(f => !known.Contains(f.Key)))
        {
            Unknown(stray.Key);
        }

        return problems;
    }

    private void CheckObject(IReadOnlyList<FormField> fields, JsonElement given, string path)
    {
        foreach (var stray in given.EnumerateObject().Where(p => !fields.Any(f => f.Name == p.Name && f.Type != FieldType.Attachment)))
        {
            Unknown(path + stray.Name);
        }

        foreach (var field in fields)
        {
            if (field.Type == FieldType.Attachment)
            {
                CheckFiles(field, IsRequired(field, given));
            }
            else if (Answer(given, field.Name) is { } answer)
            {
                CheckAnswer(field, answer, path + field.Name);
            }
            else if (IsRequired(field, given))
            {
                Wrong(field, path + field.Name, $"请填写“{field.Label.Zh}”。", $"'{field.Label.En}' is required.");
            }
        }
    }

    private void CheckFiles(FormField field, bool required)
    {
        var attached = files[field.Name].ToList();
        if (required && attached.Count == 0)
        {
            Wrong(field, field.Name, $"请上传“{field.Label.Zh}”。", $"'{field.Label.En}' must be attached.");
        }
        else if (attached.Count > field.Max)
        {
            Wrong(field, field.Name, $"“{field.Label.Zh}”最多上传{field.Max}个文件。", $"'{field.Label.En}' takes at most {field.Max} files.");
        }

        if (attached.Exists(a => a.SizeBytes <= 0))
        {
            Wrong(field, field.Name, $"“{field.Label.Zh}”的文件是空的。", $"A file of '{field.Label.En}' is empty.");
        }
    }

    private void CheckAnswer(FormField field, JsonElement answer, string path)
    {
        var (fits, zh, en) = field.Type switch
        {
            FieldType.Text or FieldType.LongText => (FitsText(field, answer), $"应为不超过{field.Max}字的文字", $"a text of at most {field.Max} characters"),
            FieldType.WholeNumber => (answer.ValueKind == JsonValueKind.Number && answer.TryGetInt32(out var n) && n >= 0 && n <= field.Max, $"应为0至{field.Max}的整数", $"a whole number from 0 to {field.Max}"),
            FieldType.Amount => (answer.ValueKind == JsonValueKind.Number && answer.TryGetInt64(out var fen) && Money.IsValid(fen), "应为以分为单位的金额", "an amount in whole fen"),
            FieldType.Day => (IsDay(answer, out _), "应为日期（如2026-01-05）", "a day such as 2026-01-05"),
            FieldType.PastDay => (IsDay(answer, out var day) && day <= today, "应为不晚于今天的日期", "a day not later than today"),
            FieldType.Flag => (answer.ValueKind is JsonValueKind.True or JsonValueKind.False, "应为是或否", "yes or no"),
            FieldType.Choice => (field.Options.Any(o => o.Key == AsText(answer)), "应为所列选项之一", "one of the options"),
            FieldType.Category => (pack.Category(AsText(answer) ?? "") is not null, "应为所列领域之一", "one of the categories"),
            FieldType.SocialCreditCode => (SocialCreditCode.TryParse(AsText(answer), out _), "不是有效的统一社会信用代码（18位，含校验码）", "a valid unified social credit code: 18 characters with a check character"),
            FieldType.Choices => (FitsTexts(field, answer, t => field.Options.Any(o => o.Key == t)), "应为所列选项中的若干项，不得重复", "some of the options, each once"),
            FieldType.Words => (FitsTexts(field, answer, IsWord), $"应为1至{field.Max}个词，每个不超过{LongestWord}字，不得重复", $"1 to {field.Max} words of at most {LongestWord} characters, each once"),
            FieldType.Link => (Guid.TryParseExact(AsText(answer), "D", out _), "应为所选条目的编号", "the ID of what was chosen"),
            FieldType.Reference => (Referenced(field.Of!).Contains(AsText(answer)?.Trim()), "应与表中已填写的名称一致", "a name given elsewhere in the form"),
            _ => (answer.ValueKind == JsonValueKind.Array && answer.GetArrayLength() is var length && length > 0 && length <= field.Max, $"应填写1至{field.Max}项", $"a list of 1 to {field.Max} items"),
        };
        if (!fits)
        {
            Wrong(field, path, $"“{field.Label.Zh}”{zh}。", $"'{field.Label.En}' must be {en}.");
        }
        else if (field.Unlike is { } form && NameForm.Matches(pack.Text(form, today).Value, AsText(answer)))
        {
            var shown = pack.Text(form, today).Value;
            Wrong(field, path, $"“{field.Label.Zh}”不得使用“{shown}”的形式。", $"'{field.Label.En}' may not have the form '{shown}'.");
        }
        else if (field.Type == FieldType.List)
        {
            CheckItems(field, answer, path);
        }
    }

    private void CheckItems(FormField field, JsonElement list, string path)
    {
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            var itemPath = string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]");
            if (item.ValueKind == JsonValueKind.Object)
            {
                CheckObject(field.Fields, item, itemPath + ".");
            }
            else
            {
                Wrong(field, itemPath, $"“{field.Label.Zh}”的每一项应为一个对象。", $"Each item of '{field.Label.En}' must be an object.");
            }
        }
    }

    private static bool IsRequired(FormField field, JsonElement siblings) =>
        field.Required.Always || (field.Required.Field is { } other && new Answers(siblings, []).IsOneOf(other, field.Required.Is));

    private IEnumerable<string?> Referenced(string path)
    {
        var (list, name) = (path[..path.IndexOf('.', StringComparison.Ordinal)], path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..]);
        return Answer(answers, list) is { ValueKind: JsonValueKind.Array } items
            ? items.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object).Select(i => Answer(i, name)).Where(a => a is not null).Select(a => AsText(a!.Value)?.Trim())
            : [];
    }

    /// <summary>The answer under a name; null, an empty text and an empty list are no answer.</summary>
    private static JsonElement? Answer(JsonElement given, string name) =>
        given.TryGetProperty(name, out var answer) && answer.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => false,
            JsonValueKind.String => !string.IsNullOrWhiteSpace(answer.GetString()),
            JsonValueKind.Array => answer.GetArrayLength() > 0,
            _ => true,
        } ? answer : null;

    private static string? AsText(JsonElement answer) => answer.ValueKind switch
    {
        JsonValueKind.String => answer.GetString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private static bool FitsText(FormField field, JsonElement answer) =>
        answer.ValueKind == JsonValueKind.String && answer.GetString()!.Length <= field.Max
        && !answer.GetString()!.Any(c => char.IsControl(c) && (field.Type == FieldType.Text || c is not ('\n' or '\r' or '\t')));

    private static bool FitsTexts(FormField field, JsonElement answer, Func<string, bool> fits)
    {
        var texts = Texts(answer).ToList();
        return texts.Count > 0 && texts.Count <= field.Max && texts.TrueForAll(t => t is not null && fits(t)) && texts.Distinct(StringComparer.Ordinal).Count() == texts.Count;
    }

    private static IEnumerable<string?> Texts(JsonElement answer) => answer.ValueKind == JsonValueKind.Array ? answer.EnumerateArray().Select(AsString) : [];

    private static string? AsString(JsonElement item) => item.ValueKind == JsonValueKind.String ? item.GetString() : null;

    private static bool IsWord(string word) => !string.IsNullOrWhiteSpace(word) && word.Trim() == word && word.Length <= LongestWord && !word.Any(char.IsControl);

    private static bool IsDay(JsonElement answer, out DateOnly day)
    {
        day = default;
        return answer.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(answer.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            && IsPlausible(day);
    }

    /// <summary>Whether a day can be meant: terms are counted from it, and the calendar of the computer ends in 9999.</summary>
    internal static bool IsPlausible(DateOnly day) => day.Year is >= 1900 and <= 2200;

    private void Wrong(FormField field, string path, string zh, string en) =>
        problems.Add(new FieldProblem(path, field.Citation.ClauseId, field.Citation.Quote, zh, en));

    private void Unknown(string path) =>
        problems.Add(AboutForm(path, $"表中没有“{path}”这一项。", $"The form has no field '{path}'."));

    /// <summary>A problem of no field: it cites the clause by which there is a form at all.</summary>
    private FieldProblem AboutForm(string path, string zh, string en)
    {
        if (About is { } about)
        {
            return new FieldProblem(path, about.ClauseId, about.Quote, zh, en);
        }

        var clause = pack.Procedure.FirstOrDefault(step => step.Kind == "application")?.Citation.ClauseId ?? pack.Clauses[0].Id;
        return new FieldProblem(path, clause, pack.Clause(clause).Quote, zh, en);
    }
}

using System.Text.Json;
using Contracts.Refusals;
using Policies;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Registers;

/// <summary>
/// Saves answers: of a draft as one types, it may be incomplete and wrong; of a filed entry as an amendment, which is judged like a
/// filing and shows what was before and after.
/// </summary>
internal static class SaveEntry
{
    /// <summary>The most characters of an entry's answers.</summary>
    public const int MaxLength = 200_000;

    internal sealed record SaveRequest(JsonElement Answers, string? Reason = null);

    public static async Task<Answer<EntryView>> HandleAsync(
        Guid id, SaveRequest request, IfMatch seen, HttpContext http, RegistryDb db, RegisterDesk desk, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await desk.ChangeAsync(
            id,
            seen,
            caller,
            (open, ct) => open.Entry.IsDraft ? Task.FromResult(SaveDraft(open, request.Answers)) : AmendEntry.RunAsync(open, request, db, ct),
            cancellationToken);
        return outcome.ToHttp();
    }

    /// <summary>Puts answers into a draft, whatever they say, but only in fields that the form has.</summary>
    public static Outcome<RegisterEntry> Draft(RegisterEntry entry, JsonElement answers, RegisterRules rules, Caller caller)
    {
        if (CheckShape(answers, rules.Register.Fields) is { } misshapen)
        {
            return misshapen;
        }

        entry.Answers = answers.GetRawText();
        entry.Title = rules.Register.Title(answers, rules.Pack);
        entry.FiledFrom(caller.Subject);
        return entry;
    }

    /// <summary>Whether answers are an object of bounded size with fields of the form alone; null where they are.</summary>
    public static Refusal? CheckShape(JsonElement answers, IReadOnlyList<FormField> fields)
    {
        if (answers.ValueKind != JsonValueKind.Object)
        {
            return Refusal.BadInput("answers", answers.ValueKind.ToString(), "填报内容应为一个对象。", "The answers must be an object.");
        }

        if (answers.GetRawText().Length > MaxLength)
        {
            return Refusal.BadInput("answers", answers.GetRawText().Length, $"填报内容不得超过 {MaxLength} 字。", $"The answers are longer than {MaxLength} characters.");
        }

        var stray = answers.EnumerateObject()
            .Select(answer => answer.Name)
            .FirstOrDefault(name => !fields.Any(field => field.Name == name && field.Type != FieldType.Attachment));
        return stray is null ? null : Refusal.BadInput("answers", stray, $"表中没有“{stray}”这一项。", $"The form has no field '{stray}'.");
    }

    private static Outcome<RegisterEntry> SaveDraft(OpenEntry open, JsonElement answers) =>
        open.Entry.KeeperRole(open.Register, open.Caller) is null
            ? RegisterDesk.NotFound(open.Entry.Id)
            : Draft(open.Entry, answers, open.Rules, open.Caller);
}

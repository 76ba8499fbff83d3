namespace Contracts.Refusals;

/// <summary>What kind of no a refusal is; it decides the HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>The request itself is wrong: 400.</summary>
    BadInput,

    /// <summary>The caller may not do this: 403.</summary>
    Forbidden,

    /// <summary>There is no such thing for this caller: 404.</summary>
    NotFound,

    /// <summary>The law or the state of things forbids it: 409.</summary>
    Conflict,

    /// <summary>Somebody else changed it in the meantime (If-Match): 412.</summary>
    Stale,

    /// <summary>What is needed to decide cannot be reached now; the same request may succeed later: 503.</summary>
    Unavailable,
}

/// <summary>
/// A refusal for people: which rule said no, with which figures, in Chinese and English, and what to do next.
/// </summary>
/// <param name="Kind">The kind of no.</param>
/// <param name="Code">A stable name for programs, kebab case: <c>annual-cap-exceeded</c>.</param>
/// <param name="Clause">The clause or platform rule that refuses (<c>ZS-03</c>, <c>P-4</c>), or the field at fault.</param>
/// <param name="Zh">The sentence in Chinese.</param>
/// <param name="En">The sentence in English.</param>
public sealed record Refusal(RefusalKind Kind, string Code, string Clause, string Zh, string En)
{
    /// <summary>The figures and facts that led to it; amounts under names ending in <c>Fen</c>, days as ISO text.</summary>
    public IReadOnlyDictionary<string, object?> Inputs { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>The same refusal with one more input.</summary>
    public Refusal With(string name, object? value) =>
        this with { Inputs = new Dictionary<string, object?>(Inputs, StringComparer.Ordinal) { [name] = value } };

    /// <summary>The request itself is wrong in <paramref name="field"/>.</summary>
    public static Refusal BadInput(string field, object? given, string zh, string en) =>
        new Refusal(RefusalKind.BadInput, "bad-input", field, zh, en).With("given", given);

    /// <summary>There is no <paramref name="what"/> with this key that the caller may see.</summary>
    public static Refusal NotFound(string what, object key, string zhWhat) =>
        new Refusal(RefusalKind.NotFound, "not-found", what, $"没有找到该{zhWhat}，或您无权查看。", $"There is no such {what}, or you may not see it.")
            .With("key", key.ToString());

    /// <summary>The caller may not do this.</summary>
    public static Refusal Forbidden(string clause, string zh, string en) =>
        new(RefusalKind.Forbidden, "forbidden", clause, zh, en);

    /// <summary>The law or the state of things forbids it.</summary>
    public static Refusal Conflict(string code, string clause, string zh, string en) =>
        new(RefusalKind.Conflict, code, clause, zh, en);
}

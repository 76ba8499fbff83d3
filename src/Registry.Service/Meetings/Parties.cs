using System.Text.Json;
using Registry.Applications;

namespace Registry.Meetings;

/// <summary>The legal persons with a part in what is voted on: operator, founders, tenant (SD-03), by code and, where a form gives no code, by name.</summary>
internal sealed class Parties
{
    private readonly HashSet<string> codes = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    /// <summary>Whoever the answers name: in which field an operator or founder stands is the pack's to know.</summary>
    public Parties Of(JsonElement answers)
    {
        codes.UnionWith(AnsweredCodes.Of(answers));
        names.UnionWith(Texts(answers).Select(Plain));
        return this;
    }

    public Parties Of(params IEnumerable<string?> more)
    {
        codes.UnionWith(more.OfType<string>());
        return this;
    }

    /// <summary>Whether this organisation is one of them.</summary>
    public bool Include(string? code, string? name) =>
        (code is not null && codes.Contains(code)) || (name is not null && Plain(name) is { Length: > 0 } plain && names.Contains(plain));

    private static IEnumerable<string> Texts(JsonElement answers) => answers.ValueKind switch
    {
        JsonValueKind.String => [answers.GetString()!],
        JsonValueKind.Object => answers.EnumerateObject().SelectMany(property => Texts(property.Value)),
        JsonValueKind.Array => answers.EnumerateArray().SelectMany(Texts),
        _ => [],
    };

    private static string Plain(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c))).Replace('（', '(').Replace('）', ')').ToUpperInvariant();
}

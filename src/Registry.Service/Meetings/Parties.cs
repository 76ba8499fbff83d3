using System.Text.Json;
using Registry.Applications;

namespace Registry.Meetings;

/// <summary>
/// The legal persons with a part in what is voted on or scored: operator, founders, tenant (SD-03), partner, group (EO-04, EO-05), by code
/// and, where a form gives no code, by name.
/// </summary>
internal sealed class Parties
{
    private readonly HashSet<string> codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    /// <summary>Whoever the answers name: in which field an operator or founder stands is the pack's to know.</summary>
    public Parties Of(JsonElement answers)
    {
        codes.UnionWith(AnsweredCodes.Of(answers));
        foreach (var text in Texts(answers))
        {
            names.TryAdd(Plain(text), text);
        }

        return this;
    }

    /// <summary>Whoever an application names, its applicant included.</summary>
    public Parties Of(Application application) =>
        Of(JsonElement.Parse(application.Answers)).Of(application.LeadBodyCodes).Of(application.Organisation, application.CentreCode);

    public Parties Of(params IEnumerable<string?> more)
    {
        codes.UnionWith(more.OfType<string>());
        return this;
    }

    /// <summary>Whether this organisation is one of them.</summary>
    public bool Include(string? code, string? name) => Find(code, name) is not null;

    /// <summary>The party that this organisation is, by the name that is written there, else by what it is called here; null where it is none.</summary>
    public string? Find(string? code, string? name) =>
        name is not null && Plain(name) is { Length: > 0 } plain && names.TryGetValue(plain, out var written) ? written
        : code is not null && codes.Contains(code) ? name ?? code
        : null;

    private static IEnumerable<string> Texts(JsonElement answers) => answers.ValueKind switch
    {
        JsonValueKind.String => [answers.GetString()!],
        JsonValueKind.Object => answers.EnumerateObject().SelectMany(property => Texts(property.Value)),
        JsonValueKind.Array => answers.EnumerateArray().SelectMany(Texts),
        _ => [],
    };

    /// <summary>A name without what people type differently: spaces, and brackets of either width.</summary>
    private static string Plain(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c))).Replace('（', '(').Replace('）', ')').ToUpperInvariant();
}

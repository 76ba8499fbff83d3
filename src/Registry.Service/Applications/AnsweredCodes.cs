using System.Text.Json;
using Contracts.Values;

namespace Registry.Applications;

/// <summary>
/// The legal persons that answers name. Hosts, founders and tenants stand in fields that only a pack knows; a social credit code tells
/// itself by its check character wherever it stands.
/// </summary>
internal static class AnsweredCodes
{
    /// <summary>Every social credit code among the answers, in its one written form.</summary>
    public static IEnumerable<string> Of(JsonElement answers) => answers.ValueKind switch
    {
        JsonValueKind.String => SocialCreditCode.TryParse(answers.GetString(), out var code) ? [code.Value] : [],
        JsonValueKind.Object => answers.EnumerateObject().SelectMany(property => Of(property.Value)),
        JsonValueKind.Array => answers.EnumerateArray().SelectMany(Of),
        _ => [],
    };
}

using System.Text.Json.Serialization;

namespace Policies;

/// <summary>A text in both of the platform's languages.</summary>
/// <param name="Zh">Chinese.</param>
/// <param name="En">English.</param>
public sealed record Label(string Zh, string En);

/// <summary>Who fixed a value.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Source>))]
public enum Source
{
    /// <summary>The policy document itself.</summary>
    [JsonStringEnumMemberName("law")]
    Law,

    /// <summary>The bureau, by a dated decision, because the document leaves it open.</summary>
    [JsonStringEnumMemberName("bureau")]
    Bureau,

    /// <summary>The platform's own rules, P-1 to P-6.</summary>
    [JsonStringEnumMemberName("platform")]
    Platform,
}

/// <summary>A bureau's decision on something that a document leaves open.</summary>
/// <param name="Number">Its number, or the name under which a default stands until the bureau decides.</param>
/// <param name="Date">Its date.</param>
/// <param name="Zh">What was decided, in Chinese.</param>
/// <param name="En">What was decided, in English.</param>
public sealed record Decision(string Number, DateOnly Date, string Zh, string En);

/// <summary>Where a value, a rule or a field comes from.</summary>
/// <param name="ClauseId">The clause: <c>ZS-03</c>.</param>
/// <param name="Quote">The words of the document.</param>
/// <param name="Source">Whether the document or the bureau fixed it.</param>
/// <param name="Decision">The bureau's decision, where <paramref name="Source"/> is the bureau.</param>
public sealed record Citation(string ClauseId, string Quote, Source Source, Decision? Decision)
{
    internal static Citation Of(Clause clause) => new(clause.Id, clause.Quote, clause.Document == "platform" ? Source.Platform : Source.Law, null);
}

/// <summary>A value of a pack on a day, with the sentence that caused it.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="Name">The parameter: <c>annual-cap</c>.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Value">The value.</param>
/// <param name="ClauseId">The clause: <c>ZS-03</c>.</param>
/// <param name="Quote">The words of the document.</param>
/// <param name="Source">Whether the document or the bureau fixed it.</param>
/// <param name="Decision">The bureau's decision, where <paramref name="Source"/> is the bureau.</param>
/// <param name="From">The first day on which it holds.</param>
public sealed record Cited<T>(
    string Name, Label Label, T Value, string ClauseId, string Quote, Source Source, Decision? Decision, DateOnly From)
{
    /// <summary>The citation alone.</summary>
    [JsonIgnore]
    public Citation Citation => new(ClauseId, Quote, Source, Decision);

    internal Cited<TOther> As<TOther>(TOther value) => new(Name, Label, value, ClauseId, Quote, Source, Decision, From);
}

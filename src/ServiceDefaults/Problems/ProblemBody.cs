using System.ComponentModel;

namespace ServiceDefaults.Problems;

/// <summary>A refusal on the wire: RFC 9457 with the clause, the figures and both languages.</summary>
/// <param name="Type">A stable name for programs: <c>urn:problem:{code}</c>.</param>
/// <param name="Title">The kind of problem in the caller's language.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">The sentence in the caller's language.</param>
/// <param name="Clause">The clause or rule that refuses, or the field at fault.</param>
/// <param name="Code">The stable name, kebab case.</param>
/// <param name="Inputs">The figures and facts that led to it.</param>
/// <param name="Zh">The sentence in Chinese.</param>
/// <param name="En">The sentence in English.</param>
/// <param name="TraceId">What to tell an administrator.</param>
[DisplayName("Problem")]
public sealed record ProblemBody(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Clause,
    string Code,
    IReadOnlyDictionary<string, object?> Inputs,
    string Zh,
    string En,
    string TraceId)
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/problem+json";
}

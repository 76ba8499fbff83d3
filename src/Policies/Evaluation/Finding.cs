using System.Text.Json.Serialization;

namespace Policies.Evaluation;

/// <summary>What an examination of a condition came to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
public enum Verdict
{
    /// <summary>It is met.</summary>
    [JsonStringEnumMemberName("met")]
    Met,

    /// <summary>It is not met.</summary>
    [JsonStringEnumMemberName("not-met")]
    NotMet,

    /// <summary>A person must answer: no figure shows it, or the document leaves room ("in principle").</summary>
    [JsonStringEnumMemberName("needs-person")]
    NeedsPerson,
}

/// <summary>A condition of a pack held against an application.</summary>
/// <param name="Condition">The condition's name: <c>lead-bodies-fit</c>.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Citation">Where it comes from.</param>
/// <param name="Verdict">What it came to.</param>
/// <param name="Message">What a condition whose test is not met says; null otherwise.</param>
/// <param name="Sheet">The figures it was answered with.</param>
public sealed record Finding(string Condition, Label Label, Citation Citation, Verdict Verdict, Label? Message, CalculationSheet Sheet);

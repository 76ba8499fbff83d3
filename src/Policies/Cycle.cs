using System.Text.Json.Serialization;

namespace Policies;

/// <summary>How often something recurs.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Frequency>))]
public enum Frequency
{
    /// <summary>Once a year.</summary>
    [JsonStringEnumMemberName("year")]
    Year,

    /// <summary>Twice a year.</summary>
    [JsonStringEnumMemberName("half-year")]
    HalfYear,

    /// <summary>Four times a year.</summary>
    [JsonStringEnumMemberName("quarter")]
    Quarter,

    /// <summary>Every month.</summary>
    [JsonStringEnumMemberName("month")]
    Month,
}

/// <summary>Something that recurs, such as a yearly report.</summary>
/// <param name="Name">Its name, kebab case.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Citation">Where it comes from.</param>
/// <param name="Every">How often.</param>
/// <param name="Due">The parameter that holds how long after the end of each span it is due.</param>
public sealed record Cycle(string Name, Label Label, Citation Citation, Frequency Every, string Due);

/// <summary>One turn of a cycle.</summary>
/// <param name="Number">Its number within the year, from 1.</param>
/// <param name="From">The first day of the span it covers.</param>
/// <param name="To">The last day of that span.</param>
/// <param name="DueOn">The last day on which it is in time.</param>
public sealed record Round(int Number, DateOnly From, DateOnly To, DateOnly DueOn);

/// <summary>A section that a report must have.</summary>
/// <param name="Name">Its name, kebab case.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Citation">Where it comes from.</param>
/// <param name="Required">Whether a report without it is incomplete.</param>
public sealed record ReportSection(string Name, Label Label, Citation Citation, bool Required);

/// <summary>A number that a document sets out to reach.</summary>
/// <param name="Name">Its name, kebab case.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Citation">Where it comes from.</param>
/// <param name="Value">The number, amount or ratio.</param>
/// <param name="Strict">Whether it must be exceeded (超过, 突破) and not merely met (达到, 以上).</param>
/// <param name="Aim">Whether it is an aim (力争, 着力) and not a duty.</param>
/// <param name="By">The day it is measured on.</param>
public sealed record Target(string Name, Label Label, Citation Citation, ParameterValue Value, bool Strict, bool Aim, DateOnly By)
{
    /// <summary>Whether a count, or an amount in fen, reaches it.</summary>
    public bool IsReachedBy(long actual) => Reaches(actual, Value.AmountFen ?? Value.Number ?? throw new InvalidOperationException($"'{Name}' is a ratio."));

    /// <summary>Whether a part of a whole reaches it; a part of nothing does not.</summary>
    public bool IsReachedBy(long part, long whole) =>
        Value.Ratio is { } ratio
            ? whole > 0 && Reaches(checked(part * ratio.Denominator), checked(whole * ratio.Numerator))
            : throw new InvalidOperationException($"'{Name}' is no ratio.");

    private bool Reaches(long actual, long wanted) => Strict ? actual > wanted : actual >= wanted;
}

/// <summary>A task that a document gives to some units.</summary>
/// <param name="Name">Its name, kebab case.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Citation">Where it comes from.</param>
/// <param name="Units">The responsible units (责任单位).</param>
/// <param name="Due">Its deadline, where the document names one.</param>
/// <param name="Every">How often it recurs; null = once.</param>
public sealed record PolicyTask(string Name, Label Label, Citation Citation, IReadOnlyList<string> Units, DateOnly? Due, Frequency? Every);

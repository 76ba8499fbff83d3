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
public sealed record ReportSection(string Name, Label Label, Citation Citation, bool Required)
{
    /// <summary>What the platform knows of the year's money that it may begin with; see <see cref="KnownMoney"/>.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];
}

/// <summary>What the platform knows of a body's money of a year, in the words of packs.</summary>
public static class KnownMoney
{
    /// <summary>Paid, returns deducted (ZS-05).</summary>
    public const string Paid = "paid";

    /// <summary>Spent, as two persons verified it by its vouchers (ZS-08).</summary>
    public const string Spent = "spent";

    /// <summary>Due by the review (ZS-06).</summary>
    public const string Entitled = "entitled";

    /// <summary>To be paid back (ZS-07).</summary>
    public const string ClaimedBack = "claimed-back";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Paid, Spent, Entitled, ClaimedBack];
}

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
    /// <summary>The district or city that it is for; null = the whole jurisdiction.</summary>
    public string? District { get; init; }

    /// <summary>The series of which this is one year: what recurs every year has a target for each.</summary>
    public string? Series { get; init; }

    /// <summary>The task whose milestone it is.</summary>
    public string? Task { get; init; }

    /// <summary>Whether it counts the institutions on the register.</summary>
    public bool CountsInstitutions { get; init; }

    /// <summary>What it counts of another register; null = nothing.</summary>
    public RegisterCount? Counted { get; init; }

    /// <summary>Whether the platform counts its actual; otherwise it is recorded year by year.</summary>
    public bool IsCounted => CountsInstitutions || Counted is not null;

    /// <summary>The categories that count; empty = all.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Decimals of an actual of a count: a rate, such as patents per 10,000 people, has some.</summary>
    public int Decimals { get; init; }

    /// <summary>Whether its ratio is a growth, which may be negative or above 100 %, and not a share.</summary>
    public bool IsGrowth { get; init; }

    /// <summary>Whether that growth is wanted of the years' mean (年均增长), and not of each year (年增长).</summary>
    public bool IsAverage { get; init; }

    /// <summary>Under which its figures stand: those of a series stand together.</summary>
    public string Key => Series ?? Name;

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

/// <summary>A unit that tasks are given to.</summary>
/// <param name="Label">Its name; in Chinese as the tasks name it.</param>
/// <param name="District">The district or city whose science bureau reports for it; null = the city itself does.</param>
public sealed record TaskUnit(Label Label, string? District);

/// <summary>A phase of a plan (实施阶段).</summary>
/// <param name="Name">Its name, kebab case.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Citation">Where it comes from.</param>
/// <param name="From">Its first day.</param>
/// <param name="Until">Its last day.</param>
public sealed record PlanPhase(string Name, Label Label, Citation Citation, DateOnly From, DateOnly Until);

using System.Text.Json.Serialization;
using Contracts.Values;
using Policies.Evaluation;

namespace Policies;

/// <summary>What a parameter's value is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ParameterKind>))]
public enum ParameterKind
{
    /// <summary>An amount of money.</summary>
    [JsonStringEnumMemberName("amount")]
    Amount,

    /// <summary>A whole number.</summary>
    [JsonStringEnumMemberName("count")]
    Count,

    /// <summary>A ratio, or one for each grade or category.</summary>
    [JsonStringEnumMemberName("ratio")]
    Ratio,

    /// <summary>Years or months (P-2).</summary>
    [JsonStringEnumMemberName("period")]
    Period,

    /// <summary>Calendar days.</summary>
    [JsonStringEnumMemberName("days")]
    Days,

    /// <summary>Working days (P-3).</summary>
    [JsonStringEnumMemberName("working-days")]
    WorkingDays,

    /// <summary>One or more of the words that the parameter allows.</summary>
    [JsonStringEnumMemberName("choice")]
    Choice,

    /// <summary>A text, such as the form of a name.</summary>
    [JsonStringEnumMemberName("text")]
    Text,

    /// <summary>Yes or no.</summary>
    [JsonStringEnumMemberName("flag")]
    Flag,
}

/// <summary>The day that decides which of a parameter's dated values holds.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReferenceDay>))]
public enum ReferenceDay
{
    /// <summary>The day of the application.</summary>
    [JsonStringEnumMemberName("application")]
    Application,

    /// <summary>The day on which a payment is approved.</summary>
    [JsonStringEnumMemberName("payment")]
    Payment,

    /// <summary>The last day of the year that is evaluated; see <see cref="ReferenceDays.OfYear"/>.</summary>
    [JsonStringEnumMemberName("evaluated-year")]
    EvaluatedYear,

    /// <summary>The day of the decision.</summary>
    [JsonStringEnumMemberName("decision")]
    Decision,
}

/// <summary>How a fiscal or evaluated year becomes a reference day.</summary>
public static class ReferenceDays
{
    /// <summary>31 December: what holds at the end of a year holds for the whole of it.</summary>
    public static DateOnly OfYear(int year) => new(year, 12, 31);
}

/// <summary>A dated parameter of a pack.</summary>
/// <param name="Name">Its name, kebab case.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="ReferenceDay">Which day decides.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Values">Its values, ascending by the day from which each holds.</param>
public sealed record Parameter(
    string Name, ParameterKind Kind, ReferenceDay ReferenceDay, Label Label, IReadOnlyList<Cited<ParameterValue>> Values)
{
    /// <summary>The value in force on a day, null before the first one.</summary>
    public Cited<ParameterValue>? On(DateOnly day) => Values.LastOrDefault(v => v.From <= day);
}

/// <summary>A parameter's value: exactly the property that its kind names is set.</summary>
public sealed record ParameterValue
{
    /// <summary>The amount in fen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? AmountFen { get; init; }

    /// <summary>The count, or the number of days.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Number { get; init; }

    /// <summary>The ratio.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Ratio? Ratio { get; init; }

    /// <summary>The ratio of each grade or category.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, Ratio>? Ratios { get; init; }

    /// <summary>The period as text: <c>2 years</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PeriodText => Period?.ToString();

    /// <summary>The words chosen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>The text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    /// <summary>Yes or no.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Flag { get; init; }

    /// <summary>The period.</summary>
    [JsonIgnore]
    public Period? Period { get; init; }

    internal Figure ToFigure() => this switch
    {
        { AmountFen: { } fen } => Figure.Of(Money.FromFen(fen)),
        { Number: { } number } => Figure.Of(number),
        { Ratio: { } ratio } => Figure.Of(ratio),
        { Period: { } period } => Figure.Of(period.ToLabel()),
        { Flag: { } flag } => Figure.Of(flag),
        { Choices: { } choices } => Figure.Of(string.Join(", ", choices)),
        { Ratios: { } ratios } => Figure.Of(string.Join(", ", ratios.Select(r => $"{r.Key} {r.Value}"))),
        _ => Figure.Of(Text ?? ""),
    };
}

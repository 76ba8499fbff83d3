using System.Globalization;
using System.Text.Json.Serialization;
using Contracts.Values;

namespace Policies.Evaluation;

/// <summary>What a figure is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FigureKind>))]
public enum FigureKind
{
    /// <summary>An amount in fen.</summary>
    [JsonStringEnumMemberName("money")]
    Money,

    /// <summary>A whole number.</summary>
    [JsonStringEnumMemberName("count")]
    Count,

    /// <summary>A ratio, as text.</summary>
    [JsonStringEnumMemberName("ratio")]
    Ratio,

    /// <summary>A day.</summary>
    [JsonStringEnumMemberName("day")]
    Day,

    /// <summary>Yes or no.</summary>
    [JsonStringEnumMemberName("flag")]
    Flag,

    /// <summary>A text.</summary>
    [JsonStringEnumMemberName("text")]
    Text,
}

/// <summary>One figure on a sheet: exactly the property that its kind names is set.</summary>
public sealed record Figure
{
    /// <summary>What it is.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>The amount in fen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Fen { get; init; }

    /// <summary>The whole number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Number { get; init; }

    /// <summary>The day.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Day { get; init; }

    /// <summary>Yes or no.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Flag { get; init; }

    /// <summary>The text or ratio.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Label? Text { get; init; }

    /// <summary>An amount.</summary>
    public static Figure Of(Money amount) => new() { Kind = FigureKind.Money, Fen = amount.Fen };

    /// <summary>A whole number.</summary>
    public static Figure Of(long number) => new() { Kind = FigureKind.Count, Number = number };

    /// <summary>A ratio.</summary>
    public static Figure Of(Ratio ratio) => new() { Kind = FigureKind.Ratio, Text = new Label(ratio.ToString(), ratio.ToString()) };

    /// <summary>A day.</summary>
    public static Figure Of(DateOnly day) => new() { Kind = FigureKind.Day, Day = day };

    /// <summary>Yes or no.</summary>
    public static Figure Of(bool flag) => new() { Kind = FigureKind.Flag, Flag = flag };

    /// <summary>A text in both languages.</summary>
    public static Figure Of(Label text) => new() { Kind = FigureKind.Text, Text = text };

    /// <summary>A text that is the same in both languages.</summary>
    public static Figure Of(string text) => Of(new Label(text, text));

    /// <summary>The figure as people read it, amounts in yuan.</summary>
    public Label ToLabel() => Kind switch
    {
        FigureKind.Money => new Label($"{Money.FromFen(Fen ?? 0)}元", $"{Money.FromFen(Fen ?? 0)} yuan"),
        FigureKind.Count => Same((Number ?? 0).ToString(CultureInfo.InvariantCulture)),
        FigureKind.Day => Same((Day ?? default).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        FigureKind.Flag => Flag == true ? new Label("是", "yes") : new Label("否", "no"),
        _ => Text ?? Same(""),
    };

    /// <summary>The bare value for a refusal's inputs: fen as a number, days as ISO text.</summary>
    internal object? ToInput() => Kind switch
    {
        FigureKind.Money => Fen,
        FigureKind.Count => Number,
        FigureKind.Flag => Flag,
        _ => ToLabel().En,
    };

    private static Label Same(string text) => new(text, text);
}

/// <summary>A figure that went into a line.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Value">The figure.</param>
public sealed record SheetInput(Label Label, Figure Value);

/// <summary>One line of a sheet: a figure with the sentence that caused it.</summary>
/// <param name="Label">What is calculated.</param>
/// <param name="ClauseId">The clause: <c>ZS-06</c>.</param>
/// <param name="Quote">The words of the document.</param>
/// <param name="Source">Whether the document, the bureau or the platform fixed it.</param>
/// <param name="Decision">The bureau's decision, where there is one.</param>
/// <param name="Inputs">What went in.</param>
/// <param name="Rounding">How it became whole fen; null where nothing was rounded.</param>
/// <param name="Result">What came out.</param>
public sealed record SheetLine(
    Label Label, string ClauseId, string Quote, Source Source, Decision? Decision, IReadOnlyList<SheetInput> Inputs, Rounding? Rounding, Figure Result);

/// <summary>
/// A calculation that can be printed and stored: each figure with its clause, inputs, rounding and result, and the exact
/// version of the pack it was made with. Plain data, serialisable with System.Text.Json.
/// </summary>
/// <param name="Title">What was calculated.</param>
/// <param name="Programme">The programme's key; null, as its name and pack, where only the platform's own rules were applied.</param>
/// <param name="ProgrammeTitle">The programme's name.</param>
/// <param name="PackFrom">The pack's version: the day from which it rules.</param>
/// <param name="PackHash">SHA-256 of the pack's content.</param>
/// <param name="Lines">The lines, in order.</param>
public sealed record CalculationSheet(
    Label Title, string? Programme, Label? ProgrammeTitle, DateOnly? PackFrom, string? PackHash, IReadOnlyList<SheetLine> Lines);

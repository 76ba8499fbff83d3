using System.Text.Json;
using ServiceDefaults.Problems;

namespace Reporting.PeriodicReports;

/// <summary>What a report tells: the sections' texts, the figures, and what the body says of remarkable ones, each by its name.</summary>
internal sealed record ReportText(
    IReadOnlyDictionary<string, string> Sections, JsonElement Indicators, IReadOnlyDictionary<string, string> Explanations)
{
    /// <summary>As it is stored.</summary>
    public static ReportText Read(string sections, string indicators, string explanations) =>
        new(Texts(sections), JsonElement.Parse(indicators), Texts(explanations));

    /// <summary>As a step keeps it.</summary>
    public static ReportText Read(string json) => JsonSerializer.Deserialize<ReportText>(json, StrictJson.Options)!;

    /// <summary>As it is stored.</summary>
    public (string Sections, string Indicators, string Explanations) Write() =>
        (JsonSerializer.Serialize(Sections, StrictJson.Options), Indicators.GetRawText(), JsonSerializer.Serialize(Explanations, StrictJson.Options));

    public string ToJson() => JsonSerializer.Serialize(this, StrictJson.Options);

    /// <summary>The figure's answer; null where none is given.</summary>
    public JsonElement? Figure(string name) =>
        Indicators.ValueKind == JsonValueKind.Object && Indicators.TryGetProperty(name, out var given) && given.ValueKind != JsonValueKind.Null ? given : null;

    /// <summary>The figure as a number; null where it is none.</summary>
    public long? Number(string name) => Figure(name) is { ValueKind: JsonValueKind.Number } given && given.TryGetInt64(out var number) ? number : null;

    private static Dictionary<string, string> Texts(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json, StrictJson.Options)!;
}

using System.Text.Json;

namespace Reporting.Evidence;

/// <summary>
/// Which figures are only claimed (自报): a figure ties to a file, or everybody who reads it sees that it does not (EI-08). Every table, sum,
/// league table and bulletin asks here. Pure.
/// </summary>
internal static class ClaimedFigures
{
    /// <summary>The mark at such a figure in a printed table.</summary>
    public const string Mark = "*";

    /// <summary>The figures that are given and have no file behind them, in the order of their names.</summary>
    /// <param name="indicators">The figures by name, a JSON object.</param>
    /// <param name="evidenced">The names of the figures that have one.</param>
    public static IReadOnlyList<string> Of(JsonElement indicators, IEnumerable<string> evidenced) => indicators.ValueKind != JsonValueKind.Object
        ? []
        :
        [
            .. indicators.EnumerateObject().Where(figure => figure.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
                .Select(figure => figure.Name).Except(evidenced, StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];

    /// <summary>The same of a report's evidence.</summary>
    public static IReadOnlyList<string> Of(JsonElement indicators, IEnumerable<ReportEvidence> evidence) => Of(indicators, evidence.Select(one => one.Figure));
}

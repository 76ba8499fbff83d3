using System.Text.Json;
using Policies;

namespace Reporting.PeriodicReports;

/// <summary>
/// What a section or figure may begin with, and where it comes from. It is not part of the report until somebody takes it over or
/// writes something else: nobody states what he has not looked at.
/// </summary>
/// <param name="Name">The section's or the indicator's name.</param>
/// <param name="Value">The text or the figure.</param>
/// <param name="Zh">Where it comes from.</param>
/// <param name="En">The same.</param>
/// <param name="ReportId">The report it was taken from.</param>
internal sealed record Prefill(string Name, JsonElement Value, string Zh, string En, Guid ReportId);

/// <summary>Prefills a report from the body's last accepted one. Pure.</summary>
internal static class Prefills
{
    /// <summary>What is not given yet and stood in the earlier report, as far as the pack still asks for it and still takes it.</summary>
    public static IReadOnlyList<Prefill> Of(ReportText written, PeriodicReport earlier, PolicyPack pack, DateOnly today)
    {
        var told = earlier.Text;
        var refused = pack.ValidateIndicators(told.Indicators, today).Select(problem => problem.Field).ToHashSet(StringComparer.Ordinal);
        var prefills = new List<Prefill>();
        foreach (var section in pack.Sections.Where(section => string.IsNullOrWhiteSpace(written.Sections.GetValueOrDefault(section.Name))))
        {
            if (told.Sections.GetValueOrDefault(section.Name) is { } text && !string.IsNullOrWhiteSpace(text))
            {
                prefills.Add(From(earlier, section.Name, JsonSerializer.SerializeToElement(text)));
            }
        }

        foreach (var figure in pack.Indicators.Where(figure => written.Figure(figure.Name) is null && !refused.Contains(figure.Name)))
        {
            if (told.Figure(figure.Name) is { } value)
            {
                prefills.Add(From(earlier, figure.Name, value));
            }
        }

        return prefills;
    }

    private static Prefill From(PeriodicReport earlier, string name, JsonElement value) => new(
        name,
        value,
        $"取自已接收的{earlier.Year}年第{earlier.Round}期报告",
        $"from the accepted report {earlier.Round} of {earlier.Year}",
        earlier.Id);
}

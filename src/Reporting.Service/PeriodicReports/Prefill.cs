using System.Text.Json;
using Contracts.Values;
using Policies;
using Reporting.Registers;

namespace Reporting.PeriodicReports;

/// <summary>
/// What a section or figure may begin with, and where it comes from. It is not part of the report until somebody takes it over or
/// writes something else: nobody states what he has not looked at.
/// </summary>
/// <param name="Name">The section's or the indicator's name.</param>
/// <param name="Value">The text or the figure.</param>
/// <param name="Zh">Where it comes from.</param>
/// <param name="En">The same.</param>
/// <param name="ReportId">The report it was taken from; null where the platform knows it otherwise.</param>
internal sealed record Prefill(string Name, JsonElement Value, string Zh, string En, Guid? ReportId);

/// <summary>A body's entries in registers, and those that they are about by their ID.</summary>
internal sealed record KnownEntries(IReadOnlyCollection<KnownEntry> Own, IReadOnlyDictionary<Guid, KnownEntry> Subjects)
{
    public static readonly KnownEntries None = new([], new Dictionary<Guid, KnownEntry>());
}

/// <summary>Prefills a report from what the platform knows, and from the body's last accepted one. Pure.</summary>
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

    /// <summary>What is not given yet and the platform knows: of a register on the span's last day, and of the year's money. Of nothing it knows nothing.</summary>
    /// <param name="written">What is given.</param>
    /// <param name="report">The report.</param>
    /// <param name="pack">The pack of its span.</param>
    /// <param name="own">The body's entries in registers, and those that these are about.</param>
    /// <param name="money">Its money of the year.</param>
    public static IReadOnlyList<Prefill> Known(ReportText written, PeriodicReport report, PolicyPack pack, KnownEntries own, IReadOnlyCollection<KnownFact> money)
    {
        var prefills = new List<Prefill>();
        foreach (var section in pack.Sections.Where(section => string.IsNullOrWhiteSpace(written.Sections.GetValueOrDefault(section.Name))))
        {
            if (money.Where(fact => section.Known.Contains(fact.Kind)).ToList() is { Count: > 0 } known)
            {
                prefills.Add(new Prefill(
                    section.Name,
                    JsonSerializer.SerializeToElement($"{string.Join("；", known.Select(fact => $"{fact.Zh} {Money.FromFen(fact.AmountFen)} 元"))}。"),
                    $"取自{string.Join("、", known.Select(fact => fact.SourceZh).Distinct(StringComparer.Ordinal))}",
                    $"from: {string.Join("; ", known.Select(fact => fact.SourceEn).Distinct(StringComparer.Ordinal))}",
                    null));
            }
        }

        foreach (var figure in pack.Indicators.Where(figure => written.Figure(figure.Name) is null))
        {
            if (figure.Known is { } count && EntryCounts.InSpan(count, pack, own.Own, own.Subjects, report.From, report.To) is > 0 and var value
                && (figure.Type != FieldType.WholeNumber || value <= figure.Max))
            {
                var register = pack.Register(count.Register)!.Label;
                var (zh, en) = count.During is null ? ($"{report.To:yyyy-MM-dd}", $"on {report.To:yyyy-MM-dd}")
                    : ($"{report.From:yyyy-MM-dd}至{report.To:yyyy-MM-dd}", $"from {report.From:yyyy-MM-dd} to {report.To:yyyy-MM-dd}");
                prefills.Add(new Prefill(
                    figure.Name,
                    JsonSerializer.SerializeToElement(value),
                    $"取自平台登记册“{register.Zh}”（{zh}）",
                    $"from the platform's register '{register.En}' {en}",
                    null));
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

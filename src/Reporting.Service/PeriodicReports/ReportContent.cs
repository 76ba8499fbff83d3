using System.Globalization;
using System.Text.Json;
using Contracts.Refusals;
using Policies;
using Policies.Evaluation;
using Reporting.Packs;

namespace Reporting.PeriodicReports;

/// <summary>What a report may and must hold: the pack's sections (ZS-28) and indicators (ZS-23).</summary>
internal static class ReportContent
{
    private const int LongestSection = 5000;
    private const int LongestExplanation = 1000;

    /// <summary>
    /// What is wrong with what was written so far. A draft may have gaps, but only in sections and figures that the pack has, and no
    /// figure that is none: indicators are whole numbers and whole fen, not negative.
    /// </summary>
    public static IReadOnlyList<FieldProblem> Written(ReportText text, PolicyPack pack, DateOnly today) =>
    [
        .. UnknownSections(text.Sections, pack),
        .. LongSections(text.Sections, pack),
        .. Figures(text.Indicators, pack, today).Where(problem => IsGiven(text.Indicators, problem.Field)),
        .. WrongExplanations(text.Explanations, pack),
    ];

    /// <summary>What a report lacks that is to be handed in.</summary>
    public static IReadOnlyList<FieldProblem> Missing(ReportText text, PolicyPack pack, DateOnly today) =>
        [.. EmptySections(text.Sections, pack), .. Figures(text.Indicators, pack, today)];

    /// <summary>The refusal that lists every fault with its clause; null where there is none.</summary>
    public static Refusal? Refuse(IReadOnlyList<FieldProblem> problems) => problems.Count == 0
        ? null
        : new Refusal(
            RefusalKind.BadInput,
            "report-refused",
            problems[0].ClauseId,
            string.Create(CultureInfo.InvariantCulture, $"定期报告有 {problems.Count} 处需要补正：{string.Concat(problems.Select(p => p.Zh))}"),
            string.Create(CultureInfo.InvariantCulture, $"{problems.Count} item(s) of the report need mending: {string.Join(' ', problems.Select(p => p.En))}"))
            .With("problems", problems);

    private static IReadOnlyList<FieldProblem> Figures(JsonElement indicators, PolicyPack pack, DateOnly today) => pack.ValidateIndicators(indicators, today);

    private static bool IsGiven(JsonElement indicators, string field) =>
        indicators.ValueKind != JsonValueKind.Object || (indicators.TryGetProperty(field, out var given) && given.ValueKind != JsonValueKind.Null);

    private static IEnumerable<FieldProblem> UnknownSections(IReadOnlyDictionary<string, string> sections, PolicyPack pack)
    {
        var clause = pack.Clause(pack.ClauseOf(PackQuestions.Report));
        return sections.Keys.Where(name => pack.Sections.All(section => section.Name != name)).Select(name => new FieldProblem(
            name, clause.Id, clause.Quote, $"定期报告没有“{name}”这一部分。", $"The report has no section '{name}'."));
    }

    private static IEnumerable<FieldProblem> LongSections(IReadOnlyDictionary<string, string> sections, PolicyPack pack) =>
        pack.Sections.Where(section => sections.GetValueOrDefault(section.Name)?.Length > LongestSection).Select(section => Problem(
            section, $"“{section.Label.Zh}”不得超过{LongestSection}字。", $"'{section.Label.En}' takes at most {LongestSection} characters."));

    private static IEnumerable<FieldProblem> EmptySections(IReadOnlyDictionary<string, string> sections, PolicyPack pack) =>
        pack.Sections.Where(section => section.Required && string.IsNullOrWhiteSpace(sections.GetValueOrDefault(section.Name))).Select(section => Problem(
            section, $"请填写“{section.Label.Zh}”。", $"'{section.Label.En}' is required."));

    private static IEnumerable<FieldProblem> WrongExplanations(IReadOnlyDictionary<string, string> explanations, PolicyPack pack)
    {
        var clause = pack.Clause(pack.ClauseOf(PackQuestions.Report));
        foreach (var (name, words) in explanations)
        {
            if (pack.Indicators.FirstOrDefault(figure => figure.Name == name) is not { } figure)
            {
                yield return new FieldProblem(name, clause.Id, clause.Quote, $"报告没有“{name}”这一数据。", $"The report has no figure '{name}'.");
            }
            else if (words.Length > LongestExplanation)
            {
                yield return new FieldProblem(
                    name, figure.Citation.ClauseId, figure.Citation.Quote,
                    $"“{figure.Label.Zh}”的说明不得超过{LongestExplanation}字。", $"What is said of '{figure.Label.En}' takes at most {LongestExplanation} characters.");
            }
        }
    }

    private static FieldProblem Problem(ReportSection section, string zh, string en) =>
        new(section.Name, section.Citation.ClauseId, section.Citation.Quote, zh, en);
}

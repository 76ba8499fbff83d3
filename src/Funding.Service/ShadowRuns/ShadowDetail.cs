using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Funding.BureauTables;
using Policies;
using Policies.Evaluation;

namespace Funding.ShadowRuns;

/// <summary>A row that a finding comes from.</summary>
/// <param name="Table">The table's number in the run.</param>
/// <param name="Line">The line or row that people find it at.</param>
/// <param name="Cells">What stands there, in the order of the table's columns.</param>
internal sealed record FindingRow(int Table, int Line, IReadOnlyList<string> Cells);

/// <summary>What the platform would have answered.</summary>
internal sealed record FindingRefusal(string Code, string Clause, string Zh, string En);

/// <summary>What a finding rests on.</summary>
/// <param name="Citation">The clause and its sentence.</param>
/// <param name="Sheet">The figures.</param>
/// <param name="Refusal">What the platform would have answered to the first of the rows.</param>
/// <param name="Rows">The first of its rows.</param>
/// <param name="RowsInAll">How many rows it comes from.</param>
internal sealed record FindingDetail(Citation Citation, CalculationSheet Sheet, FindingRefusal? Refusal, IReadOnlyList<FindingRow> Rows, int RowsInAll)
{
    private const int MostRows = 50;

    public static FindingDetail Of(Finding finding) => new(
        finding.Citation,
        finding.Sheet,
        finding.Refusal is { } refusal ? new FindingRefusal(refusal.Code, refusal.Clause, refusal.Zh, refusal.En) : null,
        [.. finding.Rows.DistinctBy(row => (row.Table, row.Line)).Take(MostRows).Select(row => new FindingRow(row.Table, row.Line, row.Cells))],
        finding.Rows.DistinctBy(row => (row.Table, row.Line)).Count());

    /// <summary>A finding as it is kept.</summary>
    public static ShadowFinding Keep(Guid run, int number, Finding finding) => new()
    {
        ShadowRunId = run,
        Number = number,
        Kind = finding.Kind,
        Group = finding.Group,
        ClauseId = finding.Citation.ClauseId,
        Body = finding.Body,
        FiscalYear = finding.FiscalYear,
        AmountFen = finding.AmountFen,
        CountedFen = finding.CountedFen,
        Zh = Cut(finding.Text.Zh),
        En = Cut(finding.Text.En),
        Identity = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{finding.Kind}|{finding.Body}|{finding.FiscalYear}|{finding.Mark}"))),
        Detail = Json.Write(Of(finding)),
    };

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..(LongestText - 1)] + "…";

    /// <summary>The longest sentence that is kept.</summary>
    public const int LongestText = 1500;
}

/// <summary>The report's figures: by clause, by year, by body.</summary>
/// <param name="Clauses">Clause by clause, the most money first.</param>
/// <param name="Years">Year by year.</param>
/// <param name="Bodies">The bodies with the most money, at most twelve.</param>
/// <param name="BodyCount">How many bodies the tables name.</param>
/// <param name="NotChecked">What the tables could not be held against.</param>
/// <param name="RowsBefore">Payments from before the pack, held against its first day.</param>
internal sealed record ShadowSummary(
    IReadOnlyList<ClauseFigures> Clauses, IReadOnlyList<YearFigure> Years, IReadOnlyList<BodyFigure> Bodies, int BodyCount, IReadOnlyList<NotChecked> NotChecked, int RowsBefore)
{
    private const int MostBodies = 12;

    public static ShadowSummary Of(Shadow shadow, BureauRows rows, PolicyPack pack) => new(
        [
            .. shadow.Findings.GroupBy(f => f.Citation.ClauseId)
                .Select(clause => new ClauseFigures(
                    clause.First().Citation, pack.Clause(clause.Key).Title, pack.Clause(clause.Key).Article, clause.Count(), clause.Sum(f => f.AmountFen), clause.Sum(f => f.CountedFen)))
                .OrderByDescending(c => c.CountedFen).ThenBy(c => c.Citation.ClauseId, StringComparer.Ordinal),
        ],
        [.. shadow.Years.Select(y => YearFigure.Of(y, shadow.Findings))],
        [
            .. shadow.Findings.Where(f => f.Body is not null && f.CountedFen > 0).GroupBy(f => f.Body!, StringComparer.Ordinal)
                .Select(body => new BodyFigure(body.Key, body.Count(), body.Sum(f => f.CountedFen)))
                .OrderByDescending(b => b.CountedFen).ThenBy(b => b.Name, StringComparer.Ordinal).Take(MostBodies),
        ],
        shadow.Bodies,
        shadow.NotChecked,
        rows.Payments.Count(p => p.On < pack.From));
}

/// <summary>The findings of a clause.</summary>
internal sealed record ClauseFigures(Citation Citation, Label Title, string Article, int Findings, long AmountFen, long CountedFen);

/// <summary>A body's findings.</summary>
internal sealed record BodyFigure(string Name, int Findings, long CountedFen);

/// <summary>A fiscal year: what was paid, its cap, and what was found, each fen once.</summary>
internal sealed record YearFigure(int FiscalYear, long PaidFen, long? CapFen, long AboveCapFen, long UnclaimedFen, long ClaimedTwiceFen)
{
    public static YearFigure Of(ShadowYear year, IReadOnlyList<Finding> findings)
    {
        var found = findings.Where(f => f.FiscalYear == year.FiscalYear).ToLookup(f => f.Group, f => f.CountedFen);
        return new YearFigure(
            year.FiscalYear, year.PaidFen, year.CapFen, found[FindingGroup.AboveCap].Sum(), found[FindingGroup.Unclaimed].Sum(), found[FindingGroup.ClaimedTwice].Sum());
    }
}

/// <summary>What is kept as JSON beside a run.</summary>
internal static class Json
{
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web) ?? throw new InvalidOperationException("A stored document is empty.");
}

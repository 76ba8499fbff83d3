using Funding.BureauTables;

namespace Funding.ShadowRuns;

/// <summary>
/// Sees to it that a fen counts once in the total, however many clauses speak of it: a fourth year's payment above the cap is one
/// wrong payment. Where it is open whether two clauses mean the same fens, they do: a report to a bureau must not exaggerate.
/// </summary>
internal sealed class CountedFens
{
    private readonly Dictionary<RowOrigin, long> ofRows = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(BodyBooks Body, int Year), long> open = [];

    /// <summary>Counts fens of a payment that should not have been made; those of them that nobody counted before.</summary>
    public long Count(BodyBooks body, PaidRow row, long fen)
    {
        var before = ofRows.GetValueOrDefault(row.Origin);
        var news = Math.Max(0, Math.Min(row.AmountFen, fen) - before);
        ofRows[row.Origin] = before + news;
        open[(body, row.FiscalYear)] = open.GetValueOrDefault((body, row.FiscalYear)) + news;
        return news;
    }

    /// <summary>Counts fens of a year that should have been claimed back, less what counts as wrongly paid in that year.</summary>
    public long Claim(BodyBooks body, int fiscalYear, long fen)
    {
        var wrong = open.GetValueOrDefault((body, fiscalYear));
        open[(body, fiscalYear)] = Math.Max(0, wrong - fen);
        return Math.Max(0, fen - wrong);
    }

    /// <summary>Counts fens of all of a body's years, less what counts as wrongly paid and is not claimed yet.</summary>
    public long Claim(BodyBooks body, long fen)
    {
        var left = fen;
        foreach (var year in body.Years.Select(y => y.Key))
        {
            left = Claim(body, year, left);
        }

        return left;
    }
}

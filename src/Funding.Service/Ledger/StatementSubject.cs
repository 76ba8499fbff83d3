using Funding.Accounts;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Problems;

namespace Funding.Ledger;

/// <summary>Whose statement is made, over which period.</summary>
internal sealed record StatementSubject(LedgerFilter Filter, string? InstitutionName, string? Jurisdiction)
{
    /// <summary>All totals in one query.</summary>
    public async Task<Statement> StateAsync(FundingDb db, CancellationToken cancellationToken)
    {
        var from = Filter.From!.Value;
        var sums = await (Filter with { From = null }).Of(db.Postings, Jurisdiction)
            .GroupBy(p => new { p.Kind, p.Debit, p.Credit, Before = p.PostedOn < from })
            .Select(g => new ReadStatement.Sum(g.Key.Kind, g.Key.Debit, g.Key.Credit, g.Key.Before, g.Count(), g.Sum(p => p.AmountFen)))
            .ToListAsync(cancellationToken);
        return new Statement(
            Filter.Programme,
            Filter.Institution,
            InstitutionName,
            Filter.Year,
            from,
            Filter.To!.Value,
            ReadStatement.Turnovers(sums),
            [.. sums.Where(s => !s.Before).GroupBy(s => s.Kind).OrderBy(g => g.Key).Select(g => new KindTurnover(g.Key, g.Sum(s => s.Postings), g.Sum(s => s.Fen)))]);
    }

    /// <summary>A page of the postings in the period.</summary>
    public async Task<Page<StatementLine>> LinesAsync(PageQuery page, FundingDb db, CancellationToken cancellationToken)
    {
        var rows = await Filter.Of(db.Postings.AsNoTracking(), Jurisdiction).ToPageAsync(page, p => p.Sequence, cancellationToken);
        var names = await db.NamesAsync(rows.Items.Select(p => p.InstitutionId).OfType<Guid>(), cancellationToken);
        return rows.Select(p => new StatementLine(
            p.Sequence,
            p.PostedOn,
            p.Kind,
            p.Reference,
            p.Programme,
            p.FiscalYear,
            p.InstitutionId,
            p.InstitutionId is { } id ? names.GetValueOrDefault(id) : null,
            p.Debit,
            p.Credit,
            p.AmountFen));
    }
}

using System.Text.Json;
using Contracts.Funding;
using Funding.Appropriations;
using Funding.Clawbacks;
using Funding.Data;
using Funding.Ledger;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using ServiceDefaults.Problems;

namespace Funding.YearSummaries;

/// <summary>
/// Tells what each programme's year came to when the ledger changed it. It goes along the sealed chain, whose positions have no gap and are
/// committed in order, so that it sums each posting once and never walks the ledger again.
/// </summary>
internal sealed class TellYears(FundingDb db) : ISweep
{
    private const int Batch = 2000;

    public string Name => "year-summaries";

    /// <summary>Tells the years that new links of the chain changed; how many.</summary>
    public async Task<int> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        // Looked for first, as the sealer does: with nothing new nobody has to wait for a turn that only finds so.
        var (told, more) = (0, await HasNewLinksAsync(cancellationToken));
        while (more)
        {
            db.ChangeTracker.Clear();
            try
            {
                (var count, more) = await db.WriteAsync(TellBatchAsync, cancellationToken);
                told += count;
            }
            catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.IsUniqueViolation())
            {
                // Another replica told the same at the same moment.
                more = false;
            }
        }

        return told;
    }

    /// <summary>The figures of a year from the sums of its postings. Pure.</summary>
    public static YearChanged Figures(YearSummary year, IReadOnlyCollection<Transfer> sums, long? capFen)
    {
        var balances = sums.ToBalances();
        return new YearChanged
        {
            Jurisdiction = year.Jurisdiction,
            Programme = year.Programme,
            FiscalYear = year.FiscalYear,
            Version = year.Version,
            CapFen = capFen,
            AppropriatedFen = -balances[LedgerAccount.Appropriated],
            CommittedFen = balances.Committed,
            PaidFen = balances.Paid,
            EntitledFen = balances[LedgerAccount.Entitled],
            RecoveredFen = balances.Recovered,
            OutstandingFen = Enum.GetValues<ClawbackCause>().Sum(cause => balances[ClaimAccounts.Of(cause).Receivable]),
        };
    }

    private async Task<bool> HasNewLinksAsync(CancellationToken cancellationToken)
    {
        var summed = await db.SummedUpTo.Select(s => (long?)s.Position).SingleOrDefaultAsync(cancellationToken) ?? 0;
        return await db.ChainLinks.AnyAsync(l => l.Position > summed, cancellationToken);
    }

    private async Task<(int Told, bool More)> TellBatchAsync(CancellationToken cancellationToken)
    {
        var last = await db.ChainLinks.MaxAsync(l => (long?)l.Position, cancellationToken) ?? 0;
        var summed = await db.SummedUpTo.SingleOrDefaultAsync(cancellationToken);
        var from = summed?.Position ?? 0;
        var to = Math.Min(last, from + Batch);
        if (to == from)
        {
            return (0, false);
        }

        var sums = await db.ChainLinks.Where(l => l.Position > from && l.Position <= to)
            .Join(db.Postings, l => l.PostingSequence, p => p.Sequence, (_, p) => p)
            .GroupBy(p => new { p.Jurisdiction, p.Programme, p.FiscalYear, p.Debit, p.Credit })
            .Select(g => new { g.Key, Fen = g.Sum(p => p.AmountFen) })
            .ToListAsync(cancellationToken);
        var fresh = sums.ToLookup(s => (s.Key.Jurisdiction, s.Key.Programme, s.Key.FiscalYear), s => new Transfer(s.Key.Debit, s.Key.Credit, s.Fen));
        var told = await AddAsync(fresh, cancellationToken);
        (summed ?? db.SummedUpTo.Add(new SummedUpTo()).Entity).Position = to;
        return (told, to < last);
    }

    private async Task<int> AddAsync(ILookup<(string Jurisdiction, string Programme, int FiscalYear), Transfer> fresh, CancellationToken cancellationToken)
    {
        var programmes = fresh.Select(year => year.Key.Programme).ToList();
        var known = await db.YearSummaries.Where(y => programmes.Contains(y.Programme)).ToListAsync(cancellationToken);
        var caps = await db.Appropriations.Where(a => programmes.Contains(a.Programme) && a.Status != AppropriationStatus.Withdrawn)
            .Select(a => new { a.Jurisdiction, a.Programme, a.FiscalYear, a.CapFen }).ToListAsync(cancellationToken);
        var told = 0;
        foreach (var year in fresh)
        {
            var (jurisdiction, programme, fiscalYear) = year.Key;
            var summary = known.Find(y => (y.Jurisdiction, y.Programme, y.FiscalYear) == year.Key)
                ?? db.YearSummaries.Add(new YearSummary { Jurisdiction = jurisdiction, Programme = programme, FiscalYear = fiscalYear }).Entity;
            var cap = caps.Find(a => (a.Jurisdiction, a.Programme, a.FiscalYear) == year.Key)?.CapFen;
            told += Tell(summary, [.. year], cap) ? 1 : 0;
        }

        return told;
    }

    private bool Tell(YearSummary year, IReadOnlyCollection<Transfer> fresh, long? capFen)
    {
        var sums = JsonSerializer.Deserialize<List<Transfer>>(year.Transfers, StrictJson.Options)!.Concat(fresh)
            .GroupBy(t => (t.Debit, t.Credit)).Select(g => new Transfer(g.Key.Debit, g.Key.Credit, g.Sum(t => t.AmountFen))).ToList();
        year.Transfers = JsonSerializer.Serialize(sums, StrictJson.Options);
        var figures = Figures(year, sums, capFen) with { Version = 0 };
        var text = JsonSerializer.Serialize(figures, StrictJson.Options);
        if (text == year.Told)
        {
            return false;
        }

        (year.Told, year.Version) = (text, year.Version + 1);
        db.Publish($"year/{year.Programme}/{year.FiscalYear}", figures with { Version = year.Version });
        return true;
    }
}

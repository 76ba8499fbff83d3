using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;

namespace Funding.Ledger;

/// <summary>
/// Seals new postings into the chain and signs the day's head, in one transaction. Postings are taken as they are found, not by
/// their number: a lower one may commit later. Two sealers at once collide on the position, and the later one looks again.
/// </summary>
internal sealed class SealLedger(FundingDb db, LedgerKey key) : ISweep
{
    private const int Batch = 500;

    // How far behind the newest sealed posting a transaction that began earlier may still be about to commit.
    private const int Window = 10_000;

    public string Name => "ledger-seal";

    /// <summary>Seals whatever is not sealed.</summary>
    public Task<int> RunAsync(DateOnly today, CancellationToken cancellationToken) => SealAsync(after: 0, today, cancellationToken);

    /// <summary>Seals what is new, without looking through years of sealed postings.</summary>
    public async Task<int> SealRecentAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var newest = await db.ChainLinks.MaxAsync(l => (long?)l.PostingSequence, cancellationToken) ?? 0;
        return await SealAsync(newest - Window, today, cancellationToken);
    }

    private async Task<int> SealAsync(long after, DateOnly today, CancellationToken cancellationToken)
    {
        var (total, last) = (0, await Unsealed(after).AnyAsync(cancellationToken) ? Batch : 0);
        while (last == Batch)
        {
            try
            {
                last = await db.WriteAsync(ct => SealBatchAsync(after, today, ct), cancellationToken);
                total += last;
            }
            catch (DbUpdateException e) when (e.IsUniqueViolation())
            {
                // Another replica sealed the same postings first.
            }

            db.ChangeTracker.Clear();
        }

        return total;
    }

    // The links from there on alone are looked at as well: the chain grows with the years.
    private IQueryable<Posting> Unsealed(long after) =>
        db.Postings.AsNoTracking().Where(p => p.Sequence > after && !db.ChainLinks.Any(l => l.PostingSequence > after && l.PostingSequence == p.Sequence));

    private async Task<int> SealBatchAsync(long after, DateOnly today, CancellationToken cancellationToken)
    {
        var fresh = await Unsealed(after).OrderBy(p => p.Sequence).Take(Batch).ToListAsync(cancellationToken);
        if (fresh.Count == 0)
        {
            return 0;
        }

        var last = await db.ChainLinks.AsNoTracking().OrderByDescending(l => l.Position).FirstOrDefaultAsync(cancellationToken);
        var (position, hash) = (last?.Position ?? 0, last?.Hash ?? Chain.Genesis);
        foreach (var posting in fresh)
        {
            var link = Chain.Link(++position, posting, hash, today);
            db.ChainLinks.Add(link);
            hash = link.Hash;
        }

        await SignAsync(today, position, hash, cancellationToken);
        return fresh.Count;
    }

    private async Task SignAsync(DateOnly day, long position, string hash, CancellationToken cancellationToken)
    {
        var head = await db.DailyHeads.SingleOrDefaultAsync(h => h.Day == day, cancellationToken);
        if (head is null)
        {
            head = new DailyHead { Day = day, Hash = hash, Signature = "", KeyId = key.Id };
            db.DailyHeads.Add(head);
        }

        head.Position = position;
        head.Hash = hash;
        head.KeyId = key.Id;
        head.Signature = key.Sign(day, position, hash);
    }
}

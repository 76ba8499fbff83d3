using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;

namespace Funding.Ledger;

/// <summary>
/// Seals new postings into the chain and signs the day's head, in one transaction. Postings are taken as they are found, not by
/// their number: a lower one may commit later. Two sealers at once collide on the position, and the later one has nothing done.
/// </summary>
internal sealed class SealLedger(FundingDb db, LedgerKey key) : ISweep
{
    private const int Batch = 500;

    public string Name => "ledger-seal";

    public async Task<int> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var total = 0;
        int done;
        do
        {
            try
            {
                done = await db.WriteAsync(ct => SealAsync(today, ct), cancellationToken);
            }
            catch (DbUpdateException e) when (e.IsUniqueViolation())
            {
                // Another replica sealed the same postings first.
                done = 0;
            }

            db.ChangeTracker.Clear();
            total += done;
        }
        while (done == Batch);
        return total;
    }

    private async Task<int> SealAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var fresh = await db.Postings.AsNoTracking()
            .Where(p => !db.ChainLinks.Any(l => l.PostingSequence == p.Sequence))
            .OrderBy(p => p.Sequence)
            .Take(Batch)
            .ToListAsync(cancellationToken);
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

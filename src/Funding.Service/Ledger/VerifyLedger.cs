using Funding.Data;
using Microsoft.EntityFrameworkCore;

namespace Funding.Ledger;

/// <summary>Something that is not as the postings say.</summary>
/// <param name="Code">A stable name: <c>chain-broken</c>, <c>balance-differs</c>.</param>
/// <param name="Subject">Where: a chain position, a day, an appropriation, a body's year.</param>
/// <param name="Zh">The sentence in Chinese.</param>
/// <param name="En">The sentence in English.</param>
internal sealed record LedgerFault(string Code, string Subject, string Zh, string En);

/// <summary>What a check of the ledger found.</summary>
internal sealed record LedgerReport(
    bool Intact, long Postings, long Sealed, long Unsealed, string? Head, string KeyId, int FaultCount, IReadOnlyList<LedgerFault> Faults);

/// <summary>Recomputes the chain and its signatures, rebuilds every balance and case from the postings, and compares.</summary>
internal sealed class VerifyLedger(FundingDb db, LedgerKey key)
{
    private const int MostFaultsShown = 100;

    /// <summary>Checks the whole chain, and the balances of one jurisdiction.</summary>
    public async Task<LedgerReport> RunAsync(string? jurisdiction, CancellationToken cancellationToken)
    {
        var heads = await db.DailyHeads.AsNoTracking().ToDictionaryAsync(h => h.Day, cancellationToken);
        var chain = new ChainCheck(key, heads);
        var links = db.ChainLinks.AsNoTracking()
            .GroupJoin(db.Postings, l => l.PostingSequence, p => p.Sequence, (link, postings) => new { link, postings })
            .SelectMany(x => x.postings.DefaultIfEmpty(), (x, posting) => new { x.link, posting })
            .OrderBy(x => x.link.Position)
            .AsAsyncEnumerable();
        await foreach (var row in links.WithCancellation(cancellationToken))
        {
            chain.Next(row.link, row.posting);
        }

        List<LedgerFault> faults = [.. chain.End(), .. await BalancesAsync(jurisdiction, cancellationToken)];
        var unsealed = await db.Postings.CountAsync(p => !db.ChainLinks.Any(l => l.PostingSequence == p.Sequence), cancellationToken);
        var postings = await db.Postings.LongCountAsync(cancellationToken);
        return new LedgerReport(
            faults.Count == 0, postings, chain.Links, unsealed, chain.Head, key.Id, faults.Count, [.. faults.Take(MostFaultsShown)]);
    }

    // Rows change while they are read. What differs in the same way at a second look was not a write in passing.
    private async Task<IEnumerable<LedgerFault>> BalancesAsync(string? jurisdiction, CancellationToken cancellationToken)
    {
        var first = await Rebuild.CompareAsync(db, jurisdiction, cancellationToken);
        return first.Count == 0 ? first : first.Intersect(await Rebuild.CompareAsync(db, jurisdiction, cancellationToken));
    }
}

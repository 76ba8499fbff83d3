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
        var (chain, faults) = await ChainAsync(cancellationToken);
        faults.AddRange(await BalancesAsync(jurisdiction, cancellationToken));
        var unsealed = await db.Postings.CountAsync(p => !db.ChainLinks.Any(l => l.PostingSequence == p.Sequence), cancellationToken);
        var postings = await db.Postings.LongCountAsync(cancellationToken);
        return new LedgerReport(
            faults.Count == 0, postings, chain.Links, unsealed, chain.Head, key.Id, faults.Count, [.. faults.Take(MostFaultsShown)]);
    }

    // Links and their day's head are committed together: up to the last head that is read first, the chain stands still.
    private async Task<(ChainCheck Chain, List<LedgerFault> Faults)> ChainAsync(CancellationToken cancellationToken)
    {
        var heads = await db.DailyHeads.AsNoTracking().ToDictionaryAsync(h => h.Day, cancellationToken);
        var signed = heads.Values.Select(h => h.Position).DefaultIfEmpty().Max();
        var chain = new ChainCheck(key, heads);
        var links = db.ChainLinks.AsNoTracking()
            .Where(l => l.Position <= signed)
            .GroupJoin(db.Postings, l => l.PostingSequence, p => p.Sequence, (link, postings) => new { link, postings })
            .SelectMany(x => x.postings.DefaultIfEmpty(), (x, posting) => new { x.link, posting })
            .OrderBy(x => x.link.Position)
            .AsAsyncEnumerable();
        await foreach (var row in links.WithCancellation(cancellationToken))
        {
            chain.Next(row.link, row.posting);
        }

        List<LedgerFault> faults = [.. chain.End()];

        // What was sealed meanwhile has its head by now; links that have none were never signed.
        var days = await db.ChainLinks.Where(l => l.Position > signed).Select(l => l.SealedOn).Distinct().ToListAsync(cancellationToken);
        var signedDays = await db.DailyHeads.Select(h => h.Day).ToListAsync(cancellationToken);
        faults.AddRange(days.Except(signedDays).Select(ChainCheck.HeadMissing));
        return (chain, faults);
    }

    // Rows change while they are read. What differs in the same way at a second look was not a write in passing.
    private async Task<IEnumerable<LedgerFault>> BalancesAsync(string? jurisdiction, CancellationToken cancellationToken)
    {
        var first = await Rebuild.CompareAsync(db, jurisdiction, cancellationToken);
        return first.Count == 0 ? first : first.Intersect(await Rebuild.CompareAsync(db, jurisdiction, cancellationToken));
    }
}

using Funding.Data;
using Funding.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Funding.CaseFiles;

/// <summary>
/// The books as a case file shows them, up to the last signed head that is read first: links and their head are committed together, so up to
/// there chain and postings stand still while all this is read.
/// </summary>
internal sealed class CaseLedger(FundingDb db, CaseFileScope scope, IReadOnlyList<DailyHead> heads)
{
    private sealed record Sum(string Programme, int FiscalYear, Guid? InstitutionId, LedgerAccount Debit, LedgerAccount Credit, long Fen);

    /// <summary>The last position.</summary>
    public long Position { get; } = heads.Select(h => h.Position).DefaultIfEmpty().Max();

    /// <summary>The hash there.</summary>
    public string Head => heads.SingleOrDefault(h => h.Position == Position)?.Hash ?? Chain.Genesis;

    /// <summary>The signed heads.</summary>
    public IAsyncEnumerable<DailyHeadView> Heads =>
        heads.OrderBy(h => h.Day).Select(h => new DailyHeadView(h.Day, h.Position, h.Hash, h.Signature, h.KeyId)).ToAsyncEnumerable();

    /// <summary>Every link, in order.</summary>
    public IAsyncEnumerable<CaseFileLink> Links => db.ChainLinks.AsNoTracking()
        .Where(l => l.Position <= Position)
        .GroupJoin(db.Postings, l => l.PostingSequence, p => p.Sequence, (link, postings) => new { link, postings })
        .SelectMany(x => x.postings.DefaultIfEmpty(), (x, posting) => new { x.link, posting })
        .OrderBy(x => x.link.Position)
        .AsAsyncEnumerable()
        .Select(row => new CaseFileLink(
            row.link.Position,
            row.link.SealedOn,
            row.posting is null ? null : Chain.Digest(row.posting),
            row.link.PreviousHash,
            row.link.Hash,
            row.posting is not null && scope.Shows(row.posting) ? CaseFilePosting.Of(row.posting) : null));

    /// <summary>The balances of what is shown, summed by the database: another way to them than the one that the reader will go.</summary>
    public async IAsyncEnumerable<CaseFileBalance> BalancesAsync()
    {
        var sums = await new LedgerFilter { Programme = scope.Programme }.Of(db.Postings, scope.Jurisdiction)
            .Where(p => db.ChainLinks.Any(l => l.PostingSequence == p.Sequence && l.Position <= Position))
            .GroupBy(p => new { p.Programme, p.FiscalYear, p.InstitutionId, p.Debit, p.Credit })
            .Select(g => new Sum(g.Key.Programme, g.Key.FiscalYear, g.Key.InstitutionId, g.Key.Debit, g.Key.Credit, g.Sum(p => p.AmountFen)))
            .ToListAsync();
        foreach (var year in sums.GroupBy(s => (s.Programme, s.FiscalYear, s.InstitutionId)).OrderBy(g => g.Key))
        {
            foreach (var account in AccountBalances.Of(year.Select(s => new Transfer(s.Debit, s.Credit, s.Fen))))
            {
                yield return new CaseFileBalance(
                    year.Key.Programme, year.Key.FiscalYear, year.Key.InstitutionId, account.Account.ToString(), account.DebitFen, account.CreditFen);
            }
        }
    }
}

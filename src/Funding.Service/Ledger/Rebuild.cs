using Funding.Accounts;
using Funding.Appropriations;
using Funding.Clawbacks;
using Funding.Data;
using Funding.Deadlines;
using Funding.Decisions;
using Funding.Payments;
using Funding.Spending;
using Microsoft.EntityFrameworkCore;

namespace Funding.Ledger;

/// <summary>Rebuilds every balance and case of a jurisdiction from the postings and compares them with the rows that decide.</summary>
internal static class Rebuild
{
    private sealed record YearKey(Guid InstitutionId, int FiscalYear);

    private sealed record Sum(string Programme, int FiscalYear, Guid? InstitutionId, LedgerAccount Debit, LedgerAccount Credit, long Fen);

    /// <summary>What differs; empty where all is right to the fen.</summary>
    public static async Task<IReadOnlyList<LedgerFault>> CompareAsync(FundingDb db, string? jurisdiction, CancellationToken cancellationToken)
    {
        var sums = await db.Postings.Where(p => p.Jurisdiction == jurisdiction)
            .GroupBy(p => new { p.Programme, p.FiscalYear, p.InstitutionId, p.Debit, p.Credit })
            .Select(g => new Sum(g.Key.Programme, g.Key.FiscalYear, g.Key.InstitutionId, g.Key.Debit, g.Key.Credit, g.Sum(p => p.AmountFen)))
            .ToListAsync(cancellationToken);
        var faults = new Faults();
        await AppropriationsAsync(db, jurisdiction, sums, faults, cancellationToken);
        await YearsAsync(db, jurisdiction, sums, faults, cancellationToken);
        await RoomsAsync(db, jurisdiction, faults, cancellationToken);
        return faults.Found;
    }

    private static async Task AppropriationsAsync(
        FundingDb db, string? jurisdiction, List<Sum> sums, Faults faults, CancellationToken cancellationToken)
    {
        var byProgramme = Balance(sums, s => (s.Programme, s.FiscalYear));
        var live = await db.Payments
            .Where(a => a.Jurisdiction == jurisdiction
                && (a.Status == PaymentStatus.Approved || a.Status == PaymentStatus.Exported || a.Status == PaymentStatus.Paid))
            .GroupBy(a => a.AppropriationId)
            .Select(g => new { g.Key, Fen = g.Sum(a => a.AmountFen) })
            .ToDictionaryAsync(g => g.Key, g => g.Fen, cancellationToken);
        var rows = await db.Appropriations.AsNoTracking()
            .Where(a => a.Jurisdiction == jurisdiction && (a.Status == AppropriationStatus.Open || a.Status == AppropriationStatus.Closed)).ToListAsync(cancellationToken);
        var changes = await db.AppropriationChanges.AsNoTracking()
            .Where(c => c.Jurisdiction == jurisdiction && c.Status == AppropriationChangeStatus.Approved).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            var subject = $"appropriation {row.Programme} {row.FiscalYear}";
            var ledger = byProgramme.GetValueOrDefault((row.Programme, row.FiscalYear), new Balances());
            faults.Compare(subject, "appropriated", row.AmountFen, -ledger[LedgerAccount.Appropriated]);
            faults.Compare(subject, "appropriated by its changes", row.AmountFen, row.OpenedFen + changes.Sum(c => c.ChangeFen(row.Id)));
            faults.Compare(subject, "committed", row.CommittedFen, -ledger[LedgerAccount.Appropriated] - ledger[LedgerAccount.Available]);
            faults.Compare(subject, "committed by its payments", row.CommittedFen, live.GetValueOrDefault(row.Id));
        }
    }

    private static async Task YearsAsync(FundingDb db, string? jurisdiction, List<Sum> sums, Faults faults, CancellationToken cancellationToken)
    {
        var byYear = Balance(sums.Where(s => s.InstitutionId is not null), s => new YearKey(s.InstitutionId!.Value, s.FiscalYear));
        var rows = await db.FundedYears.AsNoTracking()
            .Where(y => db.Accounts.Any(a => a.InstitutionId == y.InstitutionId && a.Jurisdiction == jurisdiction)).ToListAsync(cancellationToken);
        var live = await db.Advances
            .Where(a => a.Jurisdiction == jurisdiction
                && (a.Status == PaymentStatus.Approved || a.Status == PaymentStatus.Exported || a.Status == PaymentStatus.Paid))
            .GroupBy(a => new { a.InstitutionId, a.FiscalYear })
            .Select(g => new { g.Key.InstitutionId, g.Key.FiscalYear, Count = g.Count() })
            .ToDictionaryAsync(g => new YearKey(g.InstitutionId, g.FiscalYear), g => g.Count, cancellationToken);
        foreach (var row in rows)
        {
            var yearKey = new YearKey(row.InstitutionId, row.FiscalYear);
            CompareYear(row, byYear.GetValueOrDefault(yearKey, new Balances()), live.GetValueOrDefault(yearKey), faults);
            byYear.Remove(yearKey);
        }

        foreach (var (year, _) in byYear)
        {
            faults.Add("year-missing", Subject(year), "账上有分录，但没有年度记录。", "There are postings but no row for the year.");
        }

        await CasesAsync(db, jurisdiction, sums, faults, cancellationToken);
        await DeadlinesAsync(db, jurisdiction, sums, faults, cancellationToken);
    }

    private static void CompareYear(FundedYear row, Balances ledger, int liveAdvances, Faults faults)
    {
        var subject = Subject(new YearKey(row.InstitutionId, row.FiscalYear));
        faults.Compare(subject, "live advances", row.LiveAdvances, liveAdvances);
        faults.Compare(subject, "committed", row.CommittedFen, ledger.Committed);
        faults.Compare(subject, "paid", row.PaidFen, ledger.Paid);
        foreach (var cause in Enum.GetValues<ClawbackCause>())
        {
            faults.Compare(subject, $"claimed for {cause.En()}", row.ClaimedFor(cause), ledger.Claimed(cause));
        }

        faults.Compare(subject, "recovered", row.RecoveredFen, ledger.Recovered);
    }

    private static async Task CasesAsync(FundingDb db, string? jurisdiction, List<Sum> sums, Faults faults, CancellationToken cancellationToken)
    {
        var byYear = Balance(sums.Where(s => s.InstitutionId is not null), s => new YearKey(s.InstitutionId!.Value, s.FiscalYear));
        var settlements = await db.Settlements.AsNoTracking().Where(s => s.Jurisdiction == jurisdiction).ToListAsync(cancellationToken);
        var years = await db.FundedYears.AsNoTracking()
            .Where(y => db.Accounts.Any(a => a.InstitutionId == y.InstitutionId && a.Jurisdiction == jurisdiction))
            .ToDictionaryAsync(y => new YearKey(y.InstitutionId, y.FiscalYear), cancellationToken);
        foreach (var row in settlements)
        {
            var ledger = byYear.GetValueOrDefault(new YearKey(row.InstitutionId, row.FiscalYear), new Balances());
            var subject = $"settlement {row.Id}";
            var year = years[new YearKey(row.InstitutionId, row.FiscalYear)];
            faults.Compare(subject, "advance", row.AdvanceFen, year.PaidFen);
            faults.Compare(subject, "entitled", row.EntitledFen, year.EntitledFen);
            faults.Compare(subject, "clawback", row.ClawbackFen, row.AdvanceFen - row.EntitledFen);
            faults.Compare(subject, "claimed", year.Held.OverAdvance(row.ClawbackFen), ledger.Claimed(ClawbackCause.OverAdvance));
            faults.Compare(subject, "kept", row.AdvanceFen - ledger.Claimed(ClawbackCause.OverAdvance) - Held(ledger), ledger[LedgerAccount.Entitled]);
            faults.Compare(subject, "advance not settled", 0, ledger[LedgerAccount.Advanced]);
        }

        // What is settled is what the settlement says, and nothing is settled twice or forgotten.
        var applied = settlements.ToDictionary(s => new YearKey(s.InstitutionId, s.FiscalYear), s => s.ReviewVersion);
        foreach (var row in await db.PublishedResults.AsNoTracking().Where(r => r.Jurisdiction == jurisdiction).ToListAsync(cancellationToken))
        {
            var yearKey = new YearKey(row.InstitutionId, row.FiscalYear);
            faults.Compare($"result of {Subject(yearKey)}", "settled version", row.SettledVersion, applied.GetValueOrDefault(yearKey));
        }

        await ClawbacksAsync(db, jurisdiction, byYear, faults, cancellationToken);
    }

    // What receipts and decisions say, what the case's row says and what the ledger says are three ways to the same figures.
    private static async Task ClawbacksAsync(
        FundingDb db, string? jurisdiction, Dictionary<YearKey, Balances> byYear, Faults faults, CancellationToken cancellationToken)
    {
        var received = await db.ReceiptParts.Where(p => p.Jurisdiction == jurisdiction).GroupBy(p => p.ClawbackId)
            .Select(g => new { g.Key, Fen = g.Sum(p => p.AmountFen) }).ToDictionaryAsync(g => g.Key, g => g.Fen, cancellationToken);
        var decided = (await db.ClawbackDecisions
            .Where(d => d.Jurisdiction == jurisdiction && d.Status == DecisionStatus.Done && d.ClawbackId != null)
            .GroupBy(d => new { ClawbackId = d.ClawbackId!.Value, d.Kind })
            .Select(g => new { g.Key.ClawbackId, g.Key.Kind, Fen = g.Sum(d => d.AmountFen) })
            .ToListAsync(cancellationToken)).ToDictionary(g => (g.ClawbackId, g.Kind), g => g.Fen);
        foreach (var row in await db.Clawbacks.AsNoTracking().Where(c => c.Jurisdiction == jurisdiction).ToListAsync(cancellationToken))
        {
            var subject = $"clawback {row.Id}";
            var ledger = byYear.GetValueOrDefault(new YearKey(row.InstitutionId, row.FiscalYear), new Balances());
            faults.Compare(subject, "claimed", row.ClaimedFen, ledger.Claimed(row.Cause));
            foreach (var (account, fen) in row.Figures.Position())
            {
                faults.Compare(subject, account.En(), fen, ledger[account]);
            }

            faults.Compare(subject, "received by its receipts", row.ReceivedFen, received.GetValueOrDefault(row.Id));
            faults.Compare(subject, "withheld by its decisions", row.OffsetFen, decided.GetValueOrDefault((row.Id, DecisionKind.Offset)));
            faults.Compare(subject, "given up by its decisions", row.WrittenOffFen, decided.GetValueOrDefault((row.Id, DecisionKind.WriteOff)));
            faults.Compare(subject, "refunded by its decisions", row.RefundedFen, decided.GetValueOrDefault((row.Id, DecisionKind.Refund)));
        }
    }

    // ZS-08: what the cases' entries say, what the vouchers say, and what the ledger says are three ways to the same figures.
    private static async Task DeadlinesAsync(FundingDb db, string? jurisdiction, List<Sum> sums, Faults faults, CancellationToken cancellationToken)
    {
        var byYear = Balance(sums.Where(s => s.InstitutionId is not null), s => new YearKey(s.InstitutionId!.Value, s.FiscalYear));
        var cases = await db.DeadlineCases.AsNoTracking().Where(c => c.Jurisdiction == jurisdiction).ToListAsync(cancellationToken);
        var entries = await db.DeadlineEntries.AsNoTracking()
            .Where(e => db.DeadlineCases.Any(c => c.Id == e.CaseId && c.Jurisdiction == jurisdiction)).ToListAsync(cancellationToken);
        var byCase = entries.ToLookup(e => e.CaseId);
        foreach (var row in cases)
        {
            var claimed = row.Status == DeadlineCaseStatus.Confirmed ? row.AmountFen : 0;
            faults.Compare($"deadline case {row.Id}", "claimed by its entries", claimed, byCase[row.Id].Sum(e => e.ChangeFen));
        }

        var byYearEntered = entries.ToLookup(e => new YearKey(e.InstitutionId, e.FiscalYear));
        foreach (var year in byYearEntered)
        {
            faults.Compare(Subject(year.Key), "claimed as unused by its cases", year.Sum(e => e.ChangeFen), byYear.GetValueOrDefault(year.Key, new Balances()).Claimed(ClawbackCause.Deadline));
        }

        var spent = await db.SpendingStatements.Where(s => s.Jurisdiction == jurisdiction && s.Status == SpendingStatus.Confirmed)
            .Join(db.Vouchers.Where(v => v.Accepted == true), s => s.Id, v => v.StatementId, (s, v) => new { s.InstitutionId, s.FiscalYear, v.AmountFen })
            .GroupBy(v => new { v.InstitutionId, v.FiscalYear })
            .Select(g => new { g.Key.InstitutionId, g.Key.FiscalYear, Fen = g.Sum(v => v.AmountFen) })
            .ToDictionaryAsync(g => new YearKey(g.InstitutionId, g.FiscalYear), g => g.Fen, cancellationToken);
        foreach (var row in await db.FundedYears.AsNoTracking()
            .Where(y => db.Accounts.Any(a => a.InstitutionId == y.InstitutionId && a.Jurisdiction == jurisdiction)).ToListAsync(cancellationToken))
        {
            var key = new YearKey(row.InstitutionId, row.FiscalYear);
            faults.Compare(Subject(key), "spent by its vouchers", row.SpentFen, spent.GetValueOrDefault(key));
            foreach (var of in byYearEntered[key].GroupBy(e => e.CaseId))
            {
                faults.Compare(Subject(key), $"held by deadline case {of.Key}", row.Held.Of(of.Key), of.Sum(e => e.ChangeFen));
            }
        }
    }

    // HB-04: what a claimant had under a ceiling is what its grants say that stand (P-4), each held against what was posted for it.
    private static async Task RoomsAsync(FundingDb db, string? jurisdiction, Faults faults, CancellationToken cancellationToken)
    {
        var live = await db.Grants
            .Where(g => g.Jurisdiction == jurisdiction && g.ClaimantAccountId != null
                && (g.Status == PaymentStatus.Approved || g.Status == PaymentStatus.Exported || g.Status == PaymentStatus.Paid))
            .GroupBy(g => g.ClaimantAccountId!.Value)
            .Select(g => new { g.Key, Fen = g.Sum(p => p.DueFen) })
            .ToDictionaryAsync(g => g.Key, g => g.Fen, cancellationToken);
        foreach (var room in await db.ClaimantAccounts.AsNoTracking().Where(a => a.Jurisdiction == jurisdiction).ToListAsync(cancellationToken))
        {
            faults.Compare($"claimant {room.ClaimantCode} {room.Ceiling}", "used by its grants", room.UsedFen, live.GetValueOrDefault(room.Id));
        }

        var grants = await db.Grants.Where(g => g.Jurisdiction == jurisdiction)
            .Select(g => new
            {
                g.Id,
                g.AmountFen,
                g.Status,
                Net = db.Postings.Where(p => p.SourceId == g.Id).Sum(p => p.Credit == LedgerAccount.Available ? p.AmountFen : p.Debit == LedgerAccount.Available ? -p.AmountFen : 0),
            })
            .ToListAsync(cancellationToken);
        foreach (var grant in grants)
        {
            var stands = grant.Status is PaymentStatus.Approved or PaymentStatus.Exported or PaymentStatus.Paid;
            faults.Compare($"grant {grant.Id}", "committed", stands ? grant.AmountFen : 0, grant.Net);
        }
    }

    private static Dictionary<TKey, Balances> Balance<TKey>(IEnumerable<Sum> sums, Func<Sum, TKey> by)
        where TKey : notnull
    {
        var balances = new Dictionary<TKey, Balances>();
        foreach (var sum in sums)
        {
            if (!balances.TryGetValue(by(sum), out var balance))
            {
                balances[by(sum)] = balance = new Balances();
            }

            balance.Add(new Transfer(sum.Debit, sum.Credit, sum.Fen));
        }

        return balances;
    }

    private static long Held(Balances ledger) =>
        ledger.Claimed(ClawbackCause.Deadline) + ledger.Claimed(ClawbackCause.Revocation) + ledger.Claimed(ClawbackCause.Fraud);

    private static string Subject(YearKey year) => $"institution {year.InstitutionId} {year.FiscalYear}";

    private sealed class Faults
    {
        private readonly List<LedgerFault> found = [];

        public IReadOnlyList<LedgerFault> Found => found;

        public void Add(string code, string subject, string zh, string en) => found.Add(new LedgerFault(code, subject, zh, en));

        public void Compare(string subject, string what, long row, long rebuilt)
        {
            if (row != rebuilt)
            {
                Add("balance-differs", subject, $"{what}：记录为 {row}，由分录重算为 {rebuilt}（分）。", $"{what}: the row says {row}, the postings say {rebuilt} (fen).");
            }
        }
    }
}

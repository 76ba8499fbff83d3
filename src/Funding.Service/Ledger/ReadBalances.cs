using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Funding.Ledger;

/// <summary>A programme's year: every account that ever moved, and the figures that people ask for first.</summary>
internal sealed record BalancesOfYear(
    string Programme, int FiscalYear, long AppropriatedFen, long CommittedFen, long LeftFen, long PaidFen, long RecoveredFen, IReadOnlyList<AccountBalance> Accounts)
{
    /// <summary>Sums of transfers, put together.</summary>
    public static BalancesOfYear Of(string programme, int fiscalYear, IReadOnlyCollection<Transfer> sums)
    {
        var balances = sums.ToBalances();
        return new BalancesOfYear(
            programme,
            fiscalYear,
            -balances[LedgerAccount.Appropriated],
            balances.Committed,
            balances[LedgerAccount.Available],
            balances.Paid,
            balances.Recovered,
            AccountBalances.Of(sums));
    }
}

/// <summary>The books at the end of a day, by programme and fiscal year.</summary>
internal sealed record BalancesView(DateOnly On, IReadOnlyList<BalancesOfYear> Items);

/// <summary>A body's money of one year at the end of a day.</summary>
internal sealed record BalancesOfBody(
    Guid InstitutionId, string InstitutionName, long CommittedFen, long PaidFen, long RecoveredFen, IReadOnlyList<AccountBalance> Accounts);

/// <summary>
/// Balances as of any day, summed by the database from the postings of all days up to it. Postings are only ever added, under the business
/// day on which they are made: what a past day held is what its own evening would have shown.
/// </summary>
internal static class ReadBalances
{
    private sealed record YearSum(string Programme, int FiscalYear, LedgerAccount Debit, LedgerAccount Credit, long Fen);

    private sealed record BodySum(Guid InstitutionId, LedgerAccount Debit, LedgerAccount Credit, long Fen);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/ledger/balances", HandleAsync).RequireRoles(ReadLedger.Readers);
        api.MapGet("/ledger/balances/bodies", PageAsync).RequireRoles(ReadLedger.Readers);
    }

    private static async Task<Answer<BalancesView>> HandleAsync(
        string? programme, Guid? institution, int? year, DateOnly? on, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct)
    {
        var day = on ?? clock.Today;
        var filter = new LedgerFilter { Programme = programme, Institution = institution, Year = year, To = day };
        Outcome<BalancesView> outcome = Checks.NotInFuture("on", day, clock.Today) is { } refused
            ? refused
            : new BalancesView(day, await YearsAsync(db, filter, http.Caller().Jurisdiction, ct));
        return outcome.ToHttp();
    }

    /// <summary>Each programme's years that the filter leaves.</summary>
    public static async Task<IReadOnlyList<BalancesOfYear>> YearsAsync(FundingDb db, LedgerFilter filter, string? jurisdiction, CancellationToken ct)
    {
        var sums = await filter.Of(db.Postings, jurisdiction)
            .GroupBy(p => new { p.Programme, p.FiscalYear, p.Debit, p.Credit })
            .Select(g => new YearSum(g.Key.Programme, g.Key.FiscalYear, g.Key.Debit, g.Key.Credit, g.Sum(p => p.AmountFen)))
            .ToListAsync(ct);
        return
        [
            .. sums.GroupBy(s => (s.Programme, s.FiscalYear))
                .OrderByDescending(g => g.Key.FiscalYear).ThenBy(g => g.Key.Programme, StringComparer.Ordinal)
                .Select(g => BalancesOfYear.Of(g.Key.Programme, g.Key.FiscalYear, [.. g.Select(s => new Transfer(s.Debit, s.Credit, s.Fen))])),
        ];
    }

    private static async Task<Answer<Page<BalancesOfBody>>> PageAsync(
        string programme, int year, DateOnly? on, PageQuery page, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct)
    {
        var day = on ?? clock.Today;
        Outcome<Page<BalancesOfBody>> outcome = Checks.NotInFuture("on", day, clock.Today) is { } refused
            ? refused
            : await BodiesAsync(db, programme, year, day, page, http.Caller().Jurisdiction, ct);
        return outcome.ToHttp();
    }

    /// <summary>A page of the bodies with money of a programme's year; one that had none yet on that day has no accounts.</summary>
    public static async Task<Page<BalancesOfBody>> BodiesAsync(
        FundingDb db, string programme, int year, DateOnly on, PageQuery page, string? jurisdiction, CancellationToken ct)
    {
        // A body has a row for each year in which money was ever committed to it; so it is found without walking its postings.
        var bodies = await db.FundedYears
            .Where(y => y.Programme == programme && y.FiscalYear == year)
            .Join(db.Accounts.Where(a => a.Jurisdiction == jurisdiction), y => y.InstitutionId, a => a.InstitutionId, (y, a) => new { a.InstitutionId, a.Name })
            .ToPageAsync(page, a => a.InstitutionId, ct);
        var ids = bodies.Items.Select(b => (Guid?)b.InstitutionId).ToList();
        var sums = await new LedgerFilter { Programme = programme, Year = year, To = on }.Of(db.Postings, jurisdiction)
            .Where(p => ids.Contains(p.InstitutionId))
            .GroupBy(p => new { p.InstitutionId, p.Debit, p.Credit })
            .Select(g => new BodySum(g.Key.InstitutionId!.Value, g.Key.Debit, g.Key.Credit, g.Sum(p => p.AmountFen)))
            .ToListAsync(ct);
        var byBody = sums.ToLookup(s => s.InstitutionId, s => new Transfer(s.Debit, s.Credit, s.Fen));
        return bodies.Select(body =>
        {
            var own = byBody[body.InstitutionId].ToList();
            var balances = own.ToBalances();
            return new BalancesOfBody(body.InstitutionId, body.Name, balances.Committed, balances.Paid, balances.Recovered, AccountBalances.Of(own));
        });
    }
}

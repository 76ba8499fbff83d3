using Contracts.Refusals;
using Funding.Appropriations;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;
using ServiceDefaults.Sheets;

namespace Funding.Ledger;

/// <summary>The budget document behind a programme's year.</summary>
internal sealed record BudgetDocument(string DocumentNumber, DateOnly DocumentDate, long AmountFen);

/// <summary>
/// The year-end settlement (年终决算) of a programme's money of one year, as of a day: what was opened, committed, paid, taken back and left,
/// account by account. Its bodies are <c>/ledger/balances/bodies</c> of the same day.
/// </summary>
/// <param name="On">The day; by default the year's last, or today while the year runs.</param>
/// <param name="YearIsOver">Whether the year was over on that day; before, the figures are those so far.</param>
/// <param name="Documents">The budget documents.</param>
/// <param name="Figures">The year's figures.</param>
/// <param name="Bodies">How many bodies have money of it.</param>
internal sealed record YearEnd(DateOnly On, bool YearIsOver, IReadOnlyList<BudgetDocument> Documents, BalancesOfYear Figures, int Bodies);

/// <summary>The year-end settlement, to be read, printed and taken along.</summary>
internal static class ReadYearEnd
{
    private const int RowsAtOnce = 200;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/ledger/year-end", async (string programme, int year, DateOnly? on, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await FindAsync(programme, year, on, db, clock.Today, http.Caller().Jurisdiction, ct)).ToHttp()).RequireRoles(ReadLedger.Readers);
        api.MapGet("/ledger/year-end/file", FileAsync).RequireRoles(ReadLedger.Readers);
    }

    private static async Task<Outcome<YearEnd>> FindAsync(
        string programme, int year, DateOnly? on, FundingDb db, DateOnly today, string? jurisdiction, CancellationToken ct)
    {
        if (year is < 1 or > 9999)
        {
            return Refusal.BadInput("year", year, "年度应为四位数字。", "A fiscal year has four digits.");
        }

        var last = new DateOnly(year, 12, 31);
        var day = on ?? (last < today ? last : today);
        if (Checks.NotInFuture("on", day, today) is { } refused)
        {
            return refused;
        }

        var documents = await db.Appropriations
            .Where(a => a.Jurisdiction == jurisdiction && a.Programme == programme && a.FiscalYear == year && a.Status == AppropriationStatus.Open)
            .OrderBy(a => a.DocumentDate)
            .Select(a => new BudgetDocument(a.DocumentNumber, a.DocumentDate, a.AmountFen))
            .ToListAsync(ct);
        var filter = new LedgerFilter { Programme = programme, Year = year, To = day };
        var figures = await ReadBalances.YearsAsync(db, filter, jurisdiction, ct);
        var bodies = await filter.Of(db.Postings, jurisdiction)
            .Where(p => p.InstitutionId != null).Select(p => p.InstitutionId).Distinct().CountAsync(ct);
        return figures.Count == 0
            ? Refusal.NotFound("year", $"{programme} {year}", "项目年度账")
            : new YearEnd(day, day >= last, documents, figures[0], bodies);
    }

    private static async Task<IResult> FileAsync(
        string programme, int year, DateOnly? on, Choice<SheetFormat>? format, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct)
    {
        var jurisdiction = http.Caller().Jurisdiction;
        if (!(await FindAsync(programme, year, on, db, clock.Today, jurisdiction, ct)).Accepted(out var report, out var refused))
        {
            return new ProblemAnswer(refused);
        }

        var english = http.Request.PrefersEnglish();
        return new SheetDownload(
            format?.Value ?? SheetFormat.Xlsx,
            $"{(english ? "year-end" : "年终决算")}-{programme}-{year}-{report.On:yyyyMMdd}",
            (sheet, stop) => WriteAsync(sheet, report, jurisdiction, english, db, stop));
    }

    // Body by body, with a column for every account that moved in the year, and the programme's own line; the columns add up to the last row.
    private static async Task WriteAsync(SheetWriter sheet, YearEnd report, string? jurisdiction, bool english, FundingDb db, CancellationToken ct)
    {
        var figures = report.Figures;
        var accounts = figures.Accounts.Select(a => a.Account).ToList();
        await sheet.AddAsync([english ? "Institution" : "机构", .. accounts.Select(a => a.Say(english))], ct);
        var others = figures.Accounts.ToDictionary(a => a.Account, a => a.BalanceFen);
        Page<BalancesOfBody> page;
        string? after = null;
        do
        {
            page = await ReadBalances.BodiesAsync(db, figures.Programme, figures.FiscalYear, report.On, new PageQuery(after, RowsAtOnce), jurisdiction, ct);
            foreach (var body in page.Items.Where(b => b.Accounts.Count > 0))
            {
                var own = body.Accounts.ToDictionary(a => a.Account, a => a.BalanceFen);
                await sheet.AddAsync([body.InstitutionName, .. accounts.Select(a => LedgerWords.Yuan(own.GetValueOrDefault(a)))], ct);
                accounts.ForEach(a => others[a] -= own.GetValueOrDefault(a));
            }

            after = page.Next;
        }
        while (after is not null);
        await sheet.AddAsync([english ? "Programme's own" : "项目本级", .. accounts.Select(a => LedgerWords.Yuan(others[a]))], ct);
        await sheet.AddAsync([english ? "Total" : "合计", .. figures.Accounts.Select(a => LedgerWords.Yuan(a.BalanceFen))], ct);
    }
}

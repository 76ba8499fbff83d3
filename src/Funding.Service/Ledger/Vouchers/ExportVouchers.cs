using System.Globalization;
using System.Runtime.CompilerServices;
using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;
using ServiceDefaults.Sheets;

namespace Funding.Ledger.Vouchers;

/// <summary>
/// A month's vouchers for the bureau's accounting. Vouchers are numbered from 1 within the month, in one order for all time: a month that is over gets no
/// further postings, so its file is the same whenever it is made.
/// </summary>
internal static class ExportVouchers
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/ledger/vouchers", HandleAsync).RequireRoles(ReadLedger.Readers);

    private static async Task<IResult> HandleAsync(
        string month, Choice<SheetFormat>? format, FundingDb db, ChartOfAccounts charts, BusinessClock clock, HttpContext http, CancellationToken ct)
    {
        if (!DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) || first > clock.Today)
        {
            return new ProblemAnswer(Refusal.BadInput("month", month, "请给出已到来的月份，例如 2026-03。", "Give a month that has come, as 2026-03."));
        }

        var jurisdiction = http.Caller().Jurisdiction;
        var mapping = charts.Of(jurisdiction);
        var postings = new LedgerFilter { From = first, To = first.AddMonths(1).AddDays(-1) }.Of(db.Postings.AsNoTracking(), jurisdiction);
        var refused = await UnmappedAsync(postings, mapping, ct) ?? await ExportStatement.TooManyAsync(postings, (XlsxSheet.MostRows / 2) - 2, ct);
        var english = http.Request.PrefersEnglish();
        return refused is null
            ? new SheetDownload(format?.Value ?? SheetFormat.Csv, $"{(english ? "vouchers" : "记账凭证")}-{month}", (sheet, stop) => WriteAsync(sheet, postings, mapping, english, db, stop))
            : new ProblemAnswer(refused);
    }

    // Nothing is left out in silence: what the chart does not know is asked for.
    private static async Task<Refusal?> UnmappedAsync(IQueryable<Posting> postings, BookMapping mapping, CancellationToken ct)
    {
        var moved = await postings.Select(p => new { p.Debit, p.Credit }).Distinct().ToListAsync(ct);
        var unmapped = moved.SelectMany(m => (LedgerAccount[])[m.Debit, m.Credit]).Distinct().Where(account => mapping.Of(account) is null).Order().ToList();
        return unmapped.Count == 0
            ? null
            : Refusal.Conflict(
                "account-unmapped",
                "chart-of-accounts",
                $"以下台账科目没有对应的会计科目：{string.Join("、", unmapped.Select(a => a.Say(english: false)))}。请财务人员在科目对照表中补充后再导出。",
                $"The chart of accounts books none of these ledger accounts: {string.Join(", ", unmapped.Select(a => a.Say(english: true)))}. Add them to the chart, then export.")
                .With("accounts", unmapped.ConvertAll(account => new Choice<LedgerAccount>(account).ToString()));
    }

    private static async Task WriteAsync(SheetWriter sheet, IQueryable<Posting> postings, BookMapping mapping, bool english, FundingDb db, CancellationToken ct)
    {
        await sheet.AddAsync(
            english
                ? ["Voucher day", "Voucher word", "Voucher no.", "Entry no.", "Summary", "Account code", "Account", "Debit (yuan)", "Credit (yuan)", "Programme", "Fiscal year", "Institution", "Reference", "Source"]
                : ["凭证日期", "凭证字", "凭证号", "分录号", "摘要", "科目编码", "科目名称", "借方金额", "贷方金额", "项目", "年度", "往来单位", "凭据", "业务编号"],
            ct);
        var (number, debits, credits) = (0, 0L, 0L);
        await foreach (var (act, institution) in ActsAsync(postings, db, ct))
        {
            if (AccountingVoucher.Of(act, mapping) is { } voucher)
            {
                await WriteAsync(sheet, voucher, ++number, institution, mapping.Word, english, ct);
                debits = checked(debits + voucher.Entries.Sum(e => e.DebitFen));
                credits = checked(credits + voucher.Entries.Sum(e => e.CreditFen));
            }
        }

        await sheet.AddAsync([english ? "Total" : "合计", null, null, null, null, null, null, LedgerWords.Yuan(debits), LedgerWords.Yuan(credits), null, null, null, null, null], ct);
    }

    private static async Task WriteAsync(SheetWriter sheet, AccountingVoucher voucher, int number, string? institution, string word, bool english, CancellationToken ct)
    {
        var (posting, entryNumber) = (voucher.First, 0);
        foreach (var entry in voucher.Entries)
        {
            await sheet.AddAsync(
                [
                    LedgerWords.Iso(posting.PostedOn),
                    word,
                    number.ToString(CultureInfo.InvariantCulture),
                    (++entryNumber).ToString(CultureInfo.InvariantCulture),
                    $"{posting.Kind.Say(english)} {institution ?? posting.Programme}",
                    entry.Account.Code,
                    english ? entry.Account.En : entry.Account.Zh,
                    entry.DebitFen == 0 ? null : LedgerWords.Yuan(entry.DebitFen),
                    entry.CreditFen == 0 ? null : LedgerWords.Yuan(entry.CreditFen),
                    posting.Programme,
                    posting.FiscalYear.ToString(CultureInfo.InvariantCulture),
                    institution,
                    posting.Reference,
                    posting.SourceId.ToString("D"),
                ],
                ct);
        }
    }

    // By day and act, because the lines of one act may lie apart in the ledger where others wrote between them; one act in memory at a time.
    private static async IAsyncEnumerable<(IReadOnlyList<Posting> Act, string? Institution)> ActsAsync(
        IQueryable<Posting> postings, FundingDb db, [EnumeratorCancellation] CancellationToken ct)
    {
        var rows = postings
            .GroupJoin(db.Accounts, p => p.InstitutionId, a => (Guid?)a.InstitutionId, (posting, accounts) => new { posting, accounts })
            .SelectMany(x => x.accounts.DefaultIfEmpty(), (x, account) => new { x.posting, Institution = account == null ? null : account.Name })
            .OrderBy(x => x.posting.PostedOn).ThenBy(x => x.posting.SourceId).ThenBy(x => x.posting.Kind).ThenBy(x => x.posting.Line)
            .AsAsyncEnumerable();
        var (act, of) = (new List<Posting>(), (string?)null);
        await foreach (var row in rows.WithCancellation(ct))
        {
            if (act.Count > 0 && (act[0].PostedOn, act[0].SourceId, act[0].Kind) != (row.posting.PostedOn, row.posting.SourceId, row.posting.Kind))
            {
                yield return (act, of);
                act = [];
            }

            act.Add(row.posting);
            of = row.Institution;
        }

        if (act.Count > 0)
        {
            yield return (act, of);
        }
    }
}

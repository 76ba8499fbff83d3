using System.Globalization;
using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;
using ServiceDefaults.Sheets;

namespace Funding.Ledger;

/// <summary>A statement as a table: its postings in the order of the ledger, read by the handful while it is sent, and the accounts' turnovers.</summary>
internal static class ExportStatement
{
    private const int RowsAtOnce = 500;
    private const int Columns = 10;

    public static void Map(RouteGroupBuilder api) => api.MapGet("/ledger/statement/file", HandleAsync).RequireRoles(Visibility.BureauAndOperators);

    private static async Task<IResult> HandleAsync(
        [AsParameters] LedgerFilter asked, Choice<SheetFormat>? format, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct)
    {
        if (!(await ReadStatement.AskAsync(asked, db, clock, http.Caller(), ct)).Accepted(out var subject, out var refused))
        {
            return new ProblemAnswer(refused);
        }

        if (await TooManyAsync(subject.Filter.Of(db.Postings, subject.Jurisdiction), XlsxSheet.MostRows / 2, ct) is { } tooMany)
        {
            return new ProblemAnswer(tooMany);
        }

        var english = http.Request.PrefersEnglish();
        var name = $"{(english ? "statement" : "对账单")}-{subject.InstitutionName ?? subject.Filter.Programme}-{subject.Filter.From:yyyyMMdd}-{subject.Filter.To:yyyyMMdd}";
        return new SheetDownload(format?.Value ?? SheetFormat.Xlsx, name, (sheet, stop) => WriteAsync(sheet, subject, english, db, stop));
    }

    /// <summary>More postings than a table is made of.</summary>
    public static async Task<Refusal?> TooManyAsync(IQueryable<Posting> postings, int most, CancellationToken ct)
    {
        var count = await postings.LongCountAsync(ct);
        return count <= most
            ? null
            : Refusal.Conflict("export-too-large", "export", $"一次最多导出 {most} 条分录，当前条件下有 {count} 条，请缩短期间或增加条件。", $"An export has at most {most} postings and this one {count}; narrow it.")
                .With("postings", count)
                .With("mostPostings", most);
    }

    private static async Task WriteAsync(SheetWriter sheet, StatementSubject subject, bool english, FundingDb db, CancellationToken ct)
    {
        await sheet.AddAsync(
            english
                ? ["No.", "Day", "Event", "Reference", "Programme", "Fiscal year", "Institution", "Debit", "Credit", "Amount (yuan)"]
                : ["序号", "日期", "事项", "凭据", "项目", "年度", "机构", "借方", "贷方", "金额（元）"],
            ct);
        Page<StatementLine> page;
        string? after = null;
        do
        {
            page = await subject.LinesAsync(new PageQuery(after, RowsAtOnce), db, ct);
            foreach (var line in page.Items)
            {
                await sheet.AddAsync(Cells(line, english), ct);
            }

            after = page.Next;
        }
        while (after is not null);
        await TurnoversAsync(sheet, (await subject.StateAsync(db, ct)).Accounts, english, ct);
    }

    private static string?[] Cells(StatementLine line, bool english) =>
    [
        line.Sequence.ToString(CultureInfo.InvariantCulture),
        LedgerWords.Iso(line.PostedOn),
        line.Kind.Say(english),
        line.Reference,
        line.Programme,
        line.FiscalYear.ToString(CultureInfo.InvariantCulture),
        line.InstitutionName,
        line.Debit.Say(english),
        line.Credit.Say(english),
        LedgerWords.Yuan(line.AmountFen),
    ];

    private static async Task TurnoversAsync(SheetWriter sheet, IReadOnlyList<AccountTurnover> accounts, bool english, CancellationToken ct)
    {
        await sheet.AddAsync(Padded(), ct);
        await sheet.AddAsync(english ? Padded("Account", "Opening", "Debit", "Credit", "Closing") : Padded("科目", "期初余额", "本期借方", "本期贷方", "期末余额"), ct);
        foreach (var account in accounts)
        {
            await sheet.AddAsync(
                Padded(account.Account.Say(english), LedgerWords.Yuan(account.OpeningFen), LedgerWords.Yuan(account.DebitFen), LedgerWords.Yuan(account.CreditFen), LedgerWords.Yuan(account.ClosingFen)),
                ct);
        }
    }

    // Every row of a table has as many cells as its first.
    private static string?[] Padded(params string?[] cells) => [.. cells, .. new string?[Columns - cells.Length]];
}

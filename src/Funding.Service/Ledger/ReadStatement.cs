using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Funding.Ledger;

/// <summary>An account over a period: what it held before, what went to it and left it, what it holds at the end.</summary>
internal sealed record AccountTurnover(LedgerAccount Account, long OpeningFen, long DebitFen, long CreditFen, long ClosingFen);

/// <summary>What happened in the period, by kind.</summary>
internal sealed record KindTurnover(PostingKind Kind, int Postings, long AmountFen);

/// <summary>The statement (对账单) of a body or a programme over a period.</summary>
internal sealed record Statement(
    string? Programme,
    Guid? InstitutionId,
    string? InstitutionName,
    int? FiscalYear,
    DateOnly From,
    DateOnly To,
    IReadOnlyList<AccountTurnover> Accounts,
    IReadOnlyList<KindTurnover> Kinds);

/// <summary>One posting as a statement's reader sees it.</summary>
internal sealed record StatementLine(
    long Sequence,
    DateOnly PostedOn,
    PostingKind Kind,
    string Reference,
    string Programme,
    int FiscalYear,
    Guid? InstitutionId,
    string? InstitutionName,
    LedgerAccount Debit,
    LedgerAccount Credit,
    long AmountFen);

/// <summary>Statements of a body or a programme: the bureau's all, an operator its own body's.</summary>
internal static class ReadStatement
{
    /// <summary>Totals of one transfer, before the period or in it.</summary>
    internal sealed record Sum(PostingKind Kind, LedgerAccount Debit, LedgerAccount Credit, bool Before, int Postings, long Fen)
    {
        public Transfer Transfer => new(Debit, Credit, Fen);
    }

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/ledger/statement", HandleAsync).RequireRoles(Visibility.BureauAndOperators);
        api.MapGet("/ledger/statement/lines", LinesAsync).RequireRoles(Visibility.BureauAndOperators);
    }

    private static async Task<Answer<Statement>> HandleAsync(
        [AsParameters] LedgerFilter asked, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct) =>
        (await AskAsync(asked, db, clock, http.Caller(), ct)).Accepted(out var subject, out var refused)
            ? ((Outcome<Statement>)await subject.StateAsync(db, ct)).ToHttp()
            : ((Outcome<Statement>)refused).ToHttp();

    private static async Task<Answer<Page<StatementLine>>> LinesAsync(
        [AsParameters] LedgerFilter asked, PageQuery page, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct) =>
        (await AskAsync(asked, db, clock, http.Caller(), ct)).Accepted(out var subject, out var refused)
            ? ((Outcome<Page<StatementLine>>)await subject.LinesAsync(page, db, ct)).ToHttp()
            : ((Outcome<Page<StatementLine>>)refused).ToHttp();

    /// <summary>Whose statement over which period; by default this calendar year's.</summary>
    public static async Task<Outcome<StatementSubject>> AskAsync(LedgerFilter asked, FundingDb db, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        var to = asked.To ?? clock.Today;
        var from = asked.From ?? new DateOnly(to.Year, 1, 1);
        if (Checks.First(
            Checks.NotInFuture("to", to, clock.Today),
            from > to ? Refusal.BadInput("from", from, "起始日不能晚于截止日。", "A period begins no later than it ends.") : null) is { } refused)
        {
            return refused;
        }

        var filter = asked with { From = from, To = to };
        if (asked.Institution is { } id)
        {
            var name = await db.Accounts.VisibleTo(caller).Where(a => a.InstitutionId == id).Select(a => a.Name).SingleOrDefaultAsync(ct);
            return name is null ? Refusal.NotFound("institution", id, "机构") : new StatementSubject(filter, name, caller.Jurisdiction);
        }

        return asked.Programme is not null && caller.IsAny(Visibility.Bureau)
            ? new StatementSubject(filter, null, caller.Jurisdiction)
            : Refusal.BadInput("institution", given: null, "请指定机构或项目。", "Name an institution or a programme.");
    }

    /// <summary>Turnovers from sums of transfers: opening, movements and closing of each account.</summary>
    public static IReadOnlyList<AccountTurnover> Turnovers(IReadOnlyCollection<Sum> sums)
    {
        var before = AccountBalances.Of(sums.Where(s => s.Before).Select(s => s.Transfer)).ToDictionary(b => b.Account);
        var within = AccountBalances.Of(sums.Where(s => !s.Before).Select(s => s.Transfer)).ToDictionary(b => b.Account);
        return
        [
            .. before.Keys.Union(within.Keys).Order().Select(account =>
            {
                var opening = before.GetValueOrDefault(account)?.BalanceFen ?? 0;
                var moved = within.GetValueOrDefault(account, new AccountBalance(account, 0, 0));
                return new AccountTurnover(account, opening, moved.DebitFen, moved.CreditFen, checked(opening + moved.BalanceFen));
            }),
        ];
    }
}

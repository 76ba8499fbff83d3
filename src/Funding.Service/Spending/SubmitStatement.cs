using Contracts.Refusals;
using Contracts.Values;
using Funding.Accounts;
using Funding.Data;
using Funding.Invoices;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Spending;

/// <summary>An invoice, as the body states it.</summary>
internal sealed record VoucherEntry(string Number, string SellerName, long AmountFen, DateOnly IssuedOn, string Purpose, string? SellerCode = null);

/// <summary>A spending statement, as the body hands it in.</summary>
internal sealed record SpendingReport(Guid InstitutionId, int FiscalYear, IReadOnlyList<VoucherEntry> Vouchers);

/// <summary>The implementing body hands in what it spent of a year's money, voucher by voucher.</summary>
internal static class SubmitStatement
{
    private const int MaxVouchers = 500;

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/spending-statements", async (SpendingReport request, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(request, db, clock, http.Caller(), inner), ct))
            .ToCreated(made => made, made => $"/api/funding/spending-statements/{made.Statement.Id}"))
        .RequireRoles(Roles.Operator).RequireIdempotencyKey();

    /// <summary>What is wrong with it as it was typed.</summary>
    public static Refusal? Check(SpendingReport request, DateOnly today)
    {
        if (request.Vouchers is not { Count: > 0 and <= MaxVouchers } || request.Vouchers.Contains(null!))
        {
            return Refusal.BadInput("vouchers", request.Vouchers?.Count ?? 0, $"每份报表含 1 至 {MaxVouchers} 张凭证，不得有空行。", $"A statement has 1 to {MaxVouchers} vouchers, none of them empty.");
        }

        return Checks.First(request.Vouchers.SelectMany((v, i) => (Refusal?[])
            [
                Checks.Text($"vouchers[{i}].number", v.Number, 100),
                AcceptInvoices.CheckNumber($"vouchers[{i}].number", v.Number),
                Checks.Text($"vouchers[{i}].sellerName", v.SellerName),
                Seller($"vouchers[{i}].sellerCode", v.SellerCode),
                Checks.Amount($"vouchers[{i}].amountFen", v.AmountFen),
                Checks.NotInFuture($"vouchers[{i}].issuedOn", v.IssuedOn, today),
                Checks.Text($"vouchers[{i}].purpose", v.Purpose),
            ]));
    }

    private static async Task<Outcome<SpendingStatementDetail>> RunAsync(
        SpendingReport request, FundingDb db, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (Check(request, clock.Today) is { } wrong)
        {
            return wrong;
        }

        var account = await db.Accounts.AsNoTracking().Include(a => a.Years).VisibleTo(caller).SingleOrDefaultAsync(a => a.InstitutionId == request.InstitutionId, ct);
        if (account is null)
        {
            return ReadAccounts.NotFound(request.InstitutionId);
        }

        var statement = Make(request, account, caller.Signs(clock));
        if ((NothingPaid(account, request.FiscalYear) ?? Twice(statement)) is { } refusal)
        {
            return refusal;
        }

        db.SpendingStatements.Add(statement);
        await db.SaveChangesAsync(ct);
        return await ReadSpending.FindAsync(statement.Id, db, caller, ct);
    }

    private static SpendingStatement Make(SpendingReport request, FundingAccount account, Signature by)
    {
        var id = Guid.CreateVersion7();
        return new SpendingStatement
        {
            Id = id,
            Jurisdiction = account.Jurisdiction,
            InstitutionId = account.InstitutionId,
            Programme = account.Programme,
            FiscalYear = request.FiscalYear,
            TotalFen = request.Vouchers.Aggregate(Money.Zero, (sum, v) => sum + Money.FromFen(v.AmountFen)).Fen,
            Submitted = by,
            Vouchers =
            [
                .. request.Vouchers.Select((v, i) => new Voucher
                {
                    Id = Guid.CreateVersion7(),
                    StatementId = id,
                    Jurisdiction = account.Jurisdiction,
                    Position = i + 1,
                    Number = v.Number.Trim(),
                    SellerCode = string.IsNullOrWhiteSpace(v.SellerCode) ? null : v.SellerCode.Trim(),
                    SellerName = v.SellerName.Trim(),
                    AmountFen = v.AmountFen,
                    IssuedOn = v.IssuedOn,
                    Purpose = v.Purpose.Trim(),
                }),
            ],
        };
    }

    // Nothing can be spent of money that was never paid.
    private static Refusal? NothingPaid(FundingAccount account, int fiscalYear) => account.Years.Exists(y => y.FiscalYear == fiscalYear && y.PaidFen > 0)
        ? null
        : Refusal.Conflict("nothing-paid", "ZS-08", $"{fiscalYear}年度没有已拨付的资金，无支出可报。", $"Nothing was paid of {fiscalYear}; there is no spending to state.")
            .With("fiscalYear", fiscalYear);

    // By the seller's code as well: its name may be written in two ways.
    private static Refusal? Twice(SpendingStatement statement) => AcceptInvoices.Again([.. statement.Vouchers.Select(v => v.Invoice)]) is { } again
        ? Refusal.BadInput(
            $"vouchers[{again}].number",
            statement.Vouchers[again].Number,
            $"发票“{statement.Vouchers[again].Number}”在本报表中重复填写。",
            $"Invoice '{statement.Vouchers[again].Number}' stands in the statement twice.")
        : null;

    private static Refusal? Seller(string field, string? code) => string.IsNullOrWhiteSpace(code) || SocialCreditCode.TryParse(code.Trim(), out _)
        ? null
        : Refusal.BadInput(field, code, "销售方统一社会信用代码不正确；没有代码的可不填。", "The seller's social credit code is not valid; leave it out where there is none.");
}

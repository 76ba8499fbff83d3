using Contracts.Refusals;
using Funding.Data;
using Funding.Invoices;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Spending;

/// <summary>Why a statement goes back.</summary>
internal sealed record StatementReturn(string Reason);

/// <summary>Sends a statement back with a reason. Its invoices are free again; the body hands in another statement.</summary>
internal static class ReturnStatement
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/spending-statements/{id:guid}/return", async (
            Guid id, StatementReturn request, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, request, db, clock, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceMaker, Roles.FinanceApprover).RequireIdempotencyKey();

    private static async Task<Outcome<SpendingStatementDetail>> RunAsync(
        Guid id, StatementReturn request, FundingDb db, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (Checks.Text("reason", request.Reason) is { } wrong)
        {
            return wrong;
        }

        if (!(await db.TakeStatementAsync(id, caller, ct)).Accepted(out var turn, out var refused))
        {
            return refused;
        }

        var statement = turn.Statement;
        if (StatementTurn.NotIn(statement, SpendingStatus.Submitted, SpendingStatus.Verified) is { } refusal)
        {
            return refusal;
        }

        statement.Status = SpendingStatus.Returned;
        (statement.Returned, statement.ReturnReason, statement.AcceptedFen) = (caller.Signs(clock), request.Reason.Trim(), 0);
        statement.Vouchers.ForEach(voucher => voucher.Reopen());
        await db.FreeInvoicesAsync([id], ct);
        await db.SaveChangesAsync(ct);
        return await ReadSpending.FindAsync(id, db, caller, ct);
    }
}

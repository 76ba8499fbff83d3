using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Histories;

/// <summary>A history that shall not be entered is given up; its staged lines go.</summary>
internal static class DismissHistory
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/histories/{id:guid}/dismiss", async (Guid id, FundingDb db, HttpContext http, CancellationToken ct) =>
        {
            var caller = http.Caller();
            return (await db.WriteAsync(inner => DismissAsync(id, db, caller, inner), ct)).ToHttp();
        })
        .RequireRoles(Roles.FinanceMaker, Roles.FinanceApprover).RequireIdempotencyKey();

    private static async Task<Outcome<HistoryDetail>> DismissAsync(Guid id, FundingDb db, Caller caller, CancellationToken ct)
    {
        if (!(await db.HistoryAsync(id, caller, ct)).Accepted(out var history, out var hidden))
        {
            return hidden;
        }

        if (history.State is not (HistoryState.Checked or HistoryState.Faulty))
        {
            return Refusal.Conflict("history-not-checked", "P-5", "该导入正在核对、已入账或已作废。", "The history is being checked, in the books or given up already.").With("state", history.State);
        }

        history.State = HistoryState.Dismissed;
        await db.HistoryLines.Where(l => l.HistoryId == id).ExecuteDeleteAsync(ct);
        await db.SaveChangesAsync(ct);
        return HistoryDetail.Of(history, [], caller);
    }
}

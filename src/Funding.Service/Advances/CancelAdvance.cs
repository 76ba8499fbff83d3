using Contracts.Refusals;
using Funding.Accounts;
using Funding.Data;
using Funding.Ledger;
using Funding.Packs;
using Funding.PaymentRuns;
using Microsoft.EntityFrameworkCore;
using Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Advances;

/// <summary>Why an advance is given up.</summary>
internal sealed record Cancellation(string Reason);

/// <summary>Gives an advance up before it is exported and releases what it committed.</summary>
internal static class CancelAdvance
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/advances/{id:guid}/cancel", async (
            Guid id, Cancellation request, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, request, db, packs, clock, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();

    /// <summary>Only what has not left can be given up.</summary>
    public static Refusal? Decide(Advance advance) => advance.Status is AdvanceStatus.Proposed or AdvanceStatus.Approved
        ? null
        : Refusal.Conflict(
                "advance-not-cancellable",
                "status",
                $"该笔预拨现为“{advance.Status.Zh()}”，导出后不能取消。",
                $"The advance is {advance.Status.En()}; nothing exported can be cancelled.")
            .With("status", advance.Status.En());

    private static async Task<Outcome<AdvanceDetail>> RunAsync(
        Guid id, Cancellation request, FundingDb db, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (Checks.Text("reason", request.Reason) is { } wrong)
        {
            return wrong;
        }

        var institutionId = await db.Advances.VisibleTo(db, caller).Where(a => a.Id == id).Select(a => (Guid?)a.InstitutionId).SingleOrDefaultAsync(ct);
        if (institutionId is null || await db.TakeTurnAsync(institutionId.Value, ct) is not { } account)
        {
            return ReadAdvances.NotFound(id);
        }

        var advance = await db.Advances.SingleAsync(a => a.Id == id, ct);
        if (Decide(advance) is { } refusal)
        {
            return refusal;
        }

        await db.TakeOutAsync(advance, ct);
        var committed = advance.IsLive;
        advance.Status = AdvanceStatus.Cancelled;
        advance.Cancelled = caller.Signs(clock);
        advance.EndedOn = clock.Today;
        advance.EndReason = request.Reason.Trim();
        if (committed)
        {
            db.Post(
                PostingContext.Of(PostingKind.AdvanceCancelled, advance, clock.Today, caller.Subject, advance.AllotmentNumber),
                new Transfer(LedgerAccount.Available, LedgerAccount.Committed, advance.AmountFen));
            var rules = new PaymentRules(await packs.RulingAsync(account.Programme, clock.Today, ct), clock.Today);
            await db.ReleaseAsync(account, advance, rules, ct);
            await db.GiveBackAsync(advance.AppropriationId, advance.AmountFen, ct);
        }

        return AdvanceDetail.Of(advance, await account.ViewAsync(db, packs, clock.Today, ct), [], showPayeeAccount: true);
    }
}

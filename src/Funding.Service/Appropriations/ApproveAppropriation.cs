using Contracts.Refusals;
using Funding.Data;
using Funding.Ledger;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Appropriations;

/// <summary>Opens a year's appropriation: another person than its maker approves it.</summary>
internal static class ApproveAppropriation
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/appropriations/{id:guid}/approve", async (Guid id, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, db, clock, http.Caller(), inner), ct)).ToHttp(row => AppropriationView.Of(row)))
        .RequireRoles(Roles.FinanceApprover).RequireIdempotencyKey();

    /// <summary>Whether this person may open it now.</summary>
    public static Refusal? Decide(Appropriation appropriation, Hands hands) =>
        appropriation.Status != AppropriationStatus.Proposed
            ? Refusal.Conflict(
                    "appropriation-not-proposed",
                    "status",
                    $"该年度安排现为“{appropriation.Status.Zh()}”，只有待复核的可以批准。",
                    $"The appropriation is {appropriation.Status.En()}; only a proposed one is approved.")
                .With("status", appropriation.Status.En())
            : FourEyes.Approves(hands, appropriation.Proposed);

    private static async Task<Outcome<Appropriation>> RunAsync(Guid id, FundingDb db, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        var appropriation = await db.Appropriations.SingleOrDefaultAsync(a => a.Id == id && a.Jurisdiction == caller.Jurisdiction, ct);
        if (appropriation is null)
        {
            return ReadAppropriations.NotFound(id);
        }

        if (Decide(appropriation, caller.Hands()) is { } refused)
        {
            return refused;
        }

        appropriation.Status = AppropriationStatus.Open;
        appropriation.Approved = caller.Signs(clock);
        db.Post(
            PostingContext.Of(PostingKind.AppropriationOpened, appropriation, clock.Today, caller.Subject),
            new Transfer(LedgerAccount.Available, LedgerAccount.Appropriated, appropriation.AmountFen));
        return appropriation;
    }
}

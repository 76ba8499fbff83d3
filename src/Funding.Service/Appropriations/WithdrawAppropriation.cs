using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Appropriations;

/// <summary>Takes back a proposal that is not approved, so that the year is free for a right one.</summary>
internal static class WithdrawAppropriation
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/appropriations/{id:guid}/withdraw", async (Guid id, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, db, clock, http.Caller(), inner), ct)).ToHttp(row => AppropriationView.Of(row)))
        .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();

    private static async Task<Outcome<Appropriation>> RunAsync(Guid id, FundingDb db, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        var appropriation = await db.Appropriations.SingleOrDefaultAsync(a => a.Id == id && a.Jurisdiction == caller.Jurisdiction, ct);
        if (appropriation is null)
        {
            return ReadAppropriations.NotFound(id);
        }

        if (appropriation.Status != AppropriationStatus.Proposed)
        {
            return Refusal.Conflict(
                    "appropriation-not-proposed",
                    "status",
                    $"该年度安排现为“{appropriation.Status.Zh()}”，只有待复核的可以撤回。",
                    $"The appropriation is {appropriation.Status.En()}; only a proposed one is withdrawn.")
                .With("status", appropriation.Status.En());
        }

        appropriation.Status = AppropriationStatus.Withdrawn;
        appropriation.Withdrawn = caller.Signs(clock);
        return appropriation;
    }
}

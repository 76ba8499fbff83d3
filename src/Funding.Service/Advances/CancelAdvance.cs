using Contracts.Refusals;
using Funding.Data;
using Funding.Payments;
using Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Advances;

/// <summary>Gives an advance up as any payment, and shows it with the body's account as it is then.</summary>
internal static class CancelAdvance
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/advances/{id:guid}/cancel", async (
            Guid id, Cancellation request, FundingDb db, PaymentConcerns concerns, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, request, db, concerns, packs, clock, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();

    private static async Task<Outcome<AdvanceDetail>> RunAsync(
        Guid id, Cancellation request, FundingDb db, PaymentConcerns concerns, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken ct) =>
        (await CancelPayment.RunAsync(id, request, db, concerns, clock, caller, ct)).Accepted(out _, out var refused)
            ? await ReadAdvances.FindAsync(db, packs, id, clock.Today, caller, ct)
            : refused;
}

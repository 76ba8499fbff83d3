using Contracts.Refusals;
using Funding.Advances;
using Funding.Data;
using Funding.PaymentRuns;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Payments;

/// <summary>Why a payment is given up.</summary>
internal sealed record Cancellation(string Reason);

/// <summary>Gives a payment up before it is exported and releases what it committed.</summary>
internal static class CancelPayment
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/payments/{id:guid}/cancel", async (
            Guid id, Cancellation request, FundingDb db, PaymentConcerns concerns, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, request, db, concerns, clock, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();

    /// <summary>Only what has not left can be given up.</summary>
    public static Refusal? Decide(Payment payment) => payment.Status is PaymentStatus.Proposed or PaymentStatus.Approved
        ? null
        : Refusal.Conflict(
                "payment-not-cancellable",
                "status",
                $"该笔支付现为“{payment.Status.Zh()}”，导出后不能取消。",
                $"The payment is {payment.Status.En()}; nothing exported can be cancelled.")
            .With("status", payment.Status.En());

    /// <summary>Cancels it in the turns of whom it concerns.</summary>
    public static async Task<Outcome<PaymentView>> RunAsync(
        Guid id, Cancellation request, FundingDb db, PaymentConcerns concerns, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (Checks.Text("reason", request.Reason) is { } wrong)
        {
            return wrong;
        }

        if (!await db.Payments.AnyAsync(p => p.Id == id && p.Jurisdiction == caller.Jurisdiction, ct))
        {
            return Refusal.NotFound("payment", id, "支付");
        }

        await concerns.TakeTurnsAsync([id], ct);
        var payment = await db.Payments.SingleAsync(p => p.Id == id, ct);
        if (Decide(payment) is { } refusal)
        {
            return refusal;
        }

        await db.TakeOutAsync(payment, ct);
        if (db.Cancel(payment, request.Reason.Trim(), caller.Signs(clock), clock.Today))
        {
            await concerns.ReleasedAsync([new ReleasedPayment(payment, null)], ct);
            await db.GiveBackAsync(payment.AppropriationId, payment.AmountFen, ct);
        }

        await db.SaveChangesAsync(ct);
        return PaymentView.Of(payment, await PaymentView.NamesAsync(db, [payment], ct));
    }
}

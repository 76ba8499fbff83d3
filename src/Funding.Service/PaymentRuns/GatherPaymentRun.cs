using Contracts.Refusals;
using Funding.Appropriations;
using Funding.Data;
using Funding.Payments;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.PaymentRuns;

/// <summary>Approved payments to be paid together.</summary>
internal sealed record PaymentRunProposal(string Programme, int FiscalYear, IReadOnlyList<Guid> PaymentIds);

/// <summary>Gathers approved payments of one programme and year into a run.</summary>
internal static class GatherPaymentRun
{
    /// <summary>The most payments of one run: a person reads it before sealing.</summary>
    public const int MaxPayments = 200;

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/payment-runs", async (PaymentRunProposal request, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(request, db, clock, http.Caller(), inner), ct))
            .ToCreated(made => made, made => $"/api/funding/payment-runs/{made.Run.Id}"))
        .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();

    /// <summary>Whether these payments may go together, gathered by this person.</summary>
    public static Refusal? Decide(PaymentRunProposal request, IReadOnlyCollection<Payment> payments, IEnumerable<Appropriation> appropriations, Hands hands)
    {
        if (payments.FirstOrDefault(a => a.Programme != request.Programme || a.FiscalYear != request.FiscalYear) is { } other)
        {
            return Refusal.BadInput(
                "paymentIds", other.Id, "批次内的支付须属于同一政策、同一年度。", "A run holds payments of one programme and one fiscal year.");
        }

        if (payments.FirstOrDefault(a => a.Status != PaymentStatus.Approved || a.PaymentRunId is not null) is { } taken)
        {
            return Refusal.Conflict(
                    "payment-not-gatherable",
                    "status",
                    $"有支付现为“{taken.Status.Zh()}”{(taken.PaymentRunId is null ? "" : "且已在另一批次中")}，只有已复核且未入批次的可以支付。",
                    $"A payment is {taken.Status.En()}{(taken.PaymentRunId is null ? "" : " and in another run")}; only approved ones outside any run are gathered.")
                .With("paymentId", taken.Id).With("status", taken.Status.En()).With("paymentRunId", taken.PaymentRunId);
        }

        return FourEyes.Makes(hands, [.. appropriations.SelectMany(a => a.Approvers), .. payments.SelectMany(a => a.Approvers)]);
    }

    private static async Task<Outcome<PaymentRunDetail>> RunAsync(
        PaymentRunProposal request, FundingDb db, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        var ids = request.PaymentIds?.Distinct().ToList() ?? [];
        if (ids.Count is 0 or > MaxPayments)
        {
            return Refusal.BadInput("paymentIds", ids.Count, $"一个批次含 1 至 {MaxPayments} 笔支付。", $"A run holds 1 to {MaxPayments} payments.");
        }

        var payments = await db.Payments.AsNoTracking().Where(a => ids.Contains(a.Id) && a.Jurisdiction == caller.Jurisdiction).ToListAsync(ct);
        if (ids.Except(payments.Select(a => a.Id)).FirstOrDefault() is var unknown && unknown != default)
        {
            return Refusal.NotFound("payment", unknown, "支付");
        }

        var appropriationIds = payments.Select(a => a.AppropriationId).Distinct().ToList();
        var appropriations = await db.Appropriations.AsNoTracking().Include(a => a.Changes).Where(a => appropriationIds.Contains(a.Id)).ToListAsync(ct);
        if (Decide(request, payments, appropriations, caller.Hands()) is { } refusal)
        {
            return refusal;
        }

        var run = new PaymentRun
        {
            Id = Guid.CreateVersion7(),
            Jurisdiction = payments[0].Jurisdiction,
            Programme = request.Programme,
            FiscalYear = request.FiscalYear,
            Gathered = caller.Signs(clock),
            Payments = payments.Count,
        };
        db.PaymentRuns.Add(run);
        await db.SaveChangesAsync(ct);
        return await TakeAsync(run, ids, db, ct) ?? await ReadPaymentRuns.FindAsync(run.Id, db, caller, ct);
    }

    // One conditional statement: of two runs that want the same payment, one gets it.
    private static async Task<Refusal?> TakeAsync(PaymentRun run, List<Guid> ids, FundingDb db, CancellationToken ct)
    {
        await db.LockAsync<Payment>(ids, ct);
        var taken = await db.Payments
            .Where(a => ids.Contains(a.Id) && a.Status == PaymentStatus.Approved && a.PaymentRunId == null)
            .ExecuteUpdateAsync(row => row.SetProperty(a => a.PaymentRunId, run.Id).SetProperty(a => a.Version, a => a.Version + 1), ct);
        if (taken != ids.Count)
        {
            return Refusal.Conflict(
                "payment-not-gatherable", "status", "有支付刚被取消或已进入另一批次，请刷新后重试。", "A payment was cancelled or gathered by another run just now; look again.");
        }

        // Only now: until a payment is in a run, an offset may still be withheld from it.
        run.TotalFen = await db.Payments.Where(p => p.PaymentRunId == run.Id).SumAsync(p => p.AmountFen - p.WithheldFen, ct);
        await db.SaveChangesAsync(ct);
        return null;
    }
}

using Contracts.Refusals;
using Funding.Accounts;
using Funding.Data;
using Funding.Packs;
using Funding.PayeeAccounts;
using Funding.Payments;
using Microsoft.EntityFrameworkCore;
using Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.PaymentRuns;

/// <summary>
/// Seals a run: its payments leave and can no longer be cancelled. Irreversible, so Registry is asked first what each body is
/// today, before any transaction is open; then all is decided again in the bodies' turns.
/// </summary>
internal static class SealPaymentRun
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/payment-runs/{id:guid}/seal", async (
            Guid id, FundingDb db, PackShelf packs, PaymentConcerns concerns, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, db, packs, concerns, clock, http, inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceApprover)
        .AddEndpointFilter(AskFirstAsync)
        .RequireIdempotencyKey();

    /// <summary>Whether a payment may leave now; who is concerned by it beside is asked next.</summary>
    public static Refusal? Decide(Payment payment, PaymentRules rules) =>
        payment.Status == PaymentStatus.Approved
            ? rules.NotCarriedOut()?.With("paymentId", payment.Id)
            : Refusal.Conflict(
                    "payment-not-approved",
                    "status",
                    $"批次中有一笔现为“{payment.Status.Zh()}”，不能支付。",
                    $"A payment of the run is {payment.Status.En()} and cannot be paid.")
                .With("paymentId", payment.Id).With("status", payment.Status.En());

    // Outside the transaction on purpose: nobody's turn is held while another service is waited for.
    private static async ValueTask<object?> AskFirstAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var (services, ct) = (http.RequestServices, http.RequestAborted);
        var ids = await IdsAsync(context.GetArgument<FundingDb>(1), context.GetArgument<Guid>(0), http.Caller(), ct);
        var bodies = await services.GetRequiredService<PaymentConcerns>().BodiesAsync(ids, ct);
        var asked = await services.GetRequiredService<AskRegistry>().AskAsync(bodies, services.GetRequiredService<BusinessClock>().Today, ct);
        if (!asked.Accepted(out var answers, out _))
        {
            return asked.ToHttp();
        }

        http.Items[typeof(StandingAnswers)] = answers;
        return await next(context);
    }

    private static async Task<Outcome<PaymentRunDetail>> RunAsync(
        Guid id, FundingDb db, PackShelf packs, PaymentConcerns concerns, BusinessClock clock, HttpContext http, CancellationToken ct)
    {
        var (caller, answers) = (http.Caller(), (StandingAnswers)http.Items[typeof(StandingAnswers)]!);
        await concerns.TakeTurnsAsync(await IdsAsync(db, id, caller, ct), ct);
        if (await db.TakeRunAsync(id, caller, ct) is not { } run)
        {
            return ReadPaymentRuns.NotFound(id);
        }

        var payments = await db.Payments.Where(p => p.PaymentRunId == id).OrderBy(p => p.Id).ToListAsync(ct);
        if (run.Status != PaymentRunStatus.Gathered || payments.Count == 0)
        {
            return run.Status != PaymentRunStatus.Gathered
                ? RunTurn.NotGathered(run)
                : Refusal.Conflict("run-empty", "payments", "该支付批次中已没有支付，请解散后重新汇集。", "The run has no payments left; dissolve it and gather another.");
        }

        if (await MakersAsync(run, payments, db, ct) is var makers && FourEyes.Approves(caller.Hands(), makers) is { } sameHands)
        {
            return sameHands;
        }

        var rules = new PaymentRules(await packs.RulingAsync(run.Programme, clock.Today, ct), clock.Today);
        if (payments.Select(p => Decide(p, rules) ?? concerns.MayLeave(p, answers, rules)?.With("paymentId", p.Id)).FirstOrDefault(no => no is not null) is { } refusal)
        {
            return await db.WithReasonsAsync(refusal, ct);
        }

        if (await db.PayeesChangedAsync(payments, ct) is { } changed)
        {
            return changed;
        }

        Seal(run, payments, caller.Signs(clock), clock.Today);
        await db.SaveChangesAsync(ct);
        return await ReadPaymentRuns.FindAsync(id, db, caller, ct);
    }

    private static Task<List<Guid>> IdsAsync(FundingDb db, Guid id, Caller caller, CancellationToken ct) =>
        db.Payments.Where(p => p.PaymentRunId == id && p.Jurisdiction == caller.Jurisdiction).Select(p => p.Id).ToListAsync(ct);

    private static async Task<IReadOnlyList<Signature>> MakersAsync(PaymentRun run, List<Payment> payments, FundingDb db, CancellationToken ct)
    {
        var ids = payments.Select(a => a.AppropriationId).Distinct().ToList();
        var appropriations = await db.Appropriations.AsNoTracking().Include(a => a.Changes).Where(a => ids.Contains(a.Id)).ToListAsync(ct);
        return [run.Gathered, .. payments.Select(a => a.Proposed), .. appropriations.SelectMany(a => a.Makers)];
    }

    private static void Seal(PaymentRun run, List<Payment> payments, Signature by, DateOnly today)
    {
        foreach (var payment in payments)
        {
            payment.Status = PaymentStatus.Exported;
            payment.ExportedOn = today;
        }

        run.Status = PaymentRunStatus.Sealed;
        run.Sealed = by;
        run.SealedOn = today;
        run.Payments = payments.Count;
        run.TotalFen = payments.Sum(a => a.NetFen);
        run.Checksum = RunFile.Checksum(payments);
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Contracts.Refusals;
using Funding.Accounts;
using Funding.Advances;
using Funding.Data;
using Funding.Packs;
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
        .MapPost("/payment-runs/{id:guid}/seal", async (Guid id, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, db, packs, clock, http, inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceApprover)
        .AddEndpointFilter(AskFirstAsync)
        .RequireIdempotencyKey();

    /// <summary>Whether a payment may leave now.</summary>
    public static Refusal? Decide(Advance advance, FundingAccount account, StandingOnDay standing, PaymentRules rules) =>
        advance.Status == AdvanceStatus.Approved
            ? (rules.NotCarriedOut() ?? Payability.Check(account, standing, rules))?.With("advanceId", advance.Id)
            : Refusal.Conflict(
                    "advance-not-approved",
                    "status",
                    $"批次中有预拨现为“{advance.Status.Zh()}”，不能支付。",
                    $"An advance of the run is {advance.Status.En()} and cannot be paid.")
                .With("advanceId", advance.Id).With("status", advance.Status.En());

    // Outside the transaction on purpose: nobody's turn is held while another service is waited for.
    private static async ValueTask<object?> AskFirstAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var (id, caller) = (context.GetArgument<Guid>(0), http.Caller());
        var db = context.GetArgument<FundingDb>(1);
        var bodies = await db.Advances.Where(a => a.PaymentRunId == id && a.Status == AdvanceStatus.Approved && a.Jurisdiction == caller.Jurisdiction)
            .Select(a => a.InstitutionId).Distinct().ToListAsync(http.RequestAborted);
        var asked = await http.RequestServices.GetRequiredService<AskRegistry>()
            .AskAsync(bodies, http.RequestServices.GetRequiredService<BusinessClock>().Today, http.RequestAborted);
        if (!asked.Accepted(out var answers, out _))
        {
            return asked.ToHttp();
        }

        http.Items[typeof(StandingAnswers)] = answers;
        return await next(context);
    }

    private static async Task<Outcome<PaymentRunDetail>> RunAsync(
        Guid id, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct)
    {
        var (caller, answers) = (http.Caller(), (StandingAnswers)http.Items[typeof(StandingAnswers)]!);
        var bodies = await db.Advances.Where(a => a.PaymentRunId == id && a.Jurisdiction == caller.Jurisdiction)
            .Select(a => a.InstitutionId).Distinct().ToListAsync(ct);
        var accounts = await db.TakeTurnsAsync(bodies, ct);
        if (await db.TakeRunAsync(id, caller, ct) is not { } run)
        {
            return ReadPaymentRuns.NotFound(id);
        }

        var advances = await db.Advances.Where(a => a.PaymentRunId == id).OrderBy(a => a.Id).ToListAsync(ct);
        if (run.Status != PaymentRunStatus.Gathered || advances.Count == 0)
        {
            return run.Status != PaymentRunStatus.Gathered
                ? RunTurn.NotGathered(run)
                : Refusal.Conflict("run-empty", "advances", "该支付批次中已没有预拨，请解散后重新汇集。", "The run has no advances left; dissolve it and gather another.");
        }

        if (await MakersAsync(run, advances, db, ct) is var makers && FourEyes.Approves(caller.Subject, makers) is { } sameHands)
        {
            return sameHands;
        }

        var rules = new PaymentRules(await packs.RulingAsync(run.Programme, clock.Today, ct), clock.Today);
        foreach (var advance in advances)
        {
            // Approved or a new day begun since Registry was asked: ask again.
            if (answers.On != clock.Today || !answers.ByInstitution.TryGetValue(advance.InstitutionId, out var standing))
            {
                return AskRegistry.NoAnswer(clock.Today);
            }

            if (Decide(advance, accounts[advance.InstitutionId], standing, rules) is { } refusal)
            {
                return refusal;
            }
        }

        Seal(run, advances, caller.Signs(clock), clock.Today);
        await db.SaveChangesAsync(ct);
        return await ReadPaymentRuns.FindAsync(id, db, caller, ct);
    }

    private static async Task<IReadOnlyList<Signature>> MakersAsync(PaymentRun run, List<Advance> advances, FundingDb db, CancellationToken ct)
    {
        var ids = advances.Select(a => a.AppropriationId).Distinct().ToList();
        var appropriations = await db.Appropriations.AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(ct);
        return [run.Gathered, .. advances.Select(a => a.Proposed), .. appropriations.Select(a => a.Proposed)];
    }

    private static void Seal(PaymentRun run, List<Advance> advances, Signature by, DateOnly today)
    {
        foreach (var advance in advances)
        {
            advance.Status = AdvanceStatus.Exported;
            advance.ExportedOn = today;
        }

        run.Status = PaymentRunStatus.Sealed;
        run.Sealed = by;
        run.SealedOn = today;
        run.Payments = advances.Count;
        run.TotalFen = advances.Sum(a => a.AmountFen);
        run.Checksum = Checksum(advances);
    }

    private static string Checksum(IEnumerable<Advance> advances) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', advances.Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Id:D}\t{a.PayeeName}\t{a.PayeeAccount}\t{a.AmountFen}"))))));
}

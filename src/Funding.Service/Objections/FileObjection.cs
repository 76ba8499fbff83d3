using Contracts.Refusals;
using Funding.Clawbacks;
using Funding.Data;
using Funding.Decisions;
using Funding.Packs;
using Microsoft.EntityFrameworkCore;
using Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Objections;

/// <summary>Why the body objects.</summary>
internal sealed record ObjectionEntry(string Grounds);

/// <summary>Files a body's objection (异议) to a clawback: by its last day, one at a time. Whether it suspends is the bureau's.</summary>
internal static class FileObjection
{
    private const int MostText = 2000;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/clawbacks/{id:guid}/objections", async (
                Guid id, ObjectionEntry request, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
                (await db.WriteAsync(inner => FileAsync(id, request, db, packs, clock, http.Caller(), inner), ct)).ToHttp())
            .RequireRoles(Roles.Operator).RequireIdempotencyKey();
        api.MapPost("/clawback-objections/{id:guid}/withdraw", async (Guid id, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct) =>
                (await db.WriteAsync(inner => WithdrawAsync(id, db, clock, http.Caller(), inner), ct)).ToHttp())
            .RequireRoles(Roles.Operator).RequireIdempotencyKey();
    }

    /// <summary>Whether an objection may be filed now.</summary>
    public static Refusal? Decide(Clawback clawback, PaymentRules rules)
    {
        if (rules.Objections is not { } offered)
        {
            return Proposing.NotOffered("clawback-objections", "对追缴提出异议", "objections to clawbacks");
        }

        if (clawback.Status != ClawbackStatus.Open || clawback.OpenObjections > 0)
        {
            return Refusal.Conflict(
                "objection-not-possible",
                offered.ClauseId,
                clawback.OpenObjections > 0 ? "该案已有一项异议待处理。" : "该案已无未缴款项，不能提出异议。",
                clawback.OpenObjections > 0 ? "An objection to this case waits for its decision already." : "Nothing is outstanding in this case; there is nothing to object to.");
        }

        return rules.Today <= clawback.DueOn
            ? null
            : Refusal.Conflict(
                    "objection-too-late",
                    offered.ClauseId,
                    $"异议须在缴款期限 {clawback.DueOn:yyyy-MM-dd} 前（含当日）提出，今天是 {rules.Today:yyyy-MM-dd}。",
                    $"An objection is filed by the last day for the payment, {clawback.DueOn:yyyy-MM-dd}; today is {rules.Today:yyyy-MM-dd}.")
                .With("dueOn", clawback.DueOn).With("today", rules.Today);
    }

    private static async Task<Outcome<ClawbackDetail>> FileAsync(
        Guid id, ObjectionEntry request, FundingDb db, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (Checks.Text("grounds", request.Grounds, MostText) is { } wrong)
        {
            return wrong;
        }

        if (await db.TakeCaseAsync(id, caller, ct) is not { } taken)
        {
            return ReadClawbacks.NotFound(id);
        }

        var rules = new PaymentRules(await packs.RulingAsync(taken.Account.Programme, clock.Today, ct), clock.Today);
        if (Decide(taken.Clawback, rules) is { } refusal)
        {
            return refusal;
        }

        db.Objections.Add(new Objection
        {
            Id = Guid.CreateVersion7(),
            Jurisdiction = taken.Clawback.Jurisdiction,
            ClawbackId = id,
            InstitutionId = taken.Clawback.InstitutionId,
            Grounds = request.Grounds.Trim(),
            Filed = caller.Signs(clock),
        });
        taken.Clawback.OpenObjections++;
        taken.Clawback.Suspended = rules.ObjectionSuspends;
        await db.SaveChangesAsync(ct);
        return await ReadClawbacks.FindAsync(id, db, clock.Today, caller, ct);
    }

    private static async Task<Outcome<ClawbackDetail>> WithdrawAsync(Guid id, FundingDb db, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        var seen = await db.Objections.AsNoTracking().VisibleTo(db, caller).SingleOrDefaultAsync(o => o.Id == id, ct);
        if (seen is null || await db.TakeCaseAsync(seen.ClawbackId, caller, ct) is not { } taken)
        {
            return ReadObjections.NotFound(id);
        }

        var objection = await db.Objections.SingleAsync(o => o.Id == id, ct);
        if (objection.Status != ObjectionStatus.Open)
        {
            return ReadObjections.NotOpen(objection);
        }

        (objection.Status, objection.EndedOn) = (ObjectionStatus.Withdrawn, clock.Today);
        taken.Clawback.OpenObjections--;
        taken.Clawback.Suspended = false;
        await db.SaveChangesAsync(ct);
        return await ReadClawbacks.FindAsync(seen.ClawbackId, db, clock.Today, caller, ct);
    }
}

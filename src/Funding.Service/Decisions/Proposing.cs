using Contracts.Refusals;
using Funding.Clawbacks;
using Funding.Data;
using Funding.Packs;
using Microsoft.EntityFrameworkCore;
using Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;

namespace Funding.Decisions;

/// <summary>What a proposal looks at: the case in its body's turn, what is on its way to be withheld, the pack of the day, the person.</summary>
/// <param name="Clawback">The case.</param>
/// <param name="WithheldFen">Approved to be withheld from payments that the bank has not paid yet.</param>
/// <param name="Rules">The pack on the deciding day.</param>
internal sealed record CaseFacts(Clawback Clawback, long WithheldFen, PaymentRules Rules)
{
    /// <summary>Outstanding, and not on its way to be withheld: what may still be decided upon.</summary>
    public long OpenFen => Math.Max(0, Clawback.OutstandingFen - WithheldFen);

    /// <summary>Received above the claim, and not on its way back: what may still be refunded.</summary>
    public required long RefundableFen { get; init; }
}

/// <summary>How decisions about a case are proposed: in the body's turn, one of a kind at a time, bringing nothing about yet.</summary>
internal static class Proposing
{
    /// <summary>Proposes.</summary>
    /// <param name="db">The database.</param>
    /// <param name="clawbackId">The case.</param>
    /// <param name="decide">The decision, or why not.</param>
    /// <param name="packs">The packs.</param>
    /// <param name="clock">The law's day.</param>
    /// <param name="caller">Who proposes.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<Outcome<DecisionView>> ProposeAsync(
        this FundingDb db, Guid clawbackId, Func<CaseFacts, Outcome<ClawbackDecision>> decide, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (await db.TakeCaseAsync(clawbackId, caller, ct) is not { } taken)
        {
            return ReadClawbacks.NotFound(clawbackId);
        }

        var rules = new PaymentRules(await packs.RulingAsync(taken.Account.Programme, clock.Today, ct), clock.Today);
        if (!decide(await db.FactsAsync(taken.Clawback, rules, ct)).Accepted(out var decision, out var refused))
        {
            return refused;
        }

        if (await db.ClawbackDecisions.AnyAsync(d => d.ClawbackId == clawbackId && d.Kind == decision.Kind && d.Status == DecisionStatus.Proposed, ct))
        {
            return Refusal.Conflict(
                "decision-pending",
                taken.Clawback.ClauseId,
                "该案已有一项同类事项待批准，请先办结或撤回。",
                "A decision of this kind waits for approval in this case; have it approved or withdrawn first.");
        }

        db.ClawbackDecisions.Add(decision);
        await db.SaveChangesAsync(ct);
        return await ReadDecisions.FindAsync(decision.Id, db, caller, ct);
    }

    /// <summary>What a decision looks at. The caller holds the body's turn.</summary>
    public static async Task<CaseFacts> FactsAsync(this FundingDb db, Clawback clawback, PaymentRules rules, CancellationToken ct)
    {
        var waiting = await db.ClawbackDecisions.Where(d => d.ClawbackId == clawback.Id && d.Status == DecisionStatus.Approved)
            .GroupBy(d => d.Kind).Select(g => new { g.Key, Fen = g.Sum(d => d.AmountFen) }).ToDictionaryAsync(g => g.Key, g => g.Fen, ct);
        return new CaseFacts(clawback, waiting.GetValueOrDefault(DecisionKind.Offset), rules)
        {
            RefundableFen = Math.Max(0, clawback.RefundDueFen - waiting.GetValueOrDefault(DecisionKind.Refund)),
        };
    }

    /// <summary>A decision on a case, to be completed by its kind.</summary>
    public static ClawbackDecision On(Clawback clawback, DecisionKind kind, long amountFen, string reason, Signature by) => new()
    {
        Id = Guid.CreateVersion7(),
        Jurisdiction = clawback.Jurisdiction,
        InstitutionId = clawback.InstitutionId,
        Programme = clawback.Programme,
        FiscalYear = clawback.FiscalYear,
        ClawbackId = clawback.Id,
        Cause = clawback.Cause,
        Kind = kind,
        AmountFen = amountFen,
        Reason = reason.Trim(),
        Proposed = by,
    };

    /// <summary>What the pack does not offer is not done.</summary>
    public static Refusal NotOffered(string what, string zh, string en) => Refusal.Conflict(
            "not-offered",
            what,
            $"本政策未规定{zh}，不能办理。需要时请由主管部门作出书面决定并修订政策包。",
            $"The programme does not offer {en}. If it is needed, the bureau decides so and revises the pack.")
        .With("parameter", what);
}

using Contracts.Refusals;
using Contracts.Registry;
using Contracts.Values;
using Funding.Accounts;
using Funding.Claims;
using Funding.Data;
using Funding.Rewards;
using Microsoft.EntityFrameworkCore;
using Policies;
using Policies.Evaluation;

namespace Funding.Grants;

/// <summary>What a grant rests upon: a claim that comes to what was shown and fits its claimant's room, or a body that may be rewarded.</summary>
internal static class AdmitGrant
{
    /// <summary>Whether it still rests upon that, and the lines that tell so. It takes nothing yet.</summary>
    public static async Task<Refusal?> ExamineAsync(this FundingDb db, OpenGrant open, SheetBuilder sheet, PolicyPack pack, DateOnly today, CancellationToken ct)
    {
        var grant = open.Grant;
        if (open.Claim is { } claim)
        {
            var used = grant.ClaimantAccountId is { } account ? await db.TakeRoomTurnAsync(account, ct) : Money.Zero;
            return Examine(claim, grant, used, sheet, today);
        }

        var reward = pack.Reward(grant.Award)!;
        var clause = reward.Citation.ClauseId;
        sheet.Line(
            "奖励决定", "The decision on rewards", clause, Figure.Of(Money.FromFen(grant.DueFen)), new SheetInput(new Label("文号", "Document"), Figure.Of(grant.DecisionNumber)));
        return Rewardable(open.Body!, open.Body!.Standing, clause) ?? await db.RegradedAsync(grant, reward, open.Body!, ct);
    }

    /// <summary>Takes the claimant's room in one conditional statement, and tells the claim.</summary>
    public static async Task<Refusal?> TakeAsync(this FundingDb db, OpenGrant open, DateOnly today, CancellationToken ct)
    {
        if (open.Claim is not var (claim, pack, kind))
        {
            return null;
        }

        claim.Status = ClaimStatus.Approved;
        await db.SaveChangesAsync(ct);
        if (open.Grant.ClaimantAccountId is not { } room)
        {
            return null;
        }

        var ceiling = pack.Amount(kind.Ceiling!.Parameter, today);
        var used = await db.ClaimantAccounts.Where(a => a.Id == room).Select(a => a.UsedFen).SingleAsync(ct);
        return await db.TakeRoomAsync(room, open.Grant.DueFen, ceiling.Value, ct) ? null : Full(kind, ceiling, Money.FromFen(used), Money.FromFen(open.Grant.DueFen));
    }

    /// <summary>Whether a rewarded body may have it: it still stands on the register and nothing holds its money.</summary>
    public static Refusal? Rewardable(FundingAccount account, string standing, string clause) => account.OpenHolds > 0
        ? Refusal.Conflict(ReadHolds.Refused, clause, $"“{account.Name}”的资金已暂停支付，请先解除暂停。", $"Payments to '{account.Name}' are on hold; release the hold first.")
            .With("institutionId", account.InstitutionId)
        : Standings.IsRecognised(standing)
            ? null
            : Refusal.Conflict(
                    "not-on-register", clause, $"“{account.Name}”现为“{Words.StandingZh(standing)}”，不能奖励。", $"'{account.Name}' is {standing} and cannot be rewarded.")
                .With("institutionId", account.InstitutionId).With("standing", standing);

    /// <summary>Why a sum does not fit a claimant's room.</summary>
    public static Refusal Full(ClaimKind kind, Cited<Money> ceiling, Money used, Money asked) => Refusal.Conflict(
            "ceiling-exceeded",
            ceiling.ClauseId,
            $"{ceiling.Label.Zh} {ceiling.Value} 元，已获 {used} 元，尚余 {ceiling.Value.Above(used)} 元，本次 {asked} 元超出上限。",
            $"The {ceiling.Label.En} is {ceiling.Value} yuan, {used} are used, {ceiling.Value.Above(used)} are left; {asked} do not fit.")
        .With("award", kind.Name).With("ceilingFen", ceiling.Value.Fen).With("usedFen", used.Fen).With("askedFen", asked.Fen);

    // SD-08: a grade that was corrected after the proposal is rewarded otherwise, or not at all. A later year's grade says nothing of this one's.
    private static async Task<Refusal?> RegradedAsync(this FundingDb db, Grant grant, Reward reward, FundingAccount body, CancellationToken ct)
    {
        var decision = await db.RewardDecisions.AsNoTracking().Include(d => d.Amounts).SingleAsync(d => d.Id == grant.SourceId, ct);
        if (reward.By != RewardBasis.Grade || body.EvaluatedYear != decision.Year)
        {
            return null;
        }

        return !GrantRewards.Due(decision, reward, body).Accepted(out var due, out var refused) ? refused
            : due.Fen == grant.DueFen ? null
            : Refusal.Conflict(
                    "reward-amount-changed",
                    reward.Citation.ClauseId,
                    $"“{body.Name}”{decision.Year}年度评价结果已更正，按{decision.DocumentNumber}现应奖励 {due} 元，提出时为 {Money.FromFen(grant.DueFen)} 元，请取消后重新提出。",
                    $"The evaluation of {decision.Year} of '{body.Name}' was corrected: {decision.DocumentNumber} grants {due} yuan now, {Money.FromFen(grant.DueFen)} was proposed; cancel it and propose it anew.")
                .With("institutionId", body.InstitutionId).With("dueFen", due.Fen).With("proposedFen", grant.DueFen);
    }

    // The approver approves what was shown: what another claim has taken of the room meanwhile makes it another amount.
    private static Refusal? Examine(OpenClaim open, Grant grant, Money used, SheetBuilder sheet, DateOnly today)
    {
        var (claim, pack, kind) = open;
        if (claim.GrantId != grant.Id || claim.Status != ClaimStatus.Assessed)
        {
            return ClaimDesk.NotIn(claim, kind.Citation.ClauseId, ClaimStatus.Assessed)
                ?? Refusal.Conflict("claim-has-another-payment", kind.Citation.ClauseId, "该申领另有支付。", "The claim has another payment.");
        }

        if (kind.Calculation is null)
        {
            var known = StoredSheet.Read(claim.Sheet!);
            sheet.Lines(known.Accepted(out var assessed, out var unread) ? assessed : throw new InvalidOperationException(unread.En));
            return null;
        }

        List<Money> accepted = [.. claim.Proofs.Where(p => p.Accepted == true).OrderBy(p => p.Position).Select(p => Money.FromFen(p.AmountFen))];
        if (!pack.Assess(kind, new ClaimFacts(claim.ReadAnswers(), accepted, used), today).Accepted(out var calculation, out var refused))
        {
            return refused;
        }

        sheet.Lines(calculation.Sheet);
        return calculation.Amount!.Value.Fen == grant.DueFen ? null : Changed(kind, grant, calculation.Amount.Value, used);
    }

    private static Refusal Changed(ClaimKind kind, Grant grant, Money now, Money used) => Refusal.Conflict(
            "claim-amount-changed",
            kind.Citation.ClauseId,
            $"核定后情况有变：按现时应为 {now} 元，核定为 {Money.FromFen(grant.DueFen)} 元（该单位已获 {used} 元），请退回经办重新核定。",
            $"Things changed since the assessment: it comes to {now} yuan now, {Money.FromFen(grant.DueFen)} was assessed ({used} used before); have it assessed again.")
        .With("dueFen", now.Fen).With("assessedFen", grant.DueFen).With("usedFen", used.Fen);
}

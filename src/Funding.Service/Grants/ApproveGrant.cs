using Contracts.Refusals;
using Contracts.Registry;
using Contracts.Values;
using Funding.Accounts;
using Funding.Advances;
using Funding.Appropriations;
using Funding.Claims;
using Funding.Data;
using Funding.Packs;
using Funding.PayeeAccounts;
using Funding.Payments;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Policies.Evaluation;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Grants;

/// <summary>
/// Approves a claim's or reward's payment by another person than its maker. Claim, claimant's room and the year's appropriation are decided
/// in that order, each in one conditional statement of the same transaction.
/// </summary>
internal static class ApproveGrant
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/grants/{id:guid}/approve", async (
            Guid id, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, db, packs, clock, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceApprover).RequireIdempotencyKey();

    /// <summary>Whether this person may approve it now.</summary>
    public static Refusal? Decide(Grant grant, Appropriation appropriation, string subject, PaymentRules rules) =>
        grant.Status != PaymentStatus.Proposed
            ? Refusal.Conflict(
                    "payment-not-proposed", "status", $"该笔支付现为“{grant.Status.Zh()}”，只有待复核的可以批准。", $"The payment is {grant.Status.En()}; only a proposed one is approved.")
                .With("status", grant.Status.En())
            : FourEyes.Approves(subject, grant.Proposed, appropriation.Proposed)
                ?? rules.NotCarriedOut()
                ?? FiscalYear.Over(grant.FiscalYear, rules);

    /// <summary>Whether a rewarded body may have it: it still stands on the register and nothing holds its money.</summary>
    public static Refusal? Rewardable(FundingAccount account, string clause) => account.OpenHolds > 0
        ? Refusal.Conflict("account-on-hold", clause, $"“{account.Name}”的资金已暂停支付，请先解除暂停。", $"Payments to '{account.Name}' are on hold; release the hold first.")
            .With("institutionId", account.InstitutionId)
        : Standings.IsRecognised(account.Standing)
            ? null
            : Refusal.Conflict(
                    "not-on-register", clause, $"“{account.Name}”现为“{Words.StandingZh(account.Standing)}”，不能奖励。", $"'{account.Name}' is {account.Standing} and cannot be rewarded.")
                .With("institutionId", account.InstitutionId).With("standing", account.Standing);

    private static async Task<Outcome<GrantDetail>> RunAsync(Guid id, FundingDb db, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        var today = clock.Today;
        var sourceId = await db.Grants.VisibleTo(caller).Where(g => g.Id == id).Select(g => (Guid?)g.SourceId).SingleOrDefaultAsync(ct);
        if (sourceId is null)
        {
            return ReadGrants.NotFound(id);
        }

        OpenClaim? open = null;
        if (await db.Claims.AnyAsync(c => c.Id == sourceId, ct))
        {
            if (!(await db.TakeClaimAsync(sourceId.Value, packs, today, caller, null, ct)).Accepted(out open, out var gone))
            {
                return gone;
            }
        }

        var grant = await db.Grants.Include(g => g.Shares).SingleAsync(g => g.Id == id, ct);
        var appropriation = await db.Appropriations.AsNoTracking().SingleAsync(a => a.Id == grant.AppropriationId, ct);
        var rules = new PaymentRules(await packs.RulingAsync(grant.Programme, today, ct), today);
        if (Decide(grant, appropriation, caller.Subject, rules) is { } refusal)
        {
            return refusal;
        }

        var sheet = rules.Pack.Sheet("复核支付", "Approval of a payment");
        var prepared = open is not null
            ? await AdmitClaimAsync(open, grant, sheet, db, today, ct)
            : await AdmitRewardAsync(grant, sheet, rules.Pack, db, ct);
        if (prepared is not null)
        {
            return prepared;
        }

        var by = caller.Signs(clock);
        if (await db.AcceptPayeeAsync(grant, grant.BeneficiaryName, by, ct) is { } otherAccount)
        {
            return otherAccount;
        }

        // A programme has no legal cap of its own for claims: then its appropriation is the cap.
        if (!(await db.CommitAsync(grant, rules.AnnualCap, ct)).Accepted(out var committedBefore, out var refused))
        {
            return refused;
        }

        db.Approve(grant, by, today);
        grant.Sheet = StoredSheet.Write(sheet.Left(appropriation, committedBefore, grant, rules).Build());
        await db.SaveChangesAsync(ct);
        return await ReadGrants.FindAsync(id, db, caller, ct);
    }

    // The approver approves what was shown: what another claim has taken of the room meanwhile makes it another amount.
    private static async Task<Refusal?> AdmitClaimAsync(OpenClaim open, Grant grant, SheetBuilder sheet, FundingDb db, DateOnly today, CancellationToken ct)
    {
        var (claim, pack, kind) = open;
        if (claim.GrantId != grant.Id || claim.Status != ClaimStatus.Assessed)
        {
            return ClaimDesk.NotIn(claim, kind.Citation.ClauseId, ClaimStatus.Assessed)
                ?? Refusal.Conflict("claim-has-another-payment", kind.Citation.ClauseId, "该申领另有支付。", "The claim has another payment.");
        }

        var account = grant.ClaimantAccountId;
        var used = account is { } accountId ? await db.TakeRoomTurnAsync(accountId, ct) : Money.Zero;
        if (kind.Calculation is not null)
        {
            List<Money> accepted = [.. claim.Proofs.Where(p => p.Accepted == true).OrderBy(p => p.Position).Select(p => Money.FromFen(p.AmountFen))];
            if (!pack.Assess(kind, new ClaimFacts(claim.ReadAnswers(), accepted, used), today).Accepted(out var calculation, out var refused))
            {
                return refused;
            }

            if (calculation.Amount!.Value.Fen != grant.DueFen)
            {
                return Changed(kind, grant, calculation.Amount.Value, used);
            }

            sheet.Lines(calculation.Sheet);
        }
        else
        {
            var known = StoredSheet.Read(claim.Sheet!);
            sheet.Lines(known.Accepted(out var assessed, out var unread) ? assessed : throw new InvalidOperationException(unread.En));
        }

        claim.Status = ClaimStatus.Approved;
        await db.SaveChangesAsync(ct);
        return account is { } room && !await db.TakeRoomAsync(room, grant.DueFen, pack.Amount(kind.Ceiling!.Parameter, today).Value, ct)
            ? Full(kind, pack.Amount(kind.Ceiling.Parameter, today), grant, used)
            : null;
    }

    private static async Task<Refusal?> AdmitRewardAsync(Grant grant, SheetBuilder sheet, PolicyPack pack, FundingDb db, CancellationToken ct)
    {
        var clause = pack.Reward(grant.Award)!.Citation.ClauseId;
        sheet.Line(
            "奖励决定", "The decision on rewards", clause, Figure.Of(Money.FromFen(grant.DueFen)), new SheetInput(new Label("文号", "Document"), Figure.Of(grant.DecisionNumber)));
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.InstitutionId == grant.RewardedBodyId, ct);
        return Rewardable(account, clause);
    }

    private static Refusal Changed(ClaimKind kind, Grant grant, Money now, Money used) => Refusal.Conflict(
            "claim-amount-changed",
            kind.Citation.ClauseId,
            $"核定后情况有变：按现时应为 {now} 元，核定为 {Money.FromFen(grant.DueFen)} 元（该单位已获 {used} 元），请退回经办重新核定。",
            $"Things changed since the assessment: it comes to {now} yuan now, {Money.FromFen(grant.DueFen)} was assessed ({used} used before); have it assessed again.")
        .With("dueFen", now.Fen).With("assessedFen", grant.DueFen).With("usedFen", used.Fen);

    private static Refusal Full(ClaimKind kind, Cited<Money> ceiling, Grant grant, Money used) => Refusal.Conflict(
            "ceiling-exceeded",
            ceiling.ClauseId,
            $"{ceiling.Label.Zh} {ceiling.Value} 元，已获 {used} 元，尚余 {ceiling.Value.Above(used)} 元，本次 {Money.FromFen(grant.DueFen)} 元超出上限。",
            $"The {ceiling.Label.En} is {ceiling.Value} yuan, {used} are used, {ceiling.Value.Above(used)} are left; {Money.FromFen(grant.DueFen)} do not fit.")
        .With("award", kind.Name).With("ceilingFen", ceiling.Value.Fen).With("usedFen", used.Fen).With("askedFen", grant.DueFen);
}

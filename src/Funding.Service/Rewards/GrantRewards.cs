using Contracts.Refusals;
using Contracts.Values;
using Funding.Accounts;
using Funding.Advances;
using Funding.Appropriations;
using Funding.Data;
using Funding.Grants;
using Funding.Packs;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Rewards;

/// <summary>A body to be paid its reward, and into which account.</summary>
internal sealed record RewardedBody(Guid InstitutionId, string PayeeName, string PayeeAccount, IReadOnlyList<ShareEntry>? Shares = null);

/// <summary>The bodies to be paid under a decision, of one year's money.</summary>
internal sealed record RewardPayments(Guid AppropriationId, IReadOnlyList<RewardedBody> Bodies);

/// <summary>Proposes the payments of a confirmed decision; each is approved by another person, as every payment is.</summary>
internal static class GrantRewards
{
    private const int MaxBodies = 100;

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/reward-decisions/{id:guid}/grants", async (
            Guid id, RewardPayments request, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, request, db, packs, clock, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();

    /// <summary>What a body is due under the decision, or why it is not rewarded.</summary>
    public static Outcome<Money> Due(RewardDecision decision, Reward reward, FundingAccount account)
    {
        var clause = reward.Citation.ClauseId;
        if (AdmitGrant.Rewardable(account, account.Standing, clause) is { } refusal)
        {
            return refusal;
        }

        if (reward.Categories.Count > 0 && !reward.Categories.Contains(account.Category, StringComparer.Ordinal))
        {
            return Refusal.Conflict("category-not-rewarded", clause, $"“{account.Name}”的类型不在该项奖励范围内。", $"'{account.Name}' is of a kind that this does not reward.")
                .With("institutionId", account.InstitutionId).With("category", account.Category);
        }

        if (reward.By == RewardBasis.Grade && account.EvaluatedYear != decision.Year)
        {
            return Refusal.Conflict("not-evaluated", clause, $"“{account.Name}”没有已公布的{decision.Year}年度绩效评价结果。", $"No evaluation of {decision.Year} is published for '{account.Name}'.")
                .With("institutionId", account.InstitutionId).With("evaluatedYear", account.EvaluatedYear);
        }

        var key = reward.By == RewardBasis.Grade ? account.EvaluationGrade! : account.InstitutionId.ToString("D");
        return decision.Amounts.Find(a => a.Key == key) is { } amount
            ? Money.FromFen(amount.AmountFen)
            : Refusal.Conflict("not-rewarded", clause, $"{decision.DocumentNumber}没有给“{account.Name}”奖励（{key}）。", $"{decision.DocumentNumber} grants '{account.Name}' nothing ({key}).")
                .With("institutionId", account.InstitutionId).With("key", key);
    }

    private static async Task<Outcome<RewardDecisionDetail>> RunAsync(
        Guid id, RewardPayments request, FundingDb db, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (Check(request) is { } wrong)
        {
            return wrong;
        }

        var decision = await db.RewardDecisions.AsNoTracking().Include(d => d.Amounts).SingleOrDefaultAsync(d => d.Id == id && d.Jurisdiction == caller.Jurisdiction, ct);
        var appropriation = await db.Appropriations.AsNoTracking().Include(a => a.Changes).SingleOrDefaultAsync(a => a.Id == request.AppropriationId && a.Jurisdiction == caller.Jurisdiction, ct);
        if (decision is null || appropriation is null)
        {
            return decision is null ? ReadRewardDecisions.NotFound(id) : ReadAppropriations.NotFound(request.AppropriationId);
        }

        var rules = new PaymentRules(await packs.RulingAsync(decision.Programme, clock.Today, ct), clock.Today);
        if (Refuse(decision, appropriation, rules, caller.Hands()) is { } refusal)
        {
            return refusal;
        }

        var ids = request.Bodies.Select(b => b.InstitutionId).ToList();
        var accounts = await db.Accounts.AsNoTracking().Where(a => ids.Contains(a.InstitutionId) && a.Programme == decision.Programme).ToDictionaryAsync(a => a.InstitutionId, ct);
        foreach (var body in request.Bodies)
        {
            if (!accounts.TryGetValue(body.InstitutionId, out var account))
            {
                return ReadAccounts.NotFound(body.InstitutionId);
            }

            if (!Propose(body, account, decision, appropriation, rules.Pack.Reward(decision.Award)!, caller.Signs(clock)).Accepted(out var grant, out var refused))
            {
                return refused;
            }

            db.Grants.Add(grant);
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            return Refusal.Conflict("rewarded-before", rules.Pack.Reward(decision.Award)!.Citation.ClauseId, "有单位已按该决定提出支付，不得重复。", "A body has its payment under this decision already; it is not paid twice.");
        }

        return await ReadRewardDecisions.FindAsync(id, db, caller, ct);
    }

    private static Refusal? Refuse(RewardDecision decision, Appropriation appropriation, PaymentRules rules, Hands hands) =>
        decision.Status != RewardDecisionStatus.Confirmed
            ? Refusal.Conflict("decision-not-confirmed", "status", "该金额决定尚未经他人确认。", "The decision is not confirmed by another person yet.")
            : rules.Pack.Reward(decision.Award) is null
                ? Refusal.Conflict("paid-by-claim", "award", "该项金额由申领单位逐项申领，不能直接发放。", "These amounts are paid on claims, not handed out.")
                : appropriation.Programme != decision.Programme || appropriation.Status != AppropriationStatus.Open
                    ? Refusal.Conflict("appropriation-not-open", rules.CapClause, "该年度安排未批准，或属于另一项政策。", "The appropriation is not open, or belongs to another programme.")
                        .With("appropriationId", appropriation.Id)
                    : FiscalYear.Over(appropriation.FiscalYear, rules) ?? FourEyes.Makes(hands, [.. appropriation.Approvers, decision.Confirmed]);

    private static Outcome<Grant> Propose(
        RewardedBody body, FundingAccount account, RewardDecision decision, Appropriation appropriation, Reward reward, Signature by)
    {
        if (!Due(decision, reward, account).Accepted(out var due, out var refused)
            || !Shares.Remaining(due, body.Shares, reward.Shares, reward.Citation.ClauseId).Accepted(out var paid, out refused))
        {
            return refused;
        }

        var id = Guid.CreateVersion7();
        return new Grant
        {
            Id = id,
            AppropriationId = appropriation.Id,
            Jurisdiction = decision.Jurisdiction,
            Programme = decision.Programme,
            FiscalYear = appropriation.FiscalYear,
            AmountFen = paid.Fen,
            DueFen = due.Fen,
            Award = decision.Award,
            BeneficiaryName = account.Name,
            BeneficiaryCode = account.ImplementingBodyCode,
            RewardedBodyId = account.InstitutionId,
            PayeeName = body.PayeeName.Trim(),
            PayeeAccount = body.PayeeAccount,
            PayeeCode = account.ImplementingBodyCode,
            SourceId = decision.Id,
            DecisionNumber = decision.DocumentNumber,
            Proposed = by,
            Shares = Shares.Of(id, body.Shares),
        };
    }

    private static Refusal? Check(RewardPayments request)
    {
        if (request.Bodies is not { Count: > 0 and <= MaxBodies } || request.Bodies.Contains(null!) || request.Bodies.DistinctBy(b => b.InstitutionId).Count() < request.Bodies.Count)
        {
            return Refusal.BadInput("bodies", request.Bodies?.Count ?? 0, $"每次 1 至 {MaxBodies} 家，每家一次。", $"Between 1 and {MaxBodies} bodies at a time, each once.");
        }

        return Checks.First(request.Bodies.SelectMany((body, i) => (Refusal?[])
            [Checks.Text($"bodies[{i}].payeeName", body.PayeeName, 100), Checks.BankAccount($"bodies[{i}].payeeAccount", body.PayeeAccount)]));
    }
}

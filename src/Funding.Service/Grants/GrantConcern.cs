using Contracts.Refusals;
using Funding.Accounts;
using Funding.Claims;
using Funding.Data;
using Funding.Invoices;
using Funding.Packs;
using Funding.PaymentRuns;
using Funding.Payments;
using Microsoft.EntityFrameworkCore;

namespace Funding.Grants;

/// <summary>
/// What becomes of a claim and of the claimant's room when its payment does not go through: the room is free again, and the claim waits to be
/// assessed anew, with the right account.
/// </summary>
internal sealed class GrantConcern(FundingDb db) : IPaymentConcern
{
    private IReadOnlyDictionary<Guid, FundingAccount> accounts = new Dictionary<Guid, FundingAccount>();

    public bool Concerns(Payment payment) => payment is Grant;

    public async Task<IReadOnlyList<Guid>> BodiesAsync(IReadOnlyCollection<Guid> paymentIds, CancellationToken cancellationToken) =>
        await db.Grants.Where(g => paymentIds.Contains(g.Id) && g.RewardedBodyId != null).Select(g => g.RewardedBodyId!.Value).Distinct().ToListAsync(cancellationToken);

    // Bodies before claims before rooms, each by key, as everywhere.
    public async Task TakeHoldAsync(IReadOnlyDictionary<Guid, FundingAccount> accounts, IReadOnlyCollection<Guid> paymentIds, CancellationToken cancellationToken)
    {
        this.accounts = accounts;
        var concerned = await db.Grants.Where(g => paymentIds.Contains(g.Id)).Select(g => new { g.SourceId, g.ClaimantAccountId }).ToListAsync(cancellationToken);
        await db.LockAsync<Claim>(concerned.ConvertAll(c => c.SourceId), cancellationToken);
        await db.LockAsync<ClaimantAccount>([.. concerned.Select(c => c.ClaimantAccountId).OfType<Guid>()], cancellationToken);
    }

    public Refusal? MayLeave(Payment payment, StandingAnswers answers, PaymentRules rules)
    {
        if (((Grant)payment).RewardedBodyId is not { } body)
        {
            return null;
        }

        if (answers.On != rules.Today || !answers.ByInstitution.TryGetValue(body, out var standing))
        {
            return AskRegistry.NoAnswer(rules.Today);
        }

        return AdmitGrant.Rewardable(accounts[body], standing.Standing, rules.Pack.Reward(((Grant)payment).Award)?.Citation.ClauseId ?? rules.CapClause);
    }

    public void Paid(Payment payment, PaymentResult result)
    {
    }

    public async Task ReleasedAsync(IReadOnlyList<ReleasedPayment> released, CancellationToken cancellationToken)
    {
        var grants = released.Select(r => (Grant)r.Payment).ToList();
        var (ids, sources) = (grants.ConvertAll(g => (Guid?)g.Id), grants.ConvertAll(g => g.SourceId));
        var claims = await db.Claims.Include(c => c.Proofs).Where(c => sources.Contains(c.Id) && ids.Contains(c.GrantId)).ToListAsync(cancellationToken);
        foreach (var claim in claims)
        {
            claim.Reopen();
            claim.Status = ClaimStatus.Submitted;
        }

        await db.FreeInvoicesAsync(claims.ConvertAll(c => c.Id), cancellationToken);
        await db.GiveRoomBackAsync(
            grants.Where(g => g.ClaimantAccountId is not null).GroupBy(g => g.ClaimantAccountId!.Value).ToDictionary(g => g.Key, g => g.Sum(grant => grant.DueFen)), cancellationToken);
    }

    public Task FinishAsync(IReadOnlyCollection<Payment> payments, CancellationToken cancellationToken) => Task.CompletedTask;
}

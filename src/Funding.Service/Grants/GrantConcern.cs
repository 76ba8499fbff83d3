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
    private readonly Dictionary<Guid, FundingAccount> rewarded = [];

    public bool Concerns(Payment payment) => payment is Grant;

    public async Task<IReadOnlyList<Guid>> BodiesAsync(IReadOnlyCollection<Guid> paymentIds, CancellationToken cancellationToken) =>
        await db.Grants.Where(g => paymentIds.Contains(g.Id) && g.RewardedBodyId != null).Select(g => g.RewardedBodyId!.Value).Distinct().ToListAsync(cancellationToken);

    // Bodies before claims before rooms, each by key, as everywhere.
    public async Task TakeTurnsAsync(IReadOnlyCollection<Guid> paymentIds, CancellationToken cancellationToken)
    {
        foreach (var (id, account) in await db.TakeTurnsAsync(await BodiesAsync(paymentIds, cancellationToken), cancellationToken))
        {
            rewarded[id] = account;
        }

        var concerned = await db.Grants.Where(g => paymentIds.Contains(g.Id)).Select(g => new { g.SourceId, g.ClaimantAccountId }).ToListAsync(cancellationToken);
        foreach (var id in concerned.Select(c => c.SourceId).Distinct().Order())
        {
            await db.Claims.Where(c => c.Id == id).ExecuteUpdateAsync(row => row.SetProperty(c => c.Version, c => c.Version + 1), cancellationToken);
        }

        foreach (var id in concerned.Select(c => c.ClaimantAccountId).OfType<Guid>().Distinct().Order())
        {
            await db.TakeRoomTurnAsync(id, cancellationToken);
        }
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

        return AdmitGrant.Rewardable(rewarded[body], standing.Standing, rules.Pack.Reward(((Grant)payment).Award)?.Citation.ClauseId ?? rules.CapClause);
    }

    public void Paid(Payment payment, PaymentResult result)
    {
    }

    public async Task ReleasedAsync(Payment payment, PaymentResult? returned, CancellationToken cancellationToken)
    {
        var grant = (Grant)payment;
        if (await db.Claims.Include(c => c.Proofs).SingleOrDefaultAsync(c => c.Id == grant.SourceId, cancellationToken) is { } claim && claim.GrantId == grant.Id)
        {
            claim.Reopen();
            claim.Status = ClaimStatus.Submitted;
            await db.FreeInvoicesAsync(claim.Id, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        if (grant.ClaimantAccountId is { } account)
        {
            await db.GiveRoomBackAsync(account, grant.DueFen, cancellationToken);
        }
    }

    public Task FinishAsync(IReadOnlyCollection<Payment> payments, CancellationToken cancellationToken) => Task.CompletedTask;
}

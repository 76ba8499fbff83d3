using Contracts.Registry;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;

namespace Packs;

/// <summary>Stores the bureau's decision on a plan, once (P-6).</summary>
internal sealed class OnPlanDecided(PlatformDbContext db) : IOn<PlanDecided>
{
    public async Task<Applied> ApplyAsync(PlanDecided message, CancellationToken cancellationToken)
    {
        if (!await db.Set<PlanDecision>().AnyAsync(decision => decision.Id == message.DecisionId, cancellationToken))
        {
            db.Add(new PlanDecision
            {
                Id = message.DecisionId,
                Programme = message.Programme,
                Until = message.Until,
                DocumentNumber = message.DocumentNumber,
                DecidedOn = message.DecidedOn,
            });
        }

        return Applied.Done;
    }
}

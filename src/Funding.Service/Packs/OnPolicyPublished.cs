using Contracts.Registry;
using Funding.Data;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Clock;

namespace Funding.Packs;

/// <summary>Stores a published pack by its hash.</summary>
internal sealed class OnPolicyPublished(FundingDb db, BusinessClock clock) : IOn<PolicyPublished>
{
    public async Task<Applied> ApplyAsync(PolicyPublished message, CancellationToken cancellationToken)
    {
        var pack = PackText.Read(message.Content);
        if (pack.Hash != message.Hash)
        {
            throw new InvalidOperationException($"The pack of {message.Programme} arrived with hash {pack.Hash}, not the published {message.Hash}.");
        }

        if (!await db.Policies.AnyAsync(p => p.Hash == message.Hash, cancellationToken))
        {
            db.Policies.Add(new PolicyVersion
            {
                Hash = pack.Hash,
                Programme = pack.Programme,
                Jurisdiction = pack.Jurisdiction,
                From = pack.From,
                Content = message.Content,
                ReceivedAt = clock.UtcNow,
            });
        }

        return Applied.Done;
    }
}

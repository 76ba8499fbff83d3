using Contracts.Registry;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using Policies.Loading;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;

namespace Packs;

/// <summary>Stores a published pack by its hash, once. One that is not what its hash says is set aside for an operator.</summary>
internal sealed class OnPolicyPublished(PlatformDbContext db, BusinessClock clock) : IOn<PolicyPublished>
{
    public async Task<Applied> ApplyAsync(PolicyPublished message, CancellationToken cancellationToken)
    {
        var pack = PackLoader.LoadPublished(message.Content, message.Hash);
        if (!await db.Set<PolicyVersion>().AnyAsync(version => version.Hash == pack.Hash, cancellationToken))
        {
            db.Add(new PolicyVersion
            {
                Hash = pack.Hash,
                Programme = pack.Programme,
                Jurisdiction = pack.Jurisdiction,
                From = pack.From,
                Content = pack.Content,
                ReceivedAt = clock.UtcNow,
            });
        }

        return Applied.Done;
    }
}

using Contracts.Registry;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;

namespace Reporting.Packs;

/// <summary>Stores a published pack by its hash, once.</summary>
internal sealed class OnPolicyPublished(ReportingDb db) : IOn<PolicyPublished>
{
    public async Task<Applied> ApplyAsync(PolicyPublished message, CancellationToken cancellationToken)
    {
        if (!await db.Packs.AnyAsync(p => p.Hash == message.Hash, cancellationToken))
        {
            db.Packs.Add(new StoredPack
            {
                Hash = message.Hash,
                Programme = message.Programme,
                From = message.From,
                Content = message.Content,
            });
        }

        return Applied.Done;
    }
}

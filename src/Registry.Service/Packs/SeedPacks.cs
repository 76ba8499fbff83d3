using Contracts.Registry;
using Messaging.Outbox;
using Policies;
using Registry.Data;
using ServiceDefaults.Clock;

namespace Registry.Packs;

/// <summary>The pack files that come with the platform enter the register at start; one that is known already changes nothing.</summary>
internal static class SeedPacks
{
    /// <summary>Publishes what the folder holds and the database lacks.</summary>
    /// <exception cref="PolicyException">A file does not load, or is another text for a version that is published already.</exception>
    public static async Task RunAsync(string folder, RegistryDb db, PackShelf shelf, BusinessClock clock, CancellationToken cancellationToken)
    {
        var files = PackLibrary.FromFolder(folder);
        await db.WriteAsync(
            async ct =>
            {
                // Judged on a copy: the shelf shows a pack only once it is committed.
                var published = await shelf.CopyAsync(ct);
                foreach (var pack in files.Packs.Where(pack => published.ByHash(pack.Hash) is null))
                {
                    if (!published.Add(pack).Accepted(out _, out var overlap))
                    {
                        throw new PolicyException(overlap);
                    }

                    db.Publish(pack, proposal: null, clock.UtcNow);
                }
            },
            cancellationToken);
    }

    /// <summary>A pack comes into force on its day, and every service hears of it.</summary>
    public static void Publish(this RegistryDb db, PolicyPack pack, PackProposal? proposal, DateTime now)
    {
        db.Packs.Add(new PublishedPack
        {
            Programme = pack.Programme,
            Jurisdiction = pack.Jurisdiction,
            From = pack.From,
            Hash = pack.Hash,
            Content = pack.Content,
            PublishedAt = now,
            ProposalId = proposal?.Id,
        });
        db.Publish(
            $"policy/{pack.Programme}",
            new PolicyPublished { Programme = pack.Programme, From = pack.From, Hash = pack.Hash, Content = pack.Content });
    }
}

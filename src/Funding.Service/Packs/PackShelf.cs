using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using Policies;

namespace Funding.Packs;

/// <summary>
/// The packs as decisions read them. What is published is asked of the database each time, because another replica may have
/// received a version; a pack's text is parsed once.
/// </summary>
internal sealed class PackShelf
{
    private readonly PackLibrary library = new();

    /// <summary>The version under which something new may begin on a day; refused where the caller's jurisdiction has none (P-6).</summary>
    public async Task<Outcome<PolicyPack>> InForceAsync(
        FundingDb db, string programme, string? jurisdiction, DateOnly day, CancellationToken cancellationToken)
    {
        await FetchAsync(db, programme, cancellationToken);
        var pack = library.InForce(programme, day);
        return pack.Accepted(out var found, out _) && found.Jurisdiction != jurisdiction
            ? Refusal.NotFound("programme", programme, "政策")
            : pack;
    }

    /// <summary>The version that rules on a day what already runs, ended or not (P-6).</summary>
    public async Task<PolicyPack> RulingAsync(FundingDb db, string programme, DateOnly day, CancellationToken cancellationToken)
    {
        await FetchAsync(db, programme, cancellationToken);
        return library.Ruling(programme, day)
            ?? throw new InvalidOperationException($"No pack of {programme} that rules on {day:yyyy-MM-dd} has been received from Registry.");
    }

    /// <summary>The versions that rule several programmes on a day; those without one are left out.</summary>
    public async Task<IReadOnlyDictionary<string, PolicyPack>> RulingAsync(
        FundingDb db, IEnumerable<string> programmes, DateOnly day, CancellationToken cancellationToken)
    {
        var ruling = new Dictionary<string, PolicyPack>(StringComparer.Ordinal);
        foreach (var programme in programmes.Distinct(StringComparer.Ordinal))
        {
            await FetchAsync(db, programme, cancellationToken);
            if (library.Ruling(programme, day) is { } pack)
            {
                ruling[programme] = pack;
            }
        }

        return ruling;
    }

    private async Task FetchAsync(FundingDb db, string programme, CancellationToken cancellationToken)
    {
        var hashes = await db.Policies.Where(p => p.Programme == programme).Select(p => p.Hash).ToListAsync(cancellationToken);
        foreach (var hash in hashes.Where(h => library.ByHash(h) is null))
        {
            var content = await db.Policies.Where(p => p.Hash == hash).Select(p => p.Content).SingleAsync(cancellationToken);
            if (!library.Add(PackText.Read(content)).Accepted(out _, out var refusal))
            {
                throw new PolicyException(refusal);
            }
        }
    }
}

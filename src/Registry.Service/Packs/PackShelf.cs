using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;
using Registry.PlanDecisions;
using ServiceDefaults.Authentication;

namespace Registry.Packs;

/// <summary>The published packs, read into memory once each: a pack never changes under its hash.</summary>
internal sealed class PackShelf(RegistryDb db, PackLibrary library)
{
    /// <summary>Every pack published so far, those of other replicas included.</summary>
    public async Task<PackLibrary> OpenAsync(CancellationToken cancellationToken)
    {
        var known = library.Packs.Select(pack => pack.Hash).ToList();
        var missing = await db.Packs.AsNoTracking()
            .Where(pack => !known.Contains(pack.Hash))
            .Select(pack => new { pack.Hash, pack.Content })
            .ToListAsync(cancellationToken);
        foreach (var pack in missing)
        {
            library.AddPublished(pack.Content, pack.Hash);
        }

        return library;
    }

    /// <summary>A library of the same packs, to judge what may be added.</summary>
    public async Task<PackLibrary> CopyAsync(CancellationToken cancellationToken)
    {
        var copy = new PackLibrary();
        foreach (var pack in (await OpenAsync(cancellationToken)).Packs)
        {
            copy.Add(pack);
        }

        return copy;
    }

    /// <summary>The pack that rules a programme on a day; refused where the caller's jurisdiction has none.</summary>
    public async Task<Outcome<PolicyPack>> RulingAsync(string programme, DateOnly day, Caller caller, CancellationToken cancellationToken)
    {
        var shelf = await OpenAsync(cancellationToken);
        return shelf.Ruling(programme, day) is { } pack && pack.IsFor(caller) ? pack : Unknown(programme);
    }

    /// <summary>The pack under which something new may begin on a day; refused for a draft, and after a plan's end (P-6), unless the bureau has decided so by then.</summary>
    public Task<Outcome<PolicyPack>> InForceAsync(string programme, DateOnly day, Caller caller, CancellationToken cancellationToken) =>
        InForceAsync(programme, day, day, caller, cancellationToken);

    /// <summary>The same as far as the bureau has decided by another day: of a day that lies ahead, what is decided today.</summary>
    public async Task<Outcome<PolicyPack>> InForceAsync(string programme, DateOnly day, DateOnly decidedBy, Caller caller, CancellationToken cancellationToken)
    {
        var shelf = await OpenAsync(cancellationToken);
        if (shelf.Ruling(programme, day) is not { } pack || !pack.IsFor(caller))
        {
            return Unknown(programme);
        }

        var decisions = PlanState.Matters(pack)
            ? await db.PlanDecisions.AsNoTracking().Where(d => d.Programme == programme && d.Status == PlanDecisionStatus.Confirmed).ToListAsync(cancellationToken)
            : [];
        return decisions.StateOn(decidedBy).InForce(shelf, programme, day);
    }

    private static Refusal Unknown(string programme) => Refusal.NotFound("programme", programme, "项目政策");
}

/// <summary>Whose pack it is.</summary>
internal static class PackAccess
{
    /// <summary>A pack is its jurisdiction's; the platform's own callers, who have none, see all.</summary>
    public static bool IsFor(this PolicyPack pack, Caller caller) => caller.Jurisdiction is null || pack.Jurisdiction == caller.Jurisdiction;
}

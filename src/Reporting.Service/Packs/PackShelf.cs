using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Policies.Loading;
using Reporting.Data;

namespace Reporting.Packs;

/// <summary>The packs that arrived from Registry, each parsed once: a pack never changes under its hash.</summary>
internal sealed class PackShelf(ReportingDb db, PackLibrary library)
{
    /// <summary>The version that rules what already runs on a day, ended or not (P-6).</summary>
    public async Task<PolicyPack> RulingAsync(string programme, DateOnly day, CancellationToken cancellationToken)
    {
        var known = library.Packs.Select(pack => pack.Hash).ToList();
        var missing = await db.Packs.AsNoTracking()
            .Where(pack => pack.Programme == programme && !known.Contains(pack.Hash))
            .Select(pack => pack.Content)
            .ToListAsync(cancellationToken);
        foreach (var content in missing)
        {
            if (PackLoader.Load(content, programme).Accepted(out var pack, out _))
            {
                library.Add(pack);
            }
        }

        return library.Ruling(programme, day) ?? throw new PolicyException(Refusal.Conflict(
            "policy-unknown",
            "P-6",
            $"尚未收到项目“{programme}”在 {day:yyyy-MM-dd} 施行的政策包,请稍后再试。",
            $"No pack of '{programme}' that rules on {day:yyyy-MM-dd} has arrived yet; try again shortly."));
    }
}

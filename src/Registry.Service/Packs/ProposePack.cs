using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Policies.Loading;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Packs;

/// <summary>One person proposes a new version of a pack; it rules once another has approved it.</summary>
internal static class ProposePack
{
    internal sealed record ProposalRequest(string Content);

    public static async Task<CreatedAnswer<ProposalView>> HandleAsync(
        ProposalRequest request, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<PackProposal>(
            async ct =>
            {
                if (!PackLoader.Load(request.Content, "content").Accepted(out var pack, out var unreadable))
                {
                    return unreadable;
                }

                var library = await packs.OpenAsync(ct);
                if (Check(pack, library, caller, clock.Today) is { } refused)
                {
                    return refused;
                }

                if (await db.PackProposals.AnyAsync(p => p.Hash == pack.Hash, ct))
                {
                    return Refusal.Conflict("proposed-already", "content", "同一内容已有人提交，等待审批。", "The same content has been proposed already and awaits approval.")
                        .With("hash", pack.Hash);
                }

                var proposal = Propose(pack, caller, clock.UtcNow);
                db.PackProposals.Add(proposal);
                return proposal;
            },
            cancellationToken);
        return outcome.ToCreated(ProposalView.Of, view => $"/api/registry/policies/proposals/{view.Id}");
    }

    /// <summary>
    /// A version rules a jurisdiction's own programme, from a day that no decision has passed yet: what was decided under the
    /// rules of its day must stay so. Only a programme's first version may begin in the past, with its document.
    /// </summary>
    public static Refusal? Check(PolicyPack pack, PackLibrary library, Caller caller, DateOnly today)
    {
        var versions = library.Packs.Where(p => p.Programme == pack.Programme).ToList();
        if (pack.Jurisdiction != caller.Jurisdiction || versions.Exists(p => p.Jurisdiction != caller.Jurisdiction))
        {
            return Refusal.Forbidden("jurisdiction", "只能提交本地区的政策包。", "Only packs of your own jurisdiction can be proposed.")
                .With("jurisdiction", pack.Jurisdiction);
        }

        var latest = versions.Max(p => (DateOnly?)p.From);
        return latest is not null && (pack.From <= latest || pack.From < today)
            ? Refusal.Conflict(
                "version-not-ahead",
                "from",
                $"新版本的施行日 {pack.From:yyyy-MM-dd} 应晚于现有版本（{latest:yyyy-MM-dd}）且不早于今天（{today:yyyy-MM-dd}）。",
                $"A new version begins after the present one ({latest:yyyy-MM-dd}) and not before today ({today:yyyy-MM-dd}); this one begins on {pack.From:yyyy-MM-dd}.")
                .With("from", pack.From)
                .With("latestFrom", latest)
                .With("today", today)
            : null;
    }

    private static PackProposal Propose(PolicyPack pack, Caller caller, DateTime now) => new()
    {
        Programme = pack.Programme,
        Jurisdiction = pack.Jurisdiction,
        From = pack.From,
        Hash = pack.Hash,
        Content = pack.Content,
        ProposedAt = now,
        ProposedBySubject = caller.Subject,
        ProposedByName = caller.SignedName(),
    };
}

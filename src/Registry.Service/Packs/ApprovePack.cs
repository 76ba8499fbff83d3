using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies.Loading;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Packs;

/// <summary>A second person approves a proposed pack, and with that it is published.</summary>
internal static class ApprovePack
{
    public static async Task<Answer<ProposalView>> HandleAsync(
        Guid id, IfMatch seen, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<PackProposal>(
            async ct =>
            {
                var proposal = await db.PackProposals.SingleOrDefaultAsync(p => p.Id == id && p.Jurisdiction == caller.Jurisdiction, ct);
                if (proposal is null)
                {
                    return ProposalView.NotFound(id);
                }

                if ((seen.Check(proposal) ?? Check(proposal, caller)) is { } refused)
                {
                    return refused;
                }

                if (!PackLoader.Load(proposal.Content, "content").Accepted(out var pack, out var unreadable))
                {
                    return unreadable;
                }

                if (ProposePack.Check(pack, await packs.OpenAsync(ct), caller, clock.Today) is { } overtaken)
                {
                    return overtaken;
                }

                Approve(proposal, caller, clock.UtcNow);
                db.Publish(pack, proposal, clock.UtcNow);
                return proposal;
            },
            cancellationToken);
        return outcome.ToHttp(ProposalView.Of);
    }

    public static Refusal? Check(PackProposal proposal, Caller caller)
    {
        if (proposal.Status != ProposalStatus.Open)
        {
            return Refusal.Conflict("approved-already", "status", "该政策包已审批。", "The pack has been approved already.")
                .With("approvedBy", proposal.ApprovedByName);
        }

        return caller.Counts(proposal.ProposedBySubject)
            ? Refusal.Forbidden("approver", "提交人不得审批本人提交的政策包。", "Whoever proposed a pack cannot approve it.")
            : null;
    }

    private static void Approve(PackProposal proposal, Caller caller, DateTime now)
    {
        proposal.Status = ProposalStatus.Approved;
        proposal.ApprovedAt = now;
        proposal.ApprovedBySubject = caller.Subject;
        proposal.ApprovedByName = caller.SignedName();
    }
}

using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Packs;

/// <summary>Proposed packs of the caller's jurisdiction, newest first.</summary>
internal static class ReadProposals
{
    public static async Task<Page<ProposalView>> ListAsync(PageQuery page, HttpContext http, RegistryDb db, CancellationToken cancellationToken) =>
        (await Visible(db, http.Caller()).ToPageAsync(page, proposal => proposal.Id, cancellationToken, newestFirst: true)).Select(ProposalView.Of);

    public static async Task<Answer<ProposalView>> GetAsync(Guid id, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var proposal = await Visible(db, http.Caller()).SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        Outcome<ProposalView> outcome = proposal is null ? ProposalView.NotFound(id) : ProposalView.Of(proposal);
        return outcome.ToHttp();
    }

    private static IQueryable<PackProposal> Visible(RegistryDb db, Caller caller)
    {
        var jurisdiction = caller.Jurisdiction;
        return db.PackProposals.AsNoTracking().Where(proposal => proposal.Jurisdiction == jurisdiction);
    }
}

/// <summary>A proposed pack, with who proposed and who approved it.</summary>
internal sealed record ProposalView(
    Guid Id,
    string Programme,
    DateOnly From,
    string Hash,
    string Content,
    ProposalStatus Status,
    DateTime ProposedAt,
    string ProposedByName,
    DateTime? ApprovedAt,
    string? ApprovedByName,
    long Version) : IETagged
{
    public static ProposalView Of(PackProposal proposal) => new(
        proposal.Id,
        proposal.Programme,
        proposal.From,
        proposal.Hash,
        proposal.Content,
        proposal.Status,
        proposal.ProposedAt,
        proposal.ProposedByName,
        proposal.ApprovedAt,
        proposal.ApprovedByName,
        proposal.Version);

    public static Refusal NotFound(Guid id) => Refusal.NotFound("proposal", id, "政策包提案");
}

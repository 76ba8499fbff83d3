using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;

namespace Registry.Delegations;

/// <summary>The delegations that reviewers gave here.</summary>
internal sealed class DelegatedPosts(RegistryDb db) : IDelegatedPosts
{
    /// <summary>Who decides, and who scores (ZS-15).</summary>
    public IReadOnlyList<string> SeparatedRoles { get; } = [.. DelegationEndpoints.Posts, Roles.Expert];

    public async Task<IReadOnlyList<DelegatedPost>> OfAsync(string subject, Guid named, DateOnly today, CancellationToken cancellationToken) =>
        await db.Delegations.AsNoTracking()
            .Where(d => (d.DeputySubject == subject || d.PrincipalSubject == subject) && (d.Until >= today || d.Id == named))
            .Select(d => new DelegatedPost(
                d.Id, d.Jurisdiction, d.District, d.Role, d.PrincipalSubject, d.PrincipalName, d.DeputySubject, d.From, d.Until, d.RevokedAt))
            .ToListAsync(cancellationToken);
}

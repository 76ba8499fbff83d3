using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using ServiceDefaults.Authentication;

namespace Reporting.Delegations;

/// <summary>The delegations that Registry told of.</summary>
internal sealed class DelegatedPosts(ReportingDb db) : IDelegatedPosts
{
    /// <summary>Who decides, and who scores: in each of these posts two acts on one matter are two persons' (P-5).</summary>
    public IReadOnlyList<string> SeparatedRoles { get; } = [Roles.DistrictReviewer, Roles.CityReviewer, Roles.Leader, Roles.Expert];

    public async Task<IReadOnlyList<DelegatedPost>> OfAsync(string subject, Guid named, DateOnly today, CancellationToken cancellationToken) =>
        await db.Delegations.AsNoTracking()
            .Where(d => (d.DeputySubject == subject || d.PrincipalSubject == subject) && (d.Until >= today || d.Id == named))
            .Select(d => new DelegatedPost(
                d.Id, d.Jurisdiction, d.District, d.Role, d.PrincipalSubject, d.PrincipalName, d.DeputySubject, d.From, d.Until, d.RevokedAt))
            .ToListAsync(cancellationToken);
}

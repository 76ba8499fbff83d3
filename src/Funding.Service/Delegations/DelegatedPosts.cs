using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;

namespace Funding.Delegations;

/// <summary>The delegations that Registry told of.</summary>
internal sealed class DelegatedPosts(FundingDb db, RunningDelegations running) : IDelegatedPosts
{
    public IReadOnlyList<string> SeparatedRoles { get; } = [Roles.FinanceMaker, Roles.FinanceApprover, Roles.Leader];

    public async Task<IReadOnlyList<DelegatedPost>> OfAsync(string subject, Guid named, DateOnly today, CancellationToken cancellationToken)
    {
        if (named == Guid.Empty && await NoneAsync(today, cancellationToken))
        {
            return [];
        }

        return await db.Delegations.AsNoTracking()
            .Where(d => (d.DeputySubject == subject || d.PrincipalSubject == subject) && (d.Until >= today || d.Id == named))
            .Select(d => new DelegatedPost(
                d.Id, d.Jurisdiction, d.District, d.Role, d.PrincipalSubject, d.PrincipalName, d.DeputySubject, d.From, d.Until, d.RevokedAt))
            .ToListAsync(cancellationToken);
    }

    private async Task<bool> NoneAsync(DateOnly today, CancellationToken cancellationToken)
    {
        if (!running.AreNone)
        {
            running.Saw(await db.Delegations.AnyAsync(d => d.Until >= today && d.RevokedAt == null, cancellationToken));
        }

        return running.AreNone;
    }
}

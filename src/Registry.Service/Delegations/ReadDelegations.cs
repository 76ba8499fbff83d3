using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Delegations;

/// <summary>The delegations that a person gave or holds, newest first; auditors and leaders see those of their jurisdiction.</summary>
internal static class ReadDelegations
{
    public static async Task<Page<DelegationView>> ListAsync(
        bool? running, PageQuery page, HttpContext http, RegistryDb db, BusinessClock clock, CancellationToken cancellationToken)
    {
        var (caller, today) = (http.Caller(), clock.Today);
        var (subject, jurisdiction, all) = (caller.Subject, caller.Jurisdiction, caller.IsAny(Roles.Leader, Roles.Auditor));
        var delegations = db.Delegations.AsNoTracking()
            .Where(d => d.Jurisdiction == jurisdiction && (all || d.PrincipalSubject == subject || d.DeputySubject == subject));
        delegations = running is null ? delegations : delegations.Where(d => (d.RevokedAt == null && d.From <= today && d.Until >= today) == running);
        return (await delegations.ToPageAsync(page, d => d.Id, cancellationToken, newestFirst: true)).Select(d => DelegationView.Of(d, today));
    }
}

/// <summary>A delegation, and whether it runs today.</summary>
internal sealed record DelegationView(
    Guid Id,
    string Role,
    string? District,
    string PrincipalSubject,
    string PrincipalName,
    string DeputySubject,
    string DeputyName,
    DateOnly From,
    DateOnly Until,
    string Reason,
    DateTime GivenAt,
    DateTime? RevokedAt,
    bool Running,
    long Version) : IETagged
{
    public static DelegationView Of(Delegation delegation, DateOnly today) => new(
        delegation.Id,
        delegation.Role,
        delegation.District,
        delegation.PrincipalSubject,
        delegation.PrincipalName,
        delegation.DeputySubject,
        delegation.DeputyName,
        delegation.From,
        delegation.Until,
        delegation.Reason,
        delegation.GivenAt,
        delegation.RevokedAt,
        delegation.RunsOn(today),
        delegation.Version);
}

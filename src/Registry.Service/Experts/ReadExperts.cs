using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Experts;

/// <summary>The experts of a jurisdiction, for those who appoint them; an expert sees its own entry.</summary>
internal static class ReadExperts
{
    public static async Task<Page<ExpertView>> HandleAsync(PageQuery page, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var (jurisdiction, subject, all) = (caller.Jurisdiction, caller.Subject, caller.IsAny(Roles.CityReviewer, Roles.Leader, Roles.Auditor));
        var experts = db.Experts.AsNoTracking().Where(e => e.Jurisdiction == jurisdiction && (all || e.Subject == subject));
        return (await experts.ToPageAsync(page, e => e.Id, cancellationToken)).Select(ExpertView.Of);
    }
}

/// <summary>An expert as it is shown to itself and to those who appoint it, in Reporting by its account.</summary>
internal sealed record ExpertView(
    Guid Id, string Name, string? OrganisationCode, string? OrganisationName, IReadOnlyList<string> Fields, DateTime EnrolledAt, string Subject, long Version) : IETagged
{
    public static ExpertView Of(Expert expert) => new(
        expert.Id, expert.Name, expert.OrganisationCode, expert.OrganisationName, expert.Fields, expert.EnrolledAt, expert.Subject, expert.Version);
}

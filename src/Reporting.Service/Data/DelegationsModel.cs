using Microsoft.EntityFrameworkCore;
using Reporting.Delegations;

namespace Reporting.Data;

/// <summary>Who may act for whom.</summary>
internal static class DelegationsModel
{
    public static void DescribeDelegations(this ModelBuilder modelBuilder) => modelBuilder.Entity<Delegation>(delegation =>
    {
        delegation.Property(d => d.Id).ValueGeneratedNever();
        delegation.HasIndex(d => new { d.DeputySubject, d.Until });
        delegation.HasIndex(d => new { d.PrincipalSubject, d.Until });
        delegation.HasIndex(d => new { d.EndTold, d.Until });
    });
}

using Funding.Appropriations;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;

namespace Funding.Data;

/// <summary>Appropriations and what changes them.</summary>
internal static class AppropriationsModel
{
    public static void DescribeAppropriations(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Appropriation>(appropriation =>
        {
            appropriation.Property(a => a.Id).ValueGeneratedNever();
            appropriation.Property(a => a.Sheet).HasMaxLength(PlatformDbContext.UnboundedText);
            appropriation.ComplexProperty(a => a.Proposed);
            appropriation.ComplexProperty(a => a.Approved);
            appropriation.ComplexProperty(a => a.Withdrawn);
            appropriation.Ignore(a => a.LeftFen).Ignore(a => a.Makers).Ignore(a => a.Approvers);
            appropriation.HasIndex(a => new { a.Jurisdiction, a.Id });
            appropriation.HasMany(a => a.Changes).WithOne().HasForeignKey(c => c.AppropriationId).OnDelete(DeleteBehavior.Restrict);

            // ZS-03: one row carries a year's cap. A withdrawn proposal leaves the year free.
            appropriation.HasIndex(a => new { a.Programme, a.FiscalYear }).IsUnique().HasFilter("\"Status\" <> 'Withdrawn'");
        });
        modelBuilder.Entity<AppropriationChange>(change =>
        {
            change.Property(c => c.Id).ValueGeneratedNever();
            change.Property(c => c.Sheet).HasMaxLength(PlatformDbContext.UnboundedText);
            change.ComplexProperty(c => c.Proposed);
            change.ComplexProperty(c => c.Approved);
            change.ComplexProperty(c => c.Withdrawn);
            change.HasIndex(c => new { c.Jurisdiction, c.Id });
            change.HasOne<Appropriation>().WithMany().HasForeignKey(c => c.IntoId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

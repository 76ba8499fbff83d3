using Funding.Accounts;
using Funding.Deadlines;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;

namespace Funding.Data;

/// <summary>Deadline cases, their entries and the warnings before.</summary>
internal static class DeadlinesModel
{
    public static void DescribeDeadlines(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<DeadlineCase>(row =>
        {
            row.Property(c => c.Id).ValueGeneratedNever();
            row.Property(c => c.Sheet).HasMaxLength(PlatformDbContext.UnboundedText);
            row.ComplexProperty(c => c.Confirmed);
            row.HasIndex(c => new { c.InstitutionId, c.Deadline, c.Number }).IsUnique();
            row.HasIndex(c => new { c.Jurisdiction, c.Status, c.Id });
            row.HasOne<FundingAccount>().WithMany().HasForeignKey(c => c.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<DeadlineEntry>(entry =>
        {
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.Ignore(e => e.ChangeFen);
            entry.HasIndex(e => new { e.CaseId, e.Id });
            entry.HasIndex(e => new { e.InstitutionId, e.FiscalYear });
            entry.HasOne<DeadlineCase>().WithMany().HasForeignKey(e => e.CaseId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<DeadlineWarning>(warning =>
        {
            // ZS-08: each warning once, however often and wherever the sweep runs.
            warning.HasKey(w => new { w.InstitutionId, w.Deadline, w.Days });
            warning.HasOne<FundingAccount>().WithMany().HasForeignKey(w => w.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

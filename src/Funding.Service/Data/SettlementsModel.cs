using Funding.Accounts;
using Funding.Settlements;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;

namespace Funding.Data;

/// <summary>Published results, settlement runs and settlements.</summary>
internal static class SettlementsModel
{
    public static void DescribeSettlements(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PublishedResult>(result =>
        {
            result.HasKey(r => new { r.InstitutionId, r.FiscalYear });
            result.Ignore(r => r.Review);
            result.HasIndex(r => new { r.Jurisdiction, r.IsPending, r.ReviewId });
            result.HasIndex(r => new { r.Jurisdiction, r.Programme, r.FiscalYear, r.IsPending, r.InstitutionId });
            result.HasOne<FundingAccount>().WithMany().HasForeignKey(r => r.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<SettlementRun>(run =>
        {
            run.Property(r => r.Id).ValueGeneratedNever();
            run.Ignore(r => r.IsDone);
            run.ComplexProperty(r => r.Opened);
            run.ComplexProperty(r => r.Committed);
            run.ComplexProperty(r => r.Discarded);
            run.HasIndex(r => new { r.Jurisdiction, r.Id });
        });
        modelBuilder.Entity<SettlementLine>(line =>
        {
            line.HasKey(l => new { l.RunId, l.InstitutionId });
            line.HasIndex(l => new { l.RunId, l.State, l.InstitutionId });
            line.HasOne<SettlementRun>().WithMany().HasForeignKey(l => l.RunId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Settlement>(settlement =>
        {
            settlement.Property(s => s.Id).ValueGeneratedNever();
            settlement.HasIndex(s => new { s.InstitutionId, s.FiscalYear }).IsUnique();
            settlement.HasIndex(s => new { s.Jurisdiction, s.FiscalYear, s.Id });
            settlement.HasOne<FundingAccount>().WithMany().HasForeignKey(s => s.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<SettlementRevision>(revision =>
        {
            revision.Property(r => r.Id).ValueGeneratedNever();
            revision.Property(r => r.Sheet).HasMaxLength(PlatformDbContext.UnboundedText);
            revision.HasIndex(r => new { r.SettlementId, r.Revision }).IsUnique();
            revision.HasOne<Settlement>().WithMany().HasForeignKey(r => r.SettlementId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

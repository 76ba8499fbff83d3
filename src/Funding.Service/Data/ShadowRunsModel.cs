using Funding.ShadowRuns;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Attachments;
using ServiceDefaults.Data;

namespace Funding.Data;

/// <summary>Shadow runs, their tables, findings and faults.</summary>
internal static class ShadowRunsModel
{
    private const int HashLength = 64;

    public static void DescribeShadowRuns(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ShadowRun>(run =>
        {
            run.Property(r => r.Id).ValueGeneratedNever();
            run.Property(r => r.Summary).HasMaxLength(PlatformDbContext.UnboundedText);
            run.Property(r => r.FaultZh).HasMaxLength(FindingDetail.LongestText);
            run.Property(r => r.FaultEn).HasMaxLength(FindingDetail.LongestText);
            run.Property(r => r.PackHash).HasMaxLength(HashLength);
            run.ComplexProperty(r => r.Begun);
            run.HasIndex(r => new { r.Jurisdiction, r.Id });
        });
        modelBuilder.Entity<ShadowTable>(table =>
        {
            table.HasKey(t => new { t.ShadowRunId, t.Number });
            table.Property(t => t.Number).ValueGeneratedNever();
            table.Property(t => t.Titles).HasMaxLength(PlatformDbContext.UnboundedText);
            table.Property(t => t.Preview).HasMaxLength(PlatformDbContext.UnboundedText);
            table.Property(t => t.Mapping).HasMaxLength(PlatformDbContext.UnboundedText);
            table.HasOne<ShadowRun>().WithMany().HasForeignKey(t => t.ShadowRunId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Attachment>().WithMany().HasForeignKey(t => t.AttachmentId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<ShadowFinding>(finding =>
        {
            finding.HasKey(f => new { f.ShadowRunId, f.Number });
            finding.Property(f => f.Number).ValueGeneratedNever();
            finding.Property(f => f.ClauseId).HasMaxLength(HashLength);
            finding.Property(f => f.Zh).HasMaxLength(FindingDetail.LongestText);
            finding.Property(f => f.En).HasMaxLength(FindingDetail.LongestText);
            finding.Property(f => f.Identity).HasMaxLength(HashLength);
            finding.Property(f => f.Detail).HasMaxLength(PlatformDbContext.UnboundedText);
            finding.HasOne<ShadowRun>().WithMany().HasForeignKey(f => f.ShadowRunId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<ShadowFault>(fault =>
        {
            fault.HasKey(f => new { f.ShadowRunId, f.Number });
            fault.Property(f => f.Number).ValueGeneratedNever();
            fault.HasOne<ShadowRun>().WithMany().HasForeignKey(f => f.ShadowRunId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

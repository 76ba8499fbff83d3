using Microsoft.EntityFrameworkCore;
using Reporting.Evidence;
using Reporting.Extensions;
using Reporting.Missing;
using Reporting.PeriodicReports;
using ServiceDefaults.Attachments;
using ServiceDefaults.Data;

namespace Reporting.Data;

/// <summary>The tables of what a bureau decides about a cycle's reports, and of the files behind their figures.</summary>
internal static class CyclesModel
{
    public static void DescribeCycles(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<DeadlineExtension>(e =>
        {
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.DocumentNumber).HasMaxLength(DecisionPaper.LongestNumber);
            e.Property(x => x.Reason).HasMaxLength(PlatformDbContext.UnboundedText);
            e.HasIndex(x => new { x.ReportId, x.Number }).IsUnique();
            e.HasIndex(x => new { x.Status, x.Id });
            e.HasOne(x => x.Institution).WithMany().HasForeignKey(x => x.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<MissingList>(e =>
        {
            e.Property(l => l.Id).ValueGeneratedNever();
            e.Property(l => l.Programme).HasMaxLength(80);
            e.Property(l => l.Jurisdiction).HasMaxLength(40);
            e.Property(l => l.DocumentNumber).HasMaxLength(DecisionPaper.LongestNumber);

            // Whoever was extended, or forgotten, is recorded by a later list.
            e.HasIndex(l => new { l.Programme, l.Year, l.Round });
            e.HasIndex(l => new { l.Jurisdiction, l.Status, l.Id });
            e.HasMany(l => l.Reports).WithOne().HasForeignKey(m => m.ListId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<MissingReport>(e =>
        {
            e.HasKey(m => new { m.ListId, m.ReportId });

            // EO-12: a miss is recorded once.
            e.HasIndex(m => m.ReportId).IsUnique();
            e.HasOne(m => m.Report).WithMany().HasForeignKey(m => m.ReportId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<ReportEvidence>(e =>
        {
            e.HasKey(x => x.AttachmentId);
            e.Property(x => x.AttachmentId).ValueGeneratedNever();
            e.Property(x => x.Figure).HasMaxLength(80);
            e.HasIndex(x => x.ReportId);
            e.HasOne<Attachment>().WithMany().HasForeignKey(x => x.AttachmentId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

using Microsoft.EntityFrameworkCore;
using Reporting.Monitoring;
using Reporting.PeriodicReports;
using ServiceDefaults.Data;

namespace Reporting.Data;

/// <summary>The tables of periodic reports and of what the city makes of them.</summary>
internal static class PeriodicReportsModel
{
    public static void DescribePeriodicReports(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PeriodicReport>(e =>
        {
            e.Property(r => r.Id).ValueGeneratedNever();
            e.Property(r => r.Programme).HasMaxLength(80);
            e.Property(r => r.Sections).HasMaxLength(PlatformDbContext.UnboundedText);
            e.Property(r => r.Indicators).HasMaxLength(PlatformDbContext.UnboundedText);
            e.Property(r => r.Explanations).HasMaxLength(PlatformDbContext.UnboundedText);
            e.Ignore(r => r.Text);

            // ZS-28: a span's report is opened once, whoever sweeps.
            e.HasIndex(r => new { r.InstitutionId, r.Year, r.Round }).IsUnique();
            e.HasIndex(r => new { r.Programme, r.Year, r.Round, r.Id });
            e.HasIndex(r => new { r.Status, r.DueOn });
            e.HasIndex(r => new { r.Programme, r.DueOn });
            e.HasOne(r => r.Institution).WithMany().HasForeignKey(r => r.InstitutionId).OnDelete(DeleteBehavior.Restrict);
            e.HasMany(r => r.Steps).WithOne().HasForeignKey(s => s.ReportId).OnDelete(DeleteBehavior.Restrict);
            e.HasMany(r => r.Extensions).WithOne(x => x.Report).HasForeignKey(x => x.ReportId).OnDelete(DeleteBehavior.Restrict);
            e.HasMany(r => r.Evidence).WithOne().HasForeignKey(x => x.ReportId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<ReportStep>(e =>
        {
            e.Property(s => s.Id).ValueGeneratedNever();
            e.Property(s => s.Reason).HasMaxLength(PlatformDbContext.UnboundedText);
            e.Property(s => s.FieldReasons).HasMaxLength(PlatformDbContext.UnboundedText);
            e.Property(s => s.Content).HasMaxLength(PlatformDbContext.UnboundedText);
        });
        modelBuilder.Entity<MonitoringAnalysis>(e =>
        {
            e.Property(a => a.Id).ValueGeneratedNever();
            e.Property(a => a.Programme).HasMaxLength(80);
            e.Property(a => a.Jurisdiction).HasMaxLength(40);
            e.Property(a => a.Text).HasMaxLength(PlatformDbContext.UnboundedText);
            e.HasIndex(a => new { a.Jurisdiction, a.Programme, a.Year, a.Round });
        });
    }
}

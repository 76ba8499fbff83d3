using Microsoft.EntityFrameworkCore;
using Reporting.Targets;
using ServiceDefaults.Attachments;

namespace Reporting.Data;

/// <summary>The tables of the targets' recorded figures.</summary>
internal static class TargetsModel
{
    public static void DescribeTargets(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<TargetFigure>(e =>
        {
            e.Property(f => f.Id).ValueGeneratedNever();
            e.Property(f => f.Jurisdiction).HasMaxLength(40);
            e.Property(f => f.Programme).HasMaxLength(80);
            e.Property(f => f.Target).HasMaxLength(80);
            e.Property(f => f.District).HasMaxLength(40);
            e.Ignore(f => f.Value);

            // HB-01: a figure is corrected by its next version, and of two at the same moment one is told.
            e.HasIndex(f => new { f.Jurisdiction, f.Programme, f.Target, f.Kind, f.Year, f.District, f.Edition }).IsUnique();
            e.HasMany(f => f.Files).WithOne().HasForeignKey(f => f.FigureId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<TargetFigureFile>(e =>
        {
            e.HasKey(f => f.AttachmentId);
            e.Property(f => f.AttachmentId).ValueGeneratedNever();
            e.HasOne<Attachment>().WithMany().HasForeignKey(f => f.AttachmentId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

using Microsoft.EntityFrameworkCore;
using Registry.Applications;
using Registry.Experts;
using Registry.Selections;
using ServiceDefaults.Data;

namespace Registry.Data;

/// <summary>Tables of experts, selections, score sheets and the offices that persons have held.</summary>
internal static class SelectionsModel
{
    public static void DescribeSelections(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Expert>(expert =>
        {
            expert.HasIndex(e => new { e.Jurisdiction, e.Subject }).IsUnique();
            expert.PrimitiveCollection(e => e.Fields).HasMaxLength(PlatformDbContext.UnboundedText).ElementType().HasMaxLength(PlatformDbContext.DefaultTextLength);
            expert.Property(e => e.OrganisationCode).HasMaxLength(18);
        });
        modelBuilder.Entity<Selection>(selection =>
        {
            selection.HasIndex(s => new { s.Jurisdiction, s.Id });
            selection.OwnsMany(s => s.Drawings, drawings => drawings.ToJson());
            selection.HasMany(s => s.Entries).WithOne().HasForeignKey(e => e.SelectionId);
            selection.HasMany(s => s.Sheets).WithOne().HasForeignKey(s => s.SelectionId);
        });
        modelBuilder.Entity<SelectionEntry>(entry =>
        {
            entry.HasIndex(e => e.ApplicationId).IsUnique();
            entry.Property(e => e.Reason).HasMaxLength(Reasons.MaxLength);
            entry.HasOne<Application>().WithMany().HasForeignKey(e => e.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<OfficeHeld>(held =>
        {
            held.HasKey(h => new { h.ApplicationId, h.Office, h.Subject });
            held.HasOne<Application>().WithMany().HasForeignKey(h => h.ApplicationId);
        });
        modelBuilder.Entity<ScoreSheet>(sheet =>
        {
            sheet.HasIndex(s => new { s.SelectionId, s.ApplicationId, s.ExpertId }).IsUnique();
            sheet.HasIndex(s => new { s.ExpertSubject, s.Id });
            sheet.Property(s => s.Justification).HasMaxLength(Reasons.MaxLength);
            sheet.Property(s => s.RecusalReason).HasMaxLength(Reasons.MaxLength);
            sheet.HasOne<Application>().WithMany(a => a.ScoreSheets).HasForeignKey(s => s.ApplicationId).OnDelete(DeleteBehavior.Restrict);
            sheet.HasOne<Expert>().WithMany().HasForeignKey(s => s.ExpertId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

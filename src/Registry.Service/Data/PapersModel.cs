using Microsoft.EntityFrameworkCore;
using Registry.Applications;
using Registry.Institutions;
using Registry.PapersOnFile;
using ServiceDefaults.Attachments;

namespace Registry.Data;

/// <summary>How papers on file are stored.</summary>
internal static class PapersModel
{
    private const int MaxKindLength = 80;

    public static void DescribePapers(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PaperFolder>(folder =>
        {
            folder.HasKey(f => f.InstitutionId);
            folder.Property(f => f.InstitutionId).ValueGeneratedNever();
            folder.HasOne<Institution>().WithOne().HasForeignKey<PaperFolder>(f => f.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Paper>(paper =>
        {
            paper.Property(p => p.Kind).HasMaxLength(MaxKindLength);
            paper.Property(p => p.Series).HasMaxLength(MaxKindLength + 1 + FilePaper.MaxTitleLength);
            paper.Property(p => p.Note).HasMaxLength(FilePaper.MaxNoteLength);
            paper.Property(p => p.EndReason).HasMaxLength(Reasons.MaxLength);
            paper.HasIndex(p => new { p.InstitutionId, p.Series, p.Number }).IsUnique();
            paper.HasIndex(p => p.ExpiresOn);
            paper.HasOne<Institution>().WithMany().HasForeignKey(p => p.InstitutionId).OnDelete(DeleteBehavior.Restrict);
            paper.HasMany(p => p.Files).WithOne().HasForeignKey(f => f.PaperId);
        });
        modelBuilder.Entity<PaperFile>(file =>
        {
            file.HasKey(f => new { f.PaperId, f.AttachmentId });
            file.HasIndex(f => f.AttachmentId);
            file.HasOne<Attachment>().WithMany().HasForeignKey(f => f.AttachmentId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<PaperWarning>(warning =>
        {
            warning.HasIndex(w => new { w.PaperId, w.DaysBefore }).IsUnique();
            warning.HasOne<Paper>().WithMany().HasForeignKey(w => w.PaperId);
        });
    }
}

using Microsoft.EntityFrameworkCore;
using Registry.Applications;
using Registry.Imports;
using ServiceDefaults.Attachments;

namespace Registry.Data;

/// <summary>The mapping of imports.</summary>
internal static class ImportsModel
{
    public const string Rows = "ImportRow";
    private const int WordLength = 100;
    private const int CodeLength = 18;
    private const int ValueLength = 200;
    private const int TextLength = 1000;

    public static void DescribeImports(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Import>(import =>
        {
            import.ToTable("Import");
            import.Property(i => i.Sha256).HasMaxLength(64);
            import.Property(i => i.FaultZh).HasMaxLength(Reasons.MaxLength);
            import.Property(i => i.FaultEn).HasMaxLength(Reasons.MaxLength);
            import.Property(i => i.Reason).HasMaxLength(Reasons.MaxLength);
            import.HasOne<Attachment>().WithMany().HasForeignKey(i => i.AttachmentId).OnDelete(DeleteBehavior.Restrict);
            import.HasIndex(i => new { i.Jurisdiction, i.Id });
        });
        modelBuilder.Entity<ImportRow>(row =>
        {
            row.ToTable(Rows);
            row.HasKey(r => new { r.ImportId, r.Line });
            row.Property(r => r.Category).HasMaxLength(WordLength);
            row.Property(r => r.Field).HasMaxLength(WordLength);
            row.Property(r => r.HostCode).HasMaxLength(CodeLength);
            row.HasOne<Import>().WithMany().HasForeignKey(r => r.ImportId);
        });
        modelBuilder.Entity<ImportError>(error =>
        {
            error.ToTable("ImportError");
            error.HasKey(e => new { e.ImportId, e.Number });
            error.Property(e => e.Column).HasMaxLength(WordLength);
            error.Property(e => e.Value).HasMaxLength(ValueLength);
            error.Property(e => e.Zh).HasMaxLength(TextLength);
            error.Property(e => e.En).HasMaxLength(TextLength);
            error.HasOne<Import>().WithMany().HasForeignKey(e => e.ImportId);
        });
    }
}

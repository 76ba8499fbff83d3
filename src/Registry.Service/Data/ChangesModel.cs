using Microsoft.EntityFrameworkCore;
using Registry.Applications;
using Registry.Changes;
using Registry.Institutions;
using Registry.Sanctions;

namespace Registry.Data;

/// <summary>The mapping of major changes.</summary>
internal static class ChangesModel
{
    public static void DescribeChanges(this ModelBuilder modelBuilder) => modelBuilder.Entity<MajorChange>(row =>
    {
        row.Property(c => c.Description).HasMaxLength(Reasons.MaxLength);
        row.Property(c => c.Reason).HasMaxLength(Reasons.MaxLength);
        row.PrimitiveCollection(c => c.Kinds).ElementType().HasConversion<string>();
        row.OwnsMany(
            c => c.Findings,
            findings =>
            {
                findings.ToJson();
                findings.Property(f => f.Note).HasMaxLength(Reasons.MaxLength);
            });
        row.HasOne<Institution>().WithMany().HasForeignKey(c => c.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        row.HasOne<SanctionCase>().WithMany().HasForeignKey(c => c.SanctionId).OnDelete(DeleteBehavior.Restrict);
        row.HasIndex(c => new { c.Jurisdiction, c.Status, c.Id });
    });
}

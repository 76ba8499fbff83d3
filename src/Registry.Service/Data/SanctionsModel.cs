using Microsoft.EntityFrameworkCore;
using Registry.Applications;
using Registry.Bans;
using Registry.Institutions;
using Registry.Sanctions;
using ServiceDefaults.Data;

namespace Registry.Data;

/// <summary>The mapping of sanction cases and bans.</summary>
internal static class SanctionsModel
{
    private const int CodeLength = 18;
    private const int WordLength = 40;
    private const int CauseLength = 200;

    public static void DescribeSanctions(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SanctionCase>(row =>
        {
            row.Property(c => c.Ground).HasMaxLength(WordLength);
            row.Property(c => c.Measure).HasMaxLength(WordLength);
            row.Property(c => c.Cause).HasMaxLength(CauseLength);
            row.Property(c => c.Facts).HasMaxLength(Reasons.MaxLength);
            row.Property(c => c.Reason).HasMaxLength(Reasons.MaxLength);
            row.Property(c => c.Sheet).HasMaxLength(PlatformDbContext.UnboundedText);
            row.HasOne<Institution>().WithMany().HasForeignKey(c => c.InstitutionId).OnDelete(DeleteBehavior.Restrict);
            row.HasMany(c => c.Bans).WithOne().HasForeignKey(ban => ban.SanctionId);
            row.HasIndex(c => new { c.Jurisdiction, c.Status, c.Id });

            // The same fact proposes a ground once, however often it is told.
            row.HasIndex(c => new { c.InstitutionId, c.Ground, c.Cause }).IsUnique();
        });
        modelBuilder.Entity<Ban>(row =>
        {
            row.Property(ban => ban.Subject).HasMaxLength(WordLength);
            row.Property(ban => ban.Ground).HasMaxLength(WordLength);
            row.Property(ban => ban.Code).HasMaxLength(CodeLength);
            row.Property(ban => ban.LiftReason).HasMaxLength(Reasons.MaxLength);
            row.Property(ban => ban.Sheet).HasMaxLength(PlatformDbContext.UnboundedText);
            row.PrimitiveCollection(ban => ban.Covers).HasMaxLength(PlatformDbContext.UnboundedText).ElementType().HasMaxLength(PlatformDbContext.DefaultTextLength);
            row.HasMany(ban => ban.Liftings).WithOne().HasForeignKey(lifting => lifting.BanId);
            row.HasIndex(ban => new { ban.Code, ban.Jurisdiction, ban.LastDay });
            row.HasIndex(ban => ban.RegisterEntryId);
        });
        modelBuilder.Entity<BanLifting>(row =>
        {
            row.Property(lifting => lifting.Reason).HasMaxLength(Reasons.MaxLength);
            row.Property(lifting => lifting.Refusal).HasMaxLength(Reasons.MaxLength);
            row.HasIndex(lifting => new { lifting.Status, lifting.BanId });
        });
        modelBuilder.Entity<RectificationWarning>(row =>
        {
            row.HasOne<SanctionCase>().WithOne().HasForeignKey<RectificationWarning>(w => w.SanctionId);
            row.HasIndex(w => new { w.Jurisdiction, w.Id });
        });
    }
}

using Microsoft.EntityFrameworkCore;
using Reporting.Bulletins;
using Reporting.LeagueTables;
using ServiceDefaults.Data;

namespace Reporting.Data;

/// <summary>The tables of league tables and bulletins.</summary>
internal static class LeagueTablesModel
{
    public static void DescribeLeagueTables(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<LeagueTable>(e =>
        {
            e.Property(t => t.Id).ValueGeneratedNever();
            e.Property(t => t.Jurisdiction).HasMaxLength(40);
            e.Property(t => t.Programme).HasMaxLength(80);
            e.Property(t => t.Comparison).HasMaxLength(80);
            e.Property(t => t.Content).HasMaxLength(PlatformDbContext.UnboundedText);
            e.HasIndex(t => new { t.Jurisdiction, t.Programme, t.Comparison, t.Year, t.Round, t.Edition }).IsUnique();
        });
        modelBuilder.Entity<Bulletin>(e =>
        {
            e.Property(b => b.Id).ValueGeneratedNever();
            e.Property(b => b.Jurisdiction).HasMaxLength(40);
            e.Property(b => b.Programme).HasMaxLength(80);
            e.Property(b => b.Clause).HasMaxLength(20);
            e.Property(b => b.Blocks).HasMaxLength(PlatformDbContext.UnboundedText);
            e.Property(b => b.Cases).HasMaxLength(PlatformDbContext.UnboundedText);
            e.Ignore(b => b.NumberText);

            // A number is given once, and drafts have none.
            e.HasIndex(b => new { b.Jurisdiction, b.NumberYear, b.Number }).IsUnique();
            e.HasIndex(b => new { b.Jurisdiction, b.Id });
            e.HasOne<LeagueTable>().WithMany().HasForeignKey(b => b.LeagueTableId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<LibraryCase>(e =>
        {
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Property(c => c.Jurisdiction).HasMaxLength(40);
            e.Property(c => c.Programme).HasMaxLength(80);
            e.Property(c => c.BulletinNumber).HasMaxLength(40);
            e.Property(c => c.Name).HasMaxLength(Commendation.LongestName);
            e.Property(c => c.TextZh).HasMaxLength(Commendation.LongestText);
            e.Property(c => c.TextEn).HasMaxLength(Commendation.LongestText);
            e.Property(c => c.Search).HasMaxLength(PlatformDbContext.UnboundedText);
            e.HasIndex(c => new { c.Jurisdiction, c.Id });
            e.HasOne<Bulletin>().WithMany().HasForeignKey(c => c.BulletinId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

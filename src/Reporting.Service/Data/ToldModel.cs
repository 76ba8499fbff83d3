using Microsoft.EntityFrameworkCore;
using Reporting.Registers;
using Reporting.Spending;
using ServiceDefaults.Data;

namespace Reporting.Data;

/// <summary>The tables of what Registry and Funding told: counted entries and verified spending.</summary>
internal static class ToldModel
{
    public static void DescribeTold(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CountedEntry>(e =>
        {
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Property(c => c.Programme).HasMaxLength(80);
            e.Property(c => c.Register).HasMaxLength(80);
            e.Property(c => c.District).HasMaxLength(40);
            e.Property(c => c.States).HasMaxLength(PlatformDbContext.UnboundedText);
            e.Property(c => c.Answers).HasMaxLength(PlatformDbContext.UnboundedText);
            e.Property(c => c.Version).IsConcurrencyToken();
            e.HasIndex(c => new { c.Programme, c.Register });
            e.HasIndex(c => new { c.InstitutionId, c.Register });
        });
        modelBuilder.Entity<ConfirmedSpending>(e =>
        {
            e.HasKey(s => s.StatementId);
            e.Property(s => s.StatementId).ValueGeneratedNever();
            e.Property(s => s.Programme).HasMaxLength(80);
            e.HasIndex(s => new { s.InstitutionId, s.Programme, s.FiscalYear });
        });
    }
}

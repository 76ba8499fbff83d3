using Funding.YearSummaries;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;

namespace Funding.Data;

/// <summary>The tables of what was told of programmes' years.</summary>
internal static class YearSummariesModel
{
    public static void DescribeYearSummaries(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<YearSummary>(year =>
        {
            year.HasKey(y => new { y.Programme, y.FiscalYear, y.Jurisdiction });
            year.Property(y => y.Programme).HasMaxLength(80);
            year.Property(y => y.Jurisdiction).HasMaxLength(40);
            year.Property(y => y.Told).HasMaxLength(PlatformDbContext.UnboundedText);
            year.Property(y => y.Transfers).HasMaxLength(PlatformDbContext.UnboundedText);
        });
        modelBuilder.Entity<SummedUpTo>(row =>
        {
            row.ToTable("YearsSummedUpTo");
            row.Property(r => r.Id).ValueGeneratedNever();
            row.Property(r => r.Position).IsConcurrencyToken();
        });
    }
}

using Funding.Numbers;
using Microsoft.EntityFrameworkCore;

namespace Funding.Data;

/// <summary>Numbers of notices and decisions.</summary>
internal static class NumbersModel
{
    public static void DescribeNumbers(this ModelBuilder modelBuilder) =>
        modelBuilder.Entity<NumberSeries>(series =>
        {
            series.HasKey(s => new { s.Jurisdiction, s.Kind, s.Year });
            series.Property(s => s.Jurisdiction).HasMaxLength(100);
        });
}

using Microsoft.EntityFrameworkCore;
using Registry.Interpretations;

namespace Registry.Data;

/// <summary>How interpretations are stored.</summary>
internal static class InterpretationsModel
{
    public static void DescribeInterpretations(this ModelBuilder modelBuilder)
    {
        var interpretation = modelBuilder.Entity<Interpretation>();
        interpretation.Property(i => i.Clause).HasMaxLength(20);
        interpretation.Property(i => i.Text).HasMaxLength(EnterInterpretation.MaxTextLength);
        interpretation.HasIndex(i => new { i.Jurisdiction, i.Programme, i.Clause, i.DocumentNumber }).IsUnique();
    }
}

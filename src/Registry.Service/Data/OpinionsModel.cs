using Microsoft.EntityFrameworkCore;
using Registry.Institutions;
using Registry.Opinions;

namespace Registry.Data;

/// <summary>How the register of opinions is stored.</summary>
internal static class OpinionsModel
{
    public static void DescribeOpinions(this ModelBuilder modelBuilder)
    {
        var opinion = modelBuilder.Entity<Opinion>();
        opinion.Property(o => o.Number).HasMaxLength(20);
        opinion.Property(o => o.StandingThen).HasMaxLength(40);
        opinion.Property(o => o.Conclusion).HasMaxLength(RegisterOpinion.MaxConclusionLength);
        opinion.HasIndex(o => o.Number).IsUnique();
        opinion.HasIndex(o => new { o.InstitutionId, o.Serial }).IsUnique();
        opinion.HasIndex(o => new { o.Jurisdiction, o.Programme, o.Id });
        opinion.HasOne<Institution>().WithMany().HasForeignKey(o => o.InstitutionId).OnDelete(DeleteBehavior.Restrict);
    }
}

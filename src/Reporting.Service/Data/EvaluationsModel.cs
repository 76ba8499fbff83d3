using Microsoft.EntityFrameworkCore;
using Reporting.Evaluations;
using ServiceDefaults.Data;

namespace Reporting.Data;

/// <summary>The tables of rounds and evaluations.</summary>
internal static class EvaluationsModel
{
    public static void DescribeEvaluations(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<EvaluationRound>(e =>
        {
            e.Property(r => r.Id).ValueGeneratedNever();
            e.Property(r => r.Programme).HasMaxLength(80);
            e.Property(r => r.Jurisdiction).HasMaxLength(40);
            e.Property(r => r.Scheme).HasMaxLength(80);
            e.Property(r => r.ThirdPartyName).HasMaxLength(ThirdParty.LongestText);
            e.Property(r => r.ThirdPartyCode).HasMaxLength(18);
            e.Property(r => r.DocumentNumber).HasMaxLength(ThirdParty.LongestText);
            e.Ignore(r => r.IsDraft);
            e.HasIndex(r => new { r.Programme, r.Scheme, r.Year }).IsUnique();
            e.HasIndex(r => new { r.Jurisdiction, r.Id });
        });
        modelBuilder.Entity<Evaluation>(e =>
        {
            e.Property(v => v.Id).ValueGeneratedNever();
            e.Property(v => v.Programme).HasMaxLength(80);
            e.Property(v => v.Scheme).HasMaxLength(80);
            e.Property(v => v.ThirdPartyName).HasMaxLength(ThirdParty.LongestText);
            e.Property(v => v.ThirdPartyCode).HasMaxLength(18);
            e.Property(v => v.CommissionNumber).HasMaxLength(ThirdParty.LongestText);
            e.Property(v => v.PublicationNumber).HasMaxLength(ThirdParty.LongestText);

            // ZS-18, ZS-19: one evaluation of a body and year, and one re-evaluation of each failed year.
            e.HasIndex(v => new { v.InstitutionId, v.Kind, v.Year }).IsUnique();
            e.HasIndex(v => v.RoundId);
            e.HasIndex(v => new { v.Year, v.Status, v.Id });
            e.HasOne(v => v.Institution).WithMany().HasForeignKey(v => v.InstitutionId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<EvaluationRound>().WithMany().HasForeignKey(v => v.RoundId).OnDelete(DeleteBehavior.Restrict);
            e.HasMany(v => v.Steps).WithOne().HasForeignKey(s => s.EvaluationId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<EvaluationStep>(e =>
        {
            e.Property(s => s.Id).ValueGeneratedNever();
            e.Property(s => s.Reason).HasMaxLength(PlatformDbContext.UnboundedText);
        });
    }
}

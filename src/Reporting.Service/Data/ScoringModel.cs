using Microsoft.EntityFrameworkCore;
using Reporting.Evaluations;
using Reporting.Objections;
using Reporting.Scoring;
using ServiceDefaults.Data;

namespace Reporting.Data;

/// <summary>The tables of experts' scores, of what meetings make of them, and of objections.</summary>
internal static class ScoringModel
{
    public static void DescribeScoring(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<RoundExpert>(e =>
        {
            e.HasKey(x => new { x.RoundId, x.Subject });
            e.Property(x => x.Subject).HasMaxLength(EvaluationRound.LongestText);
            e.Property(x => x.OrganisationCode).HasMaxLength(18);
            e.HasOne<EvaluationRound>().WithMany(r => r.Experts).HasForeignKey(x => x.RoundId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<RoundDrawing>(e =>
        {
            e.Property(d => d.Id).ValueGeneratedNever();
            e.Property(d => d.Pool).HasMaxLength(PlatformDbContext.UnboundedText);
            e.Property(d => d.Drawn).HasMaxLength(PlatformDbContext.UnboundedText);
            e.HasOne<EvaluationRound>().WithMany(r => r.Drawings).HasForeignKey(d => d.RoundId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<ScoreSheet>(e =>
        {
            e.Property(s => s.Id).ValueGeneratedNever();
            e.Property(s => s.ExpertSubject).HasMaxLength(EvaluationRound.LongestText);
            e.Property(s => s.OrganisationCode).HasMaxLength(18);
            e.Property(s => s.Scores).HasMaxLength(PlatformDbContext.UnboundedText);
            e.Property(s => s.RecusalReason).HasMaxLength(PlatformDbContext.UnboundedText);

            // One expert, one opinion on a body.
            e.HasIndex(s => new { s.EvaluationId, s.ExpertSubject }).IsUnique();
            e.HasIndex(s => new { s.ExpertSubject, s.Status, s.Id });
            e.HasOne(s => s.Evaluation).WithMany(v => v.Sheets).HasForeignKey(s => s.EvaluationId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Moderation>(e =>
        {
            e.Property(m => m.Id).ValueGeneratedNever();
            e.Property(m => m.DocumentNumber).HasMaxLength(EvaluationRound.LongestText);
            e.Property(m => m.Present).HasMaxLength(PlatformDbContext.UnboundedText);
            e.Property(m => m.Reason).HasMaxLength(PlatformDbContext.UnboundedText);
            e.HasIndex(m => m.EvaluationId);
            e.HasOne<Evaluation>().WithMany().HasForeignKey(m => m.EvaluationId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<EvaluationObjection>(e =>
        {
            e.Property(o => o.Id).ValueGeneratedNever();
            e.Property(o => o.Statement).HasMaxLength(PlatformDbContext.UnboundedText);
            e.Property(o => o.Decision).HasMaxLength(PlatformDbContext.UnboundedText);
            e.Property(o => o.DocumentNumber).HasMaxLength(EvaluationRound.LongestText);

            // A publication is objected to once.
            e.HasIndex(o => new { o.EvaluationId, o.Publication }).IsUnique();
            e.HasIndex(o => new { o.Status, o.Id });
            e.HasOne(o => o.Evaluation).WithMany().HasForeignKey(o => o.EvaluationId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

using Microsoft.EntityFrameworkCore;
using Registry.Applications;
using Registry.Calls;
using Registry.CaseDecisions;
using Registry.Delegations;
using Registry.PlanDecisions;
using ServiceDefaults.Data;

namespace Registry.Data;

/// <summary>Tables of calls, case-by-case decisions, decisions on plans and delegations.</summary>
internal static class RoutesModel
{
    private const int SubjectLength = 100;

    public static void DescribeRoutes(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Call>(call =>
        {
            call.Property(c => c.Title).HasMaxLength(PublishCall.MaxTitle);
            call.Property(c => c.Materials).HasMaxLength(PublishCall.MaxMaterials);
            call.Property(c => c.CloseReason).HasMaxLength(Reasons.MaxLength);
            call.PrimitiveCollection(c => c.Categories).HasMaxLength(PlatformDbContext.UnboundedText).ElementType().HasMaxLength(PlatformDbContext.DefaultTextLength);
            call.HasIndex(c => new { c.Jurisdiction, c.DocumentNumber }).IsUnique();
            call.HasIndex(c => new { c.Jurisdiction, c.Programme, c.Id });
        });
        modelBuilder.Entity<CaseDecision>(decision =>
        {
            decision.Property(d => d.SubjectName).HasMaxLength(RecordCaseDecision.MaxName);
            decision.Property(d => d.SubjectCode).HasMaxLength(18);
            decision.Property(d => d.Terms).HasMaxLength(Reasons.MaxLength);
            decision.HasIndex(d => new { d.Jurisdiction, d.DocumentNumber, d.SubjectCode, d.SubjectName }).IsUnique();
            decision.HasIndex(d => new { d.Jurisdiction, d.Programme, d.Id });
            decision.HasOne<Application>().WithMany().HasForeignKey(d => d.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<PlanDecision>(decision =>
        {
            decision.HasIndex(d => new { d.Jurisdiction, d.DocumentNumber }).IsUnique();
            decision.HasIndex(d => new { d.Programme, d.Status });
        });
        modelBuilder.Entity<Delegation>(delegation =>
        {
            delegation.Property(d => d.DeputySubject).HasMaxLength(SubjectLength);
            delegation.Property(d => d.PrincipalSubject).HasMaxLength(SubjectLength);
            delegation.Property(d => d.Reason).HasMaxLength(Reasons.MaxLength);
            delegation.HasIndex(d => new { d.DeputySubject, d.Until });
            delegation.HasIndex(d => new { d.PrincipalSubject, d.Until });
            delegation.HasIndex(d => new { d.Jurisdiction, d.Id });
        });
    }
}

using Funding.Accounts;
using Funding.Claims;
using Funding.Grants;
using Funding.Rewards;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Attachments;
using ServiceDefaults.Data;

namespace Funding.Data;

/// <summary>Claims, claimants' accounts, decisions on amounts and what others pay to a grant.</summary>
internal static class ClaimsModel
{
    private const int HashLength = 64;

    public static void DescribeClaims(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Claim>(claim =>
        {
            claim.Property(c => c.Id).ValueGeneratedNever();
            claim.Property(c => c.Answers).HasMaxLength(PlatformDbContext.UnboundedText);
            claim.Property(c => c.Flags).HasMaxLength(PlatformDbContext.UnboundedText);
            claim.Property(c => c.Sheet).HasMaxLength(PlatformDbContext.UnboundedText);
            claim.Property(c => c.UniqueKey).HasMaxLength(HashLength);
            claim.ComplexProperty(c => c.Submitted);
            claim.ComplexProperty(c => c.Assessed);
            claim.ComplexProperty(c => c.TurnedDown);
            claim.HasIndex(c => new { c.Jurisdiction, c.Status, c.Id });
            claim.HasIndex(c => new { c.ClaimantCode, c.Id });

            // What the pack lets a claimant claim once is claimed once, also by two claims at once.
            claim.HasIndex(c => c.UniqueKey).IsUnique().HasFilter("\"UniqueKey\" IS NOT NULL");
            claim.HasOne<FundingAccount>().WithMany().HasForeignKey(c => c.InstitutionId).OnDelete(DeleteBehavior.Restrict);
            claim.HasMany(c => c.Proofs).WithOne().HasForeignKey(p => p.ClaimId);
        });
        modelBuilder.Entity<ClaimProof>().Property(p => p.Id).ValueGeneratedNever();
        modelBuilder.Entity<ClaimFile>(file =>
        {
            file.HasKey(f => f.AttachmentId);
            file.HasIndex(f => f.ClaimId);
            file.HasOne<Attachment>().WithMany().HasForeignKey(f => f.AttachmentId).OnDelete(DeleteBehavior.Restrict);
            file.HasOne<Claim>().WithMany().HasForeignKey(f => f.ClaimId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<ClaimantAccount>(account =>
        {
            account.Property(a => a.Id).ValueGeneratedNever();

            // HB-04: one row carries a company's ceiling.
            account.HasIndex(a => new { a.Programme, a.Ceiling, a.ClaimantCode, a.FiscalYear }).IsUnique();
        });
        DescribeRewards(modelBuilder);
    }

    private static void DescribeRewards(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<RewardDecision>(decision =>
        {
            decision.Property(d => d.Id).ValueGeneratedNever();
            decision.ComplexProperty(d => d.Proposed);
            decision.ComplexProperty(d => d.Confirmed);
            decision.ComplexProperty(d => d.Withdrawn);
            decision.HasIndex(d => new { d.Jurisdiction, d.Id });

            // One decision a year; a withdrawn one leaves the year free.
            decision.HasIndex(d => new { d.Programme, d.Award, d.Year }).IsUnique().HasFilter("\"Status\" <> 'Withdrawn'");
            decision.HasMany(d => d.Amounts).WithOne().HasForeignKey(a => a.DecisionId);
        });
        modelBuilder.Entity<RewardAmount>().HasKey(a => new { a.DecisionId, a.Key });
        modelBuilder.Entity<GrantShare>().HasKey(s => new { s.GrantId, s.Payer });
        modelBuilder.Entity<Grant>(grant =>
        {
            grant.HasMany(g => g.Shares).WithOne().HasForeignKey(s => s.GrantId);
            grant.HasOne<ClaimantAccount>().WithMany().HasForeignKey(g => g.ClaimantAccountId).OnDelete(DeleteBehavior.Restrict);

            // A body is paid once under a decision, until its payment fell away.
            grant.HasIndex(g => new { g.SourceId, g.RewardedBodyId }).IsUnique()
                .HasFilter("\"RewardedBodyId\" IS NOT NULL AND \"Status\" <> 'Cancelled' AND \"Status\" <> 'Failed' AND \"Status\" <> 'Returned'");
        });
    }
}

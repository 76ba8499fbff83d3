using Funding.Accounts;
using Funding.Advances;
using Funding.Appropriations;
using Funding.Grants;
using Funding.PaymentRuns;
using Funding.Payments;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Attachments;
using ServiceDefaults.Data;

namespace Funding.Data;

/// <summary>Payments of every kind in one table, the runs that gather them and what the bank answers.</summary>
internal static class PaymentsModel
{
    private const int HashLength = 64;
    private const string Discriminator = "PaymentKind";

    public static void DescribePayments(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Payment>(payment =>
        {
            payment.ToTable("Payments");
            payment.HasDiscriminator<string>(Discriminator)
                .HasValue<Advance>(nameof(PaymentKind.Advance)).HasValue<Grant>(nameof(PaymentKind.Grant)).IsComplete();
            payment.Property<string>(Discriminator).HasMaxLength(20);
            payment.Property(p => p.Id).ValueGeneratedNever();
            payment.Property(p => p.Sheet).HasMaxLength(PlatformDbContext.UnboundedText);
            payment.Ignore(p => p.Kind).Ignore(p => p.BodyId).Ignore(p => p.Beneficiary).Ignore(p => p.PayeeOwner).Ignore(p => p.Reference).Ignore(p => p.PaidInto).Ignore(p => p.NetFen).Ignore(p => p.Approvers);
            payment.ComplexProperty(p => p.Proposed);
            payment.ComplexProperty(p => p.FirstApproved);
            payment.ComplexProperty(p => p.Approved);
            payment.ComplexProperty(p => p.Cancelled);
            payment.HasIndex(p => new { p.Jurisdiction, p.Id });
            payment.HasIndex(p => new { p.Jurisdiction, p.Status, p.Id });
            payment.HasIndex(p => new { p.AppropriationId, p.Status, p.Id });
            payment.HasOne<Appropriation>().WithMany().HasForeignKey(p => p.AppropriationId).OnDelete(DeleteBehavior.Restrict);
            payment.HasOne<PaymentRun>().WithMany().HasForeignKey(p => p.PaymentRunId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Advance>(advance =>
        {
            advance.Ignore(a => a.IsTopUp);
            advance.HasIndex(a => new { a.InstitutionId, a.FiscalYear, a.Id });

            // A failed or returned payment is paid again once.
            advance.HasIndex(a => a.ReplacesId).IsUnique()
                .HasFilter("\"ReplacesId\" IS NOT NULL AND \"Status\" <> 'Cancelled' AND \"Status\" <> 'Failed' AND \"Status\" <> 'Returned'");
            advance.HasOne<Advance>().WithMany().HasForeignKey(a => a.ReplacesId).OnDelete(DeleteBehavior.Restrict);
            advance.HasOne<FundingAccount>().WithMany().HasForeignKey(a => a.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Grant>(grant =>
        {
            grant.HasIndex(g => g.SourceId);
            grant.HasIndex(g => new { g.BeneficiaryCode, g.FiscalYear });
        });
        modelBuilder.Entity<PaymentRun>(run =>
        {
            run.Property(r => r.Id).ValueGeneratedNever();
            run.ComplexProperty(r => r.Gathered);
            run.ComplexProperty(r => r.Sealed);
            run.ComplexProperty(r => r.Dissolved);
            run.HasIndex(r => new { r.Jurisdiction, r.Id });
        });
        modelBuilder.Entity<ResultFile>(file =>
        {
            file.Property(f => f.Id).ValueGeneratedNever();
            file.Property(f => f.Sha256).HasMaxLength(HashLength);
            file.ComplexProperty(f => f.Recorded);
            file.HasIndex(f => new { f.PaymentRunId, f.Sha256 }).IsUnique();
            file.HasOne<PaymentRun>().WithMany().HasForeignKey(f => f.PaymentRunId).OnDelete(DeleteBehavior.Restrict);
            file.HasOne<Attachment>().WithMany().HasForeignKey(f => f.AttachmentId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<PaymentResult>(result =>
        {
            // The bank says each thing once, however often its answer is sent.
            result.HasKey(r => new { r.PaymentId, r.Outcome });
            result.ComplexProperty(r => r.Recorded);
            result.HasOne<Payment>().WithMany().HasForeignKey(r => r.PaymentId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

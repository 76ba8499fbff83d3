using System.Text.Json;
using Funding.Accounts;
using Funding.Clawbacks;
using Funding.Decisions;
using Funding.Notices;
using Funding.Objections;
using Funding.Receipts;
using Funding.Settlements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ServiceDefaults.Data;

namespace Funding.Data;

/// <summary>Clawbacks with their notices, objections, decisions and receipts.</summary>
internal static class ClawbacksModel
{
    private static readonly ValueConverter<InstalmentPlan?, string> Plan = new(
        plan => JsonSerializer.Serialize(plan, JsonSerializerOptions.Web), text => JsonSerializer.Deserialize<InstalmentPlan>(text, JsonSerializerOptions.Web));

    public static void DescribeClawbacks(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Clawback>(clawback =>
        {
            clawback.Property(c => c.Id).ValueGeneratedNever();
            clawback.Property(c => c.Sheet).HasMaxLength(PlatformDbContext.UnboundedText);
            clawback.Property(c => c.Plan).HasConversion(Plan).HasMaxLength(PlatformDbContext.UnboundedText);

            // One case for a year and cause (decision 14).
            clawback.HasIndex(c => new { c.InstitutionId, c.FiscalYear, c.Cause }).IsUnique();
            clawback.HasIndex(c => c.SettlementId);
            clawback.HasIndex(c => new { c.Jurisdiction, c.Status, c.Id });
            clawback.HasIndex(c => new { c.Jurisdiction, c.FiscalYear, c.Id });
            clawback.HasIndex(c => new { c.Status, c.DueOn });
            clawback.HasOne<FundingAccount>().WithMany().HasForeignKey(c => c.InstitutionId).OnDelete(DeleteBehavior.Restrict);
            clawback.HasOne<Settlement>().WithMany().HasForeignKey(c => c.SettlementId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Receipt>(receipt =>
        {
            receipt.Property(r => r.Id).ValueGeneratedNever();
            receipt.Ignore(r => r.UnmatchedFen);
            receipt.ComplexProperty(r => r.Recorded);

            // A receipt (缴款书) is money once.
            receipt.HasIndex(r => new { r.Jurisdiction, r.ReceiptNumber }).IsUnique();
            receipt.HasIndex(r => new { r.Jurisdiction, r.Id });
        });
        modelBuilder.Entity<ReceiptPart>(part =>
        {
            part.Property(p => p.Id).ValueGeneratedNever();
            part.ComplexProperty(p => p.Matched);
            part.HasIndex(p => p.ReceiptId);
            part.HasIndex(p => new { p.ClawbackId, p.Id });
            part.HasIndex(p => p.Jurisdiction);
            part.HasOne<Receipt>().WithMany().HasForeignKey(p => p.ReceiptId).OnDelete(DeleteBehavior.Restrict);
            part.HasOne<Clawback>().WithMany().HasForeignKey(p => p.ClawbackId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<ClawbackReminder>(reminder =>
        {
            reminder.HasKey(r => new { r.ClawbackId, r.DueOn, r.Days });
            reminder.HasOne<Clawback>().WithMany().HasForeignKey(r => r.ClawbackId).OnDelete(DeleteBehavior.Restrict);
        });
        DescribeProceedings(modelBuilder);
    }

    private static void DescribeProceedings(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ClawbackDecision>(decision =>
        {
            decision.Property(d => d.Id).ValueGeneratedNever();
            decision.Property(d => d.Sheet).HasMaxLength(PlatformDbContext.UnboundedText);
            decision.Property(d => d.Plan).HasConversion(Plan).HasMaxLength(PlatformDbContext.UnboundedText);
            decision.ComplexProperty(d => d.Proposed);
            decision.ComplexProperty(d => d.Approved);
            decision.ComplexProperty(d => d.Ended);
            decision.HasIndex(d => new { d.Jurisdiction, d.Status, d.Id });
            decision.HasIndex(d => new { d.ClawbackId, d.Status });
            decision.HasIndex(d => new { d.InstitutionId, d.FiscalYear });
            decision.HasIndex(d => d.PaymentId);
            decision.HasOne<Clawback>().WithMany().HasForeignKey(d => d.ClawbackId).OnDelete(DeleteBehavior.Restrict);
            decision.HasOne<Receipt>().WithMany().HasForeignKey(d => d.ReceiptId).OnDelete(DeleteBehavior.Restrict);
            decision.HasOne<Objection>().WithMany().HasForeignKey(d => d.ObjectionId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Objection>(objection =>
        {
            objection.Property(o => o.Id).ValueGeneratedNever();
            objection.Property(o => o.Grounds).HasMaxLength(2000);
            objection.ComplexProperty(o => o.Filed);
            objection.HasIndex(o => new { o.Jurisdiction, o.Status, o.Id });
            objection.HasIndex(o => new { o.ClawbackId, o.Id });
            objection.HasOne<Clawback>().WithMany().HasForeignKey(o => o.ClawbackId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<ClawbackNotice>(notice =>
        {
            notice.Property(n => n.Id).ValueGeneratedNever();
            notice.Property(n => n.NumberText).HasMaxLength(100);
            notice.Property(n => n.Sheet).HasMaxLength(PlatformDbContext.UnboundedText);
            notice.ComplexProperty(n => n.Issued);
            notice.ComplexProperty(n => n.Delivered);
            notice.HasIndex(n => new { n.Jurisdiction, n.NumberText }).IsUnique();
            notice.HasIndex(n => new { n.Jurisdiction, n.Id });
            notice.HasIndex(n => n.ClawbackId);
            notice.HasOne<Clawback>().WithMany().HasForeignKey(n => n.ClawbackId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

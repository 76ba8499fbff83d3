using Funding.Reconciliations;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Attachments;

namespace Funding.Data;

/// <summary>Reconciled days, their movements and differences.</summary>
internal static class ReconciliationsModel
{
    private const int HashLength = 64;

    public static void DescribeReconciliations(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Reconciliation>(day =>
        {
            day.Property(r => r.Id).ValueGeneratedNever();
            day.Property(r => r.Sha256).HasMaxLength(HashLength);
            day.ComplexProperty(r => r.Imported);
            day.HasIndex(r => new { r.Jurisdiction, r.Day }).IsUnique();
            day.HasIndex(r => new { r.Jurisdiction, r.Id });
            day.HasIndex(r => r.OpenDifferences);
            day.HasOne<Attachment>().WithMany().HasForeignKey(r => r.AttachmentId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<StatementEntry>(entry =>
        {
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.HasIndex(e => new { e.ReconciliationId, e.Line });
            entry.HasOne<Reconciliation>().WithMany().HasForeignKey(e => e.ReconciliationId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Difference>(difference =>
        {
            difference.Property(d => d.Id).ValueGeneratedNever();
            difference.Ignore(d => d.Finding);
            difference.ComplexProperty(d => d.Explained);
            difference.HasIndex(d => d.ReconciliationId);
            difference.HasIndex(d => new { d.Jurisdiction, d.Status, d.Id });
            difference.HasOne<Reconciliation>().WithMany().HasForeignKey(d => d.ReconciliationId).OnDelete(DeleteBehavior.Restrict);
        });

        // What the bank's movements are matched by.
        modelBuilder.Entity<PaymentRuns.PaymentResult>().HasIndex(r => r.On);
        modelBuilder.Entity<Receipts.Receipt>().HasIndex(r => new { r.Jurisdiction, r.ReceivedOn });
    }
}

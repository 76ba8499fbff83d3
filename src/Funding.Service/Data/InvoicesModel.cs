using Funding.Invoices;
using Microsoft.EntityFrameworkCore;

namespace Funding.Data;

/// <summary>Invoices that money was accepted against.</summary>
internal static class InvoicesModel
{
    private const int HashLength = 64;

    public static void DescribeInvoices(this ModelBuilder modelBuilder) => modelBuilder.Entity<AcceptedInvoice>(invoice =>
    {
        invoice.Property(i => i.Id).ValueGeneratedNever();
        invoice.Property(i => i.ByName).HasMaxLength(HashLength);
        invoice.Property(i => i.ByCode).HasMaxLength(HashLength);

        // ZS-08, HB-04: an invoice is accepted once, across bodies, years and programmes.
        invoice.HasIndex(i => new { i.Jurisdiction, i.ByName }).IsUnique();
        invoice.HasIndex(i => new { i.Jurisdiction, i.ByCode }).IsUnique().HasFilter("\"ByCode\" IS NOT NULL");
        invoice.HasIndex(i => i.SourceId);
    });
}

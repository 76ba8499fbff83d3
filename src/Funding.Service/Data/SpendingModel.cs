using Funding.Accounts;
using Funding.Spending;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Attachments;

namespace Funding.Data;

/// <summary>Spending statements, vouchers and files.</summary>
internal static class SpendingModel
{
    public static void DescribeSpending(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SpendingStatement>(statement =>
        {
            statement.Property(s => s.Id).ValueGeneratedNever();
            statement.ComplexProperty(s => s.Submitted);
            statement.ComplexProperty(s => s.Verified);
            statement.ComplexProperty(s => s.Confirmed);
            statement.ComplexProperty(s => s.Returned);
            statement.HasIndex(s => new { s.Jurisdiction, s.Status, s.Id });
            statement.HasIndex(s => new { s.InstitutionId, s.Status });
            statement.HasOne<FundingAccount>().WithMany().HasForeignKey(s => s.InstitutionId).OnDelete(DeleteBehavior.Restrict);
            statement.HasMany(s => s.Vouchers).WithOne().HasForeignKey(v => v.StatementId);
        });
        modelBuilder.Entity<Voucher>().Property(v => v.Id).ValueGeneratedNever();
        modelBuilder.Entity<StatementFile>(file =>
        {
            file.HasKey(f => f.AttachmentId);
            file.HasIndex(f => f.StatementId);
            file.HasOne<Attachment>().WithMany().HasForeignKey(f => f.AttachmentId).OnDelete(DeleteBehavior.Restrict);
            file.HasOne<SpendingStatement>().WithMany().HasForeignKey(f => f.StatementId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

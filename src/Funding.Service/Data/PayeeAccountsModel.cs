using Funding.PayeeAccounts;
using Microsoft.EntityFrameworkCore;

namespace Funding.Data;

/// <summary>Accounts on record.</summary>
internal static class PayeeAccountsModel
{
    private const int OwnerLength = 40;

    public static void DescribePayeeAccounts(this ModelBuilder modelBuilder) => modelBuilder.Entity<PayeeAccount>(account =>
    {
        account.Property(a => a.Id).ValueGeneratedNever();
        account.Property(a => a.Owner).HasMaxLength(OwnerLength);
        account.ComplexProperty(a => a.Proposed);
        account.ComplexProperty(a => a.Decided);
        account.HasIndex(a => new { a.Jurisdiction, a.Id });
        account.HasIndex(a => new { a.Jurisdiction, a.Owner, a.Id });

        // An owner is paid to one account, and one change waits at a time.
        account.HasIndex(a => new { a.Jurisdiction, a.Owner }, "IX_PayeeAccounts_Confirmed").IsUnique().HasFilter("\"Status\" = 'Confirmed'");
        account.HasIndex(a => new { a.Jurisdiction, a.Owner }, "IX_PayeeAccounts_Proposed").IsUnique().HasFilter("\"Status\" = 'Proposed'");
    });
}

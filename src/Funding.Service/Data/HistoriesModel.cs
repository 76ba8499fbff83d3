using Funding.Accounts;
using Funding.Histories;
using Funding.ShadowRuns;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;

namespace Funding.Data;

/// <summary>Imports of a bureau's history, their lines and faults.</summary>
internal static class HistoriesModel
{
    public static void DescribeHistories(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<History>(history =>
        {
            history.Property(h => h.Id).ValueGeneratedNever();
            history.Property(h => h.FaultZh).HasMaxLength(FindingDetail.LongestText);
            history.Property(h => h.FaultEn).HasMaxLength(FindingDetail.LongestText);
            history.ComplexProperty(h => h.Made);
            history.ComplexProperty(h => h.Confirmed);
            history.HasIndex(h => new { h.Jurisdiction, h.Id });
            history.HasOne<ShadowRun>().WithMany().HasForeignKey(h => h.ShadowRunId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<HistoryLine>(line =>
        {
            line.HasKey(l => new { l.HistoryId, l.Number });
            line.Property(l => l.Number).ValueGeneratedNever();
            line.Property(l => l.Detail).HasMaxLength(PlatformDbContext.UnboundedText);
            line.HasOne<History>().WithMany().HasForeignKey(l => l.HistoryId).OnDelete(DeleteBehavior.Restrict);
            line.HasOne<FundingAccount>().WithMany().HasForeignKey(l => l.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<HistoryFault>(fault =>
        {
            fault.HasKey(f => new { f.HistoryId, f.Number });
            fault.Property(f => f.Number).ValueGeneratedNever();
            fault.HasOne<History>().WithMany().HasForeignKey(f => f.HistoryId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

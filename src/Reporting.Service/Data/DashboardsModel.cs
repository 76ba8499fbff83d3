using Messaging;
using Microsoft.EntityFrameworkCore;
using Reporting.Dashboards;
using Reporting.Institutions;

namespace Reporting.Data;

/// <summary>The tables of what is projected from the neighbours' events for dashboards, and of the events themselves.</summary>
internal static class DashboardsModel
{
    public static void DescribeDashboards(this ModelBuilder modelBuilder)
    {
        modelBuilder.AddReceivedEvents();
        modelBuilder.Entity<ProgrammeYear>(e =>
        {
            e.HasKey(y => new { y.Jurisdiction, y.Programme, y.FiscalYear });
            e.Property(y => y.Jurisdiction).HasMaxLength(40);
            e.Property(y => y.Programme).HasMaxLength(80);
            e.Property(y => y.Version).IsConcurrencyToken();
        });

        // Two events about one body at the same moment: the later to save fails, looks again, and the highest version wins.
        modelBuilder.Entity<Institution>(e =>
        {
            e.Property(i => i.Version).IsConcurrencyToken();
            e.Property(i => i.PapersVersion).IsConcurrencyToken();
        });
    }
}

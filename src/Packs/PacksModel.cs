using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;

namespace Packs;

/// <summary>The tables of received packs, calendars and decisions on plans.</summary>
public static class PacksModel
{
    private const int HashLength = 64;
    private const int NameLength = 80;

    /// <summary>Adds the tables of received packs, calendars and decisions on plans; called in a service's <c>Describe</c>.</summary>
    public static ModelBuilder AddPacks(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PolicyVersion>(row =>
        {
            row.ToTable("PolicyVersion");
            row.HasKey(version => version.Hash);
            row.Property(version => version.Hash).HasMaxLength(HashLength);
            row.Property(version => version.Programme).HasMaxLength(NameLength);
            row.Property(version => version.Jurisdiction).HasMaxLength(NameLength);
            row.Property(version => version.Content).HasMaxLength(PlatformDbContext.UnboundedText);

            // Which version rules on a day must never be a matter of taste: a second text for the day is not let in.
            row.HasIndex(version => new { version.Programme, version.From }).IsUnique();
        });
        modelBuilder.Entity<CalendarVersion>(row =>
        {
            row.ToTable("CalendarVersion");
            row.HasKey(version => version.Hash);
            row.Property(version => version.Hash).HasMaxLength(HashLength);
            row.Property(version => version.Content).HasMaxLength(PlatformDbContext.UnboundedText);
            row.HasIndex(version => version.Year);
        });
        modelBuilder.Entity<PlanDecision>(row =>
        {
            row.ToTable("PlanDecision");
            row.Property(decision => decision.Id).ValueGeneratedNever();
            row.Property(decision => decision.Programme).HasMaxLength(NameLength);
            row.HasIndex(decision => new { decision.Programme, decision.DecidedOn });
        });
        return modelBuilder;
    }
}

using Microsoft.EntityFrameworkCore;
using Reporting.Deliveries;
using Reporting.Digests;
using Reporting.Notifications;
using Reporting.Webhooks;
using ServiceDefaults.Data;

namespace Reporting.Data;

/// <summary>The tables of what leaves the platform, and of who chose what.</summary>
internal static class DeliveriesModel
{
    public static void DescribeDeliveries(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Delivery>(e =>
        {
            e.Property(d => d.Id).ValueGeneratedNever();
            e.Property(d => d.Key).HasMaxLength(200);
            e.Property(d => d.Jurisdiction).HasMaxLength(40);
            e.Property(d => d.Recipient).HasMaxLength(PreferenceRoutes.LongestAddress);
            e.Property(d => d.Body).HasMaxLength(PlatformDbContext.UnboundedText);

            // Whoever takes it counts its attempts up, and whoever comes second fails.
            e.Property(d => d.Attempts).IsConcurrencyToken();
            e.HasIndex(d => d.Key).IsUnique();
            e.HasIndex(d => new { d.Channel, d.State, d.NextAttemptAt });
        });
        modelBuilder.Entity<NotificationPreference>(e =>
        {
            e.HasKey(p => p.Subject);
            e.Property(p => p.Subject).HasMaxLength(100);
            e.Property(p => p.Jurisdiction).HasMaxLength(40);
            e.Property(p => p.Address).HasMaxLength(PreferenceRoutes.LongestAddress);
            e.Property(p => p.Handle).HasMaxLength(TopicChoices.LongestHandle);
            e.HasMany(p => p.Choices).WithOne().HasForeignKey(c => c.Subject).OnDelete(DeleteBehavior.Cascade);
            e.HasMany(p => p.Subscriptions).WithOne().HasForeignKey(s => s.Subject).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<TopicChoice>(e =>
        {
            e.HasKey(c => new { c.Subject, c.Topic });
            e.Property(c => c.Subject).HasMaxLength(100);
        });
        modelBuilder.Entity<Subscription>(e =>
        {
            e.HasKey(s => new { s.Subject, s.Audience });
            e.Property(s => s.Subject).HasMaxLength(100);
            e.Property(s => s.Audience).HasMaxLength(Audience.Longest);
        });
        modelBuilder.Entity<DigestLine>(e =>
        {
            e.HasKey(l => new { l.Subject, l.NotificationId });
            e.Property(l => l.Subject).HasMaxLength(100);
            e.HasOne<Notification>().WithMany().HasForeignKey(l => l.NotificationId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<Webhook>(e =>
        {
            e.HasKey(w => w.Jurisdiction);
            e.Property(w => w.Jurisdiction).HasMaxLength(40);
            e.Property(w => w.Secret).HasMaxLength(64);
            e.PrimitiveCollection(w => w.Topics).ElementType().HasConversion<string>();
        });
    }
}

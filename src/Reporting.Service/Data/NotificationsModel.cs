using Microsoft.EntityFrameworkCore;
using Reporting.Notifications;

namespace Reporting.Data;

/// <summary>The tables of notices and of who has read them.</summary>
internal static class NotificationsModel
{
    public static void DescribeNotifications(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Notification>(e =>
        {
            e.Property(n => n.Id).ValueGeneratedNever();
            e.Property(n => n.Key).HasMaxLength(Notification.LongestKey);
            e.Property(n => n.Jurisdiction).HasMaxLength(40);
            e.Property(n => n.District).HasMaxLength(40);
            e.Property(n => n.Organisation).HasMaxLength(18);

            // Who is told stands in the addresses.
            e.Ignore(n => n.Roles);
            e.Property(n => n.Subject).HasMaxLength(100);
            e.Property(n => n.Kind).HasMaxLength(40);
            e.Property(n => n.Zh).HasMaxLength(Notification.LongestText);
            e.Property(n => n.En).HasMaxLength(Notification.LongestText);
            e.Property(n => n.Clause).HasMaxLength(40);
            e.Property(n => n.Link).HasMaxLength(200);
            e.HasIndex(n => n.Key).IsUnique();
            e.HasIndex(n => n.Day);
            e.HasMany(n => n.Addresses).WithOne().HasForeignKey(a => a.NotificationId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<NotificationAddress>(e =>
        {
            e.HasKey(a => new { a.Audience, a.NotificationId });
            e.Property(a => a.Audience).HasMaxLength(Audience.Longest);
        });
        modelBuilder.Entity<NotificationRead>(e =>
        {
            e.HasKey(r => new { r.Subject, r.NotificationId });
            e.Property(r => r.Subject).HasMaxLength(100);
            e.HasOne<Notification>().WithMany().HasForeignKey(r => r.NotificationId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}

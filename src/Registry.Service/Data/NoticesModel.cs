using Microsoft.EntityFrameworkCore;
using Registry.Announcements;
using Registry.Applications;
using Registry.Institutions;
using Registry.Notices;
using Registry.Selections;
using ServiceDefaults.Data;

namespace Registry.Data;

/// <summary>Tables of notices, objections and announcements.</summary>
internal static class NoticesModel
{
    private const int CodeLength = 40;

    public static void DescribeNotices(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Notice>(notice =>
        {
            notice.PrimitiveCollection(n => n.WorkingDays).HasMaxLength(PlatformDbContext.UnboundedText);
            notice.HasIndex(n => n.SelectionId).IsUnique();
            notice.HasIndex(n => new { n.Jurisdiction, n.DocumentNumber }).IsUnique();
            notice.HasIndex(n => new { n.Jurisdiction, n.Id });
            notice.HasOne<Selection>().WithMany().HasForeignKey(n => n.SelectionId).OnDelete(DeleteBehavior.Restrict);
            notice.HasMany(n => n.Applications).WithOne().HasForeignKey(line => line.NoticeId);
        });
        modelBuilder.Entity<PostedApplication>(line =>
        {
            line.HasKey(l => l.ApplicationId);
            line.Property(l => l.ApplicationId).ValueGeneratedNever();
            line.HasOne<Application>().WithOne().HasForeignKey<PostedApplication>(l => l.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Objection>(objection =>
        {
            objection.Property(o => o.ReceiptNumber).HasMaxLength(CodeLength);
            objection.Property(o => o.Name).HasMaxLength(RaiseObjection.MaxName);
            objection.Property(o => o.Contact).HasMaxLength(RaiseObjection.MaxContact);
            objection.Property(o => o.Statement).HasMaxLength(Reasons.MaxLength);
            objection.Property(o => o.Findings).HasMaxLength(Reasons.MaxLength);
            objection.Property(o => o.Reason).HasMaxLength(Reasons.MaxLength);
            objection.HasIndex(o => o.ReceiptNumber).IsUnique();
            objection.HasIndex(o => new { o.NoticeId, o.Status, o.Id });
            objection.HasIndex(o => new { o.Jurisdiction, o.Id });
            objection.HasOne<Notice>().WithMany().HasForeignKey(o => o.NoticeId).OnDelete(DeleteBehavior.Restrict);
            objection.HasOne<Application>().WithMany().HasForeignKey(o => o.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    public static void DescribeAnnouncements(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Announcement>(announcement =>
        {
            announcement.HasIndex(a => new { a.Jurisdiction, a.DocumentNumber }).IsUnique();
            announcement.HasIndex(a => new { a.Jurisdiction, a.Id });
            announcement.HasIndex(a => new { a.Programme, a.Year, a.Serial }).IsUnique();
            announcement.HasOne<Notice>().WithMany().HasForeignKey(a => a.NoticeId).OnDelete(DeleteBehavior.Restrict);
            announcement.HasMany(a => a.Centres).WithOne().HasForeignKey(line => line.AnnouncementId);
        });
        modelBuilder.Entity<AnnouncedCentre>(line =>
        {
            line.HasKey(l => l.ApplicationId);
            line.Property(l => l.ApplicationId).ValueGeneratedNever();
            line.Property(l => l.CertificateCode).HasMaxLength(CodeLength);
            line.HasIndex(l => l.CertificateCode).IsUnique();
            line.HasIndex(l => new { l.AnnouncementId, l.Number }).IsUnique();
            line.HasOne<Application>().WithOne().HasForeignKey<AnnouncedCentre>(l => l.ApplicationId).OnDelete(DeleteBehavior.Restrict);
            line.HasOne<Institution>().WithMany().HasForeignKey(l => l.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

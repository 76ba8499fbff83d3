using Microsoft.EntityFrameworkCore;
using Reporting.Tasks;
using ServiceDefaults.Attachments;
using ServiceDefaults.Data;

namespace Reporting.Data;

/// <summary>The tables of the task board.</summary>
internal static class TasksModel
{
    public static void DescribeTasks(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<TaskDuty>(e =>
        {
            e.Property(d => d.Id).ValueGeneratedNever();
            e.Property(d => d.Jurisdiction).HasMaxLength(40);
            e.Property(d => d.Programme).HasMaxLength(80);
            e.Property(d => d.Task).HasMaxLength(80);
            e.Property(d => d.Unit).HasMaxLength(100);
            e.Property(d => d.PersonSubject).HasMaxLength(100);

            // HB-02: a unit has one part in a task, of what recurs one in each year.
            e.HasIndex(d => new { d.Jurisdiction, d.Programme, d.Task, d.Unit, d.Year }).IsUnique();
            e.HasMany(d => d.Entries).WithOne().HasForeignKey(entry => entry.DutyId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<TaskEntry>(e =>
        {
            e.Property(entry => entry.Id).ValueGeneratedNever();
            e.Property(entry => entry.What).HasMaxLength(20);
            e.Property(entry => entry.Text).HasMaxLength(PlatformDbContext.UnboundedText);
            e.HasMany(entry => entry.Files).WithOne().HasForeignKey(f => f.EntryId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<TaskEntryFile>(e =>
        {
            e.HasKey(f => f.AttachmentId);
            e.Property(f => f.AttachmentId).ValueGeneratedNever();
            e.HasOne<Attachment>().WithMany().HasForeignKey(f => f.AttachmentId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Roadmap>(e =>
        {
            e.Property(r => r.Id).ValueGeneratedNever();
            e.Property(r => r.Jurisdiction).HasMaxLength(40);
            e.Property(r => r.Programme).HasMaxLength(80);
            e.HasIndex(r => new { r.Jurisdiction, r.Programme, r.Year });
            e.HasOne<Attachment>().WithMany().HasForeignKey(r => r.AttachmentId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

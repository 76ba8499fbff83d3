using Microsoft.EntityFrameworkCore;
using Registry.Applications;
using Registry.Meetings;
using ServiceDefaults.Data;

namespace Registry.Data;

/// <summary>How the minutes of leading groups are stored.</summary>
internal static class MeetingsModel
{
    private const int WordLength = 80;

    public static void DescribeMeetings(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Meeting>(meeting =>
        {
            meeting.Property(m => m.Majority).HasMaxLength(WordLength);
            meeting.PrimitiveCollection(m => m.WrittenBy).HasMaxLength(PlatformDbContext.UnboundedText).ElementType().HasMaxLength(PlatformDbContext.DefaultTextLength);
            meeting.OwnsMany(m => m.Seats, seats => seats.ToJson());
            meeting.HasIndex(m => new { m.Jurisdiction, m.Programme, m.DocumentNumber }).IsUnique();
            meeting.HasIndex(m => new { m.Jurisdiction, m.Id });
            meeting.HasMany(m => m.Motions).WithOne().HasForeignKey(motion => motion.MeetingId);
        });
        modelBuilder.Entity<Motion>(motion =>
        {
            motion.Property(m => m.Text).HasMaxLength(Reasons.MaxLength);
            motion.OwnsMany(
                m => m.Votes,
                votes =>
                {
                    votes.ToJson();
                    votes.Property(v => v.Reason).HasMaxLength(Reasons.MaxLength);
                });
            motion.HasIndex(m => new { m.MeetingId, m.Number }).IsUnique();
            motion.HasIndex(m => m.SubjectId);
        });
    }
}

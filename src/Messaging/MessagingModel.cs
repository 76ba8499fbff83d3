using Messaging.Inbox;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;

namespace Messaging;

/// <summary>The tables of outbox and inbox.</summary>
public static class MessagingModel
{
    /// <summary>Longest stream key and subject key.</summary>
    internal const int KeyLength = 200;

    private const int NameLength = 100;
    private const int ErrorLength = 1000;

    /// <summary>Adds the tables of outbox and inbox; called in a service's <c>Describe</c>.</summary>
    public static ModelBuilder AddMessaging(this ModelBuilder modelBuilder)
    {
        DescribeOutbox(modelBuilder);
        DescribeInbox(modelBuilder);
        return modelBuilder;
    }

    /// <summary>Adds the table of received events to a service that keeps some (<see cref="MessagingBuilder.Keep{TEvent}"/>).</summary>
    public static ModelBuilder AddReceivedEvents(this ModelBuilder modelBuilder) => modelBuilder.Entity<ReceivedEvent>(row =>
    {
        row.ToTable("ReceivedEvents");
        row.HasKey(received => received.Sequence);
        row.Property(received => received.Sequence).ValueGeneratedOnAdd();
        row.Property(received => received.Type).HasMaxLength(NameLength);
        row.Property(received => received.Subject).HasMaxLength(KeyLength);
        row.Property(received => received.Body).HasMaxLength(PlatformDbContext.UnboundedText);
        row.HasIndex(received => new { received.Subject, received.Sequence });
    });

    /// <summary>What fits into the column of errors.</summary>
    internal static string Shorten(string error) => error.Length <= ErrorLength ? error : error[..ErrorLength];

    private static void DescribeOutbox(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OutboxMessage>(row =>
        {
            row.ToTable("OutboxMessage");
            row.HasKey(message => message.Sequence);
            row.Property(message => message.Sequence).ValueGeneratedOnAdd();
            row.HasIndex(message => message.MessageId).IsUnique();
            row.Property(message => message.StreamKey).HasMaxLength(KeyLength);
            row.Property(message => message.Type).HasMaxLength(NameLength);
            row.Property(message => message.Body).HasMaxLength(PlatformDbContext.UnboundedText);
            row.Property(message => message.TraceParent).HasMaxLength(NameLength);
            row.Property(message => message.LastError).HasMaxLength(ErrorLength);

            // The dispatcher's queries see only what is unpublished, which stays small while the table keeps a week.
            row.HasIndex(message => new { message.StreamKey, message.Sequence }).HasFilter("\"PublishedAt\" IS NULL");
            row.HasIndex(message => message.PublishedAt);
        });
        modelBuilder.Entity<OutboxLease>(row =>
        {
            row.ToTable(OutboxLeaseSql.Table);
            row.HasKey(lease => lease.Name);
            row.Property(lease => lease.Name).HasMaxLength(NameLength);
            row.HasData(new OutboxLease { Name = OutboxLease.Dispatcher, Owner = "", ExpiresAt = DateTime.UnixEpoch, Fence = 0 });
        });
    }

    private static void DescribeInbox(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<InboxMessage>(row =>
        {
            row.ToTable("InboxMessage");
            row.HasKey(message => new { message.MessageId, message.Endpoint });
            row.Property(message => message.Endpoint).HasMaxLength(NameLength);
            row.HasIndex(message => message.ReceivedAt);
        });
        modelBuilder.Entity<InboxWaiting>(row =>
        {
            row.ToTable("InboxWaiting");
            row.HasKey(waiting => waiting.Sequence);
            row.Property(waiting => waiting.Sequence).ValueGeneratedOnAdd();
            row.HasIndex(waiting => new { waiting.SubjectKey, waiting.Sequence });
            row.Property(waiting => waiting.SubjectKey).HasMaxLength(KeyLength);
            row.Property(waiting => waiting.Endpoint).HasMaxLength(NameLength);
            row.Property(waiting => waiting.Type).HasMaxLength(NameLength);
            row.Property(waiting => waiting.Body).HasMaxLength(PlatformDbContext.UnboundedText);
            row.Property(waiting => waiting.TraceParent).HasMaxLength(NameLength);
        });
        modelBuilder.Entity<SubjectTurn>(row =>
        {
            row.ToTable("InboxSubjectTurn");
            row.HasKey(turn => turn.Slot);
            row.Property(turn => turn.Slot).ValueGeneratedNever();
            row.HasData(Enumerable.Range(0, SubjectTurn.Slots).Select(slot => new SubjectTurn { Slot = slot }));
        });
    }
}

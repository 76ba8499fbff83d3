using Microsoft.EntityFrameworkCore;
using ServiceDefaults.AccessLog;
using ServiceDefaults.Attachments;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Jobs;

namespace ServiceDefaults.Data;

/// <summary>The mapping of the cross-cutting tables.</summary>
internal static class SharedModel
{
    public static void Describe(ModelBuilder model, SharedTables tables)
    {
        if (tables.HasFlag(SharedTables.Clock))
        {
            model.Entity<ClockOffset>().ToTable("ClockOffset").Property(row => row.Id).ValueGeneratedNever();
        }

        if (tables.HasFlag(SharedTables.Idempotency))
        {
            DescribeIdempotency(model);
        }

        if (tables.HasFlag(SharedTables.Jobs))
        {
            DescribeJobs(model);
        }

        if (tables.HasFlag(SharedTables.Attachments))
        {
            DescribeAttachments(model);
        }

        if (tables.HasFlag(SharedTables.AccessLog))
        {
            DescribeAccessLog(model);
        }
    }

    private static void DescribeIdempotency(ModelBuilder model) => model.Entity<IdempotencyRecord>(row =>
    {
        row.ToTable("IdempotencyRecords");
        // Three texts must fit the 900 bytes of a SQL Server key.
        row.HasKey(r => new { r.Subject, r.Endpoint, r.Key });
        row.Property(r => r.Subject).HasMaxLength(100);
        row.Property(r => r.Endpoint).HasMaxLength(150);
        row.Property(r => r.Key).HasMaxLength(IdempotencyKeys.LongestKey);
        row.Property(r => r.RequestHash).HasMaxLength(64);
        row.HasIndex(r => r.StoredAt);
    });

    private static void DescribeJobs(ModelBuilder model) => model.Entity<Job>(row =>
    {
        row.ToTable("Jobs");
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Kind).HasMaxLength(100);
        row.Property(r => r.Input).HasMaxLength(PlatformDbContext.UnboundedText);
        row.Property(r => r.Checkpoint).HasMaxLength(PlatformDbContext.UnboundedText);
        row.Property(r => r.Result).HasMaxLength(PlatformDbContext.UnboundedText);
        row.HasIndex(r => new { r.State, r.LeaseExpiresAt });
    });

    private static void DescribeAccessLog(ModelBuilder model) => model.Entity<AccessEntry>(row =>
    {
        row.ToTable("AccessLog");
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Person).HasMaxLength(100);
        row.Property(r => r.PersonName).HasMaxLength(100);
        row.Property(r => r.Jurisdiction).HasMaxLength(100);
        row.Property(r => r.Method).HasMaxLength(10);
        row.Property(r => r.Route).HasMaxLength(200);
        row.Property(r => r.SubjectId).HasMaxLength(100);
        row.HasIndex(r => new { r.Jurisdiction, r.Id });
        row.HasIndex(r => new { r.SubjectId, r.Id });
        row.HasIndex(r => new { r.Person, r.Id });
        row.HasIndex(r => r.At);
    });

    private static void DescribeAttachments(ModelBuilder model)
    {
        model.Entity<Attachment>(row =>
        {
            row.ToTable("Attachments");
            row.Property(r => r.Id).ValueGeneratedNever();
            row.Property(r => r.Sha256).HasMaxLength(64);
            row.Property(r => r.MediaType).HasMaxLength(100);
            row.PrimitiveCollection(r => r.Cautions).HasMaxLength(200).ElementType().HasMaxLength(40);
        });
        model.Entity<AttachmentChunk>(row =>
        {
            row.ToTable("AttachmentChunks");
            row.HasKey(r => new { r.AttachmentId, r.Position });
            row.HasOne<Attachment>().WithMany().HasForeignKey(r => r.AttachmentId);
            row.Property(r => r.Sha256).HasMaxLength(32);
        });
    }
}

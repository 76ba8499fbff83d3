using System.Security.Cryptography;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ServiceDefaults.Data;

namespace ServiceDefaults.Attachments;

/// <summary>Takes files in and gives them out, as hashed chunks in the service's own database.</summary>
public sealed partial class AttachmentStore
{
    /// <summary>The largest attachment: 50 MB.</summary>
    public const long MostBytes = 50 << 20;

    private const int ChunkBytes = 256 * 1024;
    private const int ChunksOfOneSave = 16;

    private readonly PlatformDbContext db;
    private readonly TimeProvider system;
    private readonly ILogger<AttachmentStore> logger;
    private readonly Clamd? scanner;

    internal AttachmentStore(PlatformDbContext db, TimeProvider system, ILogger<AttachmentStore> logger, Clamd? scanner) =>
        (this.db, this.system, this.logger, this.scanner) = (db, system, logger, scanner);

    /// <summary>
    /// Stores a file. It is received, checked and scanned before the write begins, so that a slow sender holds no transaction;
    /// inside a running write it joins that one.
    /// </summary>
    /// <param name="content">The bytes.</param>
    /// <param name="fileName">The name, as its sender gives it.</param>
    /// <param name="uploadedBy">A token's subject.</param>
    /// <param name="cancellationToken">Ends the receiving.</param>
    /// <param name="checksum">The SHA-256 that the sender has computed; null = none given.</param>
    public async Task<Outcome<Attachment>> SaveAsync(
        Stream content, string? fileName, string uploadedBy, CancellationToken cancellationToken, string? checksum = null)
    {
        if (FileNames.Clean(fileName) is not { } name)
        {
            return AttachmentRefusals.Unnamed;
        }

        await using var received = Spool();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (!await ReceiveAsync(content, received, hash, cancellationToken))
        {
            return AttachmentRefusals.TooLarge(MostBytes);
        }

        var sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        if (checksum is not null && !checksum.Trim().Equals(sha256, StringComparison.OrdinalIgnoreCase))
        {
            return AttachmentRefusals.WrongChecksum(name, checksum, sha256);
        }

        if (!(await CheckAsync(received, name, cancellationToken)).Accepted(out var seen, out var refused))
        {
            return refused;
        }

        var attachment = new Attachment
        {
            FileName = name,
            MediaType = seen.MediaType,
            Cautions = [.. seen.Cautions.Order(StringComparer.Ordinal)],
            LengthBytes = received.Length,
            Sha256 = sha256,
            UploadedBy = uploadedBy,
            UploadedAt = system.GetUtcNow().UtcDateTime,
            Scanned = scanner is not null,
        };
        await db.WriteAsync(ct => StoreAsync(attachment, received, ct), cancellationToken);
        return attachment;
    }

    /// <summary>The attachment; null where there is none.</summary>
    public Task<Attachment?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.Set<Attachment>().AsNoTracking().SingleOrDefaultAsync(attachment => attachment.Id == id, cancellationToken);

    /// <summary>Writes the bytes to <paramref name="target"/>, one chunk in memory at a time.</summary>
    /// <exception cref="InvalidDataException">A chunk is missing or is not what was stored.</exception>
    public async Task CopyToAsync(Attachment attachment, Stream target, CancellationToken cancellationToken)
    {
        var chunks = (attachment.LengthBytes + ChunkBytes - 1) / ChunkBytes;
        for (var position = 0; position < chunks; position++)
        {
            var at = position;
            var chunk = await db.Set<AttachmentChunk>().AsNoTracking()
                .SingleOrDefaultAsync(row => row.AttachmentId == attachment.Id && row.Position == at, cancellationToken);
            if (chunk is null || !SHA256.HashData(chunk.Content).AsSpan().SequenceEqual(chunk.Sha256))
            {
                throw new InvalidDataException($"Chunk {position} of attachment {attachment.Id} is missing or damaged. Restore it from a backup.");
            }

            await target.WriteAsync(chunk.Content, cancellationToken);
        }
    }

    /// <summary>The attachment as a file that can be read twice and is gone once it is closed.</summary>
    /// <exception cref="InvalidDataException">A chunk is missing or is not what was stored.</exception>
    public async Task<FileStream> OpenAsync(Attachment attachment, CancellationToken cancellationToken)
    {
        var file = Spool();
        await CopyToAsync(attachment, file, cancellationToken);
        file.Position = 0;
        return file;
    }

    /// <summary>Deletes attachments that nothing refers to any more; joins the running write.</summary>
    public Task DeleteAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) => db.WriteAsync(
        async ct =>
        {
            await db.Set<AttachmentChunk>().Where(chunk => ids.Contains(chunk.AttachmentId)).ExecuteDeleteAsync(ct);
            await db.Set<Attachment>().Where(attachment => ids.Contains(attachment.Id)).ExecuteDeleteAsync(ct);
        },
        cancellationToken);

    /// <summary>A file that is gone once it is closed.</summary>
    internal static FileStream Spool() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        });

    private static async Task<bool> ReceiveAsync(Stream content, FileStream received, IncrementalHash hash, CancellationToken cancellationToken)
    {
        var buffer = new byte[ChunkBytes];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (received.Length + read > MostBytes)
            {
                return false;
            }

            hash.AppendData(buffer, 0, read);
            await received.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        await received.FlushAsync(cancellationToken);
        return true;
    }

    private async Task<Outcome<Seen>> CheckAsync(FileStream received, string name, CancellationToken cancellationToken)
    {
        if (received.Length == 0)
        {
            return AttachmentRefusals.Empty(name);
        }

        received.Position = 0;
        var start = new byte[Math.Min(MediaTypes.SniffedBytes, received.Length)];
        await received.ReadExactlyAsync(start, cancellationToken);
        if (MediaTypes.Of(name, start) is not { } mediaType)
        {
            return AttachmentRefusals.WrongType(name);
        }

        var cautions = new HashSet<string>(StringComparer.Ordinal) as IReadOnlySet<string>;
        if (MediaTypes.IsZip(start))
        {
            var (fault, inside) = await Archives.InspectAsync(received, cancellationToken);
            if (fault is not null || !MediaTypes.FitsContent(mediaType, inside.Names))
            {
                return fault is { } found ? AttachmentRefusals.Archive(name, found) : AttachmentRefusals.WrongType(name);
            }

            cautions = inside.Cautions;
        }

        return await ScanAsync(received, name, cancellationToken) is { } refused ? refused : new Seen(mediaType, cautions);
    }

    private sealed record Seen(string MediaType, IReadOnlySet<string> Cautions);

    private async Task<Refusal?> ScanAsync(FileStream received, string name, CancellationToken cancellationToken)
    {
        if (scanner is null)
        {
            return null;
        }

        received.Position = 0;
        try
        {
            return await scanner.ScanAsync(received, cancellationToken) is { } found ? AttachmentRefusals.Infected(name, found) : null;
        }
        catch (IOException e)
        {
            Log.ScannerAway(logger, e);
            return AttachmentRefusals.Unscanned();
        }
    }

    private async Task StoreAsync(Attachment attachment, FileStream received, CancellationToken cancellationToken)
    {
        db.Add(attachment);
        received.Position = 0;
        var unsaved = new List<AttachmentChunk>(ChunksOfOneSave);
        for (var position = 0; received.Position < received.Length; position++)
        {
            var content = new byte[Math.Min(ChunkBytes, received.Length - received.Position)];
            await received.ReadExactlyAsync(content, cancellationToken);
            unsaved.Add(new AttachmentChunk { AttachmentId = attachment.Id, Position = position, Content = content, Sha256 = SHA256.HashData(content) });
            if (unsaved.Count == ChunksOfOneSave)
            {
                await SaveChunksAsync(unsaved, cancellationToken);
            }
        }

        await SaveChunksAsync(unsaved, cancellationToken);
    }

    // Saved by the handful and let go of, so that 50 MB are never in memory at once.
    private async Task SaveChunksAsync(List<AttachmentChunk> unsaved, CancellationToken cancellationToken)
    {
        db.AddRange(unsaved);
        await db.SaveChangesAsync(cancellationToken);
        unsaved.ForEach(chunk => db.Entry(chunk).State = EntityState.Detached);
        unsaved.Clear();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The virus scanner is not available; an upload was refused.")]
        public static partial void ScannerAway(ILogger logger, Exception exception);
    }
}

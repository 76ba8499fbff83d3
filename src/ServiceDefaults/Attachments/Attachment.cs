namespace ServiceDefaults.Attachments;

/// <summary>A file in the service's own database, so that a backup of it is whole. Its bytes are in <see cref="AttachmentChunk"/>.</summary>
public sealed class Attachment
{
    /// <summary>The key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The name without folders and control characters.</summary>
    public required string FileName { get; init; }

    /// <summary>The media type, as its bytes say.</summary>
    public required string MediaType { get; init; }

    /// <summary>Length in bytes, at most 50 MB.</summary>
    public long LengthBytes { get; init; }

    /// <summary>SHA-256 of the whole, hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Who sent it (a token's subject).</summary>
    public required string UploadedBy { get; init; }

    /// <summary>When, by the system clock.</summary>
    public DateTime UploadedAt { get; init; }

    /// <summary>What its reader is told before opening it, of <see cref="Attachments.Cautions"/>.</summary>
    public List<string> Cautions { get; init; } = [];

    /// <summary>Whether a virus scanner has seen it; without a configured scanner it has not.</summary>
    public bool Scanned { get; init; }
}

/// <summary>A piece of an attachment.</summary>
internal sealed class AttachmentChunk
{
    public Guid AttachmentId { get; init; }

    /// <summary>0, 1, 2, …</summary>
    public int Position { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/>.</summary>
    public required byte[] Sha256 { get; init; }
}

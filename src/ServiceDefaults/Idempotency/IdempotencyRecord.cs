namespace ServiceDefaults.Idempotency;

/// <summary>What was answered under a caller's key, kept so that a repeated request gets the same answer and has no second effect.</summary>
internal sealed class IdempotencyRecord
{
    public required string Subject { get; init; }

    /// <summary>Method and route pattern.</summary>
    public required string Endpoint { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 of path, query and body, hexadecimal.</summary>
    public required string RequestHash { get; init; }

    /// <summary>When, by the system clock.</summary>
    public DateTime StoredAt { get; init; }

    /// <summary>0 until the work is done, in the same transaction.</summary>
    public int Status { get; set; }

    public string? ContentType { get; set; }

    public string? Location { get; set; }

    public string? ETag { get; set; }

    public byte[] Body { get; set; } = [];
}

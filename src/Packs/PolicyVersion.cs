namespace Packs;

/// <summary>A pack's text as Registry published it, stored by hash and never changed: a decision of years ago can be recomputed.</summary>
internal sealed class PolicyVersion
{
    /// <summary>SHA-256 of the content, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    /// <summary>The day from which it rules.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The YAML text.</summary>
    public required string Content { get; init; }

    public required DateTime ReceivedAt { get; init; }
}

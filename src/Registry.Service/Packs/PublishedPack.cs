namespace Registry.Packs;

/// <summary>A version of a policy pack that rules from a day on. It is kept by its hash and never changed.</summary>
internal sealed class PublishedPack
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    /// <summary>The day from which it rules.</summary>
    public required DateOnly From { get; init; }

    /// <summary>SHA-256 of the content, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The YAML text.</summary>
    public required string Content { get; init; }

    public required DateTime PublishedAt { get; init; }

    /// <summary>Who proposed and who approved it; null for a file that came with the platform.</summary>
    public Guid? ProposalId { get; init; }
}

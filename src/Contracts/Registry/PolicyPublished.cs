namespace Contracts.Registry;

/// <summary>A policy pack came into the platform. Carries content and hash; a consumer stores it by hash and never changes it.</summary>
[EventName("registry.policy-published", "funding", "reporting")]
public sealed record PolicyPublished
{
    /// <summary>The programme the pack rules.</summary>
    public required string Programme { get; init; }

    /// <summary>The day from which this version of the pack rules.</summary>
    public required DateOnly From { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/> in UTF-8, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The YAML text.</summary>
    public required string Content { get; init; }
}

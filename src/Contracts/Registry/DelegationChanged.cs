namespace Contracts.Registry;

/// <summary>
/// A post was given to a deputy for a bounded time, or taken back before its last day. Revoked once is revoked for good, whatever order
/// the events arrive in.
/// </summary>
[EventName("registry.delegation-changed", "funding", "reporting")]
public sealed record DelegationChanged
{
    /// <summary>The delegation.</summary>
    public required Guid DelegationId { get; init; }

    /// <summary>The bureau.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>The district of the post; null for the city's.</summary>
    public string? District { get; init; }

    /// <summary>The role that is given.</summary>
    public required string Role { get; init; }

    /// <summary>Whose post it is.</summary>
    public required string PrincipalSubject { get; init; }

    /// <summary>That person's name.</summary>
    public required string PrincipalName { get; init; }

    /// <summary>Who acts in it.</summary>
    public required string DeputySubject { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Whether it was taken back.</summary>
    public required bool IsRevoked { get; init; }
}

using Contracts.Registry;
using ServiceDefaults.Data;

namespace Registry.Delegations;

/// <summary>A reviewer's, approver's or leader's post, given to a deputy for a bounded time. What the deputy does in it is recorded as done for the reviewer.</summary>
internal sealed class Delegation : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Jurisdiction { get; init; }

    /// <summary>The district of the post; null for the city's.</summary>
    public string? District { get; init; }

    /// <summary>The role that is given.</summary>
    public required string Role { get; init; }

    public required string PrincipalSubject { get; init; }

    public required string PrincipalName { get; init; }

    public required string DeputySubject { get; init; }

    public required string DeputyName { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day of it.</summary>
    public required DateOnly Until { get; init; }

    public required string Reason { get; init; }

    public required DateTime GivenAt { get; init; }

    /// <summary>When the reviewer took it back; null where it runs to its last day.</summary>
    public DateTime? RevokedAt { get; set; }

    public long Version { get; set; }

    /// <summary>Whether the deputy may act in it.</summary>
    public bool RunsOn(DateOnly day) => RevokedAt is null && From <= day && day <= Until;

    /// <summary>What the services are told in which these posts are.</summary>
    public DelegationChanged Announce() => new()
    {
        DelegationId = Id,
        Jurisdiction = Jurisdiction,
        District = District,
        Role = Role,
        PrincipalSubject = PrincipalSubject,
        PrincipalName = PrincipalName,
        DeputySubject = DeputySubject,
        From = From,
        Until = Until,
        IsRevoked = RevokedAt is not null,
    };
}

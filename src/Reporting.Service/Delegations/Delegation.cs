using Contracts.Registry;

namespace Reporting.Delegations;

/// <summary>A post that was given to a deputy for a bounded time, as Registry told it.</summary>
internal sealed class Delegation
{
    public required Guid Id { get; init; }

    public required string Jurisdiction { get; init; }

    public string? District { get; init; }

    public required string Role { get; init; }

    public required string PrincipalSubject { get; init; }

    public required string PrincipalName { get; init; }

    public required string DeputySubject { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day of it.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>When it was heard that it was taken back.</summary>
    public DateTime? RevokedAt { get; set; }

    /// <summary>Whether its end was told to both.</summary>
    public bool EndTold { get; set; }

    public static Delegation Of(DelegationChanged said) => new()
    {
        Id = said.DelegationId,
        Jurisdiction = said.Jurisdiction,
        District = said.District,
        Role = said.Role,
        PrincipalSubject = said.PrincipalSubject,
        PrincipalName = said.PrincipalName,
        DeputySubject = said.DeputySubject,
        From = said.From,
        Until = said.Until,
    };
}

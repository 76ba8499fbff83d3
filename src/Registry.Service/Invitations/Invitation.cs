using ServiceDefaults.Data;

namespace Registry.Invitations;

/// <summary>
/// A district or the city invites a person to act for an organisation. Who redeems its code is bound to that organisation and place; the
/// code itself is shown once, and only its hash is kept.
/// </summary>
internal sealed class Invitation : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Jurisdiction { get; init; }

    public required string District { get; init; }

    public string? Park { get; init; }

    /// <summary>Social credit code.</summary>
    public required string OrganisationCode { get; init; }

    public required string OrganisationName { get; init; }

    /// <summary>The whole name of the person invited: nobody of another name redeems it.</summary>
    public required string Name { get; init; }

    /// <summary>The account's e-mail address, where the inviter knows it; then no account of another redeems it.</summary>
    public string? Email { get; init; }

    /// <summary>SHA-256 of the code, hexadecimal.</summary>
    public required string CodeHash { get; init; }

    /// <summary>The last day on which it may be redeemed.</summary>
    public required DateOnly ExpiresOn { get; init; }

    public InvitationStatus Status { get; set; } = InvitationStatus.Open;

    public required DateTime InvitedAt { get; init; }

    public required string InvitedBySubject { get; init; }

    public required string InvitedByName { get; init; }

    /// <summary>Who redeems it, from the moment on at which it is taken: the binding may still have to be repeated.</summary>
    public string? RedeemedBySubject { get; set; }

    public string? RedeemedByName { get; set; }

    public DateTime? RedeemedAt { get; set; }

    public DateTime? RevokedAt { get; set; }

    public string? RevokedByName { get; set; }

    /// <summary>Why it was revoked.</summary>
    public string? Reason { get; set; }

    public long Version { get; set; }
}

/// <summary>Where an invitation stands; whether it has expired is a matter of the day.</summary>
internal enum InvitationStatus
{
    /// <summary>Waits for its person.</summary>
    Open,

    /// <summary>Taken by its person; the account is being bound, which the same person may repeat.</summary>
    Taken,

    /// <summary>The account is bound.</summary>
    Redeemed,

    /// <summary>Taken back by who invited.</summary>
    Revoked,
}

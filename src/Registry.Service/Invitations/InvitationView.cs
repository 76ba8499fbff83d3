using ServiceDefaults.Problems;

namespace Registry.Invitations;

/// <summary>An invitation as it is shown.</summary>
internal sealed record InvitationView : IETagged
{
    public required Guid Id { get; init; }

    public required string District { get; init; }

    public required string? Park { get; init; }

    public required string OrganisationCode { get; init; }

    public required string OrganisationName { get; init; }

    public required string Name { get; init; }

    public required string? Email { get; init; }

    public required DateOnly ExpiresOn { get; init; }

    public required InvitationStatus Status { get; init; }

    /// <summary>Whether it is open and its last day is over.</summary>
    public required bool Expired { get; init; }

    public required DateTime InvitedAt { get; init; }

    public required string InvitedByName { get; init; }

    public required string? RedeemedByName { get; init; }

    public required DateTime? RedeemedAt { get; init; }

    public required DateTime? RevokedAt { get; init; }

    public required string? RevokedByName { get; init; }

    public required string? Reason { get; init; }

    /// <summary>The code, in the answer to who made the invitation and never again.</summary>
    public required string? Code { get; init; }

    public required long Version { get; init; }

    public static InvitationView Of(Invitation invitation, DateOnly today, string? code = null) => new()
    {
        Id = invitation.Id,
        District = invitation.District,
        Park = invitation.Park,
        OrganisationCode = invitation.OrganisationCode,
        OrganisationName = invitation.OrganisationName,
        Name = invitation.Name,
        Email = invitation.Email,
        ExpiresOn = invitation.ExpiresOn,
        Status = invitation.Status,
        Expired = invitation.Status == InvitationStatus.Open && invitation.ExpiresOn < today,
        InvitedAt = invitation.InvitedAt,
        InvitedByName = invitation.InvitedByName,
        RedeemedByName = invitation.RedeemedByName,
        RedeemedAt = invitation.RedeemedAt,
        RevokedAt = invitation.RevokedAt,
        RevokedByName = invitation.RevokedByName,
        Reason = invitation.Reason,
        Code = code,
        Version = invitation.Version,
    };
}

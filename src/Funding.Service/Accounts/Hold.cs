namespace Funding.Accounts;

/// <summary>A stop on a body's payments, with its reason, until another person releases it.</summary>
internal sealed class Hold
{
    public required Guid Id { get; init; }

    public required Guid InstitutionId { get; init; }

    public required string Reason { get; init; }

    public required Signature Placed { get; init; }

    public Signature? Released { get; set; }

    public string? ReleaseReason { get; set; }
}

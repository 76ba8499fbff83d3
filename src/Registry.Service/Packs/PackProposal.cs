using ServiceDefaults.Data;

namespace Registry.Packs;

internal enum ProposalStatus
{
    Open,
    Approved,
}

/// <summary>A pack that one person proposes and another approves.</summary>
internal sealed class PackProposal : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    public required DateOnly From { get; init; }

    public required string Hash { get; init; }

    public required string Content { get; init; }

    public ProposalStatus Status { get; set; } = ProposalStatus.Open;

    public required DateTime ProposedAt { get; init; }

    public required string ProposedBySubject { get; init; }

    public required string ProposedByName { get; init; }

    public DateTime? ApprovedAt { get; set; }

    public string? ApprovedBySubject { get; set; }

    public string? ApprovedByName { get; set; }

    public long Version { get; set; }
}

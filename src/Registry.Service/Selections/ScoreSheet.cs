using ServiceDefaults.Data;

namespace Registry.Selections;

/// <summary>Where a score sheet stands.</summary>
internal enum SheetStatus
{
    Open,
    Scored,

    /// <summary>The expert does not score this application: it, or its organisation, has a part in it.</summary>
    Recused,
}

/// <summary>One expert's view of one application in a selection (ZS-15); no other expert sees it.</summary>
internal sealed class ScoreSheet : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid SelectionId { get; init; }

    public required Guid ApplicationId { get; init; }

    public required Guid ExpertId { get; init; }

    /// <summary>The expert's account: the only one that may write in it.</summary>
    public required string ExpertSubject { get; init; }

    public required string ExpertName { get; init; }

    public SheetStatus Status { get; set; } = SheetStatus.Open;

    /// <summary>0 to 100.</summary>
    public int? Score { get; set; }

    /// <summary>Whether the expert finds that the application meets the conditions of recognition.</summary>
    public bool? MeetsConditions { get; set; }

    public string? Justification { get; set; }

    public DateTime? ScoredAt { get; set; }

    /// <summary>Why the expert does not score it.</summary>
    public string? RecusalReason { get; set; }

    /// <summary>Who declared the recusal; null where the platform found the conflict.</summary>
    public string? RecusedByName { get; set; }

    public long Version { get; set; }
}

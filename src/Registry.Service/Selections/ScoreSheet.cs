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

/// <summary>Why an expert does not score an application.</summary>
internal enum RecusalGround
{
    /// <summary>The organisation that it works for is a party of the application.</summary>
    Organisation,

    /// <summary>It had a hand in filing the application.</summary>
    Filing,

    /// <summary>It recommended the application for its district.</summary>
    Recommendation,

    /// <summary>It declared a conflict of its own.</summary>
    Declared,

    /// <summary>The city ordered it.</summary>
    Ordered,
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

    /// <summary>How far the first opinions lay apart when this one was asked for as a further one; null on a first opinion.</summary>
    public int? FirstSpread { get; init; }

    public SheetStatus Status { get; set; } = SheetStatus.Open;

    /// <summary>0 to 100.</summary>
    public int? Score { get; set; }

    /// <summary>Whether the expert finds that the application meets the conditions of recognition.</summary>
    public bool? MeetsConditions { get; set; }

    public string? Justification { get; set; }

    public DateTime? ScoredAt { get; set; }

    public RecusalGround? RecusalGround { get; set; }

    /// <summary>The party that it works for, or the words of the declaration or order.</summary>
    public string? RecusalReason { get; set; }

    public void Recuse(RecusalGround ground, string? reason) => (Status, RecusalGround, RecusalReason) = (SheetStatus.Recused, ground, reason);

    public long Version { get; set; }
}

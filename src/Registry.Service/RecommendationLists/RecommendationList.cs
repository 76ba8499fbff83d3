namespace Registry.RecommendationLists;

/// <summary>A district's numbered document that recommends applications to the city; only what is on one reaches it (ZS-14).</summary>
internal sealed class RecommendationList
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    public required string District { get; init; }

    public required string DocumentNumber { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required string IssuedBySubject { get; init; }

    public required string IssuedByName { get; init; }

    public List<RecommendedApplication> Applications { get; init; } = [];
}

/// <summary>One line of a list. An application is recommended once.</summary>
internal sealed class RecommendedApplication
{
    public required Guid ApplicationId { get; init; }

    public Guid RecommendationListId { get; init; }

    /// <summary>Order on the list, from 1.</summary>
    public required int Number { get; init; }

    public required string Title { get; init; }

    public required string Organisation { get; init; }
}

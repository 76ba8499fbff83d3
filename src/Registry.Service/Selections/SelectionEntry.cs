namespace Registry.Selections;

/// <summary>What a selection has made of one application.</summary>
internal enum EntryOutcome
{
    /// <summary>Not concluded yet.</summary>
    Pending,

    /// <summary>On the proposal list; after the city's decision: on the decided list.</summary>
    Proposed,

    /// <summary>Not on the proposal list; <see cref="SelectionEntry.Shortfall"/> says why.</summary>
    NotProposed,

    /// <summary>Proposed by the experts, struck by the city with a reason (ZS-26).</summary>
    Struck,

    /// <summary>Taken back by its applicant meanwhile.</summary>
    Withdrawn,
}

/// <summary>Why an application is not on the proposal list.</summary>
internal enum Shortfall
{
    /// <summary>Too few of the experts found that it meets the conditions.</summary>
    ConditionsNotMet,

    /// <summary>Its mean is below the passing score.</summary>
    BelowPassingScore,

    /// <summary>It would pass, but others are better and the places are taken (merit track).</summary>
    BeyondPlaces,
}

/// <summary>One application in a selection. An application is in one selection only.</summary>
internal sealed class SelectionEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid SelectionId { get; init; }

    public required Guid ApplicationId { get; init; }

    /// <summary>Order of entry, from 1.</summary>
    public required int Number { get; init; }

    public required string Title { get; init; }

    public required string Organisation { get; init; }

    public EntryOutcome Outcome { get; set; }

    public Shortfall? Shortfall { get; set; }

    /// <summary>Place among those that pass, from 1; equal means share a place. Null where it does not pass.</summary>
    public int? Rank { get; set; }

    /// <summary>Mean of the scores in hundredths of a point, half-even: 8567 = 85.67.</summary>
    public int? MeanHundredths { get; set; }

    /// <summary>How many experts scored it.</summary>
    public int Scores { get; set; }

    /// <summary>How many of them found that it meets the conditions.</summary>
    public int FoundMet { get; set; }

    /// <summary>How far the first opinions lay apart, in points.</summary>
    public int? Spread { get; set; }

    /// <summary>Why the city struck it.</summary>
    public string? Reason { get; set; }
}

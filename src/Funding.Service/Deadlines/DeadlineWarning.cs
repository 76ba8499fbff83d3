namespace Funding.Deadlines;

/// <summary>A warning before the last day for a recognition (ZS-08). There is one for a body, deadline and number of days.</summary>
internal sealed class DeadlineWarning
{
    public required Guid InstitutionId { get; init; }

    public required DateOnly Deadline { get; init; }

    /// <summary>How many days before the deadline it comes due.</summary>
    public required int Days { get; init; }

    /// <summary>The day on which it came due.</summary>
    public DateOnly DueOn => Deadline.AddDays(-Days);

    /// <summary>The day on which it was written; later than due where the service stood still.</summary>
    public required DateOnly WrittenOn { get; init; }
}

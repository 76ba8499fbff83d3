namespace Funding.Clawbacks;

/// <summary>That a clawback was found overdue: once for each due day and stage, however often and wherever the sweep runs.</summary>
internal sealed class ClawbackReminder
{
    public required Guid ClawbackId { get; init; }

    /// <summary>The day that was missed.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The stage: days overdue.</summary>
    public required int Days { get; init; }

    public required DateOnly WrittenOn { get; init; }

    /// <summary>What was overdue then.</summary>
    public required long OverdueFen { get; init; }
}

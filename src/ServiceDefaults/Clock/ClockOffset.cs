namespace ServiceDefaults.Clock;

/// <summary>How far the business clock of this database stands before the system clock; at most one row, in development only.</summary>
internal sealed class ClockOffset
{
    public const int TheOnly = 1;

    public int Id { get; init; } = TheOnly;

    /// <summary>In ticks of 100 ns, never falling; negative where a story begins in the past (<see cref="ClockStart"/>).</summary>
    public long OffsetTicks { get; set; }
}

namespace ServiceDefaults.Clock;

/// <summary>
/// The law's time. It is the system's, moved forward by the offset of this database in development. Tokens, leases and retries
/// take <see cref="TimeProvider"/> instead, so that a moved clock logs nobody out.
/// </summary>
public sealed class BusinessClock
{
    /// <summary>
    /// Asia/Shanghai (P-1). A fixed offset is right: China has had one zone and no daylight saving since 15 September 1991, and
    /// every day that the platform knows is later. It needs no zone data on the machine.
    /// </summary>
    public static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    private readonly TimeProvider system;
    private readonly ClockOffsets offsets;

    internal BusinessClock(TimeProvider system, ClockOffsets offsets) => (this.system, this.offsets) = (system, offsets);

    /// <summary>The instant, in UTC, as it is stored.</summary>
    public DateTime UtcNow => system.GetUtcNow().UtcDateTime + offsets.Current;

    /// <summary>The instant with Shanghai's offset, as people read it.</summary>
    public DateTimeOffset Now => new DateTimeOffset(UtcNow).ToOffset(Shanghai);

    /// <summary>The law's day.</summary>
    public DateOnly Today => DayOf(UtcNow);

    /// <summary>The day in Shanghai of an instant in UTC.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(utc + Shanghai);

    /// <summary>The first instant of a day in Shanghai, in UTC.</summary>
    public static DateTime StartOf(DateOnly day) => DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue) - Shanghai, DateTimeKind.Utc);
}

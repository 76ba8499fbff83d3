namespace Packs;

/// <summary>
/// A year's working-day calendar as Registry published it (P-3), stored by hash and never changed. A year may have two: a test
/// calendar, and the published one that took its place.
/// </summary>
internal sealed class CalendarVersion
{
    /// <summary>SHA-256 of the content, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    public required int Year { get; init; }

    /// <summary>The YAML text.</summary>
    public required string Content { get; init; }

    public required DateTime ReceivedAt { get; init; }
}

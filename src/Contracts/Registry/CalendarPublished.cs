namespace Contracts.Registry;

/// <summary>A year's working-day calendar came into the platform (P-3). Carries content and hash, as a pack does.</summary>
[EventName("registry.calendar-published", "funding", "reporting")]
public sealed record CalendarPublished
{
    /// <summary>The calendar year.</summary>
    public required int Year { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/> in UTF-8, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The YAML text, which names its State Council notice.</summary>
    public required string Content { get; init; }
}

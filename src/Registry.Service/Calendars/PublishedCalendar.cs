namespace Registry.Calendars;

/// <summary>A year's working-day calendar (P-3). A year has at most one as published, and at most one test calendar before it.</summary>
internal sealed class PublishedCalendar
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required int Year { get; init; }

    /// <summary>Entered to try things out, not published by the State Council; shown as such wherever it is used.</summary>
    public required bool IsTest { get; init; }

    public required string Hash { get; init; }

    public required string Content { get; init; }

    public required DateTime PublishedAt { get; init; }

    /// <summary>Who entered it; null for a file that came with the platform.</summary>
    public string? EnteredByName { get; init; }
}

namespace Funding.Packs;

/// <summary>A year's working-day calendar as Registry published it (P-3), stored by hash and never changed.</summary>
internal sealed class CalendarVersion
{
    public required string Hash { get; init; }

    public required int Year { get; init; }

    public required string Content { get; init; }

    public required DateTime ReceivedAt { get; init; }
}

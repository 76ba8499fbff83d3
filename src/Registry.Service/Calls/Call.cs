using ServiceDefaults.Clock;
using ServiceDefaults.Data;

namespace Registry.Calls;

/// <summary>
/// A call for applications (备案通知, EO-08): open from the first second of its first day to the last second of its last, in Shanghai (P-1).
/// </summary>
internal sealed class Call : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    public required string Title { get; init; }

    /// <summary>The categories of the programme that it asks for.</summary>
    public required List<string> Categories { get; init; }

    public required DateOnly OpensOn { get; init; }

    /// <summary>The last day on which an application is in time.</summary>
    public required DateOnly ClosesOn { get; init; }

    public required string DocumentNumber { get; init; }

    /// <summary>What it says about the materials and how to apply.</summary>
    public required string Materials { get; init; }

    public required string Clause { get; init; }

    public required DateTime PublishedAt { get; init; }

    public required string PublishedBySubject { get; init; }

    public required string PublishedByName { get; init; }

    /// <summary>When the bureau closed it before its last day; null where it did not.</summary>
    public DateTime? ClosedAt { get; set; }

    public string? CloseReason { get; set; }

    public string? ClosedByName { get; set; }

    public long Version { get; set; }

    /// <summary>The day with which it is over.</summary>
    public DateOnly LastDay => ClosedAt is { } closed && BusinessClock.DayOf(closed) < ClosesOn ? BusinessClock.DayOf(closed) : ClosesOn;

    /// <summary>Whether it takes applications at an instant.</summary>
    public bool IsOpenAt(DateTime now) => BusinessClock.DayOf(now) >= OpensOn && !IsOverAt(now);

    /// <summary>Whether it has closed.</summary>
    public bool IsOverAt(DateTime now) => BusinessClock.DayOf(now) > ClosesOn || now >= ClosedAt;

    public bool Covers(string? category) => category is not null && Categories.Contains(category, StringComparer.Ordinal);
}

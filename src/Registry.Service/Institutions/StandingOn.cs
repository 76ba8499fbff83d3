using Contracts.Registry;

namespace Registry.Institutions;

/// <summary>The standing of an institution as of a day, as known at an instant.</summary>
internal static class StandingOn
{
    /// <summary>
    /// The entry that rules <paramref name="day"/>: the latest effective one among those recorded by <paramref name="knownAt"/>;
    /// of two from the same day the one recorded later, a correction. An entry that ends the body takes with it all that had been
    /// recorded before: recognition cancelled from 1 January (ZS-21) does not come back with a rectification of May. Null before the
    /// institution existed.
    /// </summary>
    public static StandingEntry? Find(IEnumerable<StandingEntry> history, DateOnly day, DateTime? knownAt = null)
    {
        var known = history.Where(entry => entry.EffectiveFrom <= day && (knownAt is null || entry.RecordedAt <= knownAt)).ToList();
        var end = known.Where(entry => Standings.HasEnded(entry.Standing)).Max(entry => (int?)entry.Number);
        return known
            .Where(entry => end is null || entry.Number >= end)
            .OrderBy(entry => entry.EffectiveFrom)
            .ThenBy(entry => entry.Number)
            .LastOrDefault();
    }

    /// <summary>The date of the first recognition or filing that was in effect on <paramref name="day"/> and recorded by <paramref name="knownAt"/>; null where none was (ZS-08).</summary>
    public static DateOnly? RecognisedOn(IEnumerable<StandingEntry> history, DateOnly day, DateTime? knownAt = null) =>
        history
            .Where(entry => IsEntry(entry) && entry.EffectiveFrom <= day && (knownAt is null || entry.RecordedAt <= knownAt))
            .Min(entry => (DateOnly?)entry.EffectiveFrom);

    /// <summary>The entry that ended the body last; null where none did. A body may be recognised anew after it.</summary>
    public static StandingEntry? LastEnd(IEnumerable<StandingEntry> history) =>
        history.Where(entry => Standings.HasEnded(entry.Standing)).MaxBy(entry => entry.Number);

    /// <summary>What a rectification left in suspense: a filed body goes back to filed, a recognised one to recognised.</summary>
    public static string BeforeRectification(IReadOnlyCollection<StandingEntry> history) =>
        history.Where(IsEntry).MaxBy(entry => entry.Number)?.Standing ?? Standings.Recognised;

    /// <summary>The first day of the present recognition or filing, one after an end counting anew; null where there is none.</summary>
    public static DateOnly? RecognisedSince(IReadOnlyCollection<StandingEntry> history)
    {
        var end = LastEnd(history)?.Number ?? 0;
        return history.Where(entry => entry.Number > end && IsEntry(entry)).Min(entry => (DateOnly?)entry.EffectiveFrom);
    }

    private static bool IsEntry(StandingEntry entry) => entry.Standing is Standings.Recognised or Standings.Filed;
}

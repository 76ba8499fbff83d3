namespace Registry.Institutions;

/// <summary>The standing of an institution as of a day, as known at an instant.</summary>
internal static class StandingOn
{
    /// <summary>
    /// The entry that rules <paramref name="day"/>: the latest effective one among those recorded by <paramref name="knownAt"/>;
    /// of two from the same day the one recorded later, a correction. Null before the institution existed.
    /// </summary>
    public static StandingEntry? Find(IEnumerable<StandingEntry> history, DateOnly day, DateTime? knownAt = null) =>
        history
            .Where(entry => entry.EffectiveFrom <= day && (knownAt is null || entry.RecordedAt <= knownAt))
            .OrderBy(entry => entry.EffectiveFrom)
            .ThenBy(entry => entry.Number)
            .LastOrDefault();
}

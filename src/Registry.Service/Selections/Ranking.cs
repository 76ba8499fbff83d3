namespace Registry.Selections;

/// <summary>What the experts' scores come to (ZS-01, ZS-15).</summary>
internal static class Ranking
{
    /// <summary>
    /// Fills in mean, rank and outcome of each entry. An application passes when more than half of its experts find that it meets the
    /// conditions and its mean reaches the passing score; the mean is rounded half-even to the hundredth, and equal means share a place.
    /// Directed: all that pass. Merit: the first <paramref name="places"/> of those; where a tie lies across the last place all of
    /// it is proposed, because nobody is cut by chance.
    /// </summary>
    /// <returns>Whether there is such a tie.</returns>
    public static bool Fill(IReadOnlyList<SelectionEntry> entries, ILookup<Guid, ScoreSheet> scored, int passingScore, int? places)
    {
        foreach (var entry in entries)
        {
            Count(entry, [.. scored[entry.ApplicationId]], passingScore);
        }

        var passing = entries.Where(entry => entry.Shortfall is null).ToList();
        foreach (var entry in passing)
        {
            entry.Rank = 1 + passing.Count(other => other.MeanHundredths > entry.MeanHundredths);
        }

        foreach (var entry in passing.Where(entry => entry.Rank > places))
        {
            entry.Shortfall = Shortfall.BeyondPlaces;
        }

        foreach (var entry in entries)
        {
            entry.Outcome = entry.Shortfall is null ? EntryOutcome.Proposed : EntryOutcome.NotProposed;
        }

        return entries.Count(entry => entry.Outcome == EntryOutcome.Proposed) > places;
    }

    private static void Count(SelectionEntry entry, IReadOnlyList<ScoreSheet> sheets, int passingScore)
    {
        var total = sheets.Sum(sheet => sheet.Score!.Value);
        entry.Scores = sheets.Count;
        entry.FoundMet = sheets.Count(sheet => sheet.MeetsConditions == true);
        entry.MeanHundredths = (int)decimal.Round(100m * total / sheets.Count, 0, MidpointRounding.ToEven);
        entry.Shortfall = entry.FoundMet * 2 <= entry.Scores ? Shortfall.ConditionsNotMet
            : total < passingScore * entry.Scores ? Shortfall.BelowPassingScore
            : null;
    }
}

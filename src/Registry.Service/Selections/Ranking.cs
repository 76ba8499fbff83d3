namespace Registry.Selections;

/// <summary>What the experts' scores come to (ZS-01, ZS-15).</summary>
internal static class Ranking
{
    /// <summary>
    /// Fills in mean, rank and outcome of each entry. An application passes when enough of its experts find that it meets the
    /// conditions and its mean reaches the passing score; the mean is rounded half-even to the hundredth, and equal means share a place.
    /// Further opinions count like first ones. Without places all that pass; with places the first of those, as many as there are; where a
    /// tie lies across the last place all of it is proposed, because nobody is cut by chance.
    /// </summary>
    /// <returns>Whether there is such a tie.</returns>
    public static bool Fill(Selection selection, IReadOnlyList<SelectionEntry> entries, ILookup<Guid, ScoreSheet> scored)
    {
        foreach (var entry in entries)
        {
            Count(entry, [.. scored[entry.ApplicationId]], selection);
        }

        var passing = entries.Where(entry => entry.Shortfall is null).ToList();
        foreach (var entry in passing)
        {
            entry.Rank = 1 + passing.Count(other => other.MeanHundredths > entry.MeanHundredths);
        }

        foreach (var entry in passing.Where(entry => entry.Rank > selection.Places))
        {
            entry.Shortfall = Shortfall.BeyondPlaces;
        }

        foreach (var entry in entries)
        {
            entry.Outcome = entry.Shortfall is null ? EntryOutcome.Proposed : EntryOutcome.NotProposed;
        }

        return entries.Count(entry => entry.Outcome == EntryOutcome.Proposed) > selection.Places;
    }

    private static void Count(SelectionEntry entry, IReadOnlyList<ScoreSheet> sheets, Selection selection)
    {
        var total = sheets.Sum(sheet => sheet.Score!.Value);
        entry.Scores = sheets.Count;
        entry.FoundMet = sheets.Count(sheet => sheet.MeetsConditions == true);
        entry.MeanHundredths = (int)decimal.Round(100m * total / sheets.Count, 0, MidpointRounding.ToEven);
        entry.Spread = Dispersion.SpreadOf(selection, entry.ApplicationId);
        var enough = selection.Unanimous switch
        {
            true => entry.FoundMet == entry.Scores,
            false => entry.FoundMet * 2 > entry.Scores,
            null => true,
        };
        entry.Shortfall = !enough ? Shortfall.ConditionsNotMet
            : total < selection.PassingScore * entry.Scores ? Shortfall.BelowPassingScore
            : null;
    }
}

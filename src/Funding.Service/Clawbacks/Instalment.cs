namespace Funding.Clawbacks;

/// <summary>One part of an instalment plan.</summary>
/// <param name="DueOn">The last day on which it is paid in time.</param>
/// <param name="AmountFen">The part.</param>
internal sealed record Instalment(DateOnly DueOn, long AmountFen);

/// <summary>
/// An approved plan to pay in parts. What is outstanding falls from part to part; when a day is due follows from what is still
/// outstanding, whatever brought it down.
/// </summary>
/// <param name="Parts">In the order of their days; together what was outstanding when it was approved.</param>
internal sealed record InstalmentPlan(IReadOnlyList<Instalment> Parts)
{
    /// <summary>The day of the first part that is not wholly covered; the last part's where all are.</summary>
    public DateOnly NextDue(long outstandingFen)
    {
        var left = Parts.Sum(part => part.AmountFen);
        foreach (var part in Parts)
        {
            left -= part.AmountFen;
            if (outstandingFen > left)
            {
                return part.DueOn;
            }
        }

        return Parts[^1].DueOn;
    }

    /// <summary>What should have been paid before a day and was not.</summary>
    public long OverdueFen(long outstandingFen, DateOnly today) =>
        Math.Max(0, outstandingFen - Parts.Where(part => part.DueOn >= today).Sum(part => part.AmountFen));
}

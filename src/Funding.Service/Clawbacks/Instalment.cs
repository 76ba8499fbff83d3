namespace Funding.Clawbacks;

/// <summary>One part of an instalment plan.</summary>
/// <param name="DueOn">The last day on which it is paid in time.</param>
/// <param name="AmountFen">The part.</param>
internal sealed record Instalment(DateOnly DueOn, long AmountFen);

/// <summary>
/// An approved plan to pay in parts. What is outstanding falls from part to part; when a day is due follows from what is still
/// outstanding, whatever brought it down. A plan with a missed part is broken, and runs on once the missed parts are paid.
/// </summary>
/// <param name="Parts">In the order of their days; together what was outstanding when it was approved.</param>
/// <param name="Accelerates">Whether all of the rest is due while the plan is broken, because the decision said so.</param>
internal sealed record InstalmentPlan(IReadOnlyList<Instalment> Parts, bool Accelerates = false)
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

    /// <summary>What of the parts before a day was not paid; the plan is broken while there is something.</summary>
    public long MissedFen(long outstandingFen, DateOnly today) =>
        Math.Max(0, outstandingFen - Parts.Where(part => part.DueOn >= today).Sum(part => part.AmountFen));

    /// <summary>What should have been paid before a day and was not: the missed parts, or by them all of the rest.</summary>
    public long OverdueFen(long outstandingFen, DateOnly today) =>
        MissedFen(outstandingFen, today) is > 0 and var missed ? Accelerates ? outstandingFen : missed : 0;
}

namespace Funding.Clawbacks;

/// <summary>
/// How several causes claim a year's fens once. The fens of a year lie in a row; what was paid above the entitled amount is its end
/// (ZS-07), what was not spent is everything after the spent ones (ZS-08), what a decision claims lies before what is claimed already;
/// and so they overlap. A fen belongs to the cause that claimed it first, as long as any cause claims it. See decision 14.
/// </summary>
internal static class SharedFens
{
    /// <summary>What ZS-07 claims of a year beside what the other causes hold already.</summary>
    /// <param name="aboveEntitledFen">Advance less entitled.</param>
    /// <param name="heldFen">Claimed as unused and by decision.</param>
    /// <param name="besideFen">What ZS-07 claimed when that was decided last: these fens are not among those held.</param>
    public static long OverAdvance(long aboveEntitledFen, long heldFen, long besideFen) =>
        Math.Min(aboveEntitledFen, Math.Max(besideFen, aboveEntitledFen - heldFen));

    /// <summary>The least that the unused claim of a year keeps while its case stands: those of its fens that ZS-07 would claim otherwise.</summary>
    public static long KeptAnyway(long aboveEntitledFen, long unusedFen, long besideFen) =>
        Math.Min(unusedFen, Math.Max(0, aboveEntitledFen - besideFen));

    /// <summary>The most that the other causes can hold of a year: what was paid, without the fens that ZS-07 claimed before.</summary>
    public static long Most(long paidFen, long aboveEntitledFen, long besideFen) => Math.Max(0, paidFen - Math.Min(besideFen, aboveEntitledFen));
}

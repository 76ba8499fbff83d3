namespace Funding.Ledger;

/// <summary>A posting's place in the sealed chain. Kept apart, so that a posting is written once and never updated.</summary>
internal sealed class ChainLink
{
    /// <summary>1, 2, 3 … without a gap; two sealers at once collide here, and the later one starts over.</summary>
    public required long Position { get; init; }

    public required long PostingSequence { get; init; }

    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 over position, digest of the posting and previous hash, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The business day of sealing; its last link is that day's head.</summary>
    public required DateOnly SealedOn { get; init; }
}

namespace Funding.Ledger;

/// <summary>
/// A day's chain head, signed with a key that the database does not hold: whoever rewrites postings and recomputes the chain
/// cannot sign it.
/// </summary>
internal sealed class DailyHead
{
    public required DateOnly Day { get; init; }

    public long Position { get; set; }

    public required string Hash { get; set; }

    /// <summary>ECDSA P-256 over day, position and hash; base 64.</summary>
    public required string Signature { get; set; }

    /// <summary>Fingerprint of the public key.</summary>
    public required string KeyId { get; set; }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Funding.Ledger;

/// <summary>How a posting becomes a link: the bytes that are hashed, in one fixed form for all time.</summary>
internal static class Chain
{
    /// <summary>What stands before the first link.</summary>
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>The link of <paramref name="posting"/> at a position, after the link with <paramref name="previousHash"/>.</summary>
    public static ChainLink Link(long position, Posting posting, string previousHash, DateOnly today) => new()
    {
        Position = position,
        PostingSequence = posting.Sequence,
        PreviousHash = previousHash,
        Hash = Hash(position, posting, previousHash),
        SealedOn = today,
    };

    /// <summary>SHA-256 over position, the posting's digest and previous hash, lower-case hexadecimal.</summary>
    public static string Hash(long position, Posting posting, string previousHash) =>
        Sha256($"{position.ToString(CultureInfo.InvariantCulture)}\n{Digest(posting)}\n{previousHash}");

    /// <summary>
    /// SHA-256 over what a posting says. The chain is over digests and not over texts, so that it can be walked by somebody who is
    /// shown one bureau's postings and of all others no more than their digests.
    /// </summary>
    public static string Digest(Posting posting) => Sha256(Content(posting));

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    // Each text is preceded by its length: no two different postings can read alike.
    private static string Content(Posting p)
    {
        var text = new StringBuilder();
        foreach (var part in (string[])
        [
            p.Sequence.ToString(CultureInfo.InvariantCulture), p.Kind.ToString(), p.SourceId.ToString("D"), p.Line.ToString(CultureInfo.InvariantCulture),
            p.Jurisdiction, p.Programme, p.FiscalYear.ToString(CultureInfo.InvariantCulture), p.InstitutionId?.ToString("D") ?? "",
            p.Debit.ToString(), p.Credit.ToString(), p.AmountFen.ToString(CultureInfo.InvariantCulture),
            p.PostedOn.ToString("O", CultureInfo.InvariantCulture), p.PostedBy, p.Reference,
        ])
        {
            text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part};");
        }

        return text.ToString();
    }
}

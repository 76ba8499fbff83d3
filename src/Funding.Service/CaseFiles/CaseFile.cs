using Funding.Ledger;

namespace Funding.CaseFiles;

/// <summary>Whose case file: a bureau's, or that of one of its programmes.</summary>
internal sealed record CaseFileScope(string Jurisdiction, string? Programme)
{
    /// <summary>Whether a posting is shown; of all others the file has the digest.</summary>
    public bool Shows(Posting posting) => posting.Jurisdiction == Jurisdiction && (Programme is null || posting.Programme == Programme);
}

/// <summary>
/// What the case file is and what is in it, signed. Its order of members is its order on the wire.
/// </summary>
/// <param name="Format">The format and its version.</param>
/// <param name="Jurisdiction">The bureau.</param>
/// <param name="Programme">The programme; null = all of them.</param>
/// <param name="MadeOn">The business day on which it was made.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="KeyId">Fingerprint of the key that signed it and the daily heads.</param>
/// <param name="Position">The last position of the chain in it.</param>
/// <param name="Head">The hash there.</param>
/// <param name="Files">Every file of it but this one and its signature.</param>
internal sealed record CaseFileManifest(
    string Format,
    string Jurisdiction,
    string? Programme,
    DateOnly MadeOn,
    string MadeBy,
    string KeyId,
    long Position,
    string Head,
    IReadOnlyList<CaseFileEntry> Files)
{
    /// <summary>The format that is written.</summary>
    public const string CurrentFormat = "case-file/1";
}

/// <summary>A link of the chain, with its posting where that is shown. The digest is null where the posting is gone.</summary>
internal sealed record CaseFileLink(long Position, DateOnly SealedOn, string? Digest, string PreviousHash, string Hash, CaseFilePosting? Posting);

/// <summary>A posting by the very words that are hashed.</summary>
internal sealed record CaseFilePosting(
    long Sequence,
    string Kind,
    Guid SourceId,
    int Line,
    string Jurisdiction,
    string Programme,
    int FiscalYear,
    Guid? InstitutionId,
    string Debit,
    string Credit,
    long AmountFen,
    DateOnly PostedOn,
    string PostedBy,
    string Reference)
{
    public static CaseFilePosting Of(Posting p) => new(
        p.Sequence,
        p.Kind.ToString(),
        p.SourceId,
        p.Line,
        p.Jurisdiction,
        p.Programme,
        p.FiscalYear,
        p.InstitutionId,
        p.Debit.ToString(),
        p.Credit.ToString(),
        p.AmountFen,
        p.PostedOn,
        p.PostedBy,
        p.Reference);
}

/// <summary>A balance, summed by the database, that the postings of the file must come to.</summary>
internal sealed record CaseFileBalance(string Programme, int FiscalYear, Guid? InstitutionId, string Account, long DebitFen, long CreditFen);

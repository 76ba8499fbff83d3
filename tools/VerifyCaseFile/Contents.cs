using System.Text.Json;

namespace VerifyCaseFile;

/// <summary>A file that the manifest names.</summary>
internal sealed record ListedFile(string Path, long Bytes, string Sha256);

/// <summary>What the case file says of itself.</summary>
internal sealed record Manifest(
    string Format, string Jurisdiction, string? Programme, DateOnly MadeOn, string MadeBy, string KeyId, long Position, string Head, IReadOnlyList<ListedFile> Files)
{
    /// <summary>The format that is understood here.</summary>
    public const string KnownFormat = "case-file/1";
}

/// <summary>A posting, by the very words that were hashed.</summary>
internal sealed record Posting(
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
    string Reference);

/// <summary>A link of the chain; without posting where that is another bureau's or programme's.</summary>
internal sealed record Link(long Position, DateOnly SealedOn, string? Digest, string PreviousHash, string Hash, Posting? Posting);

/// <summary>A day's signed head.</summary>
internal sealed record DailyHead(DateOnly Day, long Position, string Hash, string Signature, string KeyId);

/// <summary>Whose account.</summary>
internal sealed record BalanceKey(string Programme, int FiscalYear, Guid? InstitutionId, string Account);

/// <summary>A balance as the platform summed it.</summary>
internal sealed record Balance(string Programme, int FiscalYear, Guid? InstitutionId, string Account, long DebitFen, long CreditFen);

/// <summary>A document as its record tells of it.</summary>
internal sealed record Document(Guid Id, string FileName, string Sha256);

/// <summary>Reads the JSON of a case file.</summary>
internal static class Contents
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
    };

    /// <summary>One document.</summary>
    /// <exception cref="JsonException">It is not what it should be.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("null");
}

namespace Funding.PaymentRuns;

/// <summary>A file of the bank that was taken, kept as it came.</summary>
internal sealed class ResultFile
{
    public required Guid Id { get; init; }

    public required Guid PaymentRunId { get; init; }

    /// <summary>The stored file.</summary>
    public required Guid AttachmentId { get; init; }

    public required string FileName { get; init; }

    /// <summary>SHA-256 of its bytes: the same file is taken once.</summary>
    public required string Sha256 { get; init; }

    /// <summary>How many answers it had.</summary>
    public required int Answers { get; init; }

    public required Signature Recorded { get; init; }
}

/// <summary>A file of the bank as readers see it.</summary>
internal sealed record ResultFileView(Guid Id, string FileName, string Sha256, int Answers, SignatureView Recorded)
{
    public static ResultFileView Of(ResultFile row) => new(row.Id, row.FileName, row.Sha256, row.Answers, SignatureView.Of(row.Recorded));
}

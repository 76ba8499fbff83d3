namespace Funding.Spending;

/// <summary>A file of a spending statement: the scan of a voucher, or a paper about all of them.</summary>
internal sealed class StatementFile
{
    public required Guid AttachmentId { get; init; }

    public required Guid StatementId { get; init; }

    /// <summary>The voucher that it shows; null where it is about the statement.</summary>
    public Guid? VoucherId { get; init; }
}

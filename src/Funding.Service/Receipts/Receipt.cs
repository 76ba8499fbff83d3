using ServiceDefaults.Data;

namespace Funding.Receipts;

/// <summary>
/// Money that came back, with the number of its receipt (缴款书), which is used once in a jurisdiction. What no case is known for
/// waits to be matched; what belongs to nobody's case goes back to the payer.
/// </summary>
internal sealed class Receipt : IVersioned
{
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public long Version { get; set; }

    public required string Jurisdiction { get; init; }

    public required string ReceiptNumber { get; init; }

    public required long AmountFen { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Who paid, as the receipt says.</summary>
    public string? PayerName { get; init; }

    /// <summary>What the payer wrote: the number of a notice, at best.</summary>
    public string? Reference { get; init; }

    /// <summary>What was matched to cases.</summary>
    public long MatchedFen { get; set; }

    /// <summary>What goes, or went, back to the payer by decision.</summary>
    public long ReturnedFen { get; set; }

    public required Signature Recorded { get; init; }

    /// <summary>Matched to no case and not returned.</summary>
    public long UnmatchedFen => AmountFen - MatchedFen - ReturnedFen;
}

/// <summary>The part of a receipt that was matched to a case.</summary>
internal sealed class ReceiptPart
{
    public required Guid Id { get; init; }

    public required Guid ReceiptId { get; init; }

    public required Guid ClawbackId { get; init; }

    public required string Jurisdiction { get; init; }

    public required long AmountFen { get; init; }

    public required Signature Matched { get; init; }
}

namespace Funding.Clawbacks;

/// <summary>Money that came back, with the number of its receipt (缴款书), which is used once in a jurisdiction.</summary>
internal sealed class Receipt
{
    public required Guid Id { get; init; }

    public required Guid ClawbackId { get; init; }

    public required string Jurisdiction { get; init; }

    public required string ReceiptNumber { get; init; }

    public required long AmountFen { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required Signature Recorded { get; init; }
}

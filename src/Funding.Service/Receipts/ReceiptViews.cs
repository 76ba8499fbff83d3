using ServiceDefaults.Problems;

namespace Funding.Receipts;

/// <summary>A receipt (缴款书) as lists show it.</summary>
internal sealed record ReceiptView(
    Guid Id,
    long Version,
    string ReceiptNumber,
    long AmountFen,
    DateOnly ReceivedOn,
    string? PayerName,
    string? Reference,
    long MatchedFen,
    long ReturnedFen,
    long UnmatchedFen,
    SignatureView Recorded) : IETagged
{
    public static ReceiptView Of(Receipt row) => new(
        row.Id,
        row.Version,
        row.ReceiptNumber,
        row.AmountFen,
        row.ReceivedOn,
        row.PayerName,
        row.Reference,
        row.MatchedFen,
        row.ReturnedFen,
        row.UnmatchedFen,
        SignatureView.Of(row.Recorded));
}

/// <summary>What a case got of a receipt.</summary>
/// <param name="Id">The receipt.</param>
/// <param name="ReceiptNumber">Its number (缴款书).</param>
/// <param name="AmountFen">What the case got of it.</param>
/// <param name="ReceivedOn">The day it came in.</param>
/// <param name="Recorded">Who matched it, and when.</param>
internal sealed record ReceiptPartView(Guid Id, string ReceiptNumber, long AmountFen, DateOnly ReceivedOn, SignatureView Recorded)
{
    public static ReceiptPartView Of(Receipt receipt, ReceiptPart part) =>
        new(receipt.Id, receipt.ReceiptNumber, part.AmountFen, receipt.ReceivedOn, SignatureView.Of(part.Matched));
}

/// <summary>A part of a receipt and the case that got it.</summary>
internal sealed record MatchView(Guid ClawbackId, Guid InstitutionId, string InstitutionName, int FiscalYear, long AmountFen, SignatureView Matched);

/// <summary>A case to which a receipt may belong, with the reasons.</summary>
/// <param name="ClawbackId">The case.</param>
/// <param name="InstitutionName">Whose.</param>
/// <param name="FiscalYear">Of which year's money.</param>
/// <param name="OutstandingFen">What is outstanding.</param>
/// <param name="SameAmount">The unmatched amount is what is outstanding.</param>
/// <param name="SamePayer">The payer is the body or its implementing body.</param>
internal sealed record SuggestedCase(Guid ClawbackId, string InstitutionName, int FiscalYear, long OutstandingFen, bool SameAmount, bool SamePayer);

/// <summary>A receipt with what was matched of it and, while something is not, where it may belong.</summary>
internal sealed record ReceiptDetail(ReceiptView Receipt, IReadOnlyList<MatchView> Matches, IReadOnlyList<SuggestedCase> Suggestions) : IETagged
{
    public long Version => Receipt.Version;
}

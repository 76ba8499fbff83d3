using ServiceDefaults.Problems;

namespace Funding.Clawbacks;

/// <summary>A clawback as lists show it.</summary>
internal sealed record ClawbackView(
    Guid Id,
    long Version,
    Guid InstitutionId,
    string InstitutionName,
    string Programme,
    int FiscalYear,
    ClawbackCause Cause,
    Guid? SettlementId,
    ClawbackStatus Status,
    long ClaimedFen,
    long ReceivedFen,
    long OutstandingFen,
    long RefundDueFen,
    DateOnly OpenedOn,
    DateOnly DueOn,
    bool Overdue,
    DateOnly? ClosedOn) : IETagged
{
    public static ClawbackView Of(Clawback row, string name, DateOnly today) => new(
        row.Id,
        row.Version,
        row.InstitutionId,
        name,
        row.Programme,
        row.FiscalYear,
        row.Cause,
        row.SettlementId,
        row.Status,
        row.ClaimedFen,
        row.ReceivedFen,
        row.OutstandingFen,
        row.RefundDueFen,
        row.OpenedOn,
        row.DueOn,
        row.Status == ClawbackStatus.Open && today > row.DueOn,
        row.ClosedOn);
}

/// <summary>A receipt (缴款书).</summary>
internal sealed record ReceiptView(Guid Id, string ReceiptNumber, long AmountFen, DateOnly ReceivedOn, SignatureView Recorded)
{
    public static ReceiptView Of(Receipt row) => new(row.Id, row.ReceiptNumber, row.AmountFen, row.ReceivedOn, SignatureView.Of(row.Recorded));
}

/// <summary>A clawback with its receipts.</summary>
internal sealed record ClawbackDetail(ClawbackView Clawback, IReadOnlyList<ReceiptView> Receipts) : IETagged
{
    public long Version => Clawback.Version;
}

using Funding.Payments;
using ServiceDefaults.Problems;

namespace Funding.PayeeAccounts;

/// <summary>An account on record as lists show it: of its number the last four digits.</summary>
internal sealed record PayeeAccountView(
    Guid Id,
    long Version,
    string Owner,
    string OwnerName,
    string Name,
    string Number,
    string? Bank,
    string? Reason,
    PayeeAccountStatus Status,
    SignatureView Proposed,
    SignatureView? Decided,
    string? RejectReason) : IETagged
{
    public static PayeeAccountView Of(PayeeAccount row, bool whole = false) => new(
        row.Id,
        row.Version,
        row.Owner,
        row.OwnerName,
        row.Name,
        whole ? row.Number : PaymentView.Mask(row.Number),
        row.Bank,
        row.Reason,
        row.Status,
        SignatureView.Of(row.Proposed),
        SignatureView.Of(row.Decided),
        row.RejectReason);
}

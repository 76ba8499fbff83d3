using ServiceDefaults.Attachments;
using ServiceDefaults.Problems;

namespace Funding.Spending;

/// <summary>A spending statement as lists show it.</summary>
internal sealed record SpendingStatementView(
    Guid Id,
    long Version,
    Guid InstitutionId,
    string InstitutionName,
    string Programme,
    int FiscalYear,
    SpendingStatus Status,
    long TotalFen,
    long AcceptedFen,
    SignatureView Submitted,
    SignatureView? Verified,
    SignatureView? Confirmed,
    SignatureView? Returned,
    string? ReturnReason) : IETagged
{
    public static SpendingStatementView Of(SpendingStatement row, string name) => new(
        row.Id,
        row.Version,
        row.InstitutionId,
        name,
        row.Programme,
        row.FiscalYear,
        row.Status,
        row.TotalFen,
        row.AcceptedFen,
        SignatureView.Of(row.Submitted),
        SignatureView.Of(row.Verified),
        SignatureView.Of(row.Confirmed),
        SignatureView.Of(row.Returned),
        row.ReturnReason);
}

/// <summary>An invoice and what was found about it.</summary>
internal sealed record VoucherView(
    Guid Id, string Number, string? SellerCode, string SellerName, long AmountFen, DateOnly IssuedOn, string Purpose, bool? Accepted, string? Reason)
{
    public static VoucherView Of(Voucher row) =>
        new(row.Id, row.Number, row.SellerCode, row.SellerName, row.AmountFen, row.IssuedOn, row.Purpose, row.Accepted, row.Reason);
}

/// <summary>A file, and the voucher that it shows.</summary>
internal sealed record StatementFileView(Guid? VoucherId, AttachmentView File);

/// <summary>A spending statement with its vouchers and files.</summary>
internal sealed record SpendingStatementDetail(
    SpendingStatementView Statement, IReadOnlyList<VoucherView> Vouchers, IReadOnlyList<StatementFileView> Files) : IETagged
{
    public long Version => Statement.Version;
}

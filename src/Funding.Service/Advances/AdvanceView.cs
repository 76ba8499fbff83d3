using Funding.Accounts;
using Funding.PaymentRuns;
using Funding.Payments;
using ServiceDefaults.Problems;

namespace Funding.Advances;

/// <summary>An advance as lists show it.</summary>
internal record AdvanceView(
    Guid Id,
    long Version,
    Guid InstitutionId,
    string InstitutionName,
    Guid AppropriationId,
    string Programme,
    int FiscalYear,
    PaymentStatus Status,
    long AmountFen,
    string Purpose,
    string AllotmentNumber,
    DateOnly? AllottedOn,
    string? TopUpNumber,
    DateOnly? TopUpDecidedOn,
    string PayeeName,
    string PayeeAccount,
    string? PayeeBank,
    Guid? ReplacesId,
    Guid? PaymentRunId,
    SignatureView? FirstApproved,
    string? AwaitedPost,
    DateOnly? ApprovedOn,
    DateOnly? ExportedOn,
    DateOnly? PaidOn,
    DateOnly? EndedOn) : IETagged
{
    /// <summary>A list's row: of the bank account the last four digits.</summary>
    public static AdvanceView Of(Advance row, string name) => new(
        row.Id,
        row.Version,
        row.InstitutionId,
        name,
        row.AppropriationId,
        row.Programme,
        row.FiscalYear,
        row.Status,
        row.AmountFen,
        row.Purpose,
        row.AllotmentNumber,
        row.AllottedOn,
        row.TopUpNumber,
        row.TopUpDecidedOn,
        row.PayeeName,
        PaymentView.Mask(row.PayeeAccount),
        row.PayeeBank,
        row.ReplacesId,
        row.PaymentRunId,
        SignatureView.Of(row.FirstApproved),
        row.Status == PaymentStatus.Proposed ? row.AwaitedPost : null,
        row.ApprovedOn,
        row.ExportedOn,
        row.PaidOn,
        row.EndedOn);
}

/// <summary>
/// An advance wholly, with its timeline and with all that a decision on it looks at: the body's deadline and the days left (ZS-08), its
/// latest yearly evaluation (ZS-18), the county's share (ZS-29), the years used by it and by those that merged into it (ZS-04).
/// </summary>
internal sealed record AdvanceDetail(
    AdvanceView Advance, string? CoBuildReason, string? EndReason, IReadOnlyList<PaymentStep> Timeline, AccountView Account) : IETagged
{
    public long Version => Advance.Version;

    public static AdvanceDetail Of(Advance row, AccountView account, IReadOnlyCollection<PaymentResult> results, bool showPayeeAccount)
    {
        var view = AdvanceView.Of(row, account.Name);
        return new AdvanceDetail(
            showPayeeAccount ? view with { PayeeAccount = row.PayeeAccount } : view,
            row.CoBuildReason,
            row.EndReason,
            [.. PaymentStep.Of(row, results)],
            account);
    }
}

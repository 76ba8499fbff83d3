using Funding.Accounts;
using Funding.PaymentRuns;
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
    AdvanceStatus Status,
    long AmountFen,
    string Purpose,
    string AllotmentNumber,
    DateOnly? AllottedOn,
    string PayeeName,
    string PayeeAccount,
    Guid? PaymentRunId,
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
        row.PayeeName,
        Mask(row.PayeeAccount),
        row.PaymentRunId,
        row.ApprovedOn,
        row.ExportedOn,
        row.PaidOn,
        row.EndedOn);

    /// <summary>The last four digits behind asterisks.</summary>
    public static string Mask(string account) => string.Concat("****", account.AsSpan(account.Length - 4));
}

/// <summary>One step of an advance's life.</summary>
/// <param name="Status">What it became.</param>
/// <param name="On">The business day.</param>
/// <param name="By">Who did it or recorded it; null where no person is on record.</param>
/// <param name="Note">Document, bank reference or reason.</param>
internal sealed record AdvanceStep(AdvanceStatus Status, DateOnly On, string? By, string? Note);

/// <summary>
/// An advance wholly, with its timeline and with all that a decision on it looks at: the body's deadline and the days left (ZS-08), its
/// latest yearly evaluation (ZS-18), the county's share (ZS-29), the years used by it and by those that merged into it (ZS-04).
/// </summary>
internal sealed record AdvanceDetail(
    AdvanceView Advance, string? CoBuildReason, string? EndReason, IReadOnlyList<AdvanceStep> Timeline, AccountView Account) : IETagged
{
    public long Version => Advance.Version;

    public static AdvanceDetail Of(Advance row, AccountView account, IReadOnlyCollection<PaymentResult> results, bool showPayeeAccount)
    {
        var view = AdvanceView.Of(row, account.Name);
        return new AdvanceDetail(
            showPayeeAccount ? view with { PayeeAccount = row.PayeeAccount } : view,
            row.CoBuildReason,
            row.EndReason,
            [.. Steps(row, results)],
            account);
    }

    private static IEnumerable<AdvanceStep> Steps(Advance row, IReadOnlyCollection<PaymentResult> results)
    {
        yield return new AdvanceStep(AdvanceStatus.Proposed, row.Proposed.Day(), row.Proposed.Name, row.AllotmentNumber);
        if (row.Approved is { } approved)
        {
            yield return new AdvanceStep(AdvanceStatus.Approved, approved.Day(), approved.Name, null);
        }

        if (row.ExportedOn is { } exported)
        {
            yield return new AdvanceStep(AdvanceStatus.Exported, exported, null, null);
        }

        foreach (var result in results.OrderBy(r => r.Outcome))
        {
            yield return new AdvanceStep(Enum.Parse<AdvanceStatus>(result.Outcome.ToString()), result.On, result.Recorded.Name, result.Reason ?? result.BankReference);
        }

        if (row.Cancelled is { } cancelled)
        {
            yield return new AdvanceStep(AdvanceStatus.Cancelled, cancelled.Day(), cancelled.Name, row.EndReason);
        }
    }
}

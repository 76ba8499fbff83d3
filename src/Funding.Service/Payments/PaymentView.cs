using Funding.Accounts;
using Funding.Data;
using Funding.PaymentRuns;
using ServiceDefaults.Problems;

namespace Funding.Payments;

/// <summary>
/// A payment of any kind as lists and runs show it: for a body, whose yearly account it belongs to, or for another beneficiary; the
/// amount approved, what of it is withheld against a debt, and the net that the bank is told to pay.
/// </summary>
internal sealed record PaymentView(
    Guid Id,
    long Version,
    PaymentKind Kind,
    Guid? BodyId,
    string BeneficiaryName,
    Guid AppropriationId,
    string Programme,
    int FiscalYear,
    PaymentStatus Status,
    long AmountFen,
    long WithheldFen,
    long NetFen,
    string Reference,
    string PayeeName,
    string PayeeAccount,
    string? PayeeBank,
    Guid? PaymentRunId,
    DateOnly? ApprovedOn,
    DateOnly? ExportedOn,
    DateOnly? PaidOn,
    DateOnly? EndedOn) : IETagged
{
    /// <summary>A list's row: of the bank account the last four digits, unless it is shown to those who work with it.</summary>
    public static PaymentView Of(Payment row, IReadOnlyDictionary<Guid, string> names, bool showPayeeAccount = false) => new(
        row.Id,
        row.Version,
        row.Kind,
        row.BodyId,
        row.BodyId is { } body ? names[body] : row.Beneficiary,
        row.AppropriationId,
        row.Programme,
        row.FiscalYear,
        row.Status,
        row.AmountFen,
        row.WithheldFen,
        row.NetFen,
        row.Reference,
        row.PayeeName,
        showPayeeAccount ? row.PayeeAccount : Mask(row.PayeeAccount),
        row.PayeeBank,
        row.PaymentRunId,
        row.ApprovedOn,
        row.ExportedOn,
        row.PaidOn,
        row.EndedOn);

    /// <summary>The last four digits behind asterisks.</summary>
    public static string Mask(string account) => string.Concat("****", account.AsSpan(account.Length - 4));

    /// <summary>Names of the bodies among them, for <see cref="Of"/>.</summary>
    public static Task<IReadOnlyDictionary<Guid, string>> NamesAsync(FundingDb db, IEnumerable<Payment> rows, CancellationToken cancellationToken) =>
        db.NamesAsync(rows.Select(row => row.BodyId).OfType<Guid>(), cancellationToken);
}

/// <summary>One step of a payment's life.</summary>
/// <param name="Status">What it became.</param>
/// <param name="On">The business day.</param>
/// <param name="By">Who did it or recorded it; null where no person is on record.</param>
/// <param name="Note">Document, bank reference or reason.</param>
/// <param name="ForName">For whom a deputy did it.</param>
internal sealed record PaymentStep(PaymentStatus Status, DateOnly On, string? By, string? Note, string? ForName = null)
{
    /// <summary>A payment's timeline.</summary>
    public static IEnumerable<PaymentStep> Of(Payment row, IReadOnlyCollection<PaymentResult> results)
    {
        yield return new PaymentStep(PaymentStatus.Proposed, row.Proposed.Day(), row.Proposed.Name, row.Reference, row.Proposed.ForName);
        if (row.FirstApproved is { } first)
        {
            yield return new PaymentStep(PaymentStatus.Proposed, first.Day(), first.Name, row.AwaitedPost, first.ForName);
        }

        if (row.Approved is { } approved)
        {
            yield return new PaymentStep(PaymentStatus.Approved, approved.Day(), approved.Name, null, approved.ForName);
        }

        if (row.ExportedOn is { } exported)
        {
            yield return new PaymentStep(PaymentStatus.Exported, exported, null, null);
        }

        foreach (var result in results.OrderBy(r => r.Outcome))
        {
            yield return new PaymentStep(Enum.Parse<PaymentStatus>(result.Outcome.ToString()), result.On, result.Recorded.Name, result.Reason ?? result.BankReference);
        }

        if (row.Cancelled is { } cancelled)
        {
            yield return new PaymentStep(PaymentStatus.Cancelled, cancelled.Day(), cancelled.Name, row.EndReason);
        }
    }
}

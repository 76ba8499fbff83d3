using Funding.Payments;
using ServiceDefaults.Problems;

namespace Funding.PaymentRuns;

/// <summary>A payment run as lists show it.</summary>
internal sealed record PaymentRunView(
    Guid Id,
    long Version,
    string Programme,
    int FiscalYear,
    PaymentRunStatus Status,
    int Payments,
    long TotalFen,
    DateOnly? SealedOn,
    string? Checksum,
    SignatureView Gathered,
    SignatureView? Sealed,
    SignatureView? Dissolved) : IETagged
{
    public static PaymentRunView Of(PaymentRun row) => new(
        row.Id,
        row.Version,
        row.Programme,
        row.FiscalYear,
        row.Status,
        row.Payments,
        row.TotalFen,
        row.SealedOn,
        row.Checksum,
        SignatureView.Of(row.Gathered),
        SignatureView.Of(row.Sealed),
        SignatureView.Of(row.Dissolved));
}

/// <summary>One answer of the bank.</summary>
internal sealed record PaymentResultView(Guid PaymentId, PaymentOutcome Outcome, DateOnly On, string BankReference, string? Reason, SignatureView Recorded)
{
    public static PaymentResultView Of(PaymentResult row) =>
        new(row.PaymentId, row.Outcome, row.On, row.BankReference, row.Reason, SignatureView.Of(row.Recorded));
}

/// <summary>A run with its payments and the bank's answers.</summary>
internal sealed record PaymentRunDetail(PaymentRunView Run, IReadOnlyList<PaymentView> Payments, IReadOnlyList<PaymentResultView> Results, IReadOnlyList<ResultFileView> Files) : IETagged
{
    public long Version => Run.Version;
}

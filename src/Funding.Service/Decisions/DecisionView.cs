using Funding.Payments;
using Funding.Clawbacks;
using Funding.Numbers;
using Funding.Objections;
using ServiceDefaults.Problems;

namespace Funding.Decisions;

/// <summary>A decision about a clawback, as lists show it: of a bank account the last four digits.</summary>
internal sealed record DecisionView(
    Guid Id,
    long Version,
    DecisionKind Kind,
    DecisionStatus Status,
    string? Number,
    Guid? ClawbackId,
    Guid? InstitutionId,
    string? InstitutionName,
    string? Programme,
    int? FiscalYear,
    ClawbackCause? Cause,
    long AmountFen,
    string Reason,
    string? DocumentNumber,
    DateOnly? DecidedOn,
    Guid? ReceiptId,
    Guid? PaymentId,
    Guid? ObjectionId,
    ObjectionOutcome? Outcome,
    IReadOnlyList<Instalment> Parts,
    bool? Accelerates,
    string? PayeeName,
    string? PayeeAccount,
    DateOnly? PaidOn,
    string? BankReference,
    SignatureView Proposed,
    SignatureView? Approved,
    SignatureView? Ended,
    string? EndReason) : IETagged
{
    public static DecisionView Of(ClawbackDecision row, string? name, bool showPayeeAccount = false) => new(
        row.Id,
        row.Version,
        row.Kind,
        row.Status,
        row.NumberText(),
        row.ClawbackId,
        row.InstitutionId,
        name,
        row.Programme,
        row.FiscalYear,
        row.Cause,
        row.AmountFen,
        row.Reason,
        row.DocumentNumber,
        row.DecidedOn,
        row.ReceiptId,
        row.PaymentId,
        row.ObjectionId,
        row.Outcome,
        row.Plan?.Parts ?? [],
        row.Plan?.Accelerates,
        row.PayeeName,
        row.PayeeAccount is { } account && !showPayeeAccount ? PaymentView.Mask(account) : row.PayeeAccount,
        row.PaidOn,
        row.BankReference,
        SignatureView.Of(row.Proposed),
        SignatureView.Of(row.Approved),
        SignatureView.Of(row.Ended),
        row.EndReason);
}

/// <summary>How a decision is numbered.</summary>
internal static class DecisionNumber
{
    /// <summary>In which series.</summary>
    public static NumberKind NumberKind(this ClawbackDecision decision) => decision.Kind switch
    {
        DecisionKind.Refund => Numbers.NumberKind.RefundOrder,
        DecisionKind.Objection => Numbers.NumberKind.ObjectionDecision,
        _ => Numbers.NumberKind.ClawbackDecision,
    };

    /// <summary>The number as it is printed; null until it is approved.</summary>
    public static string? NumberText(this ClawbackDecision decision) =>
        decision.Number is { } number ? Numbers.NumberText.Of(decision.NumberKind(), decision.NumberYear!.Value, number) : null;
}

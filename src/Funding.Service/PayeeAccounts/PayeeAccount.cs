using Contracts.Refusals;
using Funding.Payments;
using ServiceDefaults.Data;

namespace Funding.PayeeAccounts;

/// <summary>The life of an account on record.</summary>
internal enum PayeeAccountStatus
{
    /// <summary>Proposed by a maker; nothing is paid to it.</summary>
    Proposed,

    /// <summary>Confirmed by another person: the one account that its owner is paid to.</summary>
    Confirmed,

    /// <summary>Another was confirmed after it.</summary>
    Replaced,

    /// <summary>Turned down.</summary>
    Rejected,
}

/// <summary>
/// The bank account that a body or company is paid to. The first is confirmed with the first approved payment, which two persons have
/// looked at; a change is proposed and confirmed by two, so that nobody alone leads money elsewhere.
/// </summary>
internal sealed class PayeeAccount : IVersioned
{
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public long Version { get; set; }

    public required string Jurisdiction { get; init; }

    /// <summary>A body's key, or a company's social credit code.</summary>
    public required string Owner { get; init; }

    public required string OwnerName { get; init; }

    public required string Name { get; init; }

    public required string Number { get; init; }

    public string? Bank { get; init; }

    /// <summary>Why it is changed; null for the first.</summary>
    public string? Reason { get; init; }

    public PayeeAccountStatus Status { get; set; }

    public required Signature Proposed { get; init; }

    public Signature? Decided { get; set; }

    /// <summary>Why it was turned down.</summary>
    public string? RejectReason { get; set; }

    /// <summary>The owner's key of a body.</summary>
    public static string OwnerOf(Guid institutionId) => institutionId.ToString("N");

    /// <summary>Refuses a payment to another account than this confirmed one.</summary>
    public Refusal? Differs(Payment payment) =>
        payment.PayeeAccount == Number && payment.PayeeName == Name && (payment.PayeeBank ?? Bank) == (Bank ?? payment.PayeeBank)
            ? null
            : Refusal.Conflict(
                    "payee-account-differs",
                    "P-5",
                    $"“{OwnerName}”已确认的收款账户为“{Name}”{PaymentView.Mask(Number)}，与本次“{payment.PayeeName}”{PaymentView.Mask(payment.PayeeAccount)} 不同；请先由两人办理收款账户变更。",
                    $"The confirmed account of '{OwnerName}' is '{Name}' {PaymentView.Mask(Number)}, not '{payment.PayeeName}' {PaymentView.Mask(payment.PayeeAccount)}; have a change confirmed by two persons first.")
                .With("paymentId", payment.Id).With("confirmed", PaymentView.Mask(Number)).With("asked", PaymentView.Mask(payment.PayeeAccount));
}

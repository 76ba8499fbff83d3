using Funding.Invoices;

namespace Funding.Spending;

/// <summary>One invoice of a spending statement.</summary>
internal sealed class Voucher
{
    public required Guid Id { get; init; }

    public required Guid StatementId { get; init; }

    public required string Jurisdiction { get; init; }

    /// <summary>1 for the first of its statement.</summary>
    public required int Position { get; init; }

    /// <summary>The invoice's number, as it was typed.</summary>
    public required string Number { get; init; }

    /// <summary>The seller's social credit code, where it is known.</summary>
    public string? SellerCode { get; init; }

    public required string SellerName { get; init; }

    public required long AmountFen { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required string Purpose { get; init; }

    /// <summary>Null until somebody has looked at it.</summary>
    public bool? Accepted { get; set; }

    /// <summary>Why it was not accepted.</summary>
    public string? Reason { get; set; }

    /// <summary>The invoice that it is.</summary>
    public StatedInvoice Invoice => new(Number, SellerName, SellerCode, AmountFen);

    /// <summary>Accepts it.</summary>
    public void Accept() => (Accepted, Reason) = (true, null);

    /// <summary>Does not accept it.</summary>
    public void Reject(string reason) => (Accepted, Reason) = (false, reason);

    /// <summary>Takes back what was found about it.</summary>
    public void Reopen() => (Accepted, Reason) = (null, null);
}

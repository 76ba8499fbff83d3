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

    /// <summary>The invoice by number, seller's name and amount; set while it is accepted, and unique: an invoice counts once.</summary>
    public string? AcceptedByName { get; set; }

    /// <summary>The invoice by number, seller's code and amount, for a seller whose name is written in two ways.</summary>
    public string? AcceptedByCode { get; set; }

    /// <summary>Accepts it; from now on no other statement's same invoice can be.</summary>
    public void Accept() => (Accepted, Reason, AcceptedByName, AcceptedByCode) = (true, null, InvoiceKey.ByName(this), InvoiceKey.ByCode(this));

    /// <summary>Does not accept it.</summary>
    public void Reject(string reason) => (Accepted, Reason, AcceptedByName, AcceptedByCode) = (false, reason, null, null);

    /// <summary>Takes back what was found about it.</summary>
    public void Reopen() => (Accepted, Reason, AcceptedByName, AcceptedByCode) = (null, null, null, null);
}

namespace Funding.Invoices;

/// <summary>What an invoice was accepted for.</summary>
internal enum InvoiceUse
{
    /// <summary>A voucher of a spending statement (ZS-08).</summary>
    Spending,

    /// <summary>A payment of a claim (HB-04).</summary>
    Claim,
}

/// <summary>
/// An invoice that public money was accepted against. It counts once in a jurisdiction, whatever body, year or programme states it: two
/// unique keys decide, also between two acts at once.
/// </summary>
internal sealed class AcceptedInvoice
{
    public required Guid Id { get; init; }

    public required string Jurisdiction { get; init; }

    public required string Programme { get; init; }

    /// <summary>Number, seller's name and amount, see <see cref="InvoiceKey"/>.</summary>
    public required string ByName { get; init; }

    /// <summary>Number, seller's code and amount, for a seller whose name is written in two ways; null without a code.</summary>
    public string? ByCode { get; init; }

    /// <summary>The number, as it was typed.</summary>
    public required string Number { get; init; }

    public required string SellerName { get; init; }

    public required long AmountFen { get; init; }

    public required InvoiceUse Use { get; init; }

    /// <summary>The statement or claim.</summary>
    public required Guid SourceId { get; init; }
}

namespace Funding.BureauTables;

/// <summary>Where a fact stands in a bureau's files.</summary>
/// <param name="Table">The table's number in the run or import.</param>
/// <param name="Line">The line or row that people find it at.</param>
/// <param name="Cells">The mapped cells as they stand there, in the order of <see cref="TableColumns"/>; empty where not filled in.</param>
internal sealed record RowOrigin(int Table, int Line, IReadOnlyList<string> Cells);

/// <summary>A body as a row names it.</summary>
internal sealed record BodyName(string Name, string? Code);

/// <summary>Money paid to a body.</summary>
/// <param name="Origin">Where it stands.</param>
/// <param name="Body">To whom.</param>
/// <param name="FiscalYear">From which year's money.</param>
/// <param name="AmountFen">How much.</param>
/// <param name="PaidOn">When (拨付).</param>
/// <param name="AllottedOn">The date of the document that allots it (下达).</param>
/// <param name="Document">That document.</param>
/// <param name="IsReversed">Whether it failed or came back from the bank: then nothing was paid (P-4).</param>
/// <param name="BoughtFen">On a claim: what was actually paid for what it subsidises (HB-04); null where the table does not tell.</param>
/// <param name="Contract">On a claim: the technical contract.</param>
internal sealed record PaidRow(
    RowOrigin Origin,
    BodyName Body,
    int FiscalYear,
    long AmountFen,
    DateOnly? PaidOn,
    DateOnly? AllottedOn,
    string? Document,
    bool IsReversed,
    long? BoughtFen = null,
    string? Contract = null)
{
    /// <summary>The day on which the rules look at it.</summary>
    public DateOnly? On => PaidOn ?? AllottedOn;
}

/// <summary>What a review made of a body's year (ZS-06).</summary>
internal sealed record GradedRow(RowOrigin Origin, BodyName Body, int FiscalYear, string? Grade, long? EntitledFen);

/// <summary>What was claimed back and what came back of a body's year (ZS-07).</summary>
internal sealed record RecoveredRow(RowOrigin Origin, BodyName Body, int FiscalYear, long ClaimedFen, long ReceivedFen, DateOnly? ReceivedOn, string? Document = null);

/// <summary>An invoice about what the money was spent on (ZS-08).</summary>
internal sealed record InvoiceRow(
    RowOrigin Origin, BodyName Body, string Number, string Seller, string? SellerCode, long AmountFen, DateOnly? IssuedOn);

/// <summary>A body came into a standing (ZS-08, ZS-20, ZS-22).</summary>
internal sealed record StandingRow(RowOrigin Origin, BodyName Body, string Standing, DateOnly Since);

/// <summary>What is wrong with a cell; its row is left out.</summary>
internal sealed record RowFault(int Table, int Line, string Column, string Value, string Zh, string En);

/// <summary>All that a bureau's tables tell, as far as they could be read.</summary>
internal sealed class BureauRows
{
    public List<PaidRow> Payments { get; } = [];

    public List<GradedRow> Reviews { get; } = [];

    public List<RecoveredRow> Recoveries { get; } = [];

    public List<InvoiceRow> Invoices { get; } = [];

    public List<StandingRow> Standings { get; } = [];

    /// <summary>What was paid on claims; it is no advance of a body.</summary>
    public List<PaidRow> Claims { get; } = [];

    public List<RowFault> Faults { get; } = [];

    /// <summary>The tables of invoices that have faults: a history takes none of them.</summary>
    public HashSet<int> InvoiceTables { get; } = [];

    /// <summary>Rows read, the faulty ones included; totals of a table are not rows.</summary>
    public int Count { get; set; }

    /// <summary>Rows that were left out for their faults.</summary>
    public int LeftOut { get; set; }

    /// <summary>All amounts together, so that no sum of them is more than an amount can be (P-1).</summary>
    public long TotalFen { get; set; }

    /// <summary>Which kinds of table were there.</summary>
    public HashSet<TableKind> Kinds { get; } = [];
}

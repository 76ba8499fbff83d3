using ServiceDefaults.Data;

namespace Funding.Histories;

/// <summary>Where an import of a bureau's history stands.</summary>
internal enum HistoryState
{
    /// <summary>Its rows are being checked.</summary>
    Checking,

    /// <summary>Every row is good; another person is waited for.</summary>
    Checked,

    /// <summary>A row is wrong, and so nothing can be taken: see its faults.</summary>
    Faulty,

    /// <summary>Signed by two persons; being posted.</summary>
    TakingEffect,

    /// <summary>In the books.</summary>
    InEffect,

    /// <summary>Given up.</summary>
    Dismissed,
}

/// <summary>
/// A bureau's payments, grades and recoveries from before the platform, entered as opening balances: the tables of a shadow run,
/// checked row by row, signed by two persons, in effect all at once or not at all. The years that were used count (ZS-04), clocks
/// run (ZS-08), and what was paid too much and never claimed is claimed (ZS-07).
/// </summary>
internal sealed class History : IVersioned
{
    public required Guid Id { get; init; }

    public required string Jurisdiction { get; init; }

    public required string Programme { get; init; }

    /// <summary>The run whose files and mapping it takes; what a bureau enters it has seen the report of.</summary>
    public required Guid ShadowRunId { get; init; }

    public required string Title { get; init; }

    public HistoryState State { get; set; }

    public required Signature Made { get; init; }

    public Signature? Confirmed { get; set; }

    /// <summary>The document by which the bureau takes these figures for its own.</summary>
    public string? DocumentNumber { get; set; }

    public DateOnly? DocumentDate { get; set; }

    /// <summary>The functional subject under which the treasury booked these years.</summary>
    public string? FunctionalSubject { get; set; }

    public Guid JobId { get; set; }

    public int Faults { get; set; }

    /// <summary>Bodies and body-years that it enters.</summary>
    public int Bodies { get; set; }

    public int Lines { get; set; }

    public long PaidFen { get; set; }

    public long ClawbackFen { get; set; }

    public long ReceivedFen { get; set; }

    /// <summary>Why it could not be read or taken.</summary>
    public string? FaultZh { get; set; }

    public string? FaultEn { get; set; }

    public long Version { get; set; }
}

/// <summary>A body's year as it will be entered.</summary>
internal sealed class HistoryLine
{
    public required Guid HistoryId { get; init; }

    public required int Number { get; init; }

    public required Guid InstitutionId { get; init; }

    public required string Body { get; init; }

    public required int FiscalYear { get; init; }

    public required long PaidFen { get; init; }

    /// <summary>The grade of its review; null where none is on record: then its review is due.</summary>
    public string? Grade { get; init; }

    /// <summary>What it was entitled to; null before a review.</summary>
    public long? EntitledFen { get; init; }

    public required long ClawbackFen { get; init; }

    public required long ReceivedFen { get; init; }

    /// <summary>Why its payments are stopped until Registry knows better; null where they are not.</summary>
    public string? HoldReason { get; init; }

    /// <summary>Its payments and receipts, as JSON.</summary>
    public required string Detail { get; init; }
}

/// <summary>What is wrong with a row.</summary>
internal sealed class HistoryFault
{
    public required Guid HistoryId { get; init; }

    public required int Number { get; init; }

    public required int Table { get; init; }

    public required int Line { get; init; }

    public required string Column { get; init; }

    public required string Value { get; init; }

    public required string Zh { get; init; }

    public required string En { get; init; }
}

/// <summary>A payment of the past.</summary>
internal sealed record PastPayment(long AmountFen, DateOnly PaidOn, DateOnly? AllottedOn, string Document);

/// <summary>Money of the past that came back.</summary>
internal sealed record PastReceipt(long AmountFen, DateOnly ReceivedOn, string Number);

/// <summary>The single facts of a line.</summary>
internal sealed record PastYear(IReadOnlyList<PastPayment> Payments, IReadOnlyList<PastReceipt> Receipts);

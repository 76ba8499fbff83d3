using ServiceDefaults.Data;

namespace Funding.Reconciliations;

/// <summary>Which way money went, seen from the bureau.</summary>
internal enum MoneyDirection
{
    /// <summary>Paid out.</summary>
    Out,

    /// <summary>Came in: returned (退汇) or paid back (缴款).</summary>
    In,
}

/// <summary>One day's statement of the bank beside the books: every movement has its counterpart, to the fen, or is a difference by name.</summary>
internal sealed class Reconciliation : IVersioned
{
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public long Version { get; set; }

    public required string Jurisdiction { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>The stored statement; a later one of the same day takes its place.</summary>
    public required Guid AttachmentId { get; set; }

    public required string FileName { get; set; }

    public required string Sha256 { get; set; }

    public required Signature Imported { get; set; }

    public int Entries { get; set; }

    public long OutFen { get; set; }

    public long InFen { get; set; }

    /// <summary>Differences that nobody has explained and no later record has resolved.</summary>
    public int OpenDifferences { get; set; }
}

/// <summary>One movement as the bank states it.</summary>
internal sealed class StatementEntry
{
    public required Guid Id { get; init; }

    public required Guid ReconciliationId { get; init; }

    /// <summary>Its line in the file.</summary>
    public required int Line { get; init; }

    public required MoneyDirection Direction { get; init; }

    public required long AmountFen { get; init; }

    public required string Reference { get; init; }

    public required string CounterpartyName { get; init; }

    /// <summary>Whether the books have it to the fen.</summary>
    public bool Matched { get; set; }
}

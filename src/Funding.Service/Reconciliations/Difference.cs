using ServiceDefaults.Data;

namespace Funding.Reconciliations;

/// <summary>How bank and books differ.</summary>
internal enum DifferenceKind
{
    /// <summary>Recorded here, not on the bank's statement of the day.</summary>
    NotAtBank,

    /// <summary>On the statement, not recorded here.</summary>
    NotInBooks,

    /// <summary>Both have it, with another amount.</summary>
    AmountDiffers,
}

/// <summary>What becomes of a difference.</summary>
internal enum DifferenceStatus
{
    /// <summary>Nobody has explained it.</summary>
    Open,

    /// <summary>A person has explained it; the books are as they were.</summary>
    Explained,

    /// <summary>A later record or statement made it go away.</summary>
    Resolved,
}

/// <summary>A movement that bank and books do not agree on. Zero tolerance: a fen is a difference.</summary>
internal sealed class Difference : IVersioned
{
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public long Version { get; set; }

    public required Guid ReconciliationId { get; init; }

    public required string Jurisdiction { get; init; }

    public required DateOnly Day { get; init; }

    public required DifferenceKind Kind { get; init; }

    public required MoneyDirection Direction { get; init; }

    public required string Reference { get; init; }

    /// <summary>Whose money it is.</summary>
    public required string Name { get; init; }

    /// <summary>What the books say; null where they say nothing.</summary>
    public long? BookedFen { get; init; }

    /// <summary>What the bank says; null where it says nothing.</summary>
    public long? BankFen { get; init; }

    /// <summary>The payment or receipt behind it, where the books have one.</summary>
    public Guid? SourceId { get; init; }

    public DifferenceStatus Status { get; set; }

    public string? Explanation { get; set; }

    public Signature? Explained { get; set; }

    /// <summary>The same finding of two comparisons.</summary>
    public (DifferenceKind, MoneyDirection, string, long?, long?) Finding => (Kind, Direction, Reference, BookedFen, BankFen);
}

using ServiceDefaults.Problems;

namespace Funding.Reconciliations;

/// <summary>Days with movements and without a statement, earliest first.</summary>
internal sealed record DueDays(IReadOnlyList<DateOnly> Days);

/// <summary>A reconciled day as lists show it.</summary>
internal sealed record ReconciliationView(
    Guid Id, long Version, DateOnly Day, string FileName, string Sha256, int Entries, long OutFen, long InFen, int OpenDifferences, SignatureView Imported) : IETagged
{
    public static ReconciliationView Of(Reconciliation row) => new(
        row.Id, row.Version, row.Day, row.FileName, row.Sha256, row.Entries, row.OutFen, row.InFen, row.OpenDifferences, SignatureView.Of(row.Imported));
}

/// <summary>A difference by name.</summary>
internal sealed record DifferenceView(
    Guid Id,
    Guid ReconciliationId,
    DateOnly Day,
    DifferenceKind Kind,
    MoneyDirection Direction,
    string Reference,
    string Name,
    long? BookedFen,
    long? BankFen,
    Guid? SourceId,
    DifferenceStatus Status,
    string? Explanation,
    SignatureView? Explained)
{
    public static DifferenceView Of(Difference row) => new(
        row.Id,
        row.ReconciliationId,
        row.Day,
        row.Kind,
        row.Direction,
        row.Reference,
        row.Name,
        row.BookedFen,
        row.BankFen,
        row.SourceId,
        row.Status,
        row.Explanation,
        SignatureView.Of(row.Explained));
}

/// <summary>A movement of the bank's statement.</summary>
internal sealed record StatementEntryView(int Line, MoneyDirection Direction, long AmountFen, string Reference, string CounterpartyName, bool Matched)
{
    public static StatementEntryView Of(StatementEntry row) => new(row.Line, row.Direction, row.AmountFen, row.Reference, row.CounterpartyName, row.Matched);
}

/// <summary>A day with its differences and movements.</summary>
internal sealed record ReconciliationDetail(
    ReconciliationView Reconciliation, IReadOnlyList<DifferenceView> Differences, IReadOnlyList<StatementEntryView> Entries) : IETagged
{
    public long Version => Reconciliation.Version;
}

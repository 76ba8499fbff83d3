using ServiceDefaults.Problems;

namespace Funding.Appropriations;

/// <summary>A year's appropriation with what became of it.</summary>
internal sealed record AppropriationView(
    Guid Id,
    long Version,
    string Programme,
    int FiscalYear,
    AppropriationStatus Status,
    long CapFen,
    long AmountFen,
    long CommittedFen,
    long LeftFen,
    long PaidFen,
    long EntitledFen,
    long RecoveredFen,
    string DocumentNumber,
    DateOnly DocumentDate,
    SignatureView Proposed,
    SignatureView? Approved,
    SignatureView? Withdrawn) : IETagged
{
    public static AppropriationView Of(Appropriation row, YearSums? sums = null) => new(
        row.Id,
        row.Version,
        row.Programme,
        row.FiscalYear,
        row.Status,
        row.CapFen,
        row.AmountFen,
        row.CommittedFen,
        row.AmountFen - row.CommittedFen,
        sums?.PaidFen ?? 0,
        sums?.EntitledFen ?? 0,
        sums?.RecoveredFen ?? 0,
        row.DocumentNumber,
        row.DocumentDate,
        SignatureView.Of(row.Proposed),
        SignatureView.Of(row.Approved),
        SignatureView.Of(row.Withdrawn));
}

/// <summary>Sums over all bodies of a programme's year.</summary>
internal sealed record YearSums(string Programme, int FiscalYear, long PaidFen, long EntitledFen, long RecoveredFen);

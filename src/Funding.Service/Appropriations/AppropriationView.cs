using ServiceDefaults.Problems;

namespace Funding.Appropriations;

/// <summary>A year's appropriation with what became of it.</summary>
internal sealed record AppropriationView(
    Guid Id,
    long Version,
    string Programme,
    int FiscalYear,
    AppropriationStatus Status,
    long? CapFen,
    long OpenedFen,
    long AmountFen,
    long CommittedFen,
    long LeftFen,
    long PaidFen,
    long EntitledFen,
    long RecoveredFen,
    string DocumentNumber,
    DateOnly DocumentDate,
    string FunctionalSubject,
    DateOnly? ClosedOn,
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
        row.OpenedFen,
        row.AmountFen,
        row.CommittedFen,
        row.LeftFen,
        sums?.PaidFen ?? 0,
        sums?.EntitledFen ?? 0,
        sums?.RecoveredFen ?? 0,
        row.DocumentNumber,
        row.DocumentDate,
        row.FunctionalSubject,
        row.ClosedOn,
        SignatureView.Of(row.Proposed),
        SignatureView.Of(row.Approved),
        SignatureView.Of(row.Withdrawn));
}

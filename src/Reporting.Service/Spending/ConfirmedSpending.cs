using Contracts.Funding;

namespace Reporting.Spending;

/// <summary>What a body spent of a year's money, as two persons verified it (ZS-08): each statement once, by its own id.</summary>
internal sealed class ConfirmedSpending
{
    public required Guid StatementId { get; init; }

    public required Guid InstitutionId { get; init; }

    public required string Programme { get; init; }

    public required int FiscalYear { get; init; }

    /// <summary>The accepted amount in fen.</summary>
    public required long AmountFen { get; init; }

    public static ConfirmedSpending Of(SpendingConfirmed said) => new()
    {
        StatementId = said.StatementId,
        InstitutionId = said.InstitutionId,
        Programme = said.Programme,
        FiscalYear = said.FiscalYear,
        AmountFen = said.AmountFen,
    };
}

using Contracts.Registry;
using ServiceDefaults.Data;

namespace Funding.Accounts;

/// <summary>
/// All that decides whether a body may be paid: what Registry says it is, the years it has used, when money was first allotted
/// to it, and the holds on it. Every write that touches a body's money updates this row first and so waits for its turn.
/// </summary>
internal sealed class FundingAccount : IVersioned
{
    /// <summary>The institution, as Registry keys it.</summary>
    public required Guid InstitutionId { get; init; }

    /// <inheritdoc />
    public long Version { get; set; }

    /// <summary>The version of Registry's state that is known here; the highest wins.</summary>
    public long InstitutionVersion { get; set; }

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    public required string District { get; set; }

    public required string Name { get; set; }

    public required string Category { get; set; }

    /// <summary>Social credit code of the implementing body (实施主体), which receives the money.</summary>
    public required string ImplementingBodyCode { get; set; }

    public required string ImplementingBodyName { get; set; }

    /// <summary>Whether city and county build it together (ZS-29).</summary>
    public bool CoBuilt { get; set; }

    /// <summary>What the county puts in beside the city's money (ZS-29); null = not stated.</summary>
    public long? CountyShareFen { get; set; }

    /// <summary>One of <see cref="Standings"/>, or a word this service does not know, which is never payable.</summary>
    public required string Standing { get; set; }

    public DateOnly StandingSince { get; set; }

    /// <summary>Date of the document that announced the recognition; null before it.</summary>
    public DateOnly? RecognisedOn { get; set; }

    public required string DecisionNumber { get; set; }

    /// <summary>The latest yearly evaluation that was published (ZS-18), shown wherever money is decided; null before the first.</summary>
    public int? EvaluatedYear { get; set; }

    /// <summary>Its grade, a key of the pack.</summary>
    public string? EvaluationGrade { get; set; }

    /// <summary>The version of that result; the highest of a year wins.</summary>
    public long EvaluationVersion { get; set; }

    /// <summary>Holds placed and not released; no payment while there is one.</summary>
    public int OpenHolds { get; set; }

    /// <summary>
    /// From when ZS-08's clock runs: the earliest allotment document (下达) among its live advances. Once the deadline has passed
    /// it stays, whatever becomes of the money.
    /// </summary>
    public DateOnly? FirstAllottedOn { get; set; }

    /// <summary>One row per fiscal year in which money was ever committed to it.</summary>
    public List<FundedYear> Years { get; init; } = [];

    /// <summary>The bodies that merged into it (ZS-21).</summary>
    public List<Absorption> Absorbed { get; init; } = [];

    /// <summary>
    /// The fiscal years that are used: those with a live advance (ZS-04, P-4), ascending; without the years whose money all came
    /// back, where the bureau decided that these do not count.
    /// </summary>
    public IReadOnlyList<int> YearsCounted(bool recoveredYearCounts) =>
    [
        .. Years.Where(y => y.LiveAdvances > 0 && (recoveredYearCounts || !y.IsFullyRecovered))
            .Select(y => y.FiscalYear)
            .Order(),
    ];

    /// <summary>What it is, as far as this service knows.</summary>
    public StandingOnDay KnownStanding => new(Standing, RecognisedOn);

    /// <summary>Its money of one year.</summary>
    public FundedYear Year(int fiscalYear)
    {
        var year = Years.Find(y => y.FiscalYear == fiscalYear);
        if (year is null)
        {
            year = new FundedYear { InstitutionId = InstitutionId, Programme = Programme, FiscalYear = fiscalYear };
            Years.Add(year);
        }

        return year;
    }
}

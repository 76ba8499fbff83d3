namespace Reporting.Evaluations;

/// <summary>
/// A year's evaluation (年度绩效评价) of a programme's recognised bodies, given to one third party by a document: ZS-18. Opened once;
/// it holds one evaluation for each body.
/// </summary>
internal sealed class EvaluationRound
{
    public required Guid Id { get; init; }

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    /// <summary>The year evaluated.</summary>
    public required int Year { get; init; }

    public required string ThirdPartyName { get; init; }

    /// <summary>Social credit code of the third party.</summary>
    public required string ThirdPartyCode { get; init; }

    /// <summary>Number of the document that commissions it.</summary>
    public required string DocumentNumber { get; init; }

    public required DateOnly OpenedOn { get; init; }

    public required string OpenedByName { get; init; }

    /// <summary>
    /// The day on which it is looked who is recognised: the year's last, or the day of opening while the year runs; whoever is recognised
    /// later in the year joins on that day.
    /// </summary>
    public static DateOnly MembershipDay(int year, DateOnly today)
    {
        var yearsEnd = new DateOnly(year, 12, 31);
        return today < yearsEnd ? today : yearsEnd;
    }
}

using Policies;
using Reporting.Scoring;
using ServiceDefaults.Data;

namespace Reporting.Evaluations;

/// <summary>
/// A year's evaluation (年度绩效评价) of a programme's bodies, given by a document to one third party (ZS-18) or to experts (EO-11). Opened
/// once for each evaluation that the pack has; it holds one evaluation for each body.
/// </summary>
internal sealed class EvaluationRound : IVersioned
{
    /// <summary>Longest document number, name and the like.</summary>
    public const int LongestText = ThirdParty.LongestText;

    public required Guid Id { get; init; }

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    /// <summary>The year evaluated.</summary>
    public required int Year { get; init; }

    /// <summary>The evaluation as the pack names it; empty where the pack names none.</summary>
    public required string Scheme { get; init; }

    public required string TitleZh { get; init; }

    public required string TitleEn { get; init; }

    /// <summary>Who judges.</summary>
    public required EvaluationJudge Judge { get; init; }

    /// <summary>Null where experts score.</summary>
    public string? ThirdPartyName { get; init; }

    /// <summary>Social credit code of the third party; null where experts score.</summary>
    public string? ThirdPartyCode { get; init; }

    /// <summary>Number of the document that commissions the third party or orders the evaluation.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The indicator system that was in force at the opening (SD-12); null where the pack asks for none.</summary>
    public string? IndicatorSystem { get; init; }

    /// <summary>Its first day.</summary>
    public DateOnly? IndicatorSystemFrom { get; init; }

    /// <summary>The experts appointed for all of its bodies.</summary>
    public List<RoundExpert> Experts { get; } = [];

    /// <summary>How experts were drawn by lot.</summary>
    public List<RoundDrawing> Drawings { get; } = [];

    public long Version { get; set; }

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

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

    /// <summary>Who judges; null while nobody has ordered it.</summary>
    public EvaluationJudge? Judge { get; private set; }

    /// <summary>Null where experts score.</summary>
    public string? ThirdPartyName { get; private set; }

    /// <summary>Social credit code of the third party; null where experts score.</summary>
    public string? ThirdPartyCode { get; private set; }

    /// <summary>Number of the document that commissions the third party or orders the evaluation; null while nobody has ordered it.</summary>
    public string? DocumentNumber { get; private set; }

    /// <summary>The indicator system that was in force at the opening (SD-12); null where the pack asks for none.</summary>
    public string? IndicatorSystem { get; private set; }

    /// <summary>Its first day.</summary>
    public DateOnly? IndicatorSystemFrom { get; private set; }

    /// <summary>The experts appointed for all of its bodies.</summary>
    public List<RoundExpert> Experts { get; } = [];

    /// <summary>How experts were drawn by lot.</summary>
    public List<RoundDrawing> Drawings { get; } = [];

    public long Version { get; set; }

    /// <summary>The day of the order, whose rules it follows; before that the day on which it fell due.</summary>
    public DateOnly OpenedOn { get; private set; }

    /// <summary>Who ordered it; null while nobody has.</summary>
    public string? OpenedByName { get; private set; }

    /// <summary>Whether it only stands ready: opened because its year is over, and not ordered by anybody yet.</summary>
    public bool IsDraft => DocumentNumber is null;

    /// <summary>A round that stands ready for its order.</summary>
    public static EvaluationRound Draft(PolicyPack pack, PackEvaluation scheme, int year, DateOnly today) => new()
    {
        Id = Guid.CreateVersion7(),
        Programme = pack.Programme,
        Jurisdiction = pack.Jurisdiction,
        Year = year,
        Scheme = scheme.Name,
        TitleZh = scheme.Label.Zh,
        TitleEn = scheme.Label.En,
        OpenedOn = today,
    };

    /// <summary>A person orders it: who judges, and by which document.</summary>
    public void Order(EvaluationJudge judge, ThirdParty? thirdParty, string documentNumber, DocumentInForce? system, DateOnly today, string byName)
    {
        (Judge, ThirdPartyName, ThirdPartyCode, DocumentNumber) = (judge, thirdParty?.Name, thirdParty?.Code, documentNumber);
        (IndicatorSystem, IndicatorSystemFrom) = (system?.Title, system?.From);
        (OpenedOn, OpenedByName) = (today, byName);
    }

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

using System.Text.Json.Serialization;

namespace Policies;

/// <summary>What kind of bodies an evaluation is of.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EvaluatedKind>))]
public enum EvaluatedKind
{
    /// <summary>The programme's own bodies: centres, platforms, enclaves.</summary>
    [JsonStringEnumMemberName("bodies")]
    Bodies,

    /// <summary>Carriers of innovation and founding (双创载体): transfer is among what they are scored by (HB-23).</summary>
    [JsonStringEnumMemberName("carriers")]
    Carriers,

    /// <summary>Universities and institutes (HB-26).</summary>
    [JsonStringEnumMemberName("universities")]
    Universities,

    /// <summary>The units that carry a plan out: its mid-term evaluation (HB-13).</summary>
    [JsonStringEnumMemberName("units")]
    Units,

    /// <summary>Companies that moved into the programme's bodies (SD-06).</summary>
    [JsonStringEnumMemberName("companies")]
    Companies,
}

/// <summary>Who judges in an evaluation.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EvaluationJudge>))]
public enum EvaluationJudge
{
    /// <summary>A third party proposes the grade (ZS-18).</summary>
    [JsonStringEnumMemberName("third-party")]
    ThirdParty,

    /// <summary>Experts score by the indicators; the grade is what the scores come to.</summary>
    [JsonStringEnumMemberName("experts")]
    Experts,
}

/// <summary>An evaluation that a programme has: of whom, judged by whom, by which indicators, and what follows from it.</summary>
/// <param name="Name">Its name, kebab case.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Citation">Where it comes from.</param>
public sealed record PackEvaluation(string Name, Label Label, Citation Citation)
{
    /// <summary>What <see cref="Subjects"/> says of bodies that are named one by one when a round is opened.</summary>
    public const string Named = "named";

    /// <summary>The yearly cycle that it belongs to; null = it takes place when the bureau says so.</summary>
    public string? Cycle { get; init; }

    /// <summary>What kind of bodies it is of.</summary>
    public EvaluatedKind Kind { get; init; }

    /// <summary>Who is evaluated: <see cref="Register.Institution"/>, <see cref="Named"/>, or the register whose entries are named.</summary>
    public required string Subjects { get; init; }

    /// <summary>Of institutions the categories that are evaluated; empty = all.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>How a register records it, entry by entry, where no round is opened (SD-06); null = rounds are.</summary>
    public RecordedEvaluation? Recorded { get; init; }

    /// <summary>Who may judge; the opening of a round says who does. Empty where a register records it.</summary>
    public required IReadOnlyList<EvaluationJudge> Judges { get; init; }

    /// <summary>The indicator system; null where only a third party judges.</summary>
    public Scoring? Scoring { get; init; }

    /// <summary>The document without which no round is opened (SD-12); null where the programme asks for none.</summary>
    public RequiredDocument? Document { get; init; }

    /// <summary>The parameter with the days within which a published result may be objected to; null = there is no objection.</summary>
    public string? Objection { get; init; }

    /// <summary>The ground that a fail is; null = a fail has no consequence of its own.</summary>
    public string? Ground { get; init; }

    /// <summary>The register in which those of the best grade are held up as an example (EI-09); null = none.</summary>
    public string? Promotes { get; init; }

    /// <summary>Whether the bodies are named one by one.</summary>
    [JsonIgnore]
    public bool NamesBodies => Subjects != Register.Institution;

    /// <summary>Whether an institution of this category is evaluated.</summary>
    public bool Covers(string category) => !NamesBodies && (Categories.Count == 0 || Categories.Contains(category));
}

/// <summary>An evaluation that the steps of a register's entries record.</summary>
/// <param name="Year">The field with the year evaluated.</param>
/// <param name="States">The states in which an entry is evaluated.</param>
public sealed record RecordedEvaluation(string Year, IReadOnlyList<string> States);

/// <summary>An entry that must be in force in a register of documents.</summary>
/// <param name="Register">The register.</param>
/// <param name="Field">The field that tells its kind.</param>
/// <param name="Is">That kind.</param>
/// <param name="State">The state of an entry in force.</param>
public sealed record RequiredDocument(string Register, string Field, string Is, string State);

/// <summary>One indicator (指标) of a system.</summary>
/// <param name="Name">Its name, kebab case.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Citation">Where it comes from.</param>
/// <param name="Weight">Its weight in per cent; all add up to 100.</param>
/// <param name="Transfer">Whether it tells how results are brought to use (HB-23).</param>
public sealed record ScoredIndicator(string Name, Label Label, Citation Citation, int Weight, bool Transfer);

/// <summary>The lowest score of a grade, in whole points; it belongs to the grade.</summary>
/// <param name="Grade">The grade's key.</param>
/// <param name="From">That score.</param>
public sealed record GradeThreshold(string Grade, int From);

/// <summary>
/// An indicator system (指标体系) and how scores become a grade. All figures are whole numbers: an expert's total is the sum of score times
/// weight, in hundredths of a point, and the score of a body the mean of its experts' totals, half-even to the hundredth of a point; the
/// grade is that of the score as it is printed.
/// </summary>
public sealed record Scoring
{
    /// <summary>Hundredths of a point in a point.</summary>
    public const int Hundredths = 100;

    /// <summary>Where the rules of scoring come from.</summary>
    public required Citation Citation { get; init; }

    /// <summary>The indicators, in the pack's order.</summary>
    public required IReadOnlyList<ScoredIndicator> Indicators { get; init; }

    /// <summary>The lowest score of an indicator, in whole points.</summary>
    public required int Lowest { get; init; }

    /// <summary>The highest.</summary>
    public required int Highest { get; init; }

    /// <summary>How many experts at least score each body.</summary>
    public required int Experts { get; init; }

    /// <summary>How many points the experts' totals may lie apart; null = however far.</summary>
    public int? Dispersion { get; init; }

    /// <summary>How many further experts score where they lie further apart.</summary>
    public int FurtherExperts { get; init; }

    /// <summary>By how many points a moderation meeting may change a score; null = there is no such meeting.</summary>
    public int? Moderation { get; init; }

    /// <summary>The grades with their lowest scores, best first.</summary>
    public required IReadOnlyList<GradeThreshold> Grades { get; init; }

    /// <summary>One expert's total in hundredths of a point, from its score for every indicator.</summary>
    /// <param name="scores">The scores by the indicator's name, in whole points.</param>
    public int Total(IReadOnlyDictionary<string, int> scores) => Indicators.Sum(indicator => checked(indicator.Weight * scores[indicator.Name]));

    /// <summary>The mean of the experts' totals, half-even to the hundredth of a point.</summary>
    /// <param name="totals">The totals in hundredths of a point; at least one.</param>
    public static int Mean(IReadOnlyCollection<int> totals) =>
        (int)decimal.Round(totals.Sum(total => (decimal)total) / totals.Count, 0, MidpointRounding.ToEven);

    /// <summary>How far totals lie apart, in hundredths of a point; 0 where there are none.</summary>
    public static int Spread(IReadOnlyCollection<int> totals) => totals.Count == 0 ? 0 : totals.Max() - totals.Min();

    /// <summary>Whether totals lie further apart than they may: at the limit they do not.</summary>
    public bool IsDispersed(IReadOnlyCollection<int> totals) => Dispersion is { } limit && Spread(totals) > limit * Hundredths;

    /// <summary>The grade of a score in hundredths of a point: a threshold itself belongs to the better grade.</summary>
    public string GradeOf(int score) => Grades.First(grade => score >= grade.From * Hundredths).Grade;
}

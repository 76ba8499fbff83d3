using System.Text.Json.Serialization;
using Policies;
using Reporting.Institutions;
using Reporting.Objections;
using Reporting.Scoring;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.Evaluations;

/// <summary>An evaluation as a list shows it.</summary>
internal sealed record EvaluationView(
    Guid Id,
    Guid? RoundId,
    Guid InstitutionId,
    string InstitutionName,
    string District,
    string Programme,
    EvaluationKind Kind,
    int Year,
    string Scheme,
    bool Named,
    string InstitutionCode,
    string? ThirdPartyName,
    string? ThirdPartyCode,
    string CommissionNumber,
    bool Recused,
    EvaluationStatus Status,
    string? Grade,
    int? Score,
    bool UnderModeration,
    string? PublishedGrade,
    int? PublishedScore,
    DateOnly? PublishedOn,
    string? PublicationNumber,
    long Publications,
    DateOnly? ClosedOn,
    long Version) : IETagged
{
    public static EvaluationView Of(Evaluation evaluation, Caller caller) => new(
        evaluation.Id,
        evaluation.RoundId,
        evaluation.InstitutionId,
        evaluation.Institution.Name,
        evaluation.Institution.District,
        evaluation.Programme,
        evaluation.Kind,
        evaluation.Year,
        evaluation.Scheme,
        evaluation.Institution.Standing == Institution.Named,
        evaluation.Institution.Organisation,
        evaluation.ThirdPartyName,
        evaluation.ThirdPartyCode,
        evaluation.CommissionNumber,
        evaluation.IsRecused,
        evaluation.Status,
        SeesProposals(evaluation, caller) ? evaluation.Grade : evaluation.PublishedGrade,
        SeesProposals(evaluation, caller) ? evaluation.Score : evaluation.PublishedScore,
        SeesProposals(evaluation, caller) && evaluation.PendingModerationId is not null,
        evaluation.PublishedGrade,
        evaluation.PublishedScore,
        evaluation.PublishedOn,
        evaluation.PublicationNumber,
        evaluation.Publications,
        evaluation.ClosedOn,
        evaluation.Version);

    /// <summary>A grade that is only proposed is not the body's to see, nor another expert's: the city may yet publish another.</summary>
    public static bool SeesProposals(Evaluation evaluation, Caller caller) =>
        !caller.Is(Roles.Operator) && (!caller.Is(Roles.Expert) || (caller.Organisation is not null && caller.Organisation == evaluation.ThirdPartyCode));
}

/// <summary>An evaluation with its steps, oldest first, and what stands against the caller's acts on it.</summary>
internal sealed record EvaluationDetail(EvaluationView Evaluation, IReadOnlyList<EvaluationStepView> Steps, EvaluationBars Bars) : IETagged
{
    [JsonIgnore]
    public long Version => Evaluation.Version;

    // What is proposed is told with the publication that it led to; what a body states against its result is read where objections are.
    private static readonly string[] Proposals = [EvaluationStep.Graded, EvaluationStep.Scored, EvaluationStep.Moderated, EvaluationStep.Withdrawn];
    private static readonly string[] Disputes = [EvaluationStep.Objected, EvaluationStep.Upheld, EvaluationStep.TurnedDown];

    public static EvaluationDetail Of(Evaluation evaluation, EvaluationBars bars, Caller caller)
    {
        var steps = evaluation.Steps.OrderBy(s => s.At).ThenBy(s => s.Id).ToList();
        var told = EvaluationView.SeesProposals(evaluation, caller) ? steps.Count : steps.FindLastIndex(s => s.What == EvaluationStep.Published) + 1;
        return new EvaluationDetail(
            EvaluationView.Of(evaluation, caller),
            [.. steps.Where((s, index) => index < told || !Proposals.Contains(s.What)).Select((s, index) => EvaluationStepView.Of(s, withGrade: index < told, withReason: ReadsReason(s, evaluation, caller)))],
            bars);
    }

    // Why is for the body and for whoever judges or oversees; neither for other experts nor for those who pay.
    private static bool ReadsReason(EvaluationStep step, Evaluation evaluation, Caller caller) =>
        Disputes.Contains(step.What) ? caller.IsAny(ReadObjections.Readers)
        : !Proposals.Contains(step.What) || caller.IsAny(ReadObjections.Readers) || caller.Is(Roles.DistrictReviewer)
            || (caller.Is(Roles.Expert) && EvaluationView.SeesProposals(evaluation, caller));
}

/// <summary>One step of an evaluation: what, by whom, when and why.</summary>
internal sealed record EvaluationStepView(string What, string? Grade, string Reason, string? ByName, DateTime At)
{
    // That its objection is upheld the body is told at once; the grade that comes of it with its publication.
    public static EvaluationStepView Of(EvaluationStep step, bool withGrade, bool withReason) =>
        new(step.What, withGrade ? step.Grade : null, withReason ? step.Reason : "", step.ByName, step.At);
}

/// <summary>A round with how far it has come.</summary>
internal sealed record RoundView(
    Guid Id,
    string Programme,
    int Year,
    string Scheme,
    Label Title,
    EvaluationJudge? Judge,
    string? ThirdPartyName,
    string? ThirdPartyCode,
    string? DocumentNumber,
    string? IndicatorSystem,
    DateOnly? IndicatorSystemFrom,
    DateOnly OpenedOn,
    string? OpenedByName,
    int Bodies,
    int Due,
    int Graded,
    int Published,
    int Closed,
    long Version) : IETagged;

/// <summary>How far one expert has come with one body; its total once the body's scores are concluded.</summary>
internal sealed record SheetProgress(
    Guid EvaluationId,
    Guid SheetId,
    string ExpertName,
    string? OrganisationName,
    bool IsFurther,
    SheetStatus Status,
    RecusalGround? RecusalGround,
    string? RecusalReason,
    int? Total,
    long Version);

/// <summary>A body that a round will be of once it is ordered.</summary>
internal sealed record AwaitedBody(Guid InstitutionId, string Name, string? District);

/// <summary>A body's place among those of its round: equal scores share it.</summary>
internal sealed record Place(Guid EvaluationId, int Rank);

/// <summary>How experts were drawn: enough for anybody to draw them again.</summary>
internal sealed record DrawingView(Guid? EvaluationId, string Seed, IReadOnlyList<string> Pool, int LeftOut, IReadOnlyList<string> Drawn, DateTime At, string ByName);

/// <summary>
/// A round with its evaluations, by the bodies' names; one that nobody has ordered yet with those that it will be of. Who scores, and who wants a further opinion or another expert in the place of one who
/// was recused, is for those who arrange it; no score is
/// among it before the scores are concluded.
/// </summary>
internal sealed record RoundDetail(
    RoundView Round,
    IReadOnlyList<EvaluationView> Evaluations,
    PackEvaluation Scheme,
    IReadOnlyList<SheetProgress> Sheets,
    IReadOnlyList<Guid> Dispersed,
    IReadOnlyList<Guid> Short,
    IReadOnlyList<Place> Places,
    IReadOnlyList<DrawingView> Drawings,
    IReadOnlyList<AwaitedBody> Awaited) : IETagged
{
    [JsonIgnore]
    public long Version => Round.Version;
}

using System.Text.Json.Serialization;
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
    string ThirdPartyName,
    string ThirdPartyCode,
    string CommissionNumber,
    bool Recused,
    EvaluationStatus Status,
    string? Grade,
    string? PublishedGrade,
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
        evaluation.ThirdPartyName,
        evaluation.ThirdPartyCode,
        evaluation.CommissionNumber,
        evaluation.IsRecused,
        evaluation.Status,
        SeesProposals(evaluation, caller) ? evaluation.Grade : evaluation.PublishedGrade,
        evaluation.PublishedGrade,
        evaluation.PublishedOn,
        evaluation.PublicationNumber,
        evaluation.Publications,
        evaluation.ClosedOn,
        evaluation.Version);

    /// <summary>A grade that is only proposed is not the body's to see, nor another expert's: the city may yet publish another.</summary>
    public static bool SeesProposals(Evaluation evaluation, Caller caller) =>
        !caller.Is(Roles.Operator) && (!caller.Is(Roles.Expert) || caller.Organisation == evaluation.ThirdPartyCode);
}

/// <summary>An evaluation with its steps, oldest first.</summary>
internal sealed record EvaluationDetail(EvaluationView Evaluation, IReadOnlyList<EvaluationStepView> Steps) : IETagged
{
    [JsonIgnore]
    public long Version => Evaluation.Version;

    public static EvaluationDetail Of(Evaluation evaluation, Caller caller)
    {
        var steps = evaluation.Steps.OrderBy(s => s.At).ThenBy(s => s.Id).ToList();
        if (!EvaluationView.SeesProposals(evaluation, caller))
        {
            var published = steps.FindLastIndex(s => s.What == EvaluationStep.Published);
            steps = [.. steps.Where((s, index) => s.What != EvaluationStep.Graded || index < published)];
        }

        return new EvaluationDetail(EvaluationView.Of(evaluation, caller), [.. steps.Select(EvaluationStepView.Of)]);
    }
}

/// <summary>One step of an evaluation: what, by whom, when and why.</summary>
internal sealed record EvaluationStepView(string What, string? Grade, string Reason, string? ByName, DateTime At)
{
    public static EvaluationStepView Of(EvaluationStep step) => new(step.What, step.Grade, step.Reason, step.ByName, step.At);
}

/// <summary>A round with how far it has come.</summary>
internal sealed record RoundView(
    Guid Id,
    string Programme,
    int Year,
    string ThirdPartyName,
    string ThirdPartyCode,
    string DocumentNumber,
    DateOnly OpenedOn,
    string OpenedByName,
    int Bodies,
    int Due,
    int Graded,
    int Published,
    int Closed);

/// <summary>A round with its evaluations, by the bodies' names.</summary>
internal sealed record RoundDetail(RoundView Round, IReadOnlyList<EvaluationView> Evaluations);

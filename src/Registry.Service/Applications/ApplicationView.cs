using System.Text.Json;
using ServiceDefaults.Problems;

namespace Registry.Applications;

/// <summary>An application with its answers, files and timeline.</summary>
internal sealed record ApplicationView : IETagged
{
    public required Guid Id { get; init; }

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    public required string District { get; init; }

    public required string Organisation { get; init; }

    public required ApplicationStatus Status { get; init; }

    /// <summary>How often it has been submitted.</summary>
    public required int Round { get; init; }

    public required string? Title { get; init; }

    /// <summary>The body that it is about, or that came of it.</summary>
    public required Guid? InstitutionId { get; init; }

    /// <summary>The route of its pack and the track that it takes, as of the latest submission.</summary>
    public required string? Route { get; init; }

    public required string? Track { get; init; }

    public required string? Category { get; init; }

    public required JsonElement Answers { get; init; }

    /// <summary>The call that it answers (EO-08).</summary>
    public required Guid? CallId { get; init; }

    /// <summary>After a return, the last day on which it may be handed in again under its call (EO-08); null = no last day.</summary>
    public DateOnly? SupplementUntil { get; init; }

    public required string? PolicyHash { get; init; }

    public required DateOnly StartedOn { get; init; }

    public required DateOnly? SubmittedOn { get; init; }

    public required long Version { get; init; }

    public required IReadOnlyList<FileView> Files { get; init; }

    public required IReadOnlyList<StepView> Timeline { get; init; }

    /// <summary>What the pack's conditions come to; empty for a draft.</summary>
    public IReadOnlyList<ConditionView> Examination { get; init; } = [];

    /// <summary>What the review made of it, once the city has decided (ZS-15, ZS-26).</summary>
    public ReviewView? Review { get; init; }

    public static ApplicationView Of(Application application, IReadOnlyList<FileView> files) => new()
    {
        Id = application.Id,
        Programme = application.Programme,
        Jurisdiction = application.Jurisdiction,
        District = application.District,
        Organisation = application.Organisation,
        Status = application.Status,
        Round = application.Round,
        Title = application.Title,
        InstitutionId = application.InstitutionId,
        Route = application.Route,
        Track = application.Track,
        Category = application.Category,
        Answers = JsonElement.Parse(application.Answers),
        CallId = application.CallId,
        PolicyHash = application.PolicyHash,
        StartedOn = application.StartedOn,
        SubmittedOn = application.SubmittedOn,
        Version = application.Version,
        Files = files,
        Timeline = [.. application.Steps.OrderBy(step => step.Number).Select(StepView.Of)],
    };
}

/// <summary>One line of the timeline.</summary>
internal sealed record StepView
{
    public required int Number { get; init; }

    public required StepKind Kind { get; init; }

    public required DateTime At { get; init; }

    public required string ActorName { get; init; }

    public required string ActorRole { get; init; }

    /// <summary>For whom a deputy acted.</summary>
    public required string? ForName { get; init; }

    public required string Clause { get; init; }

    public required string? Reason { get; init; }

    public required string? DocumentNumber { get; init; }

    public required DateOnly? DocumentDate { get; init; }

    public required IReadOnlyList<FieldReason> FieldReasons { get; init; }

    public static StepView Of(ApplicationStep step) => new()
    {
        Number = step.Number,
        Kind = step.Kind,
        At = step.At,
        ActorName = step.ActorName,
        ActorRole = step.ActorRole,
        ForName = step.ForName,
        Clause = step.Clause,
        Reason = step.Reason,
        DocumentNumber = step.DocumentNumber,
        DocumentDate = step.DocumentDate,
        FieldReasons = step.FieldReasons,
    };
}

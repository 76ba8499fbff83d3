using Registry.Applications;
using ServiceDefaults.Problems;

namespace Registry.Selections;

/// <summary>A score sheet as its expert sees it; the city, which may order a recusal, sees no score in it.</summary>
internal sealed record ScoreSheetView : IETagged
{
    public required Guid Id { get; init; }

    public required Guid SelectionId { get; init; }

    public required string SelectionTitle { get; init; }

    public required SelectionStatus SelectionStatus { get; init; }

    public required string Programme { get; init; }

    public required Guid ApplicationId { get; init; }

    public required string? ApplicationTitle { get; init; }

    public required string Organisation { get; init; }

    public required SheetStatus Status { get; init; }

    /// <summary>Where it is a further opinion: how far the first ones lie apart, and how far they may.</summary>
    public required int? FirstSpread { get; init; }

    public required int? DispersionLimit { get; init; }

    public required int? Score { get; init; }

    public required bool? MeetsConditions { get; init; }

    public required string? Justification { get; init; }

    public required DateTime? ScoredAt { get; init; }

    public required RecusalGround? RecusalGround { get; init; }

    public required string? RecusalReason { get; init; }

    public required long Version { get; init; }

    public static ScoreSheetView Of(ScoreSheet sheet, Selection selection, Application application) => new()
    {
        Id = sheet.Id,
        SelectionId = selection.Id,
        SelectionTitle = selection.Title,
        SelectionStatus = selection.Status,
        Programme = selection.Programme,
        ApplicationId = application.Id,
        ApplicationTitle = application.Title,
        Organisation = application.Organisation,
        Status = sheet.Status,
        FirstSpread = sheet.FirstSpread,
        DispersionLimit = sheet.FirstSpread is null ? null : selection.DispersionLimit,
        Score = sheet.Status == SheetStatus.Scored ? sheet.Score : null,
        MeetsConditions = sheet.Status == SheetStatus.Scored ? sheet.MeetsConditions : null,
        Justification = sheet.Status == SheetStatus.Scored ? sheet.Justification : null,
        ScoredAt = sheet.Status == SheetStatus.Scored ? sheet.ScoredAt : null,
        RecusalGround = sheet.RecusalGround,
        RecusalReason = sheet.RecusalReason,
        Version = sheet.Version,
    };
}

using ServiceDefaults.Problems;

namespace Registry.Changes;

/// <summary>A reported change as it is shown.</summary>
internal sealed record ChangeView : IETagged
{
    public required Guid Id { get; init; }

    public required Guid InstitutionId { get; init; }

    public required string InstitutionName { get; init; }

    public required string Programme { get; init; }

    public required string District { get; init; }

    public required IReadOnlyList<ChangeKind> Kinds { get; init; }

    public required DateOnly ChangedOn { get; init; }

    public required string Description { get; init; }

    public required Guid? AbsorbsId { get; init; }

    public required string? AbsorbsName { get; init; }

    public required DateOnly? DueOn { get; init; }

    public required string Clause { get; init; }

    public required DateTime ReportedAt { get; init; }

    public required string ReportedByName { get; init; }

    public required DateOnly? CountyReceivedOn { get; init; }

    public required string? CountyReceivedByName { get; init; }

    public required DateOnly? CityReceivedOn { get; init; }

    public required string? CityReceivedByName { get; init; }

    public required bool Late { get; init; }

    public required ChangeStatus Status { get; init; }

    public required IReadOnlyList<ChangeFinding> Findings { get; init; }

    public required string? Reason { get; init; }

    public required DateTime? ExaminedAt { get; init; }

    public required string? ExaminedByName { get; init; }

    public required string? DocumentNumber { get; init; }

    public required Guid? SanctionId { get; init; }

    public required long Version { get; init; }

    public static ChangeView Of(MajorChange change) => new()
    {
        Id = change.Id,
        InstitutionId = change.InstitutionId,
        InstitutionName = change.InstitutionName,
        Programme = change.Programme,
        District = change.District,
        Kinds = change.Kinds,
        ChangedOn = change.ChangedOn,
        Description = change.Description,
        AbsorbsId = change.AbsorbsId,
        AbsorbsName = change.AbsorbsName,
        DueOn = change.DueOn,
        Clause = change.Clause,
        ReportedAt = change.ReportedAt,
        ReportedByName = change.ReportedByName,
        CountyReceivedOn = change.CountyReceivedOn,
        CountyReceivedByName = change.CountyReceivedByName,
        CityReceivedOn = change.CityReceivedOn,
        CityReceivedByName = change.CityReceivedByName,
        Late = change.IsLate,
        Status = change.Status,
        Findings = change.Findings,
        Reason = change.Reason,
        ExaminedAt = change.ExaminedAt,
        ExaminedByName = change.ExaminedByName,
        DocumentNumber = change.DocumentNumber,
        SanctionId = change.SanctionId,
        Version = change.Version,
    };
}

using Policies.Evaluation;
using Registry.Bans;
using ServiceDefaults.Problems;

namespace Registry.Sanctions;

/// <summary>A sanction case as it is shown; the sheet and the bans in a case's own view.</summary>
internal sealed record SanctionView : IETagged
{
    public required Guid Id { get; init; }

    public required Guid InstitutionId { get; init; }

    public required string InstitutionName { get; init; }

    public required string Programme { get; init; }

    public required string District { get; init; }

    public required string Ground { get; init; }

    public required string GroundZh { get; init; }

    public required string GroundEn { get; init; }

    public required string Measure { get; init; }

    public required string Clause { get; init; }

    public required string Facts { get; init; }

    public required DateOnly FoundOn { get; init; }

    public required string? Authority { get; init; }

    public required string? FindingNumber { get; init; }

    public required int? Year { get; init; }

    public required Guid? ChangeId { get; init; }

    public required SanctionStatus Status { get; init; }

    public required DateTime ProposedAt { get; init; }

    public required string ProposedByName { get; init; }

    public required string? DocumentNumber { get; init; }

    public required DateOnly? DecidedOn { get; init; }

    public required DateOnly? EffectiveFrom { get; init; }

    public required DateOnly? LastDay { get; init; }

    public required string? Reason { get; init; }

    public required DateTime? ClosedAt { get; init; }

    public required string? ClosedByName { get; init; }

    public required CalculationSheet? Sheet { get; init; }

    public required IReadOnlyList<BanView> Bans { get; init; }

    public required long Version { get; init; }

    public static SanctionView Of(SanctionCase sanction) => new()
    {
        Id = sanction.Id,
        InstitutionId = sanction.InstitutionId,
        InstitutionName = sanction.InstitutionName,
        Programme = sanction.Programme,
        District = sanction.District,
        Ground = sanction.Ground,
        GroundZh = sanction.GroundZh,
        GroundEn = sanction.GroundEn,
        Measure = sanction.Measure,
        Clause = sanction.Clause,
        Facts = sanction.Facts,
        FoundOn = sanction.FoundOn,
        Authority = sanction.Authority,
        FindingNumber = sanction.FindingNumber,
        Year = sanction.Year,
        ChangeId = sanction.ChangeId,
        Status = sanction.Status,
        ProposedAt = sanction.ProposedAt,
        ProposedByName = sanction.ProposedByName,
        DocumentNumber = sanction.DocumentNumber,
        DecidedOn = sanction.DecidedOn,
        EffectiveFrom = sanction.EffectiveFrom,
        LastDay = sanction.LastDay,
        Reason = sanction.Reason,
        ClosedAt = sanction.ClosedAt,
        ClosedByName = sanction.ClosedByName,
        Sheet = SanctionSheet.Read(sanction.Sheet),
        Bans = [.. sanction.Bans.Select(BanView.Of)],
        Version = sanction.Version,
    };
}

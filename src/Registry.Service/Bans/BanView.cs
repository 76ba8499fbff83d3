using ServiceDefaults.Problems;

namespace Registry.Bans;

/// <summary>A ban as it is shown.</summary>
internal sealed record BanView : IETagged
{
    public required Guid Id { get; init; }

    public required string Programme { get; init; }

    public required string? Category { get; init; }

    public required string Subject { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required bool BarsLeading { get; init; }

    public required string Ground { get; init; }

    public required string GroundZh { get; init; }

    public required string GroundEn { get; init; }

    public required string Clause { get; init; }

    public required Guid InstitutionId { get; init; }

    public required Guid SanctionId { get; init; }

    public required string DocumentNumber { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly LastDay { get; init; }

    public required DateOnly FirstFreeDay { get; init; }

    public required DateOnly? LiftedOn { get; init; }

    public required string? LiftDocumentNumber { get; init; }

    public required string? LiftReason { get; init; }

    public required string? LiftedByName { get; init; }

    public required long Version { get; init; }

    public static BanView Of(Ban ban) => new()
    {
        Id = ban.Id,
        Programme = ban.Programme,
        Category = ban.Category,
        Subject = ban.Subject,
        Code = ban.Code,
        Name = ban.Name,
        BarsLeading = ban.BarsLeading,
        Ground = ban.Ground,
        GroundZh = ban.GroundZh,
        GroundEn = ban.GroundEn,
        Clause = ban.Clause,
        InstitutionId = ban.InstitutionId,
        SanctionId = ban.SanctionId,
        DocumentNumber = ban.DocumentNumber,
        From = ban.From,
        LastDay = ban.LastDay,
        FirstFreeDay = ban.FirstFreeDay,
        LiftedOn = ban.LiftedOn,
        LiftDocumentNumber = ban.LiftDocumentNumber,
        LiftReason = ban.LiftReason,
        LiftedByName = ban.LiftedByName,
        Version = ban.Version,
    };
}

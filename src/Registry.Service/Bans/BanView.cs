using Policies.Evaluation;
using Registry.Sanctions;
using ServiceDefaults.Problems;

namespace Registry.Bans;

/// <summary>A ban as it is shown.</summary>
internal sealed record BanView : IETagged
{
    public required Guid Id { get; init; }

    public required string Programme { get; init; }

    /// <summary>What it bars from: a programme's applications, or <c>programme/register</c>.</summary>
    public required IReadOnlyList<string> Covers { get; init; }

    public required string? Category { get; init; }

    /// <summary>The place that it is confined to (EO-13); null = anywhere.</summary>
    public required string? Place { get; init; }

    public required string Subject { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required bool BarsLeading { get; init; }

    public required bool BarsHosting { get; init; }

    public required string Ground { get; init; }

    public required string GroundZh { get; init; }

    public required string GroundEn { get; init; }

    public required string Clause { get; init; }

    public required Guid? InstitutionId { get; init; }

    public required Guid? SanctionId { get; init; }

    /// <summary>The register's entry behind it (HB-05).</summary>
    public required Guid? RegisterEntryId { get; init; }

    public required string DocumentNumber { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly LastDay { get; init; }

    public required DateOnly FirstFreeDay { get; init; }

    public required DateOnly? LiftedOn { get; init; }

    public required string? LiftDocumentNumber { get; init; }

    public required string? LiftReason { get; init; }

    public required string? LiftedByName { get; init; }

    /// <summary>The proposals to lift it, oldest first.</summary>
    public required IReadOnlyList<BanLiftingView> Liftings { get; init; }

    /// <summary>The sheet of its term, where a register's step established it.</summary>
    public required CalculationSheet? Sheet { get; init; }

    public required long Version { get; init; }

    public static BanView Of(Ban ban) => new()
    {
        Id = ban.Id,
        Programme = ban.Programme,
        Covers = ban.Covers,
        Category = ban.Category,
        Place = ban.Place,
        Subject = ban.Subject,
        Code = ban.Code,
        Name = ban.Name,
        BarsLeading = ban.BarsLeading,
        BarsHosting = ban.BarsHosting,
        Ground = ban.Ground,
        GroundZh = ban.GroundZh,
        GroundEn = ban.GroundEn,
        Clause = ban.Clause,
        InstitutionId = ban.InstitutionId,
        SanctionId = ban.SanctionId,
        RegisterEntryId = ban.RegisterEntryId,
        DocumentNumber = ban.DocumentNumber,
        From = ban.From,
        LastDay = ban.LastDay,
        FirstFreeDay = ban.FirstFreeDay,
        LiftedOn = ban.LiftedOn,
        LiftDocumentNumber = ban.LiftDocumentNumber,
        LiftReason = ban.LiftReason,
        LiftedByName = ban.LiftedByName,
        Liftings = [.. ban.Liftings.Select(BanLiftingView.Of)],
        Sheet = SanctionSheet.Read(ban.Sheet),
        Version = ban.Version,
    };
}

/// <summary>A proposal to lift a ban, and what became of it.</summary>
internal sealed record BanLiftingView(
    LiftingStatus Status,
    string DocumentNumber,
    DateOnly DecidedOn,
    string Reason,
    DateTime ProposedAt,
    string ProposedByName,
    DateTime? ClosedAt,
    string? ClosedByName,
    string? Refusal)
{
    public static BanLiftingView Of(BanLifting lifting) => new(
        lifting.Status,
        lifting.DocumentNumber,
        lifting.DecidedOn,
        lifting.Reason,
        lifting.ProposedAt,
        lifting.ProposedByName,
        lifting.ClosedAt,
        lifting.ClosedByName,
        lifting.Refusal);
}

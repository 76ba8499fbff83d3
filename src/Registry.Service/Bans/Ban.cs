using ServiceDefaults.Data;

namespace Registry.Bans;

/// <summary>
/// A legal person that may not apply again until a day (ZS-20, ZS-22), because a person confirmed a ground against an institution. It
/// rules from the day of that decision to its last day, or until a recorded decision lifts it.
/// </summary>
internal sealed class Ban : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Jurisdiction { get; init; }

    public required string Programme { get; init; }

    /// <summary>The key field that it is confined to (ZS-22: 同一类型); null = the whole programme (ZS-20).</summary>
    public string? Category { get; init; }

    /// <summary>As what it was hit, in the ground's word: <c>institution</c>, <c>lead-bodies</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The legal person: social credit code.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>Whether it bars leading another's application too; see <see cref="BanReach"/>.</summary>
    public required bool BarsLeading { get; init; }

    /// <summary>The ground, as the pack names it.</summary>
    public required string Ground { get; init; }

    public required string GroundZh { get; init; }

    public required string GroundEn { get; init; }

    public required string Clause { get; init; }

    public required Guid InstitutionId { get; init; }

    public required Guid SanctionId { get; init; }

    /// <summary>Number of the decision that confirmed the ground.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The day of that decision: the first day on which it rules.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day on which it rules (P-2).</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The first free day, where a decision lifted it early.</summary>
    public DateOnly? LiftedOn { get; set; }

    public string? LiftDocumentNumber { get; set; }

    public string? LiftReason { get; set; }

    public string? LiftedBySubject { get; set; }

    public string? LiftedByName { get; set; }

    public long Version { get; set; }

    /// <summary>The first day on which the person may apply again (P-2).</summary>
    public DateOnly FirstFreeDay => LiftedOn ?? LastDay.AddDays(1);
}

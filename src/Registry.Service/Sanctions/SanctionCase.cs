using Registry.Bans;
using ServiceDefaults.Data;

namespace Registry.Sanctions;

/// <summary>
/// A ground against an institution (ZS-19…22): proposed by a person or by a published evaluation, decided by another person (P-5).
/// Only a confirmed one changes the institution's standing and bars its subjects.
/// </summary>
internal sealed class SanctionCase : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid InstitutionId { get; init; }

    /// <summary>Its name when the case was proposed.</summary>
    public required string InstitutionName { get; init; }

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    public required string District { get; init; }

    /// <summary>The implementing body, which may read what was confirmed against it.</summary>
    public required string Organisation { get; init; }

    /// <summary>The ground, as the pack names it: <c>serious-fraud</c>.</summary>
    public required string Ground { get; init; }

    public required string GroundZh { get; init; }

    public required string GroundEn { get; init; }

    /// <summary>One of <see cref="Policies.Ground.Measures"/>.</summary>
    public required string Measure { get; init; }

    public required string Clause { get; init; }

    /// <summary>What it rests on, in a word that no other case of the ground has: the evaluations in their versions, the change, or the case itself.</summary>
    public required string Cause { get; init; }

    public required string Facts { get; init; }

    /// <summary>The day on which it was found: of the publication, of the change, or as the proposer names it.</summary>
    public required DateOnly FoundOn { get; init; }

    /// <summary>The court or authority that found it.</summary>
    public string? Authority { get; init; }

    /// <summary>The finding's own document.</summary>
    public string? FindingNumber { get; init; }

    /// <summary>The evaluated year, of two consecutive ones the later, or that of the missing report; null where none is behind it.</summary>
    public int? Year { get; init; }

    /// <summary>The major change behind it (ZS-21).</summary>
    public Guid? ChangeId { get; init; }

    /// <summary>The day of that change.</summary>
    public DateOnly? ChangedOn { get; init; }

    public SanctionStatus Status { get; set; } = SanctionStatus.Proposed;

    public required DateTime ProposedAt { get; init; }

    /// <summary>Null where a published evaluation proposed it.</summary>
    public string? ProposedBySubject { get; init; }

    public required string ProposedByName { get; init; }

    /// <summary>Number of the deciding document, once confirmed.</summary>
    public string? DocumentNumber { get; set; }

    public DateOnly? DecidedOn { get; set; }

    /// <summary>First day of the standing that it brought about.</summary>
    public DateOnly? EffectiveFrom { get; set; }

    /// <summary>Last day of the rectification or of the ban (P-2); null where the ground has no term.</summary>
    public DateOnly? LastDay { get; set; }

    /// <summary>Why it was dismissed or withdrawn.</summary>
    public string? Reason { get; set; }

    public DateTime? ClosedAt { get; set; }

    public string? ClosedBySubject { get; set; }

    public string? ClosedByName { get; set; }

    /// <summary>The calculation sheet of the term, as JSON, once confirmed.</summary>
    public string? Sheet { get; set; }

    public List<Ban> Bans { get; init; } = [];

    public long Version { get; set; }
}

/// <summary>Where a case stands.</summary>
internal enum SanctionStatus
{
    /// <summary>Waits for a decision; nothing has happened to the institution.</summary>
    Proposed,

    /// <summary>Confirmed by a numbered document.</summary>
    Confirmed,

    /// <summary>Dismissed with a reason.</summary>
    Dismissed,

    /// <summary>Taken back, because the evaluation behind it was corrected.</summary>
    Withdrawn,
}

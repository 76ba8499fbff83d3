using Contracts.Registry;
using ServiceDefaults.Data;

namespace Registry.Bans;

/// <summary>
/// A legal person that may not apply again until a day (ZS-20, ZS-22, EO-13), because a person confirmed a ground against an institution,
/// or that may not be entered again, because a register's step established one (HB-05). It rules from the day of that decision to its
/// last day, or until two persons lift it by a recorded decision.
/// </summary>
internal sealed class Ban : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Jurisdiction { get; init; }

    /// <summary>The programme whose document it comes from.</summary>
    public required string Programme { get; init; }

    /// <summary>
    /// What it bars from, and nothing else: a programme, for its applications, or <c>programme/register</c>; see <see cref="BanCovers"/>.
    /// </summary>
    public required List<string> Covers { get; init; }

    /// <summary>The key field that it is confined to (ZS-22: 同一类型); null = whatever it covers (ZS-20).</summary>
    public string? Category { get; init; }

    /// <summary>The place that it is confined to, as <see cref="Places.SamePlace.Written"/> writes it (EO-13); null = anywhere.</summary>
    public string? Place { get; init; }

    /// <summary>As what it was hit, in the ground's word: <c>institution</c>, <c>lead-bodies</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The legal person: social credit code.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>Whether it bars leading another's application too; see <see cref="BanReach"/>.</summary>
    public required bool BarsLeading { get; init; }

    /// <summary>Whether it bars being the host of an application (EO-13).</summary>
    public bool BarsHosting { get; init; }

    /// <summary>The ground, as the pack names it.</summary>
    public required string Ground { get; init; }

    public required string GroundZh { get; init; }

    public required string GroundEn { get; init; }

    public required string Clause { get; init; }

    /// <summary>The institution behind it; null where a register's step established it.</summary>
    public Guid? InstitutionId { get; init; }

    /// <summary>The confirmed case behind it; null where a register's step established it.</summary>
    public Guid? SanctionId { get; init; }

    /// <summary>The register's entry behind it (HB-05); null where a case is.</summary>
    public Guid? RegisterEntryId { get; init; }

    /// <summary>Number of the decision that confirmed the ground.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The day of that decision: the first day on which it rules.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day on which it rules (P-2).</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The calculation sheet of its term, as JSON, where a register's step established it; a case keeps its own.</summary>
    public string? Sheet { get; init; }

    /// <summary>The first free day, where a decision lifted it early.</summary>
    public DateOnly? LiftedOn { get; set; }

    public string? LiftDocumentNumber { get; set; }

    public string? LiftReason { get; set; }

    public string? LiftedBySubject { get; set; }

    public string? LiftedByName { get; set; }

    /// <summary>The proposals to lift it, confirmed, refused or waiting: at most one waits.</summary>
    public List<BanLifting> Liftings { get; init; } = [];

    public long Version { get; set; }

    /// <summary>The first day on which the person may apply again (P-2).</summary>
    public DateOnly FirstFreeDay => LiftedOn ?? LastDay.AddDays(1);

    /// <summary>What those are told who pay its bearer.</summary>
    public BanRuled Announce() => new()
    {
        BanId = Id,
        Jurisdiction = Jurisdiction,
        Programme = Programme,
        Code = Code,
        Name = Name,
        InstitutionId = InstitutionId,
        GroundZh = GroundZh,
        GroundEn = GroundEn,
        Clause = Clause,
        DocumentNumber = DocumentNumber,
        From = From,
        LastDay = LastDay,
        LiftedOn = LiftedOn,
        LiftDocumentNumber = LiftDocumentNumber,
    };
}

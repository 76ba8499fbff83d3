namespace Contracts.Registry;

/// <summary>A ban was confirmed against a legal person (ZS-20, ZS-22, EO-13, HB-05); told again, wholly, when it is lifted.</summary>
[EventName("registry.ban-ruled", "funding", "reporting")]
public sealed record BanRuled
{
    /// <summary>The ban.</summary>
    public required Guid BanId { get; init; }

    /// <summary>The bureau.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>The programme whose document it comes from.</summary>
    public required string Programme { get; init; }

    /// <summary>The legal person: social credit code.</summary>
    public required string Code { get; init; }

    /// <summary>The legal person's name.</summary>
    public required string Name { get; init; }

    /// <summary>The institution behind it; null where a register's step established it.</summary>
    public Guid? InstitutionId { get; init; }

    /// <summary>The ground in Chinese.</summary>
    public required string GroundZh { get; init; }

    /// <summary>The ground in English.</summary>
    public required string GroundEn { get; init; }

    /// <summary>The clause of the ground.</summary>
    public required string Clause { get; init; }

    /// <summary>Number of the decision.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The first day on which it rules.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day on which it rules (P-2).</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The first free day, where a decision lifted it early.</summary>
    public DateOnly? LiftedOn { get; init; }

    /// <summary>Number of that decision.</summary>
    public string? LiftDocumentNumber { get; init; }
}

using ServiceDefaults.Data;

namespace Registry.Changes;

/// <summary>
/// A major change (重大变化) of a body, which it reports to the science department of its place and to the city (ZS-21): each receipt
/// dated, then examined again.
/// </summary>
internal sealed class MajorChange : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid InstitutionId { get; init; }

    /// <summary>Its name when the change was reported.</summary>
    public required string InstitutionName { get; init; }

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    public required string District { get; init; }

    /// <summary>The implementing body, whose report it is.</summary>
    public required string Organisation { get; init; }

    public required List<ChangeKind> Kinds { get; init; }

    /// <summary>The day on which it happened.</summary>
    public required DateOnly ChangedOn { get; init; }

    public required string Description { get; init; }

    /// <summary>The institution that it took in, at a merger.</summary>
    public Guid? AbsorbsId { get; init; }

    public string? AbsorbsName { get; init; }

    /// <summary>The last day on which both receipts are in time (ZS-21, P-2); null where the programme sets none.</summary>
    public DateOnly? DueOn { get; init; }

    public required string Clause { get; init; }

    public required DateTime ReportedAt { get; init; }

    public required string ReportedBySubject { get; init; }

    public required string ReportedByName { get; init; }

    public DateOnly? CountyReceivedOn { get; set; }

    public string? CountyReceivedByName { get; set; }

    public DateOnly? CityReceivedOn { get; set; }

    public string? CityReceivedByName { get; set; }

    public ChangeStatus Status { get; set; } = ChangeStatus.Reported;

    /// <summary>What the examination found for each clause of the conditions.</summary>
    public List<ChangeFinding> Findings { get; set; } = [];

    public string? Reason { get; set; }

    public DateTime? ExaminedAt { get; set; }

    public string? ExaminedByName { get; set; }

    /// <summary>The examination's document, where a merger was carried out by it.</summary>
    public string? DocumentNumber { get; set; }

    /// <summary>The case that came of it.</summary>
    public Guid? SanctionId { get; set; }

    public long Version { get; set; }

    /// <summary>Whether a receipt is later than the due day.</summary>
    public bool IsLate => CountyReceivedOn > DueOn || CityReceivedOn > DueOn;
}

/// <summary>What changed (ZS-21: 分立、合并、重组以及经营业务发生变化等).</summary>
internal enum ChangeKind
{
    /// <summary>分立.</summary>
    Split,

    /// <summary>合并.</summary>
    Merger,

    /// <summary>重组.</summary>
    Reorganisation,

    /// <summary>经营业务发生变化.</summary>
    Business,

    /// <summary>等.</summary>
    Other,
}

/// <summary>Where a reported change stands.</summary>
internal enum ChangeStatus
{
    /// <summary>Reported, not yet examined.</summary>
    Reported,

    /// <summary>Examined; the conditions are still met, nothing changes.</summary>
    Kept,

    /// <summary>Examined; the conditions are not met any more.</summary>
    NotConforming,
}

/// <summary>What the examination found for one clause.</summary>
internal sealed record ChangeFinding
{
    public required string Clause { get; init; }

    public required bool Met { get; init; }

    public string? Note { get; init; }
}

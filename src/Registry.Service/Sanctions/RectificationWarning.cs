namespace Registry.Sanctions;

/// <summary>A reminder that a rectification has ended and its re-evaluation is to be ordered (ZS-19). It changes nothing (P-5).</summary>
internal sealed class RectificationWarning
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The confirmed rectification: it is reminded of once.</summary>
    public required Guid SanctionId { get; init; }

    public required Guid InstitutionId { get; init; }

    public required string InstitutionName { get; init; }

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    public required string District { get; init; }

    /// <summary>The rectification's last day.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The day of the reminder.</summary>
    public required DateOnly RaisedOn { get; init; }
}

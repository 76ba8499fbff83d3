namespace Registry.Institutions;

/// <summary>
/// One standing from a day on, by a decision, and when the platform came to know it. Entries are only ever added: what was
/// known on a day stays provable.
/// </summary>
internal sealed class StandingEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid InstitutionId { get; init; }

    /// <summary>Order of recording within the institution, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>One of <see cref="Contracts.Registry.Standings"/>.</summary>
    public required string Standing { get; init; }

    /// <summary>First day of the standing.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    public required string DecisionNumber { get; init; }

    public required DateOnly DecidedOn { get; init; }

    public required string Clause { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required string RecordedBySubject { get; init; }

    public required string RecordedByName { get; init; }
}

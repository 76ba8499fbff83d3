using ServiceDefaults.Problems;

namespace Registry.Institutions;

/// <summary>A line of the register.</summary>
internal sealed record InstitutionRow
{
    public required Guid Id { get; init; }

    public required string Programme { get; init; }

    public required string District { get; init; }

    public required string Name { get; init; }

    public required string Category { get; init; }

    public required string ImplementingBodyCode { get; init; }

    public required string ImplementingBodyName { get; init; }

    public required bool CoBuilt { get; init; }

    public required string Standing { get; init; }

    public required DateOnly StandingSince { get; init; }

    public required string DecisionNumber { get; init; }

    public required DateOnly? RecognisedOn { get; init; }
}

/// <summary>An institution with the history of its standing.</summary>
internal sealed record InstitutionView : IETagged
{
    public required Guid Id { get; init; }

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    public required string District { get; init; }

    public required string Name { get; init; }

    public required string Category { get; init; }

    public required string ImplementingBodyCode { get; init; }

    public required string ImplementingBodyName { get; init; }

    public required bool CoBuilt { get; init; }

    public required Guid ApplicationId { get; init; }

    public required string Standing { get; init; }

    public required DateOnly StandingSince { get; init; }

    public required string DecisionNumber { get; init; }

    public required DateOnly? RecognisedOn { get; init; }

    public required long Version { get; init; }

    public required IReadOnlyList<StandingView> History { get; init; }

    public static InstitutionView Of(Institution institution) => new()
    {
        Id = institution.Id,
        Programme = institution.Programme,
        Jurisdiction = institution.Jurisdiction,
        District = institution.District,
        Name = institution.Name,
        Category = institution.Category,
        ImplementingBodyCode = institution.ImplementingBodyCode,
        ImplementingBodyName = institution.ImplementingBodyName,
        CoBuilt = institution.CoBuilt,
        ApplicationId = institution.ApplicationId,
        Standing = institution.Standing,
        StandingSince = institution.StandingSince,
        DecisionNumber = institution.DecisionNumber,
        RecognisedOn = institution.RecognisedOn,
        Version = institution.Version,
        History = [.. institution.History.OrderBy(entry => entry.Number).Select(StandingView.Of)],
    };
}

/// <summary>A standing from a day on, by a decision, and when the platform came to know it.</summary>
internal sealed record StandingView(
    string Standing, DateOnly EffectiveFrom, string DecisionNumber, DateOnly DecidedOn, string Clause, DateTime RecordedAt, string RecordedByName)
{
    public static StandingView Of(StandingEntry entry) => new(
        entry.Standing, entry.EffectiveFrom, entry.DecisionNumber, entry.DecidedOn, entry.Clause, entry.RecordedAt, entry.RecordedByName);
}

using Registry.Institutions;

namespace Registry.Opinions;

/// <summary>A line of the register of opinions and reports.</summary>
internal sealed record OpinionView
{
    public required Guid Id { get; init; }

    public required Guid InstitutionId { get; init; }

    public required string Programme { get; init; }

    public required string InstitutionName { get; init; }

    /// <summary>Its number in the centre's register, from 1.</summary>
    public required int Serial { get; init; }

    /// <summary>The number printed on it, by which anyone may verify it.</summary>
    public required string Number { get; init; }

    public required OpinionKind Kind { get; init; }

    public required string Project { get; init; }

    public required ProjectLevel ProjectLevel { get; init; }

    public required string Conclusion { get; init; }

    public required bool Priority { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required string RecordedByName { get; init; }

    public static OpinionView Of(Opinion opinion) => new()
    {
        Id = opinion.Id,
        InstitutionId = opinion.InstitutionId,
        Programme = opinion.Programme,
        InstitutionName = opinion.InstitutionName,
        Serial = opinion.Serial,
        Number = opinion.Number,
        Kind = opinion.Kind,
        Project = opinion.Project,
        ProjectLevel = opinion.ProjectLevel,
        Conclusion = opinion.Conclusion,
        Priority = opinion.Priority,
        IssuedOn = opinion.IssuedOn,
        RecordedByName = opinion.RecordedByName,
    };
}

/// <summary>What anyone learns who verifies a number (ZS-32).</summary>
internal sealed record OpinionVerification
{
    public required string Number { get; init; }

    /// <summary>The centre's name when it was issued.</summary>
    public required string InstitutionName { get; init; }

    public required OpinionKind Kind { get; init; }

    public required string Project { get; init; }

    public required ProjectLevel ProjectLevel { get; init; }

    public required bool Priority { get; init; }

    public required DateOnly IssuedOn { get; init; }

    /// <summary>The centre's standing on that day, as it was known when the opinion was registered.</summary>
    public required string StandingThen { get; init; }

    /// <summary>Its standing on that day, by all that has been decided since: a recognition may be cancelled back to a day (ZS-21).</summary>
    public required string? StandingOnThatDay { get; init; }

    /// <summary>Its standing today.</summary>
    public required string? StandingToday { get; init; }

    public static OpinionVerification Of(Opinion opinion, IReadOnlyCollection<StandingEntry> history, DateOnly today) => new()
    {
        Number = opinion.Number,
        InstitutionName = opinion.InstitutionName,
        Kind = opinion.Kind,
        Project = opinion.Project,
        ProjectLevel = opinion.ProjectLevel,
        Priority = opinion.Priority,
        IssuedOn = opinion.IssuedOn,
        StandingThen = opinion.StandingThen,
        StandingOnThatDay = StandingOn.Find(history, opinion.IssuedOn)?.Standing,
        StandingToday = StandingOn.Find(history, today)?.Standing,
    };
}

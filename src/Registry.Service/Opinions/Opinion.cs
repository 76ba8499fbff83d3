namespace Registry.Opinions;

/// <summary>What a centre put its name to.</summary>
internal enum OpinionKind
{
    /// <summary>Its opinion on a project (论证): such a project is taken first (ZS-32).</summary>
    Opinion,

    /// <summary>A report that may serve a project's acceptance (验收评价, ZS-32).</summary>
    Report,
}

/// <summary>Whose science plan the project belongs to.</summary>
internal enum ProjectLevel
{
    City,
    County,
}

/// <summary>A recognised centre's opinion or report on a project (ZS-32): numbered without gaps, never changed.</summary>
internal sealed class Opinion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid InstitutionId { get; init; }

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    /// <summary>Its number in the centre's register, from 1.</summary>
    public required int Serial { get; init; }

    /// <summary>The number printed on it, by which anyone may verify it: <c>5D2C91A0-0007</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The centre's name on that day.</summary>
    public required string InstitutionName { get; init; }

    public required OpinionKind Kind { get; init; }

    public required string Project { get; init; }

    public required ProjectLevel ProjectLevel { get; init; }

    public required string Conclusion { get; init; }

    /// <summary>Whether the project is to be taken first (优先纳入).</summary>
    public required bool Priority { get; init; }

    public required DateOnly IssuedOn { get; init; }

    /// <summary>The centre's standing on <see cref="IssuedOn"/>, as it was known when this was registered.</summary>
    public required string StandingThen { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required string RecordedBySubject { get; init; }

    public required string RecordedByName { get; init; }
}

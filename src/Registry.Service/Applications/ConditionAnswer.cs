namespace Registry.Applications;

/// <summary>
/// What a person found on a condition that no form can settle (ZS-09 原则上, ZS-12): the latest one of a submission counts, the
/// earlier ones stay as they were. A new submission is answered anew.
/// </summary>
internal sealed class ConditionAnswer
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ApplicationId { get; init; }

    /// <summary>The submission that it is about.</summary>
    public required int Round { get; init; }

    /// <summary>The condition, as the pack names it.</summary>
    public required string Condition { get; init; }

    public required bool Met { get; init; }

    public required string Reason { get; init; }

    public required string BySubject { get; init; }

    public required string ByName { get; init; }

    /// <summary>The role in which the person answered.</summary>
    public required string Role { get; init; }

    public required DateTime At { get; init; }
}

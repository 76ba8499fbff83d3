using ServiceDefaults.Data;

namespace Registry.Matches;

/// <summary>
/// Two matching entries brought to each other's notice (SD-14 双向推送, HB-10): from then on both sides see the other's
/// columns and the reasons, each answers for itself, and whoever is interested opens its whole entry to the other.
/// </summary>
internal sealed class RegisterPush : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    /// <summary>The entry of the register that stands first in the pack: a pair is pushed once, whichever side does it.</summary>
    public required Guid FromEntryId { get; init; }

    public required Guid ToEntryId { get; init; }

    /// <summary>Whose entry it is; null = the bureau's.</summary>
    public string? FromOrganisation { get; init; }

    public string? ToOrganisation { get; init; }

    /// <summary>Why they go together, as it stood on the day of the push.</summary>
    public List<MatchReason> Reasons { get; init; } = [];

    /// <summary>The clause that asks for it.</summary>
    public required string Clause { get; init; }

    public required DateTime PushedAt { get; init; }

    public required string PushedBySubject { get; init; }

    public required string PushedByName { get; init; }

    public PushAnswer? FromAnswer { get; set; }

    public PushAnswer? ToAnswer { get; set; }

    public long Version { get; set; }
}

/// <summary>What one side of a push says.</summary>
internal sealed record PushAnswer
{
    public required bool Interested { get; init; }

    public string? Note { get; init; }

    public required DateTime At { get; init; }

    public required string BySubject { get; init; }

    public required string ByName { get; init; }
}

/// <summary>Why two entries go together.</summary>
internal sealed record MatchReason
{
    /// <summary>The field of this side.</summary>
    public required string Field { get; init; }

    /// <summary>The field of the other side.</summary>
    public required string OtherField { get; init; }

    /// <summary>What both say, as this side wrote it.</summary>
    public required List<string> Shared { get; init; }
}

using System.Text.Json.Serialization;

namespace Policies;

/// <summary>
/// What a target or a report's figure counts of a register: its entries that hold on a day. Registry tells of these entries, and of no
/// more of their answers than <see cref="Answers"/>.
/// </summary>
public sealed record RegisterCount
{
    /// <summary>The register.</summary>
    public required string Register { get; init; }

    /// <summary>The states in which an entry counts, on the day; empty = every one that is not final.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>The states one of which it must have reached by now: a confirmation makes no fact begin later than it did. Empty = none.</summary>
    public IReadOnlyList<string> Reached { get; init; } = [];

    /// <summary>The figure that is added up; null = the entries are counted.</summary>
    public string? Sum { get; init; }

    /// <summary>The choice that decides whether an entry counts; null = all do.</summary>
    public string? WhenField { get; init; }

    /// <summary>And the answers with which it does.</summary>
    public IReadOnlyList<string> WhenIs { get; init; } = [];

    /// <summary>Whether each institution counts once, by the entry that began last of those that answer <see cref="WhenField"/>.</summary>
    public bool PerInstitution { get; init; }

    /// <summary>
    /// Of a report's figure: the link that names the institution whose entry it is, where the register is not about institutions; null = the
    /// institution that it is about.
    /// </summary>
    public string? Of { get; init; }

    /// <summary>
    /// Of a report's figure: the day, an answer of the entry or of its steps, that has to lie in the report's span, whatever the entry's own
    /// days; null = what holds on the span's last day.
    /// </summary>
    public string? During { get; init; }

    /// <summary>Of a report's figure: what the entry that each one is about has to be; that entry then counts, once. Null = the entries count.</summary>
    public RegisterCount? About { get; init; }

    /// <summary>The answers that the count needs to know.</summary>
    [JsonIgnore]
    public IEnumerable<string> Answers => new[] { Sum, WhenField, During }.OfType<string>();
}

using System.Text.Json.Serialization;

namespace Policies;

/// <summary>What a reminder is about.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReminderKind>))]
public enum ReminderKind
{
    /// <summary>A body, or an entry of a register, without the entry that it should have.</summary>
    [JsonStringEnumMemberName("missing")]
    Missing,

    /// <summary>An entry that still waits in a state after its term.</summary>
    [JsonStringEnumMemberName("overdue")]
    Overdue,
}

/// <summary>
/// What a programme reminds of. A reminder is computed whenever somebody reads it and only shows: nothing happens by it (P-5), and it is
/// gone as soon as what it waits for is there.
/// </summary>
public sealed record Reminder
{
    /// <summary>Its name, kebab case: <c>liaison-officer-missing</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its name for people.</summary>
    public required Label Label { get; init; }

    /// <summary>Where it comes from.</summary>
    public required Citation Citation { get; init; }

    /// <summary>What it is about.</summary>
    public required ReminderKind Kind { get; init; }

    /// <summary>The register that the entry waits in, or in which one is missing.</summary>
    public required string Register { get; init; }

    /// <summary>The states in which an entry waits, or in which one serves; none of them final.</summary>
    public required IReadOnlyList<string> States { get; init; }

    /// <summary>Of whom an entry is missing: <see cref="Policies.Register.Institution"/> or a register's name; null where one is overdue.</summary>
    public string? Of { get; init; }

    /// <summary>The categories whose institutions are asked; empty = every one.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>By which codes an entry belongs to one of <see cref="Of"/>; null where it is about it.</summary>
    public ReminderKey? By { get; init; }

    /// <summary>What the entry must say to serve; null = whatever it says.</summary>
    public ReminderAnswers? Includes { get; init; }

    /// <summary>The recurring turn whose entry is asked for; null = one is asked for once.</summary>
    public ReminderTurn? Turn { get; init; }

    /// <summary>The field with the day from which an entry's term runs; null where one is missing.</summary>
    public string? Since { get; init; }

    /// <summary>The parameter with that term; null = the day of <see cref="Since"/> is the last one itself.</summary>
    public string? Period { get; init; }
}

/// <summary>Two fields with a social credit code that are one and the same body's.</summary>
/// <param name="Of">The field of who is asked.</param>
/// <param name="Register">The field of the entry that serves.</param>
public sealed record ReminderKey(string Of, string Register);

/// <summary>Answers that all stand in a field.</summary>
/// <param name="Field">The field.</param>
/// <param name="AllOf">The answers.</param>
public sealed record ReminderAnswers(string Field, IReadOnlyList<string> AllOf);

/// <summary>The year's turn of a cycle; it is asked for from the day after it was due, of those that were recognised when its year ended.</summary>
/// <param name="Cycle">A yearly cycle.</param>
/// <param name="Year">The field with the year that an entry is for.</param>
public sealed record ReminderTurn(string Cycle, string Year);

/// <summary>An entry whose term is over.</summary>
/// <param name="Reminder">What reminds of it.</param>
/// <param name="Since">The day from which the term ran.</param>
/// <param name="LastDay">The last day on which it was in time (P-2).</param>
public sealed record Overdue(Reminder Reminder, DateOnly Since, DateOnly LastDay);

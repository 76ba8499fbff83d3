namespace Registry.Meetings;

/// <summary>What a motion is about.</summary>
internal enum SubjectKind
{
    /// <summary>An application, that it may be filed or refused.</summary>
    Application,

    /// <summary>An entry of a register, that a step be taken with it: a tenant's admission (SD-05).</summary>
    Entry,

    /// <summary>An institution: its operating plan, its yearly plan, how it did (SD-03).</summary>
    Institution,

    /// <summary>Nothing that the register keeps.</summary>
    Other,
}

/// <summary>How a seat voted.</summary>
internal enum VoteCast
{
    For,
    Against,
    Abstained,

    /// <summary>It took no part, because it has a stake; it does not count for the majority.</summary>
    Recused,
}

/// <summary>A motion and its vote. Once the minutes are confirmed, a resolution under the same ID.</summary>
internal sealed class Motion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid MeetingId { get; init; }

    /// <summary>Order in the meeting, from 1; a motion taken off leaves its number behind.</summary>
    public required int Number { get; init; }

    public required SubjectKind Kind { get; init; }

    /// <summary>The application, entry or institution; null for <see cref="SubjectKind.Other"/>.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>Its name at the meeting.</summary>
    public required string Title { get; init; }

    /// <summary>The step of the register that an entry is to take; null for anything else.</summary>
    public string? Step { get; init; }

    /// <summary>What was moved, in the minutes' words.</summary>
    public required string Text { get; init; }

    public List<Vote> Votes { get; init; } = [];

    /// <summary>Whether the majority was reached.</summary>
    public required bool Adopted { get; init; }

    public required string RecordedByName { get; init; }
}

/// <summary>One seat's vote.</summary>
internal sealed record Vote
{
    public required string Seat { get; init; }

    public required VoteCast Cast { get; init; }

    /// <summary>Why; never missing where a seat is recused.</summary>
    public string? Reason { get; init; }
}

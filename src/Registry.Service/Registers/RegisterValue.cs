namespace Registry.Registers;

/// <summary>
/// One answer of a filed entry, laid out for the database: lists filter by it, sums add it up, matches compare it. The answers
/// themselves stay in the entry; this is only their index.
/// </summary>
internal sealed class RegisterValue
{
    public const int MaxTextLength = 100;

    public required Guid EntryId { get; init; }

    public required string Programme { get; init; }

    public required string Register { get; init; }

    public required string Field { get; init; }

    /// <summary>0, or the place among several answers to one field.</summary>
    public required int Position { get; init; }

    /// <summary>As it is compared (<see cref="EntryAnswers.Normal"/>), cut off at <see cref="MaxTextLength"/>.</summary>
    public string? Text { get; init; }

    /// <summary>A whole number, or an amount in fen.</summary>
    public long? Number { get; init; }

    public DateOnly? Day { get; init; }
}

/// <summary>Two neighbouring characters of an entry's search text: Chinese is found by them without knowing where a word begins.</summary>
internal sealed class EntryGram
{
    public required Guid EntryId { get; init; }

    public required string Gram { get; init; }
}

/// <summary>The last number given in a register.</summary>
internal sealed class RegisterCounter
{
    public required string Programme { get; init; }

    public required string Register { get; init; }

    public int Last { get; set; }
}

/// <summary>Which field of which entry an attachment answers: of its form, or of one of its register's steps.</summary>
internal sealed class RegisterFile
{
    public required Guid AttachmentId { get; init; }

    public required Guid EntryId { get; init; }

    public required string Field { get; init; }

    /// <summary>The line of the timeline that a step's file belongs to, once the step was taken: it does not answer for the next one.</summary>
    public int? StepNumber { get; set; }

    public required string AttachedBySubject { get; init; }

    /// <summary>When it was taken out again; what was shown before stays stored.</summary>
    public DateTime? RemovedAt { get; set; }
}

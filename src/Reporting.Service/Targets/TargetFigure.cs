namespace Reporting.Targets;

/// <summary>What a recorded figure is.</summary>
internal enum TargetFigureKind
{
    /// <summary>What was reached.</summary>
    Actual,

    /// <summary>What the bureau plans for a year or a district on its way to the target.</summary>
    Plan,
}

/// <summary>
/// A year's figure of a target, as the city recorded it with its source. Never changed: a correction is a further version, and the last counts.
/// </summary>
internal sealed class TargetFigure
{
    public required Guid Id { get; init; }

    public required string Jurisdiction { get; init; }

    public required string Programme { get; init; }

    /// <summary>The target, or the series that it is of.</summary>
    public required string Target { get; init; }

    public required TargetFigureKind Kind { get; init; }

    public required int Year { get; init; }

    /// <summary>The district or city that it is about; empty = the whole jurisdiction.</summary>
    public required string District { get; init; }

    /// <summary>1 at first, one more for each correction.</summary>
    public required int Edition { get; init; }

    /// <summary>As <see cref="FigureValue.Units"/>.</summary>
    public required long Units { get; init; }

    public long? Part { get; init; }

    public long? Whole { get; init; }

    /// <summary>Where it comes from: a yearbook, a letter, a decision of the bureau.</summary>
    public required string Source { get; init; }

    /// <summary>Why it was corrected; null of the first.</summary>
    public string? Reason { get; init; }

    public required string BySubject { get; init; }

    public required string ByName { get; init; }

    /// <summary>Instant on the business clock, UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Its evidence.</summary>
    public List<TargetFigureFile> Files { get; } = [];

    /// <summary>The exact figure.</summary>
    public FigureValue Value => new(Units, Part, Whole);
}

/// <summary>A file that proves a figure.</summary>
internal sealed class TargetFigureFile
{
    public required Guid AttachmentId { get; init; }

    public required Guid FigureId { get; init; }
}

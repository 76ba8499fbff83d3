namespace Contracts.Reporting;

/// <summary>
/// A body's periodic report was not there after its last day (ZS-28): told once of each deadline that it missed, and again when that one
/// is extended or the report handed in after all.
/// </summary>
[EventName("reporting.report-overdue", "funding")]
public sealed record ReportOverdue
{
    /// <summary>The report.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>Whose report it is.</summary>
    public required Guid InstitutionId { get; init; }

    /// <summary>The programme.</summary>
    public required string Programme { get; init; }

    /// <summary>The year of its span.</summary>
    public required int Year { get; init; }

    /// <summary>The span's number within the year, from 1.</summary>
    public required int Round { get; init; }

    /// <summary>The last day on which it was in time: of an extension the day that was missed, not the new one.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The day it was handed in after all; null while it is not.</summary>
    public DateOnly? HandedInOn { get; init; }

    /// <summary>The day on which its deadline was extended after all, so that it is not overdue any more; null while it is not.</summary>
    public DateOnly? ExtendedOn { get; init; }

    /// <summary>Number of the document that extended it.</summary>
    public string? ExtendedBy { get; init; }
}

namespace Contracts.Reporting;

/// <summary>A body's periodic report was not there after its last day (ZS-28). A fact: it is told once of each report.</summary>
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

    /// <summary>The last day on which it was in time.</summary>
    public required DateOnly DueOn { get; init; }
}

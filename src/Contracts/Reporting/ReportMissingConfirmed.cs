namespace Contracts.Reporting;

/// <summary>
/// The city confirmed by a document that a body did not report for a span (未报送年度报告, EO-12). A fact: a report is confirmed as
/// missing once. It is a ground and no measure: what follows is proposed and decided in Registry (P-5).
/// </summary>
[EventName("reporting.report-missing-confirmed", "registry")]
public sealed record ReportMissingConfirmed
{
    /// <summary>The report that was not there.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>Whose report it was.</summary>
    public required Guid InstitutionId { get; init; }

    /// <summary>The programme.</summary>
    public required string Programme { get; init; }

    /// <summary>The year of its span.</summary>
    public required int Year { get; init; }

    /// <summary>The span's number within the year, from 1.</summary>
    public required int Round { get; init; }

    /// <summary>The last day on which it was in time, extended or not.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Number of the document that found it missing.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The day of that document.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Subject of who confirmed it, and so does not decide on what follows (P-5).</summary>
    public required string ConfirmedBy { get; init; }

    /// <summary>That person's name.</summary>
    public required string ConfirmedByName { get; init; }
}

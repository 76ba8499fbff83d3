using Contracts.Reporting;
using Reporting.PeriodicReports;
using ServiceDefaults.Data;

namespace Reporting.Missing;

/// <summary>Where a list of missing reports stands.</summary>
internal enum MissingStatus
{
    /// <summary>Recorded by one person; it has no effect.</summary>
    Recorded,

    /// <summary>Confirmed by another; each miss is a ground now, where the pack has it (EO-12).</summary>
    Confirmed,
}

/// <summary>
/// The bodies that did not report for a span, as the city found them by a document (EO-12): recorded by one person, confirmed by
/// another. That a report is overdue has no effect by itself (P-5).
/// </summary>
internal sealed class MissingList : IVersioned
{
    public required Guid Id { get; init; }

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    public required int Year { get; init; }

    /// <summary>The span's number within the year.</summary>
    public required int Round { get; init; }

    public required string DocumentNumber { get; init; }

    /// <summary>The day of that document.</summary>
    public required DateOnly DecidedOn { get; init; }

    public MissingStatus Status { get; set; } = MissingStatus.Recorded;

    /// <summary>Who recorded it: does not confirm it.</summary>
    public required Hands RecordedBy { get; init; }

    public required string RecordedByName { get; init; }

    /// <summary>Instant on the business clock, UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    public Hands? ConfirmedBy { get; set; }

    public string? ConfirmedByName { get; set; }

    public DateTime? ConfirmedAt { get; set; }

    public long Version { get; set; }

    public List<MissingReport> Reports { get; } = [];

    /// <summary>What Registry is told of each miss.</summary>
    public IEnumerable<ReportMissingConfirmed> Announce() => Reports.Select(miss => new ReportMissingConfirmed
    {
        ReportId = miss.ReportId,
        InstitutionId = miss.Report.InstitutionId,
        Programme = Programme,
        Year = Year,
        Round = Round,
        DueOn = miss.DueOn,
        DocumentNumber = DocumentNumber,
        DecidedOn = DecidedOn,
        ConfirmedBy = ConfirmedBy!.Subject,
        ConfirmedByName = ConfirmedByName!,
    });
}

/// <summary>One report that was not there.</summary>
internal sealed class MissingReport
{
    public required Guid ListId { get; init; }

    public required Guid ReportId { get; init; }

    public PeriodicReport Report { get; init; } = null!;

    /// <summary>Its last day when it was recorded.</summary>
    public required DateOnly DueOn { get; init; }
}

/// <summary>What a miss is to the pack.</summary>
internal static class MissingReports
{
    /// <summary>The ground of a pack that a confirmed miss is.</summary>
    public const string Ground = "report-not-filed";
}

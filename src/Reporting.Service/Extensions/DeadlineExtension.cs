using Reporting.Institutions;
using Reporting.PeriodicReports;
using ServiceDefaults.Data;

namespace Reporting.Extensions;

/// <summary>Where an extension stands.</summary>
internal enum ExtensionStatus
{
    /// <summary>Recorded by one person; the deadline is what it was.</summary>
    Proposed,

    /// <summary>Confirmed by another; the deadline is the new day.</summary>
    Confirmed,
}

/// <summary>The extension of one body's deadline by a decision of the bureau (EO-09, ZS-28): recorded by one person, confirmed by another.</summary>
internal sealed class DeadlineExtension : IVersioned, IOfInstitution
{
    public required Guid Id { get; init; }

    public required Guid ReportId { get; init; }

    public PeriodicReport Report { get; init; } = null!;

    public required Guid InstitutionId { get; init; }

    public Institution Institution { get; init; } = null!;

    /// <summary>Its number among those of the report, from 1: two persons who record at the same moment record one.</summary>
    public required int Number { get; init; }

    /// <summary>The last day before it.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The new last day.</summary>
    public required DateOnly Until { get; init; }

    public required string DocumentNumber { get; init; }

    /// <summary>The day of that document.</summary>
    public required DateOnly DecidedOn { get; init; }

    public required string Reason { get; init; }

    public ExtensionStatus Status { get; set; } = ExtensionStatus.Proposed;

    /// <summary>Subject of who recorded it: does not confirm it.</summary>
    public required Hands ProposedBy { get; init; }

    public required string ProposedByName { get; init; }

    /// <summary>Instant on the business clock, UTC.</summary>
    public required DateTime ProposedAt { get; init; }

    public Hands? ConfirmedBy { get; set; }

    public string? ConfirmedByName { get; set; }

    public DateTime? ConfirmedAt { get; set; }

    public long Version { get; set; }
}

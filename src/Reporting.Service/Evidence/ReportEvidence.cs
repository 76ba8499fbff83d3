using Reporting.PeriodicReports;
using ServiceDefaults.Attachments;

namespace Reporting.Evidence;

/// <summary>A file behind one figure of a report (EI-08). A figure without one is marked as claimed.</summary>
internal sealed class ReportEvidence
{
    public required Guid ReportId { get; init; }

    public required Guid AttachmentId { get; init; }

    /// <summary>The indicator's name.</summary>
    public required string Figure { get; init; }

    public required string AttachedBySubject { get; init; }

    /// <summary>Instant on the business clock, UTC.</summary>
    public required DateTime AttachedAt { get; init; }

    /// <summary>
    /// When the body took it away after it had handed the report in with it; the file stays, since what was handed in was judged by it.
    /// </summary>
    public DateTime? DetachedAt { get; set; }
}

/// <summary>A file behind a figure.</summary>
internal sealed record EvidenceView(string Figure, AttachmentView File);

/// <summary>The evidence that a report has, and the evidence that it was handed in with. Pure.</summary>
internal static class EvidenceOf
{
    /// <summary>What stands behind its figures as they are written now.</summary>
    public static IEnumerable<ReportEvidence> Now(IEnumerable<ReportEvidence> evidence) => evidence.Where(one => one.DetachedAt is null);

    /// <summary>What the body had attached when a return was taken back (<see cref="RecallReturn"/>), and has not tied again since.</summary>
    public static IEnumerable<ReportEvidence> TakenBack(IEnumerable<ReportEvidence> evidence, DateTime recalledAt) => evidence.Where(one => one.DetachedAt == recalledAt);

    /// <summary>What stood behind its figures when they were handed in.</summary>
    public static IEnumerable<ReportEvidence> At(IEnumerable<ReportEvidence> evidence, DateTime handedInAt) =>
        evidence.Where(one => one.AttachedAt <= handedInAt && (one.DetachedAt is null || one.DetachedAt > handedInAt));
}

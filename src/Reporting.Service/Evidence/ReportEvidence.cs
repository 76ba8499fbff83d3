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
}

/// <summary>A file behind a figure.</summary>
internal sealed record EvidenceView(string Figure, AttachmentView File);

using ServiceDefaults.Authentication;
using ServiceDefaults.Data;

namespace Reporting.Scoring;

/// <summary>Where a moderation stands.</summary>
internal enum ModerationStatus
{
    /// <summary>Recorded; another person has not confirmed it.</summary>
    Proposed,

    /// <summary>Confirmed: the score is the meeting's.</summary>
    Confirmed,

    /// <summary>Struck: the score stays.</summary>
    Rejected,
}

/// <summary>What a moderation meeting (评议会) made of a score, within what the pack allows: by its minutes, confirmed by another person (P-5). Scores in hundredths of a point.</summary>
internal sealed class Moderation : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid EvaluationId { get; init; }

    /// <summary>Number of the minutes.</summary>
    public required string DocumentNumber { get; init; }

    public required DateOnly HeldOn { get; init; }

    /// <summary>Who was there.</summary>
    public required List<string> Present { get; init; }

    public required int FromScore { get; init; }

    public required string FromGrade { get; init; }

    public required int ToScore { get; init; }

    public required string ToGrade { get; init; }

    public required string Reason { get; init; }

    public ModerationStatus Status { get; set; } = ModerationStatus.Proposed;

    public required Hands ProposedBy { get; init; }

    public required string ProposedByName { get; init; }

    /// <summary>Instant on the business clock, UTC.</summary>
    public required DateTime ProposedAt { get; init; }

    public string? ClosedByName { get; set; }

    public DateTime? ClosedAt { get; set; }

    public long Version { get; set; }

    public void Close(ModerationStatus status, Caller by, DateTime now) => (Status, ClosedByName, ClosedAt) = (status, by.SignedName(), now);
}

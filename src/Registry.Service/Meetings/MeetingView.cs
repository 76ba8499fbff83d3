using ServiceDefaults.Problems;

namespace Registry.Meetings;

/// <summary>A line of the list of meetings.</summary>
internal sealed record MeetingRow
{
    public required Guid Id { get; init; }

    public required string Programme { get; init; }

    public required string DocumentNumber { get; init; }

    public required DateOnly HeldOn { get; init; }

    public required MeetingStatus Status { get; init; }

    public required int Motions { get; init; }

    public required int Adopted { get; init; }
}

/// <summary>The minutes of a meeting.</summary>
internal sealed record MeetingView : IETagged
{
    public required Guid Id { get; init; }

    public required string Programme { get; init; }

    public required string DocumentNumber { get; init; }

    public required DateOnly HeldOn { get; init; }

    public required string Clause { get; init; }

    public required int Quorum { get; init; }

    /// <summary>The share of those taking part that must be exceeded: <c>50 %</c>.</summary>
    public required string Majority { get; init; }

    public required bool PartiesAreRecused { get; init; }

    public required MeetingStatus Status { get; init; }

    public required IReadOnlyList<SeatTaken> Seats { get; init; }

    public required IReadOnlyList<MotionView> Motions { get; init; }

    public required string RecordedByName { get; init; }

    public required string? ConfirmedByName { get; init; }

    public required DateTime? ConfirmedAt { get; init; }

    public required long Version { get; init; }

    public static MeetingView Of(Meeting meeting) => new()
    {
        Id = meeting.Id,
        Programme = meeting.Programme,
        DocumentNumber = meeting.DocumentNumber,
        HeldOn = meeting.HeldOn,
        Clause = meeting.Clause,
        Quorum = meeting.Quorum,
        Majority = meeting.Majority,
        PartiesAreRecused = meeting.PartiesAreRecused,
        Status = meeting.Status,
        Seats = meeting.Seats,
        Motions = [.. meeting.Motions.OrderBy(motion => motion.Number).Select(MotionView.Of)],
        RecordedByName = meeting.RecordedByName,
        ConfirmedByName = meeting.ConfirmedByName,
        ConfirmedAt = meeting.ConfirmedAt,
        Version = meeting.Version,
    };
}

/// <summary>A motion with its vote counted.</summary>
internal sealed record MotionView(
    Guid Id,
    int Number,
    SubjectKind Kind,
    Guid? SubjectId,
    string? Step,
    string Title,
    string Text,
    bool Adopted,
    int For,
    int Against,
    int Abstained,
    int Recused,
    IReadOnlyList<Vote> Votes)
{
    public static MotionView Of(Motion motion) => new(
        motion.Id,
        motion.Number,
        motion.Kind,
        motion.SubjectId,
        motion.Step,
        motion.Title,
        motion.Text,
        motion.Adopted,
        Count(motion, VoteCast.For),
        Count(motion, VoteCast.Against),
        Count(motion, VoteCast.Abstained),
        Count(motion, VoteCast.Recused),
        motion.Votes);

    private static int Count(Motion motion, VoteCast cast) => motion.Votes.Count(vote => vote.Cast == cast);
}

/// <summary>A resolution that something may rest on.</summary>
internal sealed record ResolutionView(Guid Id, Guid MeetingId, string DocumentNumber, DateOnly HeldOn, SubjectKind Kind, Guid? SubjectId, string? Step, string Title, string Text);

/// <summary>A seat of a leading group and who holds it on a day.</summary>
internal sealed record SeatView(string Seat, string Zh, string En, string? Name, string? OrganisationName, string? OrganisationCode);

using ServiceDefaults.Authentication;
using ServiceDefaults.Data;

namespace Registry.Meetings;

/// <summary>Where the minutes of a meeting stand.</summary>
internal enum MeetingStatus
{
    /// <summary>Being written: motions come on and go off.</summary>
    Recorded,

    /// <summary>Confirmed by another person: what was carried is a resolution, and nothing changes any more.</summary>
    Confirmed,
}

/// <summary>
/// The minutes of a meeting of a programme's leading group (SD-03): who sat where, and what was moved and voted. The group's rules are the
/// pack's on the day of the meeting, kept here with it.
/// </summary>
internal sealed class Meeting : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    /// <summary>Number of the minutes (纪要编号), once in the programme.</summary>
    public required string DocumentNumber { get; init; }

    public required DateOnly HeldOn { get; init; }

    /// <summary>The clause under which the group decides.</summary>
    public required string Clause { get; init; }

    /// <summary>How many seats must be taken for the group to decide anything.</summary>
    public required int Quorum { get; init; }

    /// <summary>The share of those present and not recused that must be exceeded by those in favour, as a ratio's text.</summary>
    public required string Majority { get; init; }

    /// <summary>Whether a member is recused whose organisation is a party of what is voted on.</summary>
    public required bool PartiesAreRecused { get; init; }

    public required string PolicyHash { get; init; }

    public MeetingStatus Status { get; set; } = MeetingStatus.Recorded;

    /// <summary>Every seat of the group, in the pack's order.</summary>
    public List<SeatTaken> Seats { get; init; } = [];

    public List<Motion> Motions { get; init; } = [];

    public required string RecordedByName { get; init; }

    /// <summary>Everyone who wrote in them, in person or through a deputy: none of them confirms them.</summary>
    public required List<string> WrittenBy { get; init; }

    public string? ConfirmedBySubject { get; set; }

    public string? ConfirmedByName { get; set; }

    public DateTime? ConfirmedAt { get; set; }

    public long Version { get; set; }

    public void IsWrittenBy(Caller caller) => WrittenBy.AddRange(Signs(caller).Except(WrittenBy, StringComparer.Ordinal).ToList());

    /// <summary>In whose name an act of this caller stands.</summary>
    public static IEnumerable<string> Signs(Caller caller) => caller.For is { } principal ? [caller.Subject, principal.Subject] : [caller.Subject];
}

/// <summary>One seat at one meeting. Seats are posts (SD-03): who holds the post sits there.</summary>
internal sealed record SeatTaken
{
    /// <summary>The seat, an option of the pack: <c>head</c>.</summary>
    public required string Seat { get; init; }

    public required string Zh { get; init; }

    public required string En { get; init; }

    /// <summary>Who sat there; null = the seat stayed empty.</summary>
    public string? Name { get; init; }

    /// <summary>The organisation that its holder chairs or heads, and its social credit code: they decide on what it may not vote.</summary>
    public string? OrganisationName { get; init; }

    public string? OrganisationCode { get; init; }

    public bool IsPresent => Name is not null;
}

using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Applications;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Meetings;

/// <summary>The group's office opens the minutes of a meeting: its number, its day and who sat there (SD-03, SD-11).</summary>
internal static class RecordMeeting
{
    /// <summary>The minutes' number and day, and which seats were taken; who holds them says the register of seats.</summary>
    internal sealed record MeetingRequest(string Programme, string DocumentNumber, DateOnly HeldOn, IReadOnlyList<string> Present);

    public static async Task<CreatedAnswer<MeetingView>> HandleAsync(
        MeetingRequest request, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<Meeting>(
            async ct =>
            {
                // The group's rules are those of the day on which it met.
                var day = request.HeldOn > clock.Today ? clock.Today : request.HeldOn;
                if (!(await packs.RulingAsync(request.Programme, day, caller, ct)).Accepted(out var pack, out var unknown))
                {
                    return unknown;
                }

                var number = request.DocumentNumber.Trim();
                var taken = await db.Meetings.AnyAsync(
                    m => m.Jurisdiction == pack.Jurisdiction && m.Programme == pack.Programme && m.DocumentNumber == number, ct);
                var holders = await db.SeatHoldersAsync(pack, request.HeldOn, ct);
                var decided = Decide(request, taken, holders, pack, caller, clock.Today);
                if (decided.Accepted(out var meeting, out _))
                {
                    db.Meetings.Add(meeting);
                }

                return decided;
            },
            cancellationToken);
        return outcome.ToCreated(MeetingView.Of, view => $"/api/registry/meetings/{view.Id}");
    }

    public static Outcome<Meeting> Decide(
        MeetingRequest request, bool numberTaken, IReadOnlyDictionary<string, SeatHolder> holders, PolicyPack pack, Caller caller, DateOnly today)
    {
        if (LeadingGroup.Of(pack, request.HeldOn) is not { } group)
        {
            return Refusal.Conflict("no-leading-group", pack.Clauses[0].Id, "该项目没有领导小组。", "This programme has no leading group.")
                .With("programme", pack.Programme);
        }

        var refused = Documents.Check(request.DocumentNumber, "heldOn", request.HeldOn, today, group.Clause)
            ?? CheckNumber(request.DocumentNumber, numberTaken, group.Clause)
            ?? CheckSeats(request.Present, group, holders)
            ?? CheckQuorum(request.Present.Count, group);
        return refused is not null ? refused : Open(request, group, holders, pack, caller);
    }

    private static Meeting Open(
        MeetingRequest request, LeadingGroup group, IReadOnlyDictionary<string, SeatHolder> holders, PolicyPack pack, Caller caller)
    {
        var present = request.Present.ToHashSet(StringComparer.Ordinal);
        return new Meeting
        {
            Programme = pack.Programme,
            Jurisdiction = pack.Jurisdiction,
            DocumentNumber = request.DocumentNumber.Trim(),
            HeldOn = request.HeldOn,
            Clause = group.Clause,
            Quorum = group.Quorum,
            Majority = group.Majority.ToString(),
            PartiesAreRecused = group.PartiesAreRecused,
            PolicyHash = pack.Hash,
            Seats = [.. group.Seats.Select(seat => Take(seat, present.Contains(seat.Key) ? holders[seat.Key] : null))],
            WrittenBy = [.. Meeting.Signs(caller)],
            RecordedByName = caller.SignedName(),
        };
    }

    private static SeatTaken Take(Option seat, SeatHolder? holder) => new()
    {
        Seat = seat.Key,
        Zh = seat.Label.Zh,
        En = seat.Label.En,
        Name = holder?.Name,
        OrganisationName = holder?.OrganisationName,
        OrganisationCode = holder?.OrganisationCode,
    };

    private static Refusal? CheckNumber(string number, bool taken, string clause) =>
        taken
            ? Refusal.Conflict("minutes-number-taken", clause, $"纪要编号“{number.Trim()}”已登记。", $"Minutes of the number '{number.Trim()}' are recorded already.")
                .With("documentNumber", number.Trim())
            : null;

    private static Refusal? CheckSeats(IReadOnlyList<string> present, LeadingGroup group, IReadOnlyDictionary<string, SeatHolder> holders)
    {
        var seats = group.Seats.Select(seat => seat.Key).ToHashSet(StringComparer.Ordinal);
        if (present.Any(seat => !seats.Contains(seat ?? "")) || present.Distinct(StringComparer.Ordinal).Count() != present.Count)
        {
            return Refusal.BadInput("present", present.Count, "到会席位应为领导小组的席位，且不得重复。", "Those present sit on seats of the group, each once.")
                .With("seats", group.Seats.Select(seat => seat.Key));
        }

        var vacant = group.Seats.Where(seat => present.Contains(seat.Key, StringComparer.Ordinal) && !holders.ContainsKey(seat.Key)).ToList();
        return vacant.Count > 0
            ? Refusal.Conflict(
                    "seat-vacant",
                    group.Clause,
                    $"会议当日席位登记中没有任职人：{string.Join('、', vacant.Select(seat => seat.Label.Zh))}。请先在领导小组席位中登记。",
                    $"Nobody held these seats on that day: {string.Join(", ", vacant.Select(seat => seat.Label.En))}. Enter the holders in the register of seats first.")
                .With("seats", vacant.Select(seat => seat.Key))
            : null;
    }

    private static Refusal? CheckQuorum(int present, LeadingGroup group) =>
        present >= group.Quorum
            ? null
            : Refusal.Conflict(
                    "no-quorum",
                    group.Clause,
                    $"到会 {present} 人，不足法定人数 {group.Quorum} 人（共 {group.Seats.Count} 席），会议不能作出决定。",
                    $"{present} were present and the quorum is {group.Quorum} of {group.Seats.Count} seats: the meeting cannot decide.")
                .With("present", present).With("quorum", group.Quorum).With("seats", group.Seats.Count);
}

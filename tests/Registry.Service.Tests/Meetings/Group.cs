using Policies;
using Policies.Loading;
using Registry.Meetings;
using Registry.Tests.Hosting;
using ServiceDefaults.Authentication;
using Shouldly;

namespace Registry.Tests.Meetings;

/// <summary>Shangdang's leading group (SD-03) as its pack seats it.</summary>
internal static class Group
{
    public static readonly DateOnly Day = new(2026, 3, 2);

    public static PolicyPack Pack { get; } = PackLoader.LoadFile(Path.Combine(Repository.PoliciesFolder, "shangdang-enclaves", "2023-07-17.yaml"));

    public static IReadOnlyList<string> Seats { get; } = [.. LeadingGroup.Of(Pack, Day)!.Seats.Select(seat => seat.Key)];

    /// <summary>The chairman of Xiongshan Group holds the seat of this key.</summary>
    public const string Chairman = "xiongshan";

    public static string ChairmansGroup { get; } = Papers.NewOrganisation();

    public static Caller Office { get; } = new("office", "办公室", new HashSet<string>([Roles.CityReviewer], StringComparer.Ordinal), "shangdang");

    public static Caller Head { get; } = new("head", "组长", new HashSet<string>([Roles.Leader], StringComparer.Ordinal), "shangdang");

    /// <summary>Every seat is held; only the chairman's organisation is told by code.</summary>
    public static IReadOnlyDictionary<string, SeatHolder> Holders { get; } = Seats.ToDictionary(
        seat => seat,
        seat => seat == Chairman ? new SeatHolder(seat, "宋某某", "雄山集团", ChairmansGroup) : new SeatHolder(seat, $"{seat}负责人", $"{seat}单位", null),
        StringComparer.Ordinal);

    /// <summary>A meeting at which so many seats were taken, the chairman's first.</summary>
    public static Meeting Held(int present = 8)
    {
        var request = new RecordMeeting.MeetingRequest(Pack.Programme, Journey.NewNumber(), Day, Present(present));
        RecordMeeting.Decide(request, false, Holders, Pack, Office, Day).Accepted(out var meeting, out var refused).ShouldBeTrue(refused?.Zh);
        return meeting!;
    }

    public static IReadOnlyList<string> Present(int count) => [.. Seats.OrderByDescending(seat => seat == Chairman).Take(count)];

    /// <summary>Votes of those present in their order: <c>f</c>or, <c>a</c>gainst, a<c>b</c>stained, <c>r</c>ecused.</summary>
    public static IReadOnlyList<MoveMotion.CastVote> Votes(Meeting meeting, string casts)
    {
        var present = Present(meeting.Seats.Count(seat => seat.IsPresent));
        return [.. present.Zip(casts, (seat, cast) => cast switch
        {
            'f' => new MoveMotion.CastVote(seat, VoteCast.For),
            'a' => new MoveMotion.CastVote(seat, VoteCast.Against),
            'b' => new MoveMotion.CastVote(seat, VoteCast.Abstained),
            _ => new MoveMotion.CastVote(seat, VoteCast.Recused, "所在集团为入驻企业"),
        })];
    }
}

using Contracts.Refusals;
using Registry.Meetings;
using Registry.Tests.Hosting;
using Shouldly;
using Xunit;

namespace Registry.Tests.Meetings;

/// <summary>Quorum, majority and recusal of the leading group, on and around each boundary (SD-03).</summary>
public sealed class VotingTests
{
    private static readonly DateTime Now = new(2026, 3, 3, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_group_has_twelve_seats_and_each_is_a_post() => Group.Seats.Count.ShouldBe(12);

    [Theory]
    [InlineData(7, "no-quorum")]
    [InlineData(8, null)]
    [InlineData(12, null)]
    public void Eight_of_twelve_seats_are_a_quorum_and_seven_are_none(int present, string? code) => Record(Group.Present(present))?.Code.ShouldBe(code);

    [Theory]
    [InlineData("ffffffff", true)]
    [InlineData("fffffaaa", true)]
    [InlineData("ffffaaaa", false)]
    [InlineData("fffffbbb", true)]
    [InlineData("ffffbbbb", false)]
    [InlineData("rffffaaa", true)]
    [InlineData("rfffaaaa", false)]
    [InlineData("rrffffaa", true)]
    [InlineData("rrfffaaa", false)]
    [InlineData("rrrrrrrf", true)]
    [InlineData("rrrrrrrr", false)]
    public void A_motion_is_carried_by_more_than_half_of_those_present_and_not_recused(string casts, bool carried)
    {
        Move(Group.Held(), casts).Accepted(out var motion, out var refused).ShouldBeTrue(refused?.Zh);

        motion!.Adopted.ShouldBe(carried);
    }

    [Fact]
    public void A_chairman_whose_group_is_a_party_is_recused_or_nothing_is_recorded()
    {
        var parties = new Parties().Of(Group.ChairmansGroup);

        var refusal = Move(Group.Held(), "ffffffff", parties).Refusal.ShouldNotBeNull();

        (refusal.Kind, refusal.Code, refusal.Clause).ShouldBe((RefusalKind.Forbidden, "must-be-recused", "SD-03"));
        refusal.Inputs["seat"].ShouldBe(Group.Chairman);
        Move(Group.Held(), "rfffffff", parties).Accepted(out _, out _).ShouldBeTrue();
        Move(Group.Held(), "ffffffff", new Parties().Of(Papers.NewOrganisation())).Accepted(out _, out _).ShouldBeTrue();
    }

    [Fact]
    public void A_party_that_answers_give_by_name_only_is_found_however_its_name_is_typed()
    {
        var parties = new Parties().Of(System.Text.Json.JsonElement.Parse("""{ "founders": [ { "name": " 雄山 集团" } ] }"""));

        Move(Group.Held(), "ffffffff", parties).Refusal!.Code.ShouldBe("must-be-recused");
    }

    [Fact]
    public void Where_the_pack_asks_for_no_recusal_a_chairman_may_vote()
    {
        var meeting = Group.Held();
        var without = new Meeting
        {
            Programme = meeting.Programme,
            Jurisdiction = meeting.Jurisdiction,
            DocumentNumber = meeting.DocumentNumber,
            HeldOn = meeting.HeldOn,
            Clause = meeting.Clause,
            Quorum = meeting.Quorum,
            Majority = meeting.Majority,
            PartiesAreRecused = false,
            PolicyHash = meeting.PolicyHash,
            Seats = meeting.Seats,
            WrittenBy = ["office"],
            RecordedByName = "办公室",
        };

        Move(without, "ffffffff", new Parties().Of(Group.ChairmansGroup)).Accepted(out _, out _).ShouldBeTrue();
    }

    [Fact]
    public void Every_seat_that_was_present_votes_once_and_no_other()
    {
        Move(Group.Held(), "fffffff").Refusal!.Clause.ShouldBe("votes");
        var meeting = Group.Held();
        var twice = Group.Votes(meeting, "ffffffff").Select((vote, index) => index == 1 ? vote with { Seat = Group.Chairman } : vote).ToList();
        Decide(meeting, twice).Refusal!.Clause.ShouldBe("votes");
        var absent = Group.Votes(meeting, "ffffffff").Select((vote, index) => index == 1 ? vote with { Seat = Group.Present(12)[11] } : vote).ToList();
        Decide(meeting, absent).Refusal!.Clause.ShouldBe("votes");
        var silent = Group.Votes(meeting, "rfffffff").Select((vote, index) => index == 0 ? vote with { Reason = " " } : vote).ToList();
        Decide(meeting, silent).Refusal!.Clause.ShouldBe("votes.reason");
    }

    [Fact]
    public void A_seat_without_a_holder_on_that_day_is_not_taken_nor_one_that_the_group_does_not_have()
    {
        Record([.. Group.Present(7), "nobody"])!.Clause.ShouldBe("present");
        Record([.. Group.Present(8), Group.Chairman])!.Clause.ShouldBe("present");
        var refusal = Record(Group.Present(8), Group.Holders.Where(holder => holder.Key != Group.Chairman).ToDictionary(StringComparer.Ordinal)).ShouldNotBeNull();
        refusal.Code.ShouldBe("seat-vacant");
        refusal.Zh.ShouldContain("雄山集团董事长");
        Record(Group.Present(8), heldOn: Group.Day.AddDays(1))!.Code.ShouldBe("date-in-future");
        Record(Group.Present(8), taken: true)!.Code.ShouldBe("minutes-number-taken");
    }

    [Fact]
    public void Minutes_are_confirmed_by_another_person_once_and_then_nothing_changes()
    {
        var meeting = Group.Held();
        ConfirmMinutes.Decide(meeting, [], [], Group.Head, Now)!.Code.ShouldBe("no-motions");
        Move(meeting, "fffffaaa").Accepted(out var motion, out _);
        meeting.Motions.Add(motion!);

        ConfirmMinutes.Decide(meeting, [], [], Group.Office, Now)!.Code.ShouldBe("recorder-confirms");
        var deputy = Group.Head with { CountsAs = new HashSet<string>([Group.Office.Subject], StringComparer.Ordinal) };
        ConfirmMinutes.Decide(meeting, [], [], deputy, Now)!.Code.ShouldBe("recorder-confirms", "the recorder's deputy counts as the recorder");
        ConfirmMinutes.Decide(meeting, [], [], Group.Head, Now).ShouldBeNull();
        ConfirmMinutes.Decide(meeting, [], [], Group.Head, Now)!.Code.ShouldBe("minutes-confirmed");
        Move(meeting, "ffffffff").Refusal!.Code.ShouldBe("minutes-confirmed");
    }

    [Fact]
    public void A_resolution_carries_what_it_was_about_once_and_only_where_it_was_adopted_and_confirmed()
    {
        var (meeting, subject, other) = (Group.Held(), Guid.CreateVersion7(), Guid.CreateVersion7());
        Motion Moved(string casts, Guid about)
        {
            Decide(meeting, Group.Votes(meeting, casts), new MoveMotion.Subject(SubjectKind.Entry, about, "approve")).Accepted(out var motion, out _);
            meeting.Motions.Add(motion!);
            return motion!;
        }

        var (carried, lost) = (Moved("fffffaaa", subject), Moved("ffffaaaa", other));
        Decide(meeting, Group.Votes(meeting, "ffffffff"), new MoveMotion.Subject(SubjectKind.Entry, other, "approve")).Refusal!.Code.ShouldBe("moved-already");
        Find(carried, subject)!.Code.ShouldBe("minutes-unconfirmed");
        ConfirmMinutes.Decide(meeting, [], [], Group.Head, Now).ShouldBeNull();

        Find(carried, subject).ShouldBeNull();
        Find(carried, subject, "remove")!.Code.ShouldBe("other-subject");
        Find(carried, other)!.Code.ShouldBe("other-subject");
        Find(carried, subject, served: true)!.Code.ShouldBe("resolution-served");
        Find(carried, subject, overtaken: true)!.Code.ShouldBe("resolution-overtaken");
        Find(lost, other)!.Code.ShouldBe("motion-lost");

        Refusal? Find(Motion motion, Guid about, string step = "approve", bool served = false, bool overtaken = false) =>
            Resolutions.Decide(meeting, motion, about, step, served, overtaken).Refusal;
    }

    private static Refusal? Record(
        IReadOnlyList<string> present, IReadOnlyDictionary<string, SeatHolder>? holders = null, DateOnly? heldOn = null, bool taken = false) =>
        RecordMeeting.Decide(new(Group.Pack.Programme, "上飞领纪〔2026〕1号", heldOn ?? Group.Day, present), taken, holders ?? Group.Holders, Group.Pack, Group.Office, Group.Day).Refusal;

    private static Outcome<Motion> Move(Meeting meeting, string casts, Parties? parties = null) => Decide(meeting, Group.Votes(meeting, casts), parties: parties);

    private static Outcome<Motion> Decide(Meeting meeting, IReadOnlyList<MoveMotion.CastVote> votes, MoveMotion.Subject? subject = null, Parties? parties = null) =>
        MoveMotion.Decide(
            meeting, new MoveMotion.MotionRequest(subject ?? new(SubjectKind.Other, Title: "运营管理方案"), "审议", votes), new MotionSubject("运营管理方案", parties ?? new Parties()), Group.Office);
}

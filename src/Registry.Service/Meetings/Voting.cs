using Contracts.Refusals;
using Policies;
using Registry.Applications;

namespace Registry.Meetings;

/// <summary>One vote of the group on one motion (SD-03): who may vote, whether enough did, and what came of it.</summary>
internal static class Voting
{
    /// <summary>What stands against these votes; null where they are a vote of this meeting on a subject with these parties.</summary>
    public static Refusal? Check(Meeting meeting, IReadOnlyList<Vote> votes, IReadOnlySet<string> parties) =>
        CheckSeats(meeting, votes) ?? CheckRecusals(meeting, votes, parties) ?? CheckQuorum(meeting, votes);

    /// <summary>Carried where those in favour exceed the group's share of all who took part and have no stake.</summary>
    public static bool IsCarried(Meeting meeting, IReadOnlyList<Vote> votes)
    {
        var majority = Ratio.TryParse(meeting.Majority, out var ratio) ? ratio : throw new InvalidOperationException($"The meeting {meeting.Id} has no majority.");
        var (inFavour, taking) = (votes.Count(vote => vote.Cast == VoteCast.For), TakingPart(votes));
        return inFavour * majority.Denominator > taking * majority.Numerator;
    }

    /// <summary>How many took part and have no stake.</summary>
    public static int TakingPart(IReadOnlyList<Vote> votes) => votes.Count(vote => vote.Cast != VoteCast.Recused);

    private static Refusal? CheckSeats(Meeting meeting, IReadOnlyList<Vote> votes)
    {
        var present = meeting.Seats.Where(seat => seat.IsPresent).Select(seat => seat.Seat).ToHashSet(StringComparer.Ordinal);
        if (votes.Count != present.Count || !present.SetEquals(votes.Select(vote => vote.Seat)))
        {
            return Refusal.BadInput("votes", votes.Count, "每个到会席位各投一票,缺席的不投票。", "Every seat that was present votes once; an empty one does not.")
                .With("present", present.Order(StringComparer.Ordinal));
        }

        return votes.Where(vote => vote.Cast == VoteCast.Recused || vote.Reason is not null)
            .Select(vote => Reasons.Check("votes.reason", vote.Reason))
            .FirstOrDefault(refusal => refusal is not null);
    }

    /// <summary>A chairman whose group is operator, founder or tenant does not vote on it, whatever is written.</summary>
    private static Refusal? CheckRecusals(Meeting meeting, IReadOnlyList<Vote> votes, IReadOnlySet<string> parties)
    {
        if (!meeting.PartiesAreRecused)
        {
            return null;
        }

        var voting = votes.Where(vote => vote.Cast != VoteCast.Recused).Select(vote => vote.Seat).ToHashSet(StringComparer.Ordinal);
        return meeting.Seats.FirstOrDefault(seat => voting.Contains(seat.Seat) && seat.OrganisationCode is { } code && parties.Contains(code)) is { } partial
            ? new Refusal(
                    RefusalKind.Forbidden,
                    "must-be-recused",
                    meeting.Clause,
                    $"{partial.Zh}{partial.Name}所在单位({partial.OrganisationCode})是该事项的当事方,应当回避,不得表决。",
                    $"{partial.Name} ({partial.En}) chairs a party of this matter ({partial.OrganisationCode}) and must be recused from the vote.")
                .With("seat", partial.Seat).With("organisationCode", partial.OrganisationCode)
            : null;
    }

    private static Refusal? CheckQuorum(Meeting meeting, IReadOnlyList<Vote> votes) =>
        TakingPart(votes) is var taking && taking >= meeting.Quorum
            ? null
            : Refusal.Conflict(
                    "no-quorum",
                    meeting.Clause,
                    $"回避后参加表决的只有 {taking} 人,不足法定人数 {meeting.Quorum} 人,该事项应留待下次会议。",
                    $"Without the recused, {taking} are left to vote and the quorum is {meeting.Quorum}; leave the matter to another meeting.")
                .With("votes", taking).With("quorum", meeting.Quorum);
}

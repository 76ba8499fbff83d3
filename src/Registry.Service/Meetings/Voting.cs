using Contracts.Refusals;
using Policies;
using Registry.Applications;

namespace Registry.Meetings;

/// <summary>One vote of the group on one motion (SD-03): who may vote, and what came of it.</summary>
internal static class Voting
{
    /// <summary>What stands against these votes; null where they are a vote of this meeting on a subject with these parties.</summary>
    public static Refusal? Check(Meeting meeting, IReadOnlyList<Vote> votes, Parties parties) =>
        CheckSeats(meeting, votes) ?? CheckRecusals(meeting, votes, parties);

    /// <summary>Carried where those in favour exceed the group's share of all who were present and not recused.</summary>
    public static bool IsCarried(Meeting meeting, IReadOnlyList<Vote> votes)
    {
        var majority = Ratio.TryParse(meeting.Majority, out var ratio) ? ratio : throw new InvalidOperationException($"The meeting {meeting.Id} has no majority.");
        var (inFavour, taking) = (votes.Count(vote => vote.Cast == VoteCast.For), TakingPart(votes));
        return inFavour * majority.Denominator > taking * majority.Numerator;
    }

    /// <summary>How many were present and not recused.</summary>
    public static int TakingPart(IReadOnlyList<Vote> votes) => votes.Count(vote => vote.Cast != VoteCast.Recused);

    private static Refusal? CheckSeats(Meeting meeting, IReadOnlyList<Vote> votes)
    {
        var present = meeting.Seats.Where(seat => seat.IsPresent).Select(seat => seat.Seat).ToHashSet(StringComparer.Ordinal);
        if (votes.Count != present.Count || !present.SetEquals(votes.Select(vote => vote.Seat)))
        {
            return Refusal.BadInput("votes", votes.Count, "每个到会席位各投一票，缺席的不投票。", "Every seat that was present votes once; an empty one does not.")
                .With("present", present.Order(StringComparer.Ordinal));
        }

        return votes.Where(vote => vote.Cast == VoteCast.Recused || vote.Reason is not null)
            .Select(vote => Reasons.Check("votes.reason", vote.Reason))
            .FirstOrDefault(refusal => refusal is not null);
    }

    /// <summary>A chairman whose group is operator, founder or tenant does not vote on it, whatever is written.</summary>
    private static Refusal? CheckRecusals(Meeting meeting, IReadOnlyList<Vote> votes, Parties parties)
    {
        if (!meeting.PartiesAreRecused)
        {
            return null;
        }

        var voting = votes.Where(vote => vote.Cast != VoteCast.Recused).Select(vote => vote.Seat).ToHashSet(StringComparer.Ordinal);
        return meeting.Seats.FirstOrDefault(seat => voting.Contains(seat.Seat) && parties.Include(seat.OrganisationCode, seat.OrganisationName)) is { } partial
            ? new Refusal(
                    RefusalKind.Forbidden,
                    "must-be-recused",
                    meeting.Clause,
                    $"{partial.Zh}{partial.Name}所在单位“{partial.OrganisationName}”是该事项的当事方，应当回避，不得表决。",
                    $"{partial.Name} ({partial.En}) belongs to '{partial.OrganisationName}', a party of this matter, and must be recused from the vote.")
                .With("seat", partial.Seat).With("organisation", partial.OrganisationName).With("organisationCode", partial.OrganisationCode)
            : null;
    }
}

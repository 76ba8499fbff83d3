using Contracts.Refusals;
using Registry.Applications;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Meetings;

/// <summary>A motion and its vote come into the minutes (SD-03): seat by seat, the recused left out.</summary>
internal static class MoveMotion
{
    private const int MaxMotions = 100;
    private const int MaxTitleLength = 200;

    internal sealed record MotionRequest(Subject Subject, string Text, IReadOnlyList<CastVote> Votes);

    /// <summary>What is moved about: what the register keeps by its ID, with an entry the step it is to take; a matter by its title.</summary>
    internal sealed record Subject(SubjectKind Kind, Guid? Id = null, string? Step = null, string? Title = null);

    internal sealed record CastVote(string Seat, VoteCast Vote, string? Reason = null);

    public static async Task<Answer<MeetingView>> HandleAsync(
        Guid id, MotionRequest request, IfMatch seen, HttpContext http, RegistryDb db, PackShelf packs, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<MeetingView>(
            async ct =>
            {
                if (!(await db.TakeMeetingAsync(id, seen, caller, ct)).Accepted(out var meeting, out var missing))
                {
                    return missing;
                }

                if (!(await db.FindSubjectAsync(packs, meeting, request.Subject, ct)).Accepted(out var subject, out var unknown))
                {
                    return unknown;
                }

                if (!Decide(meeting, request, subject, caller).Accepted(out var motion, out var refused))
                {
                    return refused;
                }

                if (subject.Application is { } application && await db.TakeOfficeAsync([application.Id], Office.Arranger, caller, meeting.Clause, ct) is { } second)
                {
                    return second;
                }

                meeting.Motions.Add(motion);
                meeting.IsWrittenBy(caller);
                meeting.Version++;
                await db.SaveChangesAsync(ct);
                return MeetingView.Of(meeting);
            },
            cancellationToken);
        return outcome.ToHttp();
    }

    public static Outcome<Motion> Decide(Meeting meeting, MotionRequest request, MotionSubject subject, Caller caller)
    {
        List<Vote> votes = [.. request.Votes.OfType<CastVote>().Select(vote => new Vote { Seat = vote.Seat, Cast = vote.Vote, Reason = vote.Reason?.Trim() })];
        var refused = meeting.CheckOpen()
            ?? CheckTexts(meeting, request, subject)
            ?? CheckSubject(meeting, request.Subject, subject, caller)
            ?? Voting.Check(meeting, votes, subject.Parties);
        return refused is not null
            ? refused
            : new Motion
            {
                MeetingId = meeting.Id,
                Number = meeting.Motions.Select(motion => motion.Number).DefaultIfEmpty().Max() + 1,
                Kind = request.Subject.Kind,
                SubjectId = request.Subject.Id,
                Step = request.Subject.Step,
                Title = subject.Title,
                Text = request.Text.Trim(),
                Votes = votes,
                Adopted = Voting.IsCarried(meeting, votes),
                RecordedByName = caller.SignedName(),
            };
    }

    private static Refusal? CheckTexts(Meeting meeting, MotionRequest request, MotionSubject subject)
    {
        if (meeting.Motions.Count >= MaxMotions)
        {
            return Refusal.BadInput("motions", meeting.Motions.Count, $"一次会议最多 {MaxMotions} 项议题。", $"A meeting has at most {MaxMotions} motions.");
        }

        return subject.Title.Length is 0 or > MaxTitleLength
            ? Refusal.BadInput("subject.title", subject.Title, $"请填写事项名称，不超过 {MaxTitleLength} 字。", $"Name the matter, in at most {MaxTitleLength} characters.")
            : Reasons.Check("text", request.Text);
    }

    /// <summary>The group decides on what its office has before it; nobody puts their own matter into the minutes, and each is moved once.</summary>
    private static Refusal? CheckSubject(Meeting meeting, Subject named, MotionSubject subject, Caller caller)
    {
        if (subject.Application is { } application && application.Status != ApplicationStatus.Recommended)
        {
            return application.NotNow(
                meeting.Clause, $"“{application.Title}”不在领导小组办公室审核环节，不能上会。", $"'{application.Title}' is not before the group's office, so it cannot be moved.");
        }

        if (!subject.StepFits)
        {
            return Refusal.Conflict(
                    "nothing-to-resolve", meeting.Clause, $"“{subject.Title}”当前没有须经领导小组决定的这一环节。", $"'{subject.Title}' is not where the group resolves on this step.")
                .With("step", named.Step).With("state", subject.Entry?.State);
        }

        return subject.CheckSeparation(caller, meeting.Clause)
            ?? (named.Id is { } id && meeting.Motions.Exists(motion => motion.SubjectId == id && motion.Step == named.Step)
                ? Refusal.Conflict("moved-already", meeting.Clause, $"“{subject.Title}”在本次会议上已表决。", $"'{subject.Title}' was voted on at this meeting already.")
                    .With("subjectId", id)
                : null);
    }
}

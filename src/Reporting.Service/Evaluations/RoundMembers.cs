using Contracts.Registry;
using Microsoft.EntityFrameworkCore;
using Packs;
using Reporting.Data;
using Reporting.Institutions;
using Reporting.Notifications;
using Reporting.Scoring;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;

namespace Reporting.Evaluations;

/// <summary>Who is in a round: a body joins with its recognition, and is let go without a grade when it loses it before being graded.</summary>
internal sealed class RoundMembers(ReportingDb db, PackShelf packs, BusinessClock clock)
{
    /// <summary>A body's place in a round.</summary>
    public static Evaluation Member(EvaluationRound round, Institution body, Caller? by, DateTime now)
    {
        var evaluation = new Evaluation
        {
            Id = Guid.CreateVersion7(),
            RoundId = round.Id,
            InstitutionId = body.Id,
            Institution = body,
            Programme = round.Programme,
            Kind = EvaluationKind.Yearly,
            Year = round.Year,
            Scheme = round.Scheme,
            ThirdPartyName = round.ThirdPartyName,
            ThirdPartyCode = round.ThirdPartyCode,
            CommissionNumber = round.DocumentNumber!,
        };
        evaluation.Steps.Add(EvaluationStep.Of(evaluation, EvaluationStep.Commissioned, null, round.DocumentNumber!, by, now));
        evaluation.Sheets.AddRange(round.Experts.Select(expert => ScoreSheet.Of(evaluation, expert)));
        CloseWithoutGrade(evaluation, now);
        return evaluation;
    }

    /// <summary>Brings the rounds into line with an institution's new standing.</summary>
    public async Task FollowAsync(Institution body, CancellationToken cancellationToken)
    {
        var evaluations = await db.Evaluations.Where(e => e.InstitutionId == body.Id).ToListAsync(cancellationToken);
        foreach (var evaluation in evaluations)
        {
            CloseWithoutGrade(evaluation, clock.UtcNow);
        }

        var known = evaluations.Where(e => e.RoundId is not null).Select(e => e.RoundId).ToList();
        var others = db.EvaluationRounds.Where(r => r.Programme == body.Programme && r.Jurisdiction == body.Jurisdiction && !known.Contains(r.Id));

        // Whoever orders a draft at this moment has seen the body, or is waited for: which of them are ordered is asked once they are held.
        await others.Where(r => r.DocumentNumber == null).HoldAsync(cancellationToken);
        var rounds = await others.Where(r => r.DocumentNumber != null).ToListAsync(cancellationToken);
        foreach (var round in rounds)
        {
            // ZS-18: a body recognised during the year is evaluated for it, also where its recognition was told after the opening.
            var day = EvaluationRound.MembershipDay(round.Year, clock.Today);
            var scheme = await packs.SchemeAsync(round, cancellationToken);
            if (StandingOn.Of(body.Standings, day) is { } standing && Standings.IsRecognised(standing) && scheme.Covers(body.Category))
            {
                await JoinAsync(round, body, scheme.Citation.ClauseId, cancellationToken);
            }
        }
    }

    // Experts who are appointed at this moment come before the body, or after it: either way they score it, and are told.
    private async Task JoinAsync(EvaluationRound round, Institution body, string clause, CancellationToken cancellationToken)
    {
        await db.HoldAsync(round.Id, cancellationToken);
        await db.Entry(round).Collection(r => r.Experts).LoadAsync(cancellationToken);
        var member = Member(round, body, by: null, clock.UtcNow);
        db.Add(member);
        await db.NotifyAsync(
            [.. member.Sheets.Where(sheet => sheet.Status == SheetStatus.Open).Select(sheet => ScoringNotices.ToScore(round, sheet.ExpertSubject, member.Id, clause, clock.UtcNow))],
            cancellationToken);
    }

    // ZS-18 speaks of recognised bodies. What was graded before stays, and may be published: the money of the year needs its grade.
    private static void CloseWithoutGrade(Evaluation evaluation, DateTime now)
    {
        if (evaluation.Status != EvaluationStatus.Due || evaluation.Institution.Standing == Institution.Named || Standings.IsRecognised(evaluation.Institution.Standing))
        {
            return;
        }

        (evaluation.Status, evaluation.ClosedOn) = (EvaluationStatus.Closed, BusinessClock.DayOf(now));
        evaluation.Steps.Add(EvaluationStep.Of(evaluation, EvaluationStep.Closed, null, evaluation.Institution.Standing, by: null, now));
    }
}

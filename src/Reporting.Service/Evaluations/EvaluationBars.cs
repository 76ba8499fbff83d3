using Microsoft.EntityFrameworkCore;
using Packs;
using Reporting.Data;
using Reporting.Scoring;
using ServiceDefaults.Authentication;

namespace Reporting.Evaluations;

/// <summary>What of an evaluation is the caller's own (P-5), and what is still open to it: told before an act would be refused.</summary>
/// <param name="OwnGrade">Whether the caller graded, concluded or recorded the moderation: another person publishes.</param>
/// <param name="OwnResult">Whether the caller had a hand in the published result: another person decides an objection to it.</param>
/// <param name="OwnModeration">Whether the caller recorded the moderation that waits: another person confirms it.</param>
/// <param name="MayBeModerated">Whether a meeting may moderate the score now.</param>
/// <param name="Objected">Whether the result that stands published was objected to.</param>
/// <param name="ObjectUntil">The last day on which it may be objected to; null where nothing is published, or the pack has no objection.</param>
internal sealed record EvaluationBars(bool OwnGrade, bool OwnResult, bool OwnModeration, bool MayBeModerated, bool Objected, DateOnly? ObjectUntil)
{
    /// <summary>Those of an evaluation that was read with its steps.</summary>
    public static async Task<EvaluationBars> ReadAsync(Evaluation evaluation, ReportingDb db, PackShelf packs, Caller caller, CancellationToken cancellationToken)
    {
        var pending = await db.Moderations.AsNoTracking().SingleOrDefaultAsync(m => m.Id == evaluation.PendingModerationId, cancellationToken);
        return new EvaluationBars(
            evaluation.IsGradedBy(caller),
            evaluation.IsResultOf(caller),
            caller.Counts(pending?.ProposedBy),
            await db.EvaluationRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == evaluation.RoundId, cancellationToken) is { } round
                && Moderate.CheckState(evaluation, await packs.SchemeAsync(round, cancellationToken)) is null,
            evaluation.PublishedOn is not null
                && await db.EvaluationObjections.AnyAsync(o => o.EvaluationId == evaluation.Id && o.Publication == evaluation.Publications, cancellationToken),
            await LastDayAsync(evaluation, packs, cancellationToken));
    }

    private static async Task<DateOnly?> LastDayAsync(Evaluation evaluation, PackShelf packs, CancellationToken cancellationToken)
    {
        if (evaluation.PublishedOn is not { } publishedOn)
        {
            return null;
        }

        var pack = await packs.RulingAsync(evaluation.Programme, publishedOn, cancellationToken);
        return Schemes.Known(pack, evaluation.Scheme).Objection is { } parameter
            && pack.LastDay(parameter, publishedOn, await packs.CalendarsAsync(cancellationToken)).Accepted(out var lastDay, out _)
                ? lastDay
                : null;
    }
}

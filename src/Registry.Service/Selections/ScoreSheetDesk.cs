using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Applications;
using Registry.Data;
using Registry.Experts;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Selections;

/// <summary>A score sheet with all that decides on what may be written in it.</summary>
internal sealed record OpenedSheet(ScoreSheet Sheet, Selection Selection, Application Application, Expert Expert)
{
    /// <summary>What is concluded is locked, and what was withdrawn needs no score; null where the sheet is open.</summary>
    public Refusal? CheckOpen(string clause) =>
        Selection.Status != SelectionStatus.Open
            ? Refusal.Conflict("scores-locked", clause, "评审已结束，评分已锁定。", "The review is concluded; the scores are locked.")
                .With("selectionId", Selection.Id)
                .With("status", Selection.Status)
            : Application.Status != ApplicationStatus.UnderReview
                ? Application.NotNow(clause, "该申请已不在评审中。", "The application is no longer under review.")
                : null;
}

/// <summary>Changes one score sheet while the selection's row is held, so that no score changes under the hands of whoever concludes.</summary>
internal static class ScoreSheetDesk
{
    /// <summary>Any change of one sheet by its expert; <paramref name="orByCity"/>: by a city reviewer as well.</summary>
    public static Task<Outcome<ScoreSheetView>> ChangeAsync(
        RegistryDb db,
        PackShelf packs,
        BusinessClock clock,
        Caller caller,
        Guid id,
        IfMatch seen,
        bool orByCity,
        Func<OpenedSheet, string, Outcome<ScoreSheet>> change,
        CancellationToken cancellationToken) =>
        db.WriteUniqueAsync<ScoreSheetView>(
            async ct =>
            {
                if (await OpenAsync(db, caller, id, orByCity && caller.Is(Roles.CityReviewer), ct) is not { } opened)
                {
                    return NotFound(id);
                }

                if (seen.Check(opened.Sheet) is { } stale)
                {
                    return stale;
                }

                if (!(await packs.RulingAsync(opened.Selection.Programme, clock.Today, caller, ct)).Accepted(out var pack, out var unknown))
                {
                    return unknown;
                }

                if (!change(opened, pack.ClauseOf(Procedure.ExpertReview)).Accepted(out var sheet, out var refused))
                {
                    return refused;
                }

                if (sheet.Status == SheetStatus.Scored
                    && await db.TakeOfficeAsync([sheet.ApplicationId], Office.Expert, caller, pack.ClauseOf(Procedure.ExpertReview), ct) is { } second)
                {
                    return second;
                }

                await db.SaveChangesAsync(ct);
                return ScoreSheetView.Of(sheet, opened.Selection, opened.Application);
            },
            cancellationToken);

    /// <summary>There is no such sheet for this caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("score sheet", id, "评分表");

    private static async Task<OpenedSheet?> OpenAsync(RegistryDb db, Caller caller, Guid id, bool city, CancellationToken cancellationToken)
    {
        var (subject, jurisdiction) = (caller.Subject, caller.Jurisdiction);
        var selectionId = await db.ScoreSheets
            .Where(s => s.Id == id && (city || s.ExpertSubject == subject))
            .Join(db.Selections.Where(s => s.Jurisdiction == jurisdiction), sheet => sheet.SelectionId, selection => selection.Id, (_, selection) => (Guid?)selection.Id)
            .SingleOrDefaultAsync(cancellationToken);
        if (selectionId is null)
        {
            return null;
        }

        await db.HoldAsync(selectionId.Value, cancellationToken);
        var sheet = await db.ScoreSheets.SingleAsync(s => s.Id == id, cancellationToken);
        return new OpenedSheet(
            sheet,
            await db.Selections.SingleAsync(s => s.Id == sheet.SelectionId, cancellationToken),
            await db.Applications.Include(a => a.Steps.Where(step => step.Kind == StepKind.Recommended)).SingleAsync(a => a.Id == sheet.ApplicationId, cancellationToken),
            await db.Experts.SingleAsync(e => e.Id == sheet.ExpertId, cancellationToken));
    }
}

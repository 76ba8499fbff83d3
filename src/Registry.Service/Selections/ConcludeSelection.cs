using Contracts.Refusals;
using Registry.Applications;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Selections;

/// <summary>The city closes the scoring: the scores are locked, the ranking is the proposal list (ZS-15).</summary>
internal static class ConcludeSelection
{
    public static async Task<Answer<SelectionView>> HandleAsync(
        Guid id, IfMatch seen, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<SelectionView>(
            async ct =>
            {
                if (!(await db.TakeAsync(id, seen, caller, ct)).Accepted(out var selection, out var missing))
                {
                    return missing;
                }

                if (!(await packs.RulingAsync(selection.Programme, clock.Today, caller, ct)).Accepted(out var pack, out var unknown))
                {
                    return unknown;
                }

                var applications = await db.ApplicationsAsync(selection, ct);
                if (Decide(selection, applications, pack.ClauseOf(Procedure.ExpertReview), caller, clock.UtcNow) is { } refused)
                {
                    return refused;
                }

                if (await db.TakeOfficeAsync(applications.Keys, Office.Arranger, caller, pack.ClauseOf(Procedure.ExpertReview), ct) is { } second)
                {
                    return second;
                }

                await db.SaveChangesAsync(ct);
                return SelectionView.Of(selection);
            },
            cancellationToken);
        return outcome.ToHttp();
    }

    /// <summary>Concludes it; the refusal where it cannot be concluded.</summary>
    public static Refusal? Decide(Selection selection, IReadOnlyDictionary<Guid, Application> applications, string clause, Caller caller, DateTime now)
    {
        if (selection.Status != SelectionStatus.Open)
        {
            return selection.NotNow(clause, "评审已结束。", "The review is concluded already.");
        }

        var standing = selection.Standing(applications);
        var refused = applications.Values.Select(application => application.CheckArranger(selection, caller, clause)).FirstOrDefault(refusal => refusal is not null)
            ?? selection.CheckReviewers(standing.Select(entry => applications[entry.ApplicationId]), clause)
            ?? CheckScores(selection, standing, clause)
            ?? Dispersion.Check(selection, standing, clause);
        if (refused is not null)
        {
            return refused;
        }

        var scored = selection.Sheets.Where(sheet => sheet.Status == SheetStatus.Scored).ToLookup(sheet => sheet.ApplicationId);
        selection.LastPlaceTied = Ranking.Fill(selection, standing, scored);
        foreach (var entry in selection.Entries.Except(standing))
        {
            entry.Outcome = EntryOutcome.Withdrawn;
        }

        (selection.Status, selection.ConcludedAt) = (SelectionStatus.Concluded, now);
        (selection.ConcludedBySubject, selection.ConcludedByName) = (caller.Subject, caller.SignedName());
        return null;
    }

    /// <summary>Every expert who is not recused has scored; whoever never will is recused by order.</summary>
    private static Refusal? CheckScores(Selection selection, IReadOnlyList<SelectionEntry> standing, string clause)
    {
        var ids = standing.Select(entry => entry.ApplicationId).ToHashSet();
        var missing = selection.Sheets.Where(sheet => sheet.Status == SheetStatus.Open && ids.Contains(sheet.ApplicationId)).ToList();
        return missing.Count == 0
            ? null
            : Refusal.Conflict(
                    "scores-missing",
                    clause,
                    $"还有 {missing.Count} 份评分表未评分，不能结束评审。",
                    $"{missing.Count} score sheet(s) are still open, so the review cannot be concluded.")
                .With("missing", missing.Count)
                .With("experts", missing.Select(sheet => sheet.ExpertName).Distinct(StringComparer.Ordinal));
    }
}

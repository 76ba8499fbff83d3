using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Applications;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Selections;

/// <summary>What every change of a selection has in common: one at a time, under the version that the caller saw.</summary>
internal static class SelectionDesk
{
    /// <summary>There is no such selection for this caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("selection", id, "评审");

    /// <summary>
    /// The selection with its entries and sheets, its row held until the end of the write: whoever scores and whoever concludes take
    /// turns, so that nothing is ranked by a score that is just being changed.
    /// </summary>
    public static async Task<Outcome<Selection>> TakeAsync(this RegistryDb db, Guid id, IfMatch seen, Caller caller, CancellationToken cancellationToken)
    {
        await db.HoldAsync(id, cancellationToken);
        var selection = await db.Selections
            .Include(s => s.Entries)
            .Include(s => s.Sheets)
            .AsSplitQuery()
            .SingleOrDefaultAsync(s => s.Id == id && s.Jurisdiction == caller.Jurisdiction, cancellationToken);
        return selection is null ? NotFound(id) : seen.Check(selection) is { } stale ? stale : selection;
    }

    /// <summary>Holds a selection's row until the end of the write.</summary>
    public static Task HoldAsync(this RegistryDb db, Guid id, CancellationToken cancellationToken) =>
        db.Selections.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Status, s => s.Status), cancellationToken);

    /// <summary>The applications of a selection, with what the chain has recorded of them.</summary>
    public static Task<Dictionary<Guid, Application>> ApplicationsAsync(this RegistryDb db, Selection selection, CancellationToken cancellationToken)
    {
        var ids = selection.Entries.Select(entry => entry.ApplicationId).ToList();
        return db.Applications
            .Include(a => a.Steps.Where(step => step.Kind == StepKind.Recommended))
            .Include(a => a.ConditionAnswers)
            .AsSplitQuery()
            .Where(a => ids.Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, cancellationToken);
    }

    /// <summary>The entries whose applicants have not taken the application back.</summary>
    public static IReadOnlyList<SelectionEntry> Standing(this Selection selection, IReadOnlyDictionary<Guid, Application> applications) =>
        [.. selection.Entries.OrderBy(entry => entry.Number).Where(entry => applications[entry.ApplicationId].Status == ApplicationStatus.UnderReview)];

    /// <summary>The refusal of a step that does not fit where the selection stands.</summary>
    public static Refusal NotNow(this Selection selection, string clause, string zh, string en) =>
        Refusal.Conflict("wrong-status", clause, zh, en).With("selectionId", selection.Id).With("status", selection.Status);
}

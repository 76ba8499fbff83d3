using Microsoft.EntityFrameworkCore;
using Policies;
using Policies.Evaluation;
using Registry.Data;
using Registry.Selections;

namespace Registry.Applications;

/// <summary>A condition of an application as it is shown: met, not met or for a person to answer, with its figures.</summary>
internal sealed record ConditionView(
    string Condition, Label Label, string Clause, string Quote, Verdict Verdict, Label? Message, CalculationSheet Sheet, bool Holds, ConditionAnswerView? Answer)
{
    public static ConditionView Of(ExaminedCondition examined)
    {
        var finding = examined.Finding;
        return new ConditionView(
            finding.Condition,
            finding.Label,
            finding.Citation.ClauseId,
            finding.Citation.Quote,
            finding.Verdict,
            finding.Message,
            finding.Sheet,
            examined.Holds,
            examined.Answer is { } answer ? new ConditionAnswerView(answer.Met, answer.Reason, answer.ByName, answer.Role, answer.At) : null);
    }
}

/// <summary>What a person answered.</summary>
internal sealed record ConditionAnswerView(bool Met, string Reason, string By, string Role, DateTime At);

/// <summary>What a decided review made of an application; nobody learns of it before the city has decided.</summary>
internal sealed record ReviewView(
    Guid SelectionId, string Title, EntryOutcome Outcome, Shortfall? Shortfall, int? Rank, int? MeanHundredths, string? Reason, string? DocumentNumber, DateOnly? DecidedOn)
{
    public static Task<ReviewView?> OfAsync(RegistryDb db, Guid applicationId, CancellationToken cancellationToken) =>
        db.Set<SelectionEntry>().AsNoTracking()
            .Where(entry => entry.ApplicationId == applicationId)
            .Join(
                db.Selections.Where(selection => selection.Status == SelectionStatus.Decided),
                entry => entry.SelectionId,
                selection => selection.Id,
                (entry, selection) => new ReviewView(
                    selection.Id,
                    selection.Title,
                    entry.Outcome,
                    entry.Shortfall,
                    entry.Rank,
                    entry.MeanHundredths,
                    entry.Reason,
                    selection.DocumentNumber,
                    selection.DecidedOn))
            .SingleOrDefaultAsync(cancellationToken);
}

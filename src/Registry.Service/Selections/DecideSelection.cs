using Contracts.Refusals;
using Registry.Applications;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Selections;

/// <summary>
/// The city decides on the proposal list by a recorded document (ZS-26): it may strike with a reason, and adds nobody. Another person
/// than whoever concluded the review decides. What is kept may be posted.
/// </summary>
internal static class DecideSelection
{
    /// <summary>The decision and whom it strikes.</summary>
    internal sealed record DecisionRequest(string DocumentNumber, DateOnly DecidedOn, IReadOnlyList<StruckEntry>? Strike = null);

    /// <summary>An application that the city does not follow the experts in, and why.</summary>
    internal sealed record StruckEntry(Guid ApplicationId, string Reason);

    public static async Task<Answer<SelectionView>> HandleAsync(
        Guid id, DecisionRequest request, IfMatch seen, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
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
                var files = await FileView.OfManyAsync(db, applications.Keys, ct);
                var library = await packs.OpenAsync(ct);
                // A day before the review is refused below; the pack may not have begun to rule on it.
                var day = request.DecidedOn < selection.OpenedOn ? selection.OpenedOn : request.DecidedOn;
                var unmet = selection.Standing(applications)
                    .Select(entry => applications[entry.ApplicationId])
                    .Select(a => (a.Id, Refusal: ApplicationExamination.OfDecision(a, [.. files[a.Id]], library.ByHash(a.PolicyHash!) ?? pack, pack, day).Check(a)))
                    .Where(checkedOne => checkedOne.Refusal is not null)
                    .ToDictionary(checkedOne => checkedOne.Id, checkedOne => checkedOne.Refusal!);
                if (Decide(selection, request, applications, unmet, pack.ClauseOf(Procedure.Decision), caller, clock.Today, clock.UtcNow) is { } refused)
                {
                    return refused;
                }

                if (await db.TakeOfficeAsync(applications.Keys, Office.Decider, caller, pack.ClauseOf(Procedure.Decision), ct) is { } second)
                {
                    return second;
                }

                await db.SaveChangesAsync(ct);
                return SelectionView.Of(selection);
            },
            cancellationToken);
        return outcome.ToHttp();
    }

    /// <summary>Carries the decision out; the refusal where it cannot be taken. <paramref name="unmet"/>: what stands against an application on that day (ZS-12).</summary>
    public static Refusal? Decide(
        Selection selection,
        DecisionRequest request,
        IReadOnlyDictionary<Guid, Application> applications,
        IReadOnlyDictionary<Guid, Refusal> unmet,
        string clause,
        Caller caller,
        DateOnly today,
        DateTime now)
    {
        var standing = selection.Status == SelectionStatus.Concluded ? selection.Standing(applications) : [];
        var strike = request.Strike ?? [];
        var kept = standing.Where(entry => entry.Outcome == EntryOutcome.Proposed && !strike.Any(struck => struck?.ApplicationId == entry.ApplicationId)).ToList();
        var refused = DecisionChecks.Decider(selection, applications.Values, caller, clause)
            ?? DecisionChecks.Document(selection, request, today, clause)
            ?? DecisionChecks.Strike(strike, standing)
            ?? DecisionChecks.Kept(selection, kept, unmet, clause);
        if (refused is not null)
        {
            return refused;
        }

        foreach (var entry in selection.Entries.Except(standing))
        {
            entry.Outcome = EntryOutcome.Withdrawn;
        }

        foreach (var struck in strike)
        {
            var entry = standing.Single(entry => entry.ApplicationId == struck.ApplicationId);
            (entry.Outcome, entry.Reason) = (EntryOutcome.Struck, struck.Reason.Trim());
        }

        (selection.Status, selection.DocumentNumber, selection.DecidedOn) = (SelectionStatus.Decided, request.DocumentNumber.Trim(), request.DecidedOn);
        (selection.DecidedBySubject, selection.DecidedByName) = (caller.Subject, caller.SignedName());
        foreach (var entry in standing)
        {
            Tell(applications[entry.ApplicationId], entry, selection, caller, clause, now);
        }

        return null;
    }

    private static void Tell(Application application, SelectionEntry entry, Selection selection, Caller caller, string clause, DateTime now)
    {
        var kind = entry.Outcome == EntryOutcome.Proposed ? StepKind.Proposed : StepKind.NotSelected;
        var step = application.Step(kind, caller, Roles.CityReviewer, clause, now);
        (step.DocumentNumber, step.DocumentDate, step.Reason) = (selection.DocumentNumber, selection.DecidedOn, entry.Reason);
        application.Apply(step);
    }
}

using Contracts.Refusals;
using Registry.Applications;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;

namespace Registry.Selections;

/// <summary>What stands against the city's decision on a proposal list (ZS-26); each check is null where nothing does.</summary>
internal static class DecisionChecks
{
    /// <summary>There is a list to decide on, and this person neither filed, recommended, scored nor concluded.</summary>
    public static Refusal? Decider(Selection selection, IEnumerable<Application> applications, Caller caller, string clause)
    {
        if (selection.Status != SelectionStatus.Concluded)
        {
            return selection.Status == SelectionStatus.Open
                ? selection.NotNow(clause, "评审尚未结束，没有可审定的认定建议名单。", "The review is still open; there is no proposal list to decide on.")
                : selection.NotNow(clause, "认定建议名单已审定。", "The proposal list has been decided already.").With("documentNumber", selection.DocumentNumber);
        }

        if (caller.Counts(selection.ConcludedBySubject))
        {
            return new Refusal(
                    RefusalKind.Forbidden, "concluder-decides", clause, "结束评审的人不得审定同一名单，请由另一人审定。", "Whoever concluded the review does not decide on its list; another person must.")
                .With("selectionId", selection.Id);
        }

        if (selection.Sheets.Exists(sheet => caller.Counts(sheet.ExpertSubject)))
        {
            return new Refusal(RefusalKind.Forbidden, "expert-decides", clause, "参加评审的专家不得审定该名单。", "An expert of the review does not decide on its list.")
                .With("selectionId", selection.Id);
        }

        return applications
            .Select(application => application.CheckSeparation(caller, clause) ?? application.CheckSecondPerson(caller, clause))
            .FirstOrDefault(refusal => refusal is not null);
    }

    /// <summary>A document between the conclusion and today.</summary>
    public static Refusal? Document(Selection selection, DecideSelection.DecisionRequest request, DateOnly today, string clause)
    {
        var concludedOn = BusinessClock.DayOf(selection.ConcludedAt!.Value);
        return Documents.Check(request.DocumentNumber, "decidedOn", request.DecidedOn, today, clause)
            ?? (request.DecidedOn < concludedOn
                ? Refusal.Conflict("decided-before-concluded", clause, "审定日期不得早于评审结束之日。", "The city cannot have decided before the review was concluded.")
                    .With("decidedOn", request.DecidedOn)
                    .With("concludedOn", concludedOn)
                : null);
    }

    /// <summary>Only what the experts propose is struck, each once and with a reason.</summary>
    public static Refusal? Strike(IReadOnlyList<DecideSelection.StruckEntry> strike, IReadOnlyList<SelectionEntry> standing)
    {
        var proposed = standing.Where(entry => entry.Outcome == EntryOutcome.Proposed).Select(entry => entry.ApplicationId).ToHashSet();
        if (strike.Contains(null!) || strike.Select(struck => struck.ApplicationId).Distinct().Count() != strike.Count
            || !strike.All(struck => proposed.Contains(struck.ApplicationId)))
        {
            return Refusal.BadInput("strike", strike.Count, "只能从认定建议名单中划去申请，且不得重复。", "Only what is on the proposal list can be struck, each once.");
        }

        return strike.Select(struck => Reasons.Check("strike.reason", struck.Reason)).FirstOrDefault(refusal => refusal is not null);
    }

    /// <summary>What is kept fits the places (ZS-01) and meets the conditions on the day of the decision (ZS-12).</summary>
    public static Refusal? Kept(Selection selection, IReadOnlyList<SelectionEntry> kept, IReadOnlyDictionary<Guid, Refusal> unmet, string clause)
    {
        if (kept.Count > selection.Places)
        {
            return Refusal.Conflict(
                    "places-exceeded",
                    clause,
                    $"名额 {selection.Places} 个，保留 {kept.Count} 个（末位并列不以抽签取舍），请划去超出的并写明理由。",
                    $"There are {selection.Places} places and {kept.Count} are kept; a tie for the last place is not cut by chance. Strike those above it, with reasons.")
                .With("places", selection.Places)
                .With("kept", kept.Count)
                .With("tied", kept.Where(entry => entry.Rank == kept.Max(other => other.Rank)).Select(entry => entry.ApplicationId));
        }

        var refusals = kept.Select(entry => unmet.GetValueOrDefault(entry.ApplicationId)).OfType<Refusal>().ToList();
        return refusals.Count > 0 ? refusals[0].With("refusals", refusals) : null;
    }
}

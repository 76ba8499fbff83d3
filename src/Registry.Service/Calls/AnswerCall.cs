using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Applications;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;

namespace Registry.Calls;

/// <summary>Whether an application may be handed in under a call (EO-08). A route without calls asks for none.</summary>
internal static class AnswerCall
{
    private const string SupplementDays = "supplement-days";

    /// <summary>
    /// Ties the application to the call that it names, or at its first submission to the one that is open for its category; the refusal
    /// where there is none, or where it is out of time.
    /// </summary>
    public static async Task<Refusal?> AnswerCallAsync(
        this RegistryDb db, Application application, PolicyPack pack, DateTime now, CancellationToken cancellationToken)
    {
        if (application.RouteUnder(pack)?.Takes(Route.Call) != true)
        {
            application.CallId = null;
            return null;
        }

        var calls = await db.Calls.AsNoTracking()
            .Where(call => call.Programme == application.Programme && call.Jurisdiction == application.Jurisdiction)
            .Where(call => application.CallId == null || call.Id == application.CallId)
            .OrderByDescending(call => call.ClosesOn).ThenByDescending(call => call.Id)
            .Take(MostCalls)
            .ToListAsync(cancellationToken);
        var found = Find(application, calls, pack, now);
        application.CallId = found.Accepted(out var call, out var refused) ? call.Id : application.CallId;
        return refused;
    }

    // Far more than are published before the last of them is long over.
    private const int MostCalls = 200;

    /// <summary>The call that it is handed in under; <paramref name="calls"/>: the one that it names, else all of the programme.</summary>
    public static Outcome<Call> Find(Application application, IReadOnlyList<Call> calls, PolicyPack pack, DateTime now)
    {
        var clause = pack.ClauseOf(Procedure.Call);
        if (application.CallId is not null)
        {
            var named = calls.FirstOrDefault(call => call.Id == application.CallId);
            return named is null ? ReadCalls.NotFound(application.CallId.Value) : Check(named, application, pack, now) is { } refused ? refused : named;
        }

        var covering = calls.Where(call => call.Covers(application.Category)).ToList();
        if (covering.FirstOrDefault(call => call.IsOpenAt(now)) is { } open)
        {
            return open;
        }

        // What is next, or else what is over, tells the applicant more than that there is nothing.
        var nearest = covering.Where(call => !call.IsOverAt(now)).MinBy(call => call.OpensOn) ?? covering.MaxBy(call => call.LastDay);
        return nearest is null
            ? Refusal.Conflict("no-call", clause, $"该类型须按{Bureau(pack).Zh}发布的通知申报，目前没有通知。", $"This category is applied for by a call of the {Bureau(pack).En}, and there is none.")
                .With("category", application.Category)
            : Closed(nearest, now);
    }

    /// <summary>
    /// The last day on which a returned application may be handed in again: the call's, or, where the pack grants days for a supplement,
    /// so many after the return. Null where it answers no call.
    /// </summary>
    public static DateOnly? SupplementUntil(Application application, Call? call, PolicyPack pack, DateOnly today)
    {
        if (call is null || application.ReturnedOn is not { } returnedOn)
        {
            return null;
        }

        var granted = pack.DaysOrNone(SupplementDays, today) is { } days ? returnedOn.AddDays(days.Value) : call.LastDay;
        return granted > call.LastDay ? granted : call.LastDay;
    }

    private static Refusal? Check(Call call, Application application, PolicyPack pack, DateTime now)
    {
        if (!call.Covers(application.Category))
        {
            return Refusal.Conflict(
                    "call-other-category", call.Clause, $"“{call.Title}”不受理该类型的申报。", $"'{call.Title}' does not ask for this category.")
                .With("callId", call.Id).With("categories", call.Categories).With("category", application.Category);
        }

        if (application.Round == 0)
        {
            return call.IsOpenAt(now) ? null : Closed(call, now);
        }

        var today = BusinessClock.DayOf(now);
        var until = SupplementUntil(application, call, pack, today);
        return call.IsOpenAt(now) || today <= until
            ? null
            : Refusal.Conflict(
                    "supplement-over",
                    call.Clause,
                    $"“{call.Title}”已于 {call.LastDay:yyyy-MM-dd} 截止，补正期至 {until:yyyy-MM-dd} 止，不能再提交。",
                    $"'{call.Title}' closed on {call.LastDay:yyyy-MM-dd} and the time for the supplement ended on {until:yyyy-MM-dd}.")
                .With("callId", call.Id).With("lastDay", call.LastDay).With("supplementUntil", until).With("today", today);
    }

    /// <summary>Who publishes calls, in the programme's own words.</summary>
    private static Label Bureau(PolicyPack pack) => pack.Called(pack.Procedure.FirstOrDefault(step => step.Kind == Procedure.Call)?.Role ?? Roles.CityReviewer);

    /// <summary>The refusal of what comes before a call's first day or after its last.</summary>
    public static Refusal Closed(Call call, DateTime now)
    {
        var refusal = call.IsOverAt(now)
            ? Refusal.Conflict(
                "call-closed", call.Clause, $"“{call.Title}”已于 {call.LastDay:yyyy-MM-dd} 截止，不再受理。", $"'{call.Title}' closed on {call.LastDay:yyyy-MM-dd}; applications are not taken any more.")
            : Refusal.Conflict(
                "call-not-open", call.Clause, $"“{call.Title}”自 {call.OpensOn:yyyy-MM-dd} 起受理。", $"'{call.Title}' takes applications from {call.OpensOn:yyyy-MM-dd} on.");
        return refusal.With("callId", call.Id).With("opensOn", call.OpensOn).With("lastDay", call.LastDay).With("today", BusinessClock.DayOf(now));
    }
}

using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Policies.Evaluation;
using Registry.Data;
using Registry.Packs;
using Registry.PlanDecisions;
using ServiceDefaults.Authentication;

namespace Registry.Reminders;

/// <summary>A reminder of the pack that rules today.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Reminder">The reminder.</param>
/// <param name="Asks">Whether it reminds of anything today.</param>
/// <param name="Turn">The turn that it reminds of, where it does so turn by turn.</param>
internal sealed record RunningReminder(PolicyPack Pack, Reminder Reminder, bool Asks, Round? Turn)
{
    /// <summary>The last day that is in time for what began on a day; of a turn the day on which it was due.</summary>
    public DateOnly? LastDay(DateOnly? since, DateOnly today) => since is { } day ? Pack.LastDay(Reminder, day, today) : Turn?.DueOn;

    /// <summary>Whether one of the caller's roles does what it reminds of.</summary>
    public bool WaitsFor(Caller caller)
    {
        var register = Pack.Register(Reminder.Register)!;
        return Reminder.Kind == ReminderKind.Missing
            ? register.Roles.Any(caller.Is)
            : register.Steps.Any(step => step.From.Intersect(Reminder.States, StringComparer.Ordinal).Any() && step.Roles.Any(caller.Is));
    }
}

/// <summary>Which reminders run.</summary>
internal static class RunningReminders
{
    /// <summary>Those of one programme, or of every programme of the caller's jurisdiction, in the packs' order.</summary>
    public static async Task<Outcome<IReadOnlyList<RunningReminder>>> RunningAsync(
        this RegistryDb db, PackShelf packs, string? programme, Caller caller, DateOnly today, CancellationToken cancellationToken)
    {
        var library = await packs.OpenAsync(cancellationToken);
        var programmes = library.Packs.Select(pack => pack.Programme).Distinct(StringComparer.Ordinal).Where(name => programme is null || name == programme);
        var ruling = programmes.Select(name => library.Ruling(name, today)).OfType<PolicyPack>().Where(pack => pack.IsFor(caller)).ToList();
        if (programme is not null && ruling.Count == 0)
        {
            return Refusal.NotFound("programme", programme, "项目政策");
        }

        var names = ruling.ConvertAll(pack => pack.Programme);
        var decided = (await db.PlanDecisions.AsNoTracking()
            .Where(d => names.Contains(d.Programme) && d.Status == PlanDecisionStatus.Confirmed)
            .ToListAsync(cancellationToken)).ToLookup(d => d.Programme, StringComparer.Ordinal);
        return ruling.SelectMany(pack => Of(pack, library, decided[pack.Programme].StateOn(today), today)).ToList();
    }

    private static IEnumerable<RunningReminder> Of(PolicyPack pack, PackLibrary library, PlanState plan, DateOnly today)
    {
        var takesNew = plan.InForce(library, pack.Programme, today).Refusal is null;
        foreach (var reminder in pack.Reminders)
        {
            var turn = pack.TurnOwed(reminder, today, plan.EndOf(pack));
            // P-6: after the plan's end an entry about nothing that runs is not taken any more, so nobody is asked for one.
            var asks = reminder.Kind == ReminderKind.Overdue || takesNew || pack.Register(reminder.Register)!.About is not null;
            yield return new RunningReminder(pack, reminder, asks && (reminder.Turn is null || turn is not null), turn);
        }
    }
}

using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Reminders;

/// <summary>
/// What the packs remind of today, as far as it concerns the caller. It is computed from the registers whenever somebody asks: no timer
/// and no person has to find it first, and nothing comes of it (P-5).
/// </summary>
internal static class ReadReminders
{
    /// <summary>More than this many are not counted out.</summary>
    private const int MaxCount = 1000;

    /// <summary>A reminder with how many it is about.</summary>
    /// <param name="Programme">The programme.</param>
    /// <param name="Name">Its name in the pack.</param>
    /// <param name="Label">Its name for people.</param>
    /// <param name="Clause">Where it comes from.</param>
    /// <param name="Kind">What it is about.</param>
    /// <param name="Register">The register that the entry waits in, or in which one is missing.</param>
    /// <param name="Of">Of whom one is missing.</param>
    /// <param name="Year">The year whose entry is missing, where it is asked for year by year.</param>
    /// <param name="Count">How many, 1,000 at most.</param>
    /// <param name="More">Whether there are more.</param>
    /// <param name="WaitsForMe">Whether one of the caller's roles does what it reminds of.</param>
    internal sealed record ReminderSummary(
        string Programme, string Name, Label Label, string Clause, ReminderKind Kind, string Register, string? Of, int? Year, int Count, bool More, bool WaitsForMe);

    /// <summary>A body or entry that a reminder is about; <paramref name="LastDay"/> is the last day that was in time.</summary>
    internal sealed record ReminderRow(Guid Id, string? Register, int? Number, string Title, string? District, DateOnly? Since, DateOnly? LastDay, bool Opens);

    /// <summary>Every reminder, the silent ones as well: a query for each.</summary>
    public static async Task<Answer<Page<ReminderSummary>>> HandleAsync(
        string? programme, Guid? about, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var (caller, today) = (http.Caller(), clock.Today);
        if (!(await db.RunningAsync(packs, programme, caller, today, cancellationToken)).Accepted(out var running, out var unknown))
        {
            return ((Outcome<Page<ReminderSummary>>)unknown).ToHttp();
        }

        var summaries = new List<ReminderSummary>(running.Count);
        foreach (var one in running)
        {
            var count = one.Asks ? await db.Reminded(one, about, caller, today).Select(row => row.Id).Take(MaxCount + 1).CountAsync(cancellationToken) : 0;
            summaries.Add(Summary(one, count, caller));
        }

        Outcome<Page<ReminderSummary>> outcome = new Page<ReminderSummary>(summaries, Next: null);
        return outcome.ToHttp();
    }

    /// <summary>What one reminder is about, oldest first.</summary>
    public static async Task<Answer<Page<ReminderRow>>> ListAsync(
        string programme,
        string reminder,
        Guid? about,
        PageQuery page,
        HttpContext http,
        RegistryDb db,
        PackShelf packs,
        BusinessClock clock,
        CancellationToken cancellationToken)
    {
        var (caller, today) = (http.Caller(), clock.Today);
        var known = await db.RunningAsync(packs, programme, caller, today, cancellationToken);
        if (!known.Accepted(out var all, out var unknown) || all.FirstOrDefault(one => one.Reminder.Name == reminder) is not { } running)
        {
            return ((Outcome<Page<ReminderRow>>)(unknown ?? Refusal.NotFound("reminder", reminder, "提醒"))).ToHttp();
        }

        var found = running.Asks
            ? await db.Reminded(running, about, caller, today).ToPageAsync(page, row => row.Id, cancellationToken)
            : new Page<Reminded>([], Next: null);
        Outcome<Page<ReminderRow>> outcome = found.Select(row =>
            new ReminderRow(row.Id, row.Register, row.Number, row.Title, row.District, row.Since, running.LastDay(row.Since, today), row.Opens));
        return outcome.ToHttp();
    }

    private static ReminderSummary Summary(RunningReminder running, int count, Caller caller)
    {
        var reminder = running.Reminder;
        return new ReminderSummary(
            running.Pack.Programme,
            reminder.Name,
            reminder.Label,
            reminder.Citation.ClauseId,
            reminder.Kind,
            reminder.Register,
            reminder.Of,
            running.Turn?.From.Year,
            Math.Min(count, MaxCount),
            count > MaxCount,
            running.WaitsFor(caller));
    }
}

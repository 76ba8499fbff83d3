using Contracts.Registry;
using Microsoft.EntityFrameworkCore;
using Policies;
using Policies.Evaluation;
using Registry.Data;
using Registry.Institutions;
using Registry.Registers;
using ServiceDefaults.Authentication;

namespace Registry.Reminders;

/// <summary>Whom or what a reminder is about.</summary>
internal sealed record Reminded
{
    public required Guid Id { get; init; }

    /// <summary>The register of the entry that it is about; null where it is about an institution.</summary>
    public required string? Register { get; init; }

    public required int? Number { get; init; }

    public required string Title { get; init; }

    public required string? District { get; init; }

    /// <summary>The day from which the term of an overdue entry ran.</summary>
    public required DateOnly? Since { get; init; }

    /// <summary>Whether the caller may open it: who is named by its code on a list does not see the list.</summary>
    public required bool Opens { get; init; }
}

/// <summary>Finds what a reminder is about in the database, as it stands today: one query, whatever the number of bodies and entries.</summary>
internal static class FindReminded
{
    private static readonly string[] OnTheRegister = [Standings.Recognised, Standings.Filed, Standings.UnderRectification];

    /// <summary>What concerns the caller, or that part of it which is one body or entry or about it.</summary>
    public static IQueryable<Reminded> Reminded(this RegistryDb db, RunningReminder running, Guid? about, Caller caller, DateOnly today) =>
        running.Reminder switch
        {
            { Kind: ReminderKind.Overdue } => Show(db, OverdueEntries(db, running, caller, today), running.Reminder, about, caller),
            { Of: Register.Institution } => Show(BodiesWithout(db, running, caller, today), about),
            _ => Show(db, EntriesWithout(db, running, caller, today), running.Reminder, about, caller),
        };

    private static IQueryable<RegisterEntry> OverdueEntries(RegistryDb db, RunningReminder running, Caller caller, DateOnly today)
    {
        var (programme, register, states, since) = (running.Pack.Programme, running.Reminder.Register, running.Reminder.States, running.Reminder.Since);
        var latest = running.Pack.OverdueSince(running.Reminder, today);
        return db.ConcernOf(caller, codeField: null)
            .Where(e => e.Programme == programme && e.Register == register && states.Contains(e.State) && e.Values.Any(v => v.Field == since && v.Day <= latest));
    }

    private static IQueryable<Institution> BodiesWithout(RegistryDb db, RunningReminder running, Caller caller, DateOnly today)
    {
        var (programme, categories) = (running.Pack.Programme, running.Reminder.Categories);
        var serving = Serving(db, running, today);
        var bodies = db.Institutions.ConcernOf(caller).Where(i => i.Programme == programme && OnTheRegister.Contains(i.Standing));
        bodies = categories.Count == 0 ? bodies : bodies.Where(i => categories.Contains(i.Category));
        if (running.Turn is { To: var end })
        {
            bodies = bodies.Where(i => i.RecognisedOn <= end);
        }

        return bodies.Where(i => !serving.Any(e => e.AboutInstitutionId == i.Id));
    }

    private static IQueryable<RegisterEntry> EntriesWithout(RegistryDb db, RunningReminder running, Caller caller, DateOnly today)
    {
        var (programme, of, by) = (running.Pack.Programme, running.Reminder.Of, running.Reminder.By);
        var serving = Serving(db, running, today);
        var asked = HeldOn(db.ConcernOf(caller, by?.Of), today).Where(e => e.Programme == programme && e.Register == of);
        if (by is null)
        {
            return asked.Where(e => !serving.Any(other => other.AboutEntryId == e.Id));
        }

        var (register, code, otherCode) = (running.Reminder.Register, by.Of, by.Register);
        return asked.Where(e => !db.RegisterValues.Any(v =>
            v.EntryId == e.Id
            && v.Field == code
            && db.RegisterValues.Any(w =>
                w.Programme == programme && w.Register == register && w.Field == otherCode && w.Text == v.Text && serving.Any(other => other.Id == w.EntryId))));
    }

    /// <summary>The entries with which a reminder is content.</summary>
    private static IQueryable<RegisterEntry> Serving(RegistryDb db, RunningReminder running, DateOnly today)
    {
        var (programme, register, states) = (running.Pack.Programme, running.Reminder.Register, running.Reminder.States);
        var serving = HeldOn(db.RegisterEntries, today).Where(e => e.Programme == programme && e.Register == register && states.Contains(e.State));
        if (running.Reminder.Includes is { Field: var field, AllOf: var answers })
        {
            foreach (var answer in answers.Select(EntryAnswers.Normal))
            {
                serving = serving.Where(e => e.Values.Any(v => v.Field == field && v.Text == answer));
            }
        }

        if (running is { Reminder.Turn.Year: var year, Turn.From.Year: var turn })
        {
            serving = serving.Where(e => e.Values.Any(v => v.Field == year && v.Number == turn));
        }

        return serving;
    }

    private static IQueryable<RegisterEntry> HeldOn(IQueryable<RegisterEntry> entries, DateOnly day) =>
        entries.Where(e => e.IsLive && e.From <= day && (e.Until == null || e.Until >= day));

    private static IQueryable<Reminded> Show(IQueryable<Institution> bodies, Guid? about) =>
        bodies.AsNoTracking()
            .Where(i => about == null || i.Id == about)
            .Select(i => new Reminded { Id = i.Id, Register = null, Number = null, Title = i.Name, District = i.District, Since = null, Opens = true });

    private static IQueryable<Reminded> Show(RegistryDb db, IQueryable<RegisterEntry> entries, Reminder reminder, Guid? about, Caller caller)
    {
        var (since, visible) = (reminder.Since, db.VisibleTo(caller));
        return entries.AsNoTracking()
            .Where(e => about == null || e.Id == about || e.AboutInstitutionId == about || e.AboutEntryId == about)
            .Select(e => new Reminded
            {
                Id = e.Id,
                Register = e.Register,
                Number = e.Number,
                Title = e.Title,
                District = e.District,
                Since = e.Values.Where(v => v.Field == since).Select(v => v.Day).FirstOrDefault(),
                Opens = visible.Any(seen => seen.Id == e.Id),
            });
    }
}

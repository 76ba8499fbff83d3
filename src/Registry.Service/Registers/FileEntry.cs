using System.Text.Json;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Directories;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Registers;

/// <summary>
/// A draft is filed: the pack of the day judges every answer, the entry gets the next number of its register and stands in the first
/// state.
/// </summary>
internal static class FileEntry
{
    public static async Task<Answer<EntryView>> HandleAsync(
        Guid id, IfMatch seen, HttpContext http, RegistryDb db, RegisterDesk desk, CancellationToken cancellationToken)
    {
        var outcome = await desk.ChangeAsync(id, seen, http.Caller(), (open, ct) => RunAsync(open, db, desk, ct), cancellationToken);
        return outcome.ToHttp();
    }

    /// <summary>The line of the timeline, or why the entry cannot be filed. <paramref name="number"/> is the register's next.</summary>
    public static Outcome<RegisterStepTaken> Decide(OpenEntry open, JsonElement answers, EntryChecks.Surroundings around, int number)
    {
        var (entry, register) = (open.Entry, open.Register);
        if (!entry.IsDraft)
        {
            return Refusal.Conflict("wrong-state", register.Citation.ClauseId, "该条目已登记，不能重复登记。", "The entry has been filed already.")
                .With("state", entry.State).With("number", entry.Number);
        }

        if (!EntryChecks.Decide(open, answers, around).Accepted(out var flags, out var refused))
        {
            return refused;
        }

        var role = entry.KeeperRole(register, open.Caller)!;
        entry.Number = number;
        entry.Flags = [.. flags];
        return open.Line(EntryAct.Filed, register.States[0].Key, role, register.Citation.ClauseId) with { After = answers.GetRawText(), Flags = [.. flags] };
    }

    private static async Task<Outcome<RegisterEntry>> RunAsync(OpenEntry found, RegistryDb db, RegisterDesk desk, CancellationToken cancellationToken)
    {
        var entry = found.Entry;
        if (entry.KeeperRole(found.Register, found.Caller) is null)
        {
            return RegisterDesk.NotFound(entry.Id);
        }

        var aboutWhatRuns = entry.AboutInstitutionId is not null || entry.AboutEntryId is not null;
        var known = await desk.RulesForNewAsync(entry.Programme, entry.Register, aboutWhatRuns, found.Caller, cancellationToken);
        if (!known.Accepted(out var rules, out var closed))
        {
            return closed;
        }

        if ((entry.AboutInstitutionId ?? entry.AboutEntryId) is { } about
            && StartEntry.CheckEnded(rules, await StartEntry.FindSubjectAsync(db, rules, about, found.Caller, cancellationToken)) is { } over)
        {
            return over;
        }

        // The number comes first: its row is held until the end of the write, so that whoever files in this register takes turns, and
        // what counts its entries counts all of them. A refusal gives the number back.
        var number = await db.NextNumberAsync(entry, cancellationToken);
        var open = found with { Rules = rules };
        var answers = open.Answers;
        var around = await db.SurroundingsAsync(open, answers, cancellationToken);
        if (!Decide(open, answers, around, number).Accepted(out var line, out var refused))
        {
            return refused;
        }

        await db.SignAsync(entry, open.Caller, cancellationToken);
        entry.Apply(line, rules);
        await db.TakeAsync(entry, answers, open, cancellationToken);
        return entry;
    }

    /// <summary>Holds an entry's row to the end of the write: whoever changes it or its files takes turns.</summary>
    public static Task<int> HoldAsync(this RegistryDb db, Guid id, CancellationToken cancellationToken) =>
        db.RegisterEntries.Where(e => e.Id == id).ExecuteUpdateAsync(set => set.SetProperty(e => e.StepCount, e => e.StepCount), cancellationToken);

    private static async Task<int> NextNumberAsync(this RegistryDb db, RegisterEntry entry, CancellationToken cancellationToken)
    {
        var counters = db.Set<RegisterCounter>().Where(c => c.Programme == entry.Programme && c.Register == entry.Register);
        await counters.ExecuteUpdateAsync(set => set.SetProperty(c => c.Last, c => c.Last + 1), cancellationToken);
        return await counters.Select(c => c.Last).SingleAsync(cancellationToken);
    }

    /// <summary>Whoever files, amends or attached a file has had a hand in it, and takes no second person's step.</summary>
    public static async Task SignAsync(this RegistryDb db, RegisterEntry entry, Caller caller, CancellationToken cancellationToken)
    {
        var attachers = await db.RegisterFiles.Where(file => file.EntryId == entry.Id).Select(file => file.AttachedBySubject).Distinct().ToListAsync(cancellationToken);
        foreach (var subject in attachers.Append(caller.Subject).Concat(caller.For is { } principal ? [principal.Subject] : []))
        {
            entry.FiledFrom(subject);
        }
    }

    /// <summary>Takes answers, and lays their index anew.</summary>
    public static async Task TakeAsync(this RegistryDb db, RegisterEntry entry, JsonElement answers, OpenEntry open, CancellationToken cancellationToken)
    {
        entry.Take(answers, open.Rules, open.Today);
        await db.RegisterValues.Where(value => value.EntryId == entry.Id).ExecuteDeleteAsync(cancellationToken);
        await db.Set<EntryGram>().Where(gram => gram.EntryId == entry.Id).ExecuteDeleteAsync(cancellationToken);
        db.RegisterValues.AddRange(open.Register.Index(entry, answers));
        db.AddRange(SearchName.Bigrams(entry.SearchText).Select(gram => new EntryGram { EntryId = entry.Id, Gram = gram }));
    }
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Policies;
using Policies.Evaluation;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Clock;

namespace Registry.Registers;

/// <summary>
/// Looks at the live entries once a day: some conditions come true by the passing of time alone (HB-09: not started within a year of the
/// assignment). It only flags, and says so in the timeline; nothing harms anybody by a timer (P-5).
/// </summary>
internal sealed class RecheckFlags(RegistryDb db, PackShelf packs, BusinessClock clock) : ISweep
{
    private const int Batch = 200;
    private const string Platform = "platform";

    public string Name => "register-flags";

    public async Task<int> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var library = await packs.OpenAsync(cancellationToken);
        var flagged = 0;
        foreach (var pack in library.Packs.Select(p => p.Programme).Distinct(StringComparer.Ordinal).Select(programme => library.Ruling(programme, today)).OfType<PolicyPack>())
        {
            foreach (var register in pack.Registers.Where(register => ChecksOf(pack, register).Any()))
            {
                flagged += await RunAsync(new RegisterRules(pack, register), today, cancellationToken);
            }
        }

        return flagged;
    }

    /// <summary>The flags of an entry today, of those conditions that its answers alone decide.</summary>
    public static List<EntryFlag> Decide(RegisterEntry entry, RegisterRules rules, IReadOnlyList<AttachedFile> files, DateOnly today)
    {
        var facts = new EntryFacts(JsonElement.Parse(entry.Answers), files);
        var checks = ChecksOf(rules.Pack, rules.Register).ToList();
        var found = checks
            .Select(check => rules.Pack.Check(rules.Register, check, facts, today))
            .Where(finding => finding.Verdict != Verdict.Met)
            .Select(finding => rules.Pack.Flag(finding, RegisterCheck.Filing, today));
        return
        [
            .. entry.Flags.Where(flag => flag.At != RegisterCheck.Filing || !checks.Exists(check => check.Condition == flag.Condition)),
            // What stood there before keeps its day.
            .. found.Select(flag => entry.Flags.Find(known => known.Condition == flag.Condition && known.Zh == flag.Zh) ?? flag),
        ];
    }

    private static IEnumerable<RegisterCheck> ChecksOf(PolicyPack pack, Register register) => register.Checks.Where(check =>
        check.At.Contains(RegisterCheck.Filing, StringComparer.Ordinal)
        && pack.Condition(check.Condition).Effect == Effect.Flag
        && check.Of.Values.All(path => path != RegisterCheck.Live && !path.StartsWith("balance.", StringComparison.Ordinal)));

    private async Task<int> RunAsync(RegisterRules rules, DateOnly today, CancellationToken cancellationToken)
    {
        int found;
        var flagged = 0;
        do
        {
            (found, var changed) = await db.WriteAsync(ct => RunBatchAsync(rules, today, ct), cancellationToken);
            flagged += changed;
            db.ChangeTracker.Clear();
        }
        while (found == Batch);
        return flagged;
    }

    private async Task<(int Found, int Changed)> RunBatchAsync(RegisterRules rules, DateOnly today, CancellationToken cancellationToken)
    {
        var (programme, name) = (rules.Pack.Programme, rules.Register.Name);
        var entries = await db.RegisterEntries
            .Where(e => e.Programme == programme && e.Register == name && e.IsLive && e.CheckedOn < today)
            .OrderBy(e => e.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);
        var ids = entries.ConvertAll(e => e.Id);
        var files = (await db.RegisterFiles.AsNoTracking().Where(file => ids.Contains(file.EntryId) && file.RemovedAt == null).ToListAsync(cancellationToken))
            .ToLookup(file => file.EntryId, file => new AttachedFile(file.Field, "", 1));
        var changed = entries.Count(entry => Take(entry, Decide(entry, rules, [.. files[entry.Id]], today), rules, today));

        // Those that say the same as yesterday are only ticked off: their version, which somebody may be editing, stays.
        await db.RegisterEntries.Where(e => ids.Contains(e.Id)).ExecuteUpdateAsync(set => set.SetProperty(e => e.CheckedOn, today), cancellationToken);
        return (entries.Count, changed);
    }

    private bool Take(RegisterEntry entry, List<EntryFlag> flags, RegisterRules rules, DateOnly today)
    {
        if (flags.Select(flag => (flag.Condition, flag.Zh)).SequenceEqual(entry.Flags.Select(flag => (flag.Condition, flag.Zh))))
        {
            return false;
        }

        entry.Flags = flags;
        entry.StepCount++;
        db.Add(new RegisterStepTaken
        {
            EntryId = entry.Id,
            Number = entry.StepCount,
            Act = EntryAct.Flagged,
            FromState = entry.State,
            ToState = entry.State,
            At = clock.UtcNow,
            On = today,
            ActorSubject = Platform,
            ActorName = Platform,
            ActorRole = Platform,
            Clause = flags.Find(flag => flag.On == today)?.Clause ?? rules.Register.Citation.ClauseId,
            PolicyHash = rules.Pack.Hash,
            Flags = flags,
        });
        return true;
    }
}

using System.Text.Json;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Policies.Evaluation;
using Registry.Data;
using Registry.Institutions;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using ServiceDefaults.Problems;

namespace Registry.Registers;

/// <summary>A register and the pack that defines it.</summary>
internal sealed record RegisterRules(PolicyPack Pack, Register Register);

/// <summary>An entry that somebody works on, with what decisions about it go by.</summary>
internal sealed record OpenEntry(
    RegisterEntry Entry, RegisterRules Rules, IReadOnlyList<EntryFileView> Files, bool RunsAbout, bool SeesAll, Caller Caller, DateOnly Today, DateTime Now)
{
    public PolicyPack Pack => Rules.Pack;

    public Register Register => Rules.Register;

    public JsonElement Answers => JsonElement.Parse(Entry.Answers);

    /// <summary>Its files as the pack looks at them.</summary>
    public IReadOnlyList<AttachedFile> Attached => [.. Files.Select(Of)];

    /// <summary>Those that no step has used yet: a step's file answers for it once.</summary>
    public IReadOnlyList<AttachedFile> Unused => [.. Files.Where(file => file.StepNumber is null).Select(Of)];

    private static AttachedFile Of(EntryFileView file) => new(file.Field, file.FileName, file.LengthBytes);
}

/// <summary>Carries a change of one entry out: finds what the caller may see, checks the version seen, decides, records.</summary>
internal sealed class RegisterDesk(RegistryDb db, PackShelf packs, BusinessClock clock)
{
    /// <summary>There is no such entry for this caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("entry", id, "登记条目");

    /// <summary>The definition that rules a register today.</summary>
    public async Task<Outcome<RegisterRules>> RulesAsync(string programme, string register, Caller caller, CancellationToken cancellationToken)
    {
        var ruling = await packs.RulingAsync(programme, clock.Today, caller, cancellationToken);
        return ruling.Accepted(out var pack, out var unknown) ? Find(pack, register) : unknown;
    }

    /// <summary>
    /// The definition under which a new entry may begin (P-6). A plan that has ended takes nothing new, but what runs, runs on: an entry
    /// about an existing body or another entry (a passage, a fee, a receipt) goes on being made; a draft takes nothing at all.
    /// </summary>
    public async Task<Outcome<RegisterRules>> RulesForNewAsync(string programme, string register, bool aboutWhatRuns, Caller caller, CancellationToken cancellationToken)
    {
        var inForce = await packs.InForceAsync(programme, clock.Today, caller, cancellationToken);
        return inForce.Accepted(out var pack, out var closed) ? Find(pack, register)
            : aboutWhatRuns && closed.Code == "policy-ended" ? await RulesAsync(programme, register, caller, cancellationToken)
            : closed;
    }

    /// <summary>The definition that an entry is judged by: today's, or, where the register is gone from it, that of its latest step.</summary>
    public async Task<Outcome<RegisterRules>> RulesOfAsync(RegisterEntry entry, Caller caller, CancellationToken cancellationToken)
    {
        var ruling = await RulesAsync(entry.Programme, entry.Register, caller, cancellationToken);
        return !ruling.Accepted(out _, out _) && entry.PolicyHash is { } hash && (await packs.OpenAsync(cancellationToken)).ByHash(hash) is { } pack
            ? Find(pack, entry.Register)
            : ruling;
    }

    /// <summary>Any change of one entry under the version that the caller saw.</summary>
    public async Task<Outcome<EntryView>> ChangeAsync(
        Guid id, IfMatch seen, Caller caller, Func<OpenEntry, CancellationToken, Task<Outcome<RegisterEntry>>> change, CancellationToken cancellationToken)
    {
        try
        {
            return await db.WriteAsync<Outcome<EntryView>>(
                async ct =>
                {
                    // Held before its files are read: none comes or goes while they are judged.
                    await db.HoldAsync(id, ct);
                    if (!(await OpenAsync(id, caller, ct)).Accepted(out var open, out var missing))
                    {
                        return missing;
                    }

                    if (seen.Check(open.Entry) is { } stale)
                    {
                        return stale;
                    }

                    if (!(await change(open, ct)).Accepted(out _, out var refused))
                    {
                        return refused;
                    }

                    open.Entry.ToldBy = TellCounted.CountedBy(open.Pack, open.Entry.Register);
                    await db.SaveChangesAsync(ct);
                    db.Tell(open.Entry, open.Pack);
                    return await ViewAsync(open, clock.Today, ct);
                },
                cancellationToken);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // Somebody filed the same at the same moment: the database said what the question before could not see.
            return Refusal.Conflict("entered-already", "unique", "同样的条目刚刚由他人登记，本次未生效。", "Somebody else entered the same at the same moment; nothing was done.");
        }
    }

    /// <summary>The entry with its timeline and files, tracked; what the caller may not see does not exist.</summary>
    public async Task<Outcome<OpenEntry>> OpenAsync(Guid id, Caller caller, CancellationToken cancellationToken)
    {
        var entry = await db.VisibleTo(caller).Include(e => e.Steps).SingleOrDefaultAsync(e => e.Id == id, cancellationToken);
        if (entry is null)
        {
            return NotFound(id);
        }

        if (!(await RulesOfAsync(entry, caller, cancellationToken)).Accepted(out var rules, out var unknown))
        {
            return unknown;
        }

        var runsAbout = await RunsAboutAsync(entry, caller, cancellationToken);
        return new OpenEntry(
            entry,
            rules,
            await EntryFileView.OfAsync(db, id, cancellationToken),
            runsAbout,
            entry.ShowsAllTo(caller, runsAbout) || await WasOpenedAsync(entry, caller, cancellationToken),
            caller,
            clock.Today,
            clock.UtcNow);
    }

    /// <summary>The entry as it is shown: with balances as of a day, and what goes with it.</summary>
    public async Task<EntryView> ViewAsync(OpenEntry open, DateOnly on, CancellationToken cancellationToken)
    {
        var entry = open.Entry;
        var balances = await db.BalancesAsync(open.Rules, [entry.Id], on, cancellationToken);
        var view = EntryView.Of(open, on);
        return view with
        {
            Balances = open.SeesAll ? balances[entry.Id] : [],
            Names = await db.NamesAsync(entry.Jurisdiction, entry.Named(open.Register, view.Answers), cancellationToken),
            Linked = entry.IsDraft ? [] : await db.LinkedAsync(entry, open.Pack, open.Caller, cancellationToken),
        };
    }

    private async Task<bool> RunsAboutAsync(RegisterEntry entry, Caller caller, CancellationToken cancellationToken) =>
        caller.Is(Roles.Operator)
        && caller.Organisation is { } organisation
        && ((entry.AboutInstitutionId is { } institution && await db.Institutions.RunBy(caller).AnyAsync(i => i.Id == institution, cancellationToken))
            || (entry.AboutEntryId is { } about && await db.RegisterEntries.AnyAsync(e => e.Id == about && e.Organisation == organisation, cancellationToken)));

    /// <summary>Whether this entry's side of a push to the caller's organisation is interested: a push alone opens nothing but the columns.</summary>
    private async Task<bool> WasOpenedAsync(RegisterEntry entry, Caller caller, CancellationToken cancellationToken) =>
        caller.Is(Roles.Operator)
        && caller.Organisation is { } organisation
        && await db.RegisterPushes.AnyAsync(
            push => (push.FromEntryId == entry.Id && push.ToOrganisation == organisation && push.FromAnswer!.Interested)
                || (push.ToEntryId == entry.Id && push.FromOrganisation == organisation && push.ToAnswer!.Interested),
            cancellationToken);

    private static Outcome<RegisterRules> Find(PolicyPack pack, string register) =>
        pack.Register(register) is { } found ? new RegisterRules(pack, found) : Refusal.NotFound("register", register, "登记册");
}

using System.Text.Json;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Policies.Evaluation;
using Registry.Applications;
using Registry.Bans;
using Registry.Data;
using Registry.Links;
using ServiceDefaults.Authentication;

namespace Registry.Registers;

/// <summary>What an entry is held against when it is filed or amended: its form, its links, its key, bans, the pack's conditions.</summary>
internal static class EntryChecks
{
    /// <summary>What the database has to say about an entry's answers.</summary>
    /// <param name="LinkProblems">Links that lead nowhere.</param>
    /// <param name="Twin">The live entry that has the same key.</param>
    /// <param name="Banned">The ban of whom the register names.</param>
    /// <param name="Live">How many live entries there are, this one counted.</param>
    /// <param name="BalancesFen">Its balances.</param>
    /// <param name="Linked">What is on record about whatever its links lead to.</param>
    /// <param name="Overlapping">By field: the entries about the same thing at the same time that have another answer there.</param>
    internal sealed record Surroundings(
        IReadOnlyList<FieldProblem> LinkProblems,
        RegisterEntry? Twin,
        Refusal? Banned,
        long Live,
        IReadOnlyDictionary<string, long> BalancesFen,
        IReadOnlyDictionary<string, string> Linked,
        IReadOnlyDictionary<string, long> Overlapping);

    /// <summary>Asks the database; a fixed number of queries, whatever the entry holds.</summary>
    public static async Task<Surroundings> SurroundingsAsync(this RegistryDb db, OpenEntry open, JsonElement answers, CancellationToken cancellationToken)
    {
        var (entry, register) = (open.Entry, open.Register);
        var key = register.Key(entry, answers);
        var twin = key is null
            ? null
            : await db.RegisterEntries.AsNoTracking().FirstOrDefaultAsync(
                e => e.Programme == entry.Programme && e.Register == entry.Register && e.UniqueKey == key && e.Id != entry.Id, cancellationToken);
        // Who was entered before the ban stays entered, and may still be described; another name is asked about anew.
        var barred = register.Barred is { } field && EntryAnswers.Text(answers, field) is { } code && (entry.IsDraft || EntryAnswers.Text(open.Answers, field) != code)
            ? code
            : null;
        // Whoever knows by its code alone what the entry is about tells of its own bodies alone (EI-02).
        var foreign = entry.KeeperRole(register, open.Caller) == Roles.Operator && !open.RunsAbout && register.KnowsSubjectByCode(open.Pack)
            ? await db.ForeignLinksAsync(register.Fields, answers, open.Caller, cancellationToken)
            : [];
        return new Surroundings(
            [.. await db.LinkProblemsAsync(register.Fields, answers, open.Pack, open.Caller, cancellationToken), .. foreign],
            twin,
            barred is null ? null : await db.FindRegisterBanAsync(open.Pack, register.Name, barred, open.Today, cancellationToken),
            await db.LiveAsync(entry, cancellationToken),
            await db.BalancesFenAsync(open.Rules, entry.Id, open.Today, cancellationToken),
            await db.ReadLinksAsync(register.Fields, answers, open.Pack, open.Today, cancellationToken),
            await db.OverlappingAsync(open, RegisterCheck.Filing, answers, cancellationToken));
    }

    /// <summary>The flags that an entry with these answers carries, or why it cannot stand so.</summary>
    public static Outcome<IReadOnlyList<EntryFlag>> Decide(OpenEntry open, JsonElement answers, Surroundings around)
    {
        var (pack, register) = (open.Pack, open.Register);
        var problems = pack.ValidateEntry(register, answers, open.Attached, open.Today).Concat(around.LinkProblems).Concat(ForeignCode(open, answers)).ToList();
        if (problems.Count > 0)
        {
            return SubmissionChecks.Incomplete(problems, pack);
        }

        if (around.Twin is { } twin)
        {
            return Refusal.Conflict(
                    "entered-already",
                    register.Citation.ClauseId,
                    $"“{twin.Title}”已登记在册（第 {twin.Number} 号），不得重复登记。",
                    $"'{twin.Title}' is in the register already, as No. {twin.Number}.")
                .With("number", twin.Number)
                .With("fields", register.Unique);
        }

        if (around.Banned is { } banned)
        {
            return banned;
        }

        var facts = new EntryFacts(answers, open.Attached, null, around.Live, around.BalancesFen) { Linked = around.Linked, Overlapping = around.Overlapping };
        if (!pack.CheckEntry(register, RegisterCheck.Filing, facts, open.Today).Accepted(out var findings, out var refused))
        {
            return refused;
        }

        return findings.Select(finding => pack.Flag(finding, RegisterCheck.Filing, open.Today)).ToList();
    }

    /// <summary>An organisation enters itself: a ban must not be turned upon, or away to, a code that somebody merely typed (HB-05).</summary>
    private static IEnumerable<FieldProblem> ForeignCode(OpenEntry open, JsonElement answers)
    {
        var (entry, register) = (open.Entry, open.Register);
        if (entry.KeeperRole(register, open.Caller) == Roles.Operator
            && entry.Organisation is { } organisation
            && register.Barred is { } barred
            && EntryAnswers.Text(answers, barred) is { } code
            && BanReach.Normal(code) != BanReach.Normal(organisation))
        {
            var field = register.Fields.First(f => f.Name == barred);
            yield return new FieldProblem(
                barred, field.Citation.ClauseId, field.Citation.Quote, $"“{field.Label.Zh}”应为本单位的代码。", $"'{field.Label.En}' must be your own organisation's.");
        }
    }

    /// <summary>How many live entries the register has, this one counted.</summary>
    public static async Task<long> LiveAsync(this RegistryDb db, RegisterEntry entry, CancellationToken cancellationToken) =>
        1 + await db.RegisterEntries.LongCountAsync(
            e => e.Programme == entry.Programme && e.Register == entry.Register && e.Jurisdiction == entry.Jurisdiction && e.IsLive && e.Id != entry.Id, cancellationToken);
}

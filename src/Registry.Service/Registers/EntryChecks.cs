using System.Text.Json;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Policies.Evaluation;
using Registry.Applications;
using Registry.Bans;
using Registry.Data;
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
    internal sealed record Surroundings(
        IReadOnlyList<FieldProblem> LinkProblems, RegisterEntry? Twin, Refusal? Banned, long Live, IReadOnlyDictionary<string, long> BalancesFen);

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
        return new Surroundings(
            await db.LinkProblemsAsync(register.Fields, answers, open.Pack, open.Caller, cancellationToken),
            twin,
            barred is null ? null : await db.FindRegisterBanAsync(open.Pack, register.Name, barred, open.Today, cancellationToken),
            await db.LiveAsync(entry, cancellationToken),
            await db.BalancesFenAsync(open.Rules, entry.Id, open.Today, cancellationToken));
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
                    $"“{twin.Title}”已登记在册(第 {twin.Number} 号),不得重复登记。",
                    $"'{twin.Title}' is in the register already, as No. {twin.Number}.")
                .With("number", twin.Number)
                .With("fields", register.Unique);
        }

        if (around.Banned is { } banned)
        {
            return banned;
        }

        var facts = new EntryFacts(answers, open.Attached, null, around.Live, around.BalancesFen);
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

    /// <summary>Links lead to what is there, in the jurisdiction, and what the caller may see.</summary>
    public static async Task<IReadOnlyList<FieldProblem>> LinkProblemsAsync(
        this RegistryDb db, IReadOnlyList<FormField> fields, JsonElement answers, PolicyPack pack, Caller caller, CancellationToken cancellationToken)
    {
        var links = EntryAnswers.Links(fields, answers).ToList();
        if (links.Count == 0)
        {
            return [];
        }

        var ids = links.Select(link => link.Id).Distinct().ToList();
        var institutions = await db.Institutions
            .Where(i => ids.Contains(i.Id) && i.Jurisdiction == pack.Jurisdiction)
            .Select(i => i.Id)
            .ToListAsync(cancellationToken);
        var entries = await db.VisibleTo(caller)
            .Where(e => ids.Contains(e.Id) && e.Programme == pack.Programme && e.State != RegisterEntry.Draft)
            .Select(e => new { e.Id, e.Register })
            .ToListAsync(cancellationToken);
        return [.. links
            .Where(link => link.Field.Of == Register.Institution ? !institutions.Contains(link.Id) : !entries.Exists(e => e.Id == link.Id && e.Register == link.Field.Of))
            .Select(link => new FieldProblem(
                link.Path,
                link.Field.Citation.ClauseId,
                link.Field.Citation.Quote,
                $"“{link.Field.Label.Zh}”所选对象不存在,或您无权查看。",
                $"What '{link.Field.Label.En}' names does not exist, or you may not see it."))];
    }

    /// <summary>How many live entries the register has, this one counted.</summary>
    public static async Task<long> LiveAsync(this RegistryDb db, RegisterEntry entry, CancellationToken cancellationToken) =>
        1 + await db.RegisterEntries.LongCountAsync(
            e => e.Programme == entry.Programme && e.Register == entry.Register && e.Jurisdiction == entry.Jurisdiction && e.IsLive && e.Id != entry.Id, cancellationToken);
}

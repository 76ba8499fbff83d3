using System.Text.Json;
using Contracts.Refusals;
using Contracts.Values;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Registers;

/// <summary>An entry that was found by its code: what whoever may not see it needs to go on with it, and no more (EI-02).</summary>
/// <param name="Id">What further entries are about.</param>
/// <param name="Number">Its number in the register.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Code">Its social credit code.</param>
/// <param name="Passages">What has been told of it in the registers that the pack names, oldest first.</param>
/// <param name="Names">The names of what the passages link to, by ID.</param>
internal sealed record KnownEntry(Guid Id, int? Number, string Title, string Code, IReadOnlyList<KnownPassage> Passages, IReadOnlyDictionary<Guid, string> Names);

/// <summary>One line of what is told: the register's columns, and the days between which it holds.</summary>
internal sealed record KnownPassage(string Register, string State, JsonElement Columns, DateOnly? From, DateOnly? Until, DateOnly? EndedOn);

/// <summary>Whoever keeps a register about entries of this one finds one of them by its social credit code (EI-02).</summary>
internal static class FindKnown
{
    private const int MostPassages = 200;

    public static async Task<Answer<KnownEntry>> HandleAsync(
        string programme, string register, string code, HttpContext http, RegistryDb db, RegisterDesk desk, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = (await desk.RulesAsync(programme, register, caller, cancellationToken)).Accepted(out var rules, out var unknown)
            ? await FindAsync(rules, code, caller, db, cancellationToken)
            : unknown;
        return outcome.ToHttp();
    }

    /// <summary>Whether this caller may ask, and for what; null where nothing stands against it.</summary>
    public static Refusal? Check(RegisterRules rules, string code, Caller caller)
    {
        var (pack, register) = (rules.Pack, rules.Register);
        var keepers = pack.Registers.Where(other => other.About == register.Name).SelectMany(other => other.Roles).Concat(register.Roles).Distinct(StringComparer.Ordinal).ToList();
        return register.KnownBy is null ? Refusal.NotFound("register", register.Name, "可按代码查找的登记册")
            : !keepers.Exists(caller.Is) ? Refusal.Forbidden(
                register.Citation.ClauseId, $"按代码查找由{pack.Called(keepers).Zh}使用。", $"Finding by code is for {pack.Called(keepers).En}.")
            : !SocialCreditCode.TryParse(code, out _) ? Refusal.BadInput("code", code, "请填写18位统一社会信用代码（含校验码）。", "Give the whole social credit code: 18 characters with a check character.")
            : null;
    }

    private static async Task<Outcome<KnownEntry>> FindAsync(RegisterRules rules, string code, Caller caller, RegistryDb db, CancellationToken cancellationToken)
    {
        if (Check(rules, code, caller) is { } refused)
        {
            return refused;
        }

        var (pack, register, jurisdiction, text) = (rules.Pack, rules.Register, caller.Jurisdiction, EntryAnswers.Normal(code));
        var entry = await db.RegisterEntries.AsNoTracking().FirstOrDefaultAsync(
            e => e.Jurisdiction == jurisdiction && e.Programme == pack.Programme && e.Register == register.Name && e.IsLive
                && db.RegisterValues.Any(v => v.Programme == pack.Programme && v.Register == register.Name && v.Field == register.KnownBy && v.Text == text && v.EntryId == e.Id),
            cancellationToken);
        if (entry is null)
        {
            return Refusal.NotFound("code", code, register.Label.Zh);
        }

        var told = await db.RegisterEntries.AsNoTracking()
            .Where(e => e.AboutEntryId == entry.Id && register.KnownWith.Contains(e.Register) && e.State != RegisterEntry.Draft)
            .OrderBy(e => e.From).ThenBy(e => e.Id)
            .Take(MostPassages)
            .ToListAsync(cancellationToken);
        var shown = told.ConvertAll(e => (Entry: e, Register: pack.Register(e.Register)!, Columns: pack.Register(e.Register)!.Shown(JsonElement.Parse(e.Answers))));
        return new KnownEntry(
            entry.Id,
            entry.Number,
            entry.Title,
            code,
            shown.ConvertAll(row => new KnownPassage(row.Entry.Register, row.Entry.State, row.Columns, row.Entry.From, row.Entry.Until, row.Entry.EndedOn)),
            await db.NamesAsync(jurisdiction, shown.SelectMany(row => EntryAnswers.Links(row.Register.Fields, row.Columns)).Select(link => link.Id), cancellationToken));
    }
}

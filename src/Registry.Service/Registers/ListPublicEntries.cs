using System.Text.Json;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Registers;

/// <summary>A public register, for everybody: what lists show of its live entries, nothing more.</summary>
internal static class ListPublicEntries
{
    /// <summary>A line of the public list.</summary>
    internal sealed record PublicEntry(
        Guid Id, int? Number, string Title, string State, Label? StateLabel, JsonElement Columns, DateOnly? From, DateOnly? Until, IReadOnlyDictionary<Guid, string> Names);

    /// <summary>A public register, with what its list is drawn from.</summary>
    internal sealed record PublicRegister(
        string Programme, Label Title, string Name, Label Label, string Clause, string Quote, IReadOnlyList<FormField> Columns, IReadOnlyList<string> Filters, IReadOnlyList<RegisterState> States);

    /// <summary>The public registers of a jurisdiction.</summary>
    public static async Task<Page<PublicRegister>> RegistersAsync(
        string? jurisdiction, string? programme, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var library = await packs.OpenAsync(cancellationToken);
        var ruling = library.Packs.Select(pack => pack.Programme).Distinct(StringComparer.Ordinal).Select(name => library.Ruling(name, clock.Today)).OfType<PolicyPack>();
        return new Page<PublicRegister>(
            [.. ruling
                .Where(pack => (jurisdiction is null || pack.Jurisdiction == jurisdiction) && (programme is null || pack.Programme == programme))
                .SelectMany(pack => pack.Registers.Where(register => register.Public), Show)],
            Next: null);
    }

    public static async Task<Answer<Page<PublicEntry>>> HandleAsync(
        string programme,
        string register,
        string? q,
        DateOnly? on,
        PageQuery page,
        HttpContext http,
        RegistryDb db,
        PackShelf packs,
        BusinessClock clock,
        CancellationToken cancellationToken)
    {
        var library = await packs.OpenAsync(cancellationToken);
        if (library.Ruling(programme, clock.Today)?.Register(register) is not { Public: true } found)
        {
            return ((Outcome<Page<PublicEntry>>)Refusal.NotFound("register", register, "登记册")).ToHttp();
        }

        if (!EntryQuery.Read(found, null, null, q, on, http.Request.Query).Accepted(out var query, out var misread))
        {
            return ((Outcome<Page<PublicEntry>>)misread).ToHttp();
        }

        var rows = query.Narrow(db.RegisterEntries.AsNoTracking().Where(e => e.Programme == programme && e.Register == register && e.IsPublished), db);
        var entries = await rows.ToPageAsync(page, e => e.Id, cancellationToken, newestFirst: true);
        var names = await db.NamesAsync(entries.Items, found, cancellationToken);
        Outcome<Page<PublicEntry>> outcome = entries.Select(entry => Show(entry, found, names));
        return outcome.ToHttp();
    }

    private static PublicRegister Show(PolicyPack pack, Register register) => new(
        pack.Programme,
        pack.Title,
        register.Name,
        register.Label,
        register.Citation.ClauseId,
        register.Citation.Quote,
        [.. register.Columns.Prepend(register.Title).Distinct(StringComparer.Ordinal).Select(name => register.Fields.First(field => field.Name == name))],
        register.Filters,
        register.States);

    private static PublicEntry Show(RegisterEntry entry, Register register, IReadOnlyDictionary<Guid, string> names)
    {
        var columns = register.Shown(JsonElement.Parse(entry.Answers));
        var shown = EntryAnswers.Links(register.Fields, columns).Select(link => (Guid?)link.Id).Append(entry.AboutInstitutionId).OfType<Guid>().Distinct();
        return new PublicEntry(
            entry.Id,
            entry.Number,
            entry.Title,
            entry.State,
            register.StateOf(entry.State)?.Label,
            columns,
            entry.From,
            entry.Until,
            shown.Where(names.ContainsKey).ToDictionary(id => id, id => names[id]));
    }
}

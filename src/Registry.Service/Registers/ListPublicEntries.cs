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
        var dated = await db.AsOfAsync(entries.Items, on, cancellationToken);
        var shown = dated.ToDictionary(row => row.Entry.Id, row => row with { Answers = found.Shown(row.Answers) });
        var pack = library.Ruling(programme, clock.Today)!;
        var names = await db.NamesAsync(pack.Jurisdiction, shown.Values.SelectMany(row => Named(row, found)), cancellationToken);
        Outcome<Page<PublicEntry>> outcome = entries.Select(entry => Show(shown[entry.Id], found, pack, names));
        return outcome.ToHttp();
    }

    private static PublicRegister Show(PolicyPack pack, Register register) => new(
        pack.Programme,
        pack.Title,
        register.Name,
        register.Label,
        register.Citation.ClauseId,
        register.Citation.Quote,
        [.. register.Columns.Prepend(register.Title).Distinct(StringComparer.Ordinal).Select(name => Column(pack, register.Fields.First(field => field.Name == name)))],
        register.Filters,
        register.States);

    /// <summary>A column as everybody reads it: without the pack at hand, a category is called by its name as an option is.</summary>
    private static FormField Column(PolicyPack pack, FormField field) =>
        field.Type == FieldType.Category ? field with { Options = [.. pack.Categories.Select(category => new Option(category.Key, category.Label))] } : field;

    /// <summary>What a line names to everybody: the body that it is about, and the links in its columns.</summary>
    private static IEnumerable<Guid> Named(ListEntries.Dated shown, Register register) =>
        EntryAnswers.Links(register.Fields, shown.Answers).Select(link => (Guid?)link.Id).Append(shown.Entry.AboutInstitutionId).OfType<Guid>();

    private static PublicEntry Show(ListEntries.Dated shown, Register register, PolicyPack pack, IReadOnlyDictionary<Guid, string> names) => new(
        shown.Entry.Id,
        shown.Entry.Number,
        register.Title(shown.Answers, pack),
        shown.State,
        register.StateOf(shown.State)?.Label,
        shown.Answers,
        shown.Entry.From,
        shown.Entry.Until,
        Named(shown, register).Distinct().Where(names.ContainsKey).ToDictionary(id => id, id => names[id]));
}

using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;
using Registry.Directories;

namespace Registry.Registers;

/// <summary>What a list of a register is narrowed down to: <c>?state=&amp;about=&amp;q=&amp;on=&amp;FIELD=VALUE</c>. Every part is one condition of one query.</summary>
internal sealed record EntryQuery
{
    /// <summary>Names in the address that are no fields.</summary>
    private static readonly string[] Reserved = ["state", "about", "q", "on", "after", "limit", "format", "jurisdiction"];

    private const int MaxSearchLength = 60;
    private const int MaxGrams = 8;

    public IReadOnlyList<string> States { get; private init; } = [];

    public Guid? About { get; private init; }

    /// <summary>What is looked for in title, columns and words.</summary>
    public string? Search { get; private init; }

    /// <summary>The day on which entries hold; null = whatever the day.</summary>
    public DateOnly? On { get; private init; }

    /// <summary>For each field, the answers of which one is to be there.</summary>
    public IReadOnlyList<(string Field, IReadOnlyList<string> Values)> Fields { get; private init; } = [];

    /// <summary>Reads the address; a field that lists are not filtered by is refused, never ignored.</summary>
    public static Outcome<EntryQuery> Read(Register register, string? state, Guid? about, string? q, DateOnly? on, IQueryCollection address)
    {
        var states = state?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (Array.Find(states, s => s != RegisterEntry.Draft && register.StateOf(s) is null) is { } unknown)
        {
            return Refusal.BadInput("state", unknown, $"该登记册没有状态“{unknown}”。", $"The register has no state '{unknown}'.");
        }

        if (q?.Length > MaxSearchLength)
        {
            return Refusal.BadInput("q", q.Length, $"查找内容不得超过 {MaxSearchLength} 字。", $"What is looked for is longer than {MaxSearchLength} characters.");
        }

        var fields = address.Where(pair => !Reserved.Contains(pair.Key, StringComparer.Ordinal)).ToList();
        var stray = fields.Find(pair => !register.Filters.Contains(pair.Key, StringComparer.Ordinal)).Key;
        return stray is not null
            ? Refusal.BadInput(stray, address[stray].ToString(), $"该登记册不能按“{stray}”筛选。", $"This register is not filtered by '{stray}'.")
            : new EntryQuery
            {
                States = states,
                About = about,
                Search = string.IsNullOrWhiteSpace(q) ? null : EntryAnswers.Normal(q),
                On = on,
                Fields = [.. fields.Select(pair => (pair.Key, (IReadOnlyList<string>)[.. pair.Value.OfType<string>().Select(value => EntryAnswers.Cut(EntryAnswers.Normal(value)))]))],
            };
    }

    public IQueryable<RegisterEntry> Narrow(IQueryable<RegisterEntry> rows, RegistryDb db)
    {
        rows = NarrowByDay(rows);
        if (About is { } about)
        {
            rows = rows.Where(e => e.AboutInstitutionId == about || e.AboutEntryId == about);
        }

        foreach (var (field, values) in Fields)
        {
            rows = rows.Where(e => db.RegisterValues.Any(v =>
                v.EntryId == e.Id && v.Programme == e.Programme && v.Register == e.Register && v.Field == field && values.Contains(v.Text)));
        }

        return Search is null ? rows : NarrowBySearch(rows, Search, db);
    }

    private IQueryable<RegisterEntry> NarrowByDay(IQueryable<RegisterEntry> rows)
    {
        var states = States;
        if (On is not { } on)
        {
            return states.Count == 0 ? rows : rows.Where(e => states.Contains(e.State));
        }

        // What holds on a day: begun, not over, not ended by a step; its state is that of the last line before or on the day.
        rows = rows.Where(e => e.From <= on && (e.Until == null || e.Until >= on) && (e.EndedOn == null || e.EndedOn > on));
        return states.Count == 0
            ? rows
            : rows.Where(e => states.Contains(e.Steps.Where(line => line.On <= on || line.Number == 1).OrderByDescending(line => line.Number).Select(line => line.ToState).FirstOrDefault()!));
    }

    /// <summary>Pairs of characters find the candidates by index, the text itself decides.</summary>
    private static IQueryable<RegisterEntry> NarrowBySearch(IQueryable<RegisterEntry> rows, string search, RegistryDb db)
    {
        foreach (var gram in SearchName.Bigrams(search).Take(MaxGrams))
        {
            rows = rows.Where(e => db.Set<EntryGram>().Any(g => g.Gram == gram && g.EntryId == e.Id));
        }

        return rows.Where(e => e.SearchText.Contains(search));
    }
}

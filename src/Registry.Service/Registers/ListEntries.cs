using System.Text.Json;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Registers;

/// <summary>A line of a register's list: the columns, not the whole answers.</summary>
internal sealed record EntryRow
{
    public required Guid Id { get; init; }

    public required string Register { get; init; }

    public required int? Number { get; init; }

    public required string Title { get; init; }

    /// <summary>As of the day asked for, today where none is.</summary>
    public required string State { get; init; }

    public required Guid? AboutInstitutionId { get; init; }

    public required Guid? AboutEntryId { get; init; }

    public required string? District { get; init; }

    public required string? Organisation { get; init; }

    /// <summary>The answers that the list shows, by field.</summary>
    public required JsonElement Columns { get; init; }

    public required DateOnly? From { get; init; }

    public required DateOnly? Until { get; init; }

    public required DateOnly? EndedOn { get; init; }

    public required DateOnly? FiledOn { get; init; }

    public required IReadOnlyList<EntryFlag> Flags { get; init; }

    /// <summary>What is overdue about it on the day asked for.</summary>
    public required IReadOnlyList<OverdueView> Overdue { get; init; }

    /// <summary>The names of what it is about and links to, by ID.</summary>
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    public required long Version { get; init; }
}

/// <summary>The entries of a register that the caller may see, newest first.</summary>
internal static class ListEntries
{
    /// <summary>An entry with its state and answers on a day.</summary>
    internal sealed record Dated(RegisterEntry Entry, string State, JsonElement Answers);

    public static async Task<Answer<Page<EntryRow>>> HandleAsync(
        string programme,
        string register,
        string? state,
        Guid? about,
        string? q,
        DateOnly? on,
        PageQuery page,
        HttpContext http,
        RegistryDb db,
        RegisterDesk desk,
        BusinessClock clock,
        CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        if (!(await desk.RulesAsync(programme, register, caller, cancellationToken)).Accepted(out var rules, out var unknown))
        {
            return Refuse(unknown);
        }

        if (!EntryQuery.Read(rules.Register, state, about, q, on, http.Request.Query).Accepted(out var query, out var misread))
        {
            return Refuse(misread);
        }

        var rows = query.Narrow(db.VisibleTo(caller).AsNoTracking().Where(e => e.Programme == programme && e.Register == register), db);
        var found = await rows.ToPageAsync(page, e => e.Id, cancellationToken, newestFirst: true);
        var dated = await db.AsOfAsync(found.Items, on, cancellationToken);
        var shown = dated.ToDictionary(row => row.Entry.Id, row => row with { Answers = rules.Register.Shown(row.Answers) });
        var overdue = dated.ToDictionary(row => row.Entry.Id, row => OverdueView.Of(rules, row.State, row.Answers, on ?? clock.Today));
        var names = await db.NamesAsync(caller.Jurisdiction, shown.Values.SelectMany(row => row.Entry.Named(rules.Register, row.Answers)), cancellationToken);
        Outcome<Page<EntryRow>> outcome = found.Select(entry => Row(shown[entry.Id], overdue[entry.Id], rules, names, caller));
        return outcome.ToHttp();
    }

    /// <summary>Entries as they stood on a day, in the order given; one query for all of them.</summary>
    public static async Task<IReadOnlyList<Dated>> AsOfAsync(
        this RegistryDb db, IReadOnlyList<RegisterEntry> entries, DateOnly? on, CancellationToken cancellationToken)
    {
        var ids = entries.Select(e => e.Id).ToList();
        var lines = on is not { } day || ids.Count == 0
            ? []
            : await db.Set<RegisterStepTaken>().AsNoTracking()
                .Where(line => ids.Contains(line.EntryId) && (line.On <= day || line.Number == 1))
                .GroupBy(line => line.EntryId)
                .Select(lines => new
                {
                    lines.Key,
                    State = lines.OrderByDescending(line => line.Number).Select(line => line.ToState).FirstOrDefault()!,
                    Answers = lines.Where(line => line.After != null).OrderByDescending(line => line.Number).Select(line => line.After).FirstOrDefault(),
                })
                .ToDictionaryAsync(row => row.Key, row => new { row.State, row.Answers }, cancellationToken);
        return [.. entries.Select(e => lines.GetValueOrDefault(e.Id) is { } then
            ? new Dated(e, then.State, JsonElement.Parse(then.Answers ?? e.Answers))
            : new Dated(e, e.State, JsonElement.Parse(e.Answers)))];
    }

    private static EntryRow Row(Dated shown, IReadOnlyList<OverdueView> overdue, RegisterRules rules, IReadOnlyDictionary<Guid, string> names, Caller caller)
    {
        var (entry, state, columns) = shown;
        return new EntryRow
        {
            Id = entry.Id,
            Register = entry.Register,
            Number = entry.Number,
            Title = rules.Register.Title(columns, rules.Pack),
            State = state,
            AboutInstitutionId = entry.AboutInstitutionId,
            AboutEntryId = entry.AboutEntryId,
            District = entry.District,
            Organisation = entry.Organisation,
            Columns = columns,
            From = entry.From,
            Until = entry.Until,
            EndedOn = entry.EndedOn,
            FiledOn = entry.FiledOn,
            Flags = entry.ShowsAllTo(caller) ? entry.Flags : [],
            Overdue = entry.ShowsAllTo(caller) ? overdue : [],
            Names = entry.Named(rules.Register, columns).Distinct().Where(names.ContainsKey).ToDictionary(id => id, id => names[id]),
            Version = entry.Version,
        };
    }

    private static Answer<Page<EntryRow>> Refuse(Refusal refusal) => ((Outcome<Page<EntryRow>>)refusal).ToHttp();
}

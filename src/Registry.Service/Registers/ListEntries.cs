using System.Text.Json;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;
using ServiceDefaults.Authentication;
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

    /// <summary>The names of what it is about and links to, by ID.</summary>
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    public required long Version { get; init; }
}

/// <summary>The entries of a register that the caller may see, newest first.</summary>
internal static class ListEntries
{
    /// <summary>An entry and its state on a day.</summary>
    internal sealed record Dated(RegisterEntry Entry, string State);

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
        var states = await db.StatesAsync(found.Items, on, cancellationToken);
        var names = await db.NamesAsync(found.Items, rules.Register, cancellationToken);
        Outcome<Page<EntryRow>> outcome = found.Select(entry => Row(entry, states.GetValueOrDefault(entry.Id) ?? entry.State, rules.Register, names, caller));
        return outcome.ToHttp();
    }

    /// <summary>The states that entries had on a day; one query.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> StatesAsync(
        this RegistryDb db, IReadOnlyList<RegisterEntry> entries, DateOnly? on, CancellationToken cancellationToken)
    {
        if (on is not { } day || entries.Count == 0)
        {
            return new Dictionary<Guid, string>();
        }

        var ids = entries.Select(e => e.Id).ToList();
        return await db.Set<RegisterStepTaken>().AsNoTracking()
            .Where(line => ids.Contains(line.EntryId) && (line.On <= day || line.Number == 1))
            .GroupBy(line => line.EntryId)
            .Select(lines => new { lines.Key, State = lines.OrderByDescending(line => line.Number).Select(line => line.ToState).FirstOrDefault()! })
            .ToDictionaryAsync(row => row.Key, row => row.State, cancellationToken);
    }

    private static EntryRow Row(RegisterEntry entry, string state, Register register, IReadOnlyDictionary<Guid, string> names, Caller caller)
    {
        var answers = JsonElement.Parse(entry.Answers);
        var linked = EntryAnswers.Links(register.Fields, answers).Select(link => (Guid?)link.Id).Append(entry.AboutInstitutionId).Append(entry.AboutEntryId);
        return new EntryRow
        {
            Id = entry.Id,
            Register = entry.Register,
            Number = entry.Number,
            Title = entry.Title,
            State = state,
            AboutInstitutionId = entry.AboutInstitutionId,
            AboutEntryId = entry.AboutEntryId,
            District = entry.District,
            Organisation = entry.Organisation,
            Columns = register.Shown(answers),
            From = entry.From,
            Until = entry.Until,
            EndedOn = entry.EndedOn,
            FiledOn = entry.FiledOn,
            Flags = entry.ShowsAllTo(caller) ? entry.Flags : [],
            Names = linked.OfType<Guid>().Distinct().Where(names.ContainsKey).ToDictionary(id => id, id => names[id]),
            Version = entry.Version,
        };
    }

    private static Answer<Page<EntryRow>> Refuse(Refusal refusal) => ((Outcome<Page<EntryRow>>)refusal).ToHttp();
}

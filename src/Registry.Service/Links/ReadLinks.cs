using System.Globalization;
using System.Text.Json;
using Contracts.Registry;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;
using Registry.Institutions;
using Registry.Registers;

namespace Registry.Links;

/// <summary>
/// What the platform has on record about whatever a form's links lead to, as of a day: conditions are held against that, not against
/// what somebody merely typed (EO-06, SD-12). What is read stands in the pack (<see cref="LinkRead"/>).
/// </summary>
internal static class ReadLinks
{
    // Far more than a body's register of levels holds of one day.
    private const int MostEntries = 500;

    /// <summary>An entry of a register about a body that holds on the day.</summary>
    internal sealed record DatedEntry(Guid About, string Register, DateOnly? From, int? Number, string Answers, IReadOnlyList<string> Reached);

    /// <summary>A body that a link leads to; <paramref name="Application"/>: the answers that it was entered by.</summary>
    internal sealed record LinkedBody(Guid Id, string ImplementingBodyCode, string? Application);

    /// <summary>An entry that a link leads to, with the latest day of each step that was taken on it.</summary>
    internal sealed record LinkedRow(Guid Id, string Answers, IReadOnlyDictionary<string, DateOnly> Steps);

    /// <summary>By <c>LINK.NAME</c>; at most four queries, however many links there are.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadLinksAsync(
        this RegistryDb db, IReadOnlyList<FormField> fields, JsonElement answers, PolicyPack pack, DateOnly on, CancellationToken cancellationToken)
    {
        var links = EntryAnswers.Links([.. fields.Where(field => field.Reads.Count > 0)], answers).ToList();
        if (links.Count == 0)
        {
            return new Dictionary<string, string>(StringComparer.Ordinal);
        }

        var bodies = await BodiesAsync(db, [.. links.Where(link => link.Field.Of == Register.Institution)], pack, on, cancellationToken);
        var told = await ToldAsync(db, [.. bodies.Select(body => body.Id)], [.. links.SelectMany(link => link.Field.Reads)], on, cancellationToken);
        var entries = await EntriesAsync(db, [.. links.Where(link => link.Field.Of != Register.Institution).Select(link => link.Id)], pack, cancellationToken);
        return links
            .SelectMany(link => link.Field.Reads.Select(read => (
                Path: $"{link.Field.Name}.{read.Name}",
                Value: bodies.FirstOrDefault(body => body.Id == link.Id) is { } body ? Of(body, read, told)
                    : entries.FirstOrDefault(entry => entry.Id == link.Id) is { } entry ? Of(entry, read)
                    : null)))
            .Where(known => known.Value is not null)
            .ToDictionary(known => known.Path, known => known.Value!, StringComparer.Ordinal);
    }

    /// <summary>What is known of a body: of several entries that tell it, the one that began last.</summary>
    public static string? Of(LinkedBody body, LinkRead read, IEnumerable<DatedEntry> told)
    {
        if (read.Party is not null)
        {
            return body.ImplementingBodyCode;
        }

        if (read.Register is null)
        {
            return Answer(body.Application, read.Field!);
        }

        return told
            .Where(entry => entry.About == body.Id && entry.Register == read.Register)
            .Where(entry => read.States.Count == 0 || read.States.Intersect(entry.Reached, StringComparer.Ordinal).Any())
            .Where(entry => read.WhenField is not { } field || read.WhenIs.Contains(Answer(entry.Answers, field), StringComparer.Ordinal))
            .OrderBy(entry => entry.From)
            .ThenBy(entry => entry.Number)
            .Select(entry => Answer(entry.Answers, read.Field!))
            .LastOrDefault(answer => answer is not null)
            ?? (read.Else is { } stated ? Answer(body.Application, stated) : null);
    }

    /// <summary>What is known of an entry: an answer, or the day of a step.</summary>
    public static string? Of(LinkedRow entry, LinkRead read) =>
        read.Step is not { } step ? Answer(entry.Answers, read.Field!)
        : entry.Steps.TryGetValue(step, out var day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : null;

    // Of a body that has ended nothing is on record that anybody could still rest on.
    private static async Task<IReadOnlyList<LinkedBody>> BodiesAsync(
        RegistryDb db, IReadOnlyList<(string Path, FormField Field, Guid Id)> links, PolicyPack pack, DateOnly on, CancellationToken cancellationToken)
    {
        if (links.Count == 0)
        {
            return [];
        }

        var ids = links.Select(link => link.Id).Distinct().ToList();
        var programmes = links.Select(link => link.Field.Programme ?? pack.Programme).Distinct(StringComparer.Ordinal).ToList();
        var found = await db.Institutions.AsNoTracking()
            .Where(i => ids.Contains(i.Id) && i.Jurisdiction == pack.Jurisdiction && programmes.Contains(i.Programme))
            .Select(i => new { i.Id, i.ImplementingBodyCode, i.History, Application = db.Applications.Where(a => a.Id == i.ApplicationId).Select(a => a.Answers).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return [.. found
            .Where(body => StandingOn.Find(body.History, on) is not { } standing || !Standings.HasEnded(standing.Standing))
            .Select(body => new LinkedBody(body.Id, body.ImplementingBodyCode, body.Application))];
    }

    private static async Task<IReadOnlyList<DatedEntry>> ToldAsync(
        RegistryDb db, IReadOnlyList<Guid> bodies, IReadOnlyList<LinkRead> reads, DateOnly on, CancellationToken cancellationToken)
    {
        var registers = reads.Select(read => read.Register).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return bodies.Count == 0 || registers.Count == 0
            ? []
            : await db.RegisterEntries.AsNoTracking()
                .Where(e => e.AboutInstitutionId != null && bodies.Contains(e.AboutInstitutionId.Value) && registers.Contains(e.Register) && e.State != RegisterEntry.Draft)
                .Where(e => e.From <= on && (e.Until == null || e.Until >= on) && (e.EndedOn == null || e.EndedOn > on))
                .OrderByDescending(e => e.From)
                .Take(MostEntries)
                .Select(e => new DatedEntry(e.AboutInstitutionId!.Value, e.Register, e.From, e.Number, e.Answers, e.Steps.Select(step => step.ToState).ToList()))
                .ToListAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<LinkedRow>> EntriesAsync(RegistryDb db, IReadOnlyList<Guid> ids, PolicyPack pack, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var found = await db.RegisterEntries.AsNoTracking()
            .Where(e => ids.Contains(e.Id) && e.Programme == pack.Programme && e.State != RegisterEntry.Draft)
            .Select(e => new { e.Id, e.Answers, Steps = e.Steps.Where(step => step.StepKey != null).Select(step => new { step.StepKey, step.On }).ToList() })
            .ToListAsync(cancellationToken);
        return [.. found.Select(e => new LinkedRow(
            e.Id, e.Answers, e.Steps.GroupBy(step => step.StepKey!, StringComparer.Ordinal).ToDictionary(steps => steps.Key, steps => steps.Max(step => step.On), StringComparer.Ordinal)))];
    }

    private static string? Answer(string? answers, string field) => answers is null ? null : EntryAnswers.Text(JsonElement.Parse(answers), field);
}

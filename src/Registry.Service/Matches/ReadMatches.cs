using System.Text.Json;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Registers;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Matches;

/// <summary>The live entries that go with one, best first, each with the reason (HB-10, SD-14).</summary>
internal static class ReadMatches
{
    private const int MostCandidates = 200;
    private const int MostMatches = 50;

    /// <summary>An entry that goes with the one asked about.</summary>
    internal sealed record MatchView(
        Guid Id,
        string Register,
        int? Number,
        string Title,
        string State,
        string? Organisation,
        JsonElement Columns,
        string Clause,
        IReadOnlyList<MatchReason> Reasons,
        Guid? PushId);

    public static async Task<Answer<Page<MatchView>>> HandleAsync(
        Guid id, HttpContext http, RegistryDb db, RegisterDesk desk, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        if (!(await desk.OpenAsync(id, caller, cancellationToken)).Accepted(out var open, out var missing))
        {
            return ((Outcome<Page<MatchView>>)missing).ToHttp();
        }

        if (!open.Entry.IsLive || !open.SeesAll)
        {
            return ((Outcome<Page<MatchView>>)new Page<MatchView>([], Next: null)).ToHttp();
        }

        var matches = new List<MatchView>();
        foreach (var comparison in Comparison.Of(open.Pack, open.Register))
        {
            matches.AddRange(await MatchAsync(open, comparison, caller, db, cancellationToken));
        }

        Outcome<Page<MatchView>> outcome = new Page<MatchView>(
            [.. matches.OrderByDescending(match => MatchEntries.Rank(match.Reasons)).ThenBy(match => match.Id).Take(MostMatches)], Next: null);
        return outcome.ToHttp();
    }

    private static async Task<IEnumerable<MatchView>> MatchAsync(
        OpenEntry open, Comparison comparison, Caller caller, RegistryDb db, CancellationToken cancellationToken)
    {
        var candidates = await CandidatesAsync(open, comparison, caller, db, cancellationToken);
        var (id, ids) = (open.Entry.Id, candidates.ConvertAll(e => e.Id));
        var pushes = await db.RegisterPushes.AsNoTracking()
            .Where(push => (push.FromEntryId == id && ids.Contains(push.ToEntryId)) || (push.ToEntryId == id && ids.Contains(push.FromEntryId)))
            .Select(push => new { push.Id, Other = push.FromEntryId == id ? push.ToEntryId : push.FromEntryId })
            .ToDictionaryAsync(push => push.Other, push => push.Id, cancellationToken);
        var register = open.Pack.Register(comparison.With)!;
        return candidates
            .Select(e => (Entry: e, Answers: JsonElement.Parse(e.Answers)))
            .Select(e => new MatchView(
                e.Entry.Id,
                e.Entry.Register,
                e.Entry.Number,
                e.Entry.Title,
                e.Entry.State,
                e.Entry.Organisation,
                register.Shown(e.Answers),
                comparison.Clause,
                MatchEntries.Compare(open.Answers, e.Answers, comparison),
                pushes.TryGetValue(e.Entry.Id, out var push) ? push : null))
            .Where(match => match.Reasons.Count > 0);
    }

    /// <summary>
    /// Those that share at least one answer, the best first as <see cref="MatchEntries.Rank"/> has it: one query that begins in the index of the answers, with
    /// each field's own texts.
    /// </summary>
    private static async Task<List<RegisterEntry>> CandidatesAsync(
        OpenEntry open, Comparison comparison, Caller caller, RegistryDb db, CancellationToken cancellationToken)
    {
        var (programme, with) = (open.Entry.Programme, comparison.With);
        var shared = comparison.On
            .Select(pair => (pair.There, Texts: MatchEntries.Texts(open.Answers, pair.Here).Select(text => EntryAnswers.Cut(EntryAnswers.Normal(text))).Distinct(StringComparer.Ordinal).ToList()))
            .Where(pair => pair.Texts.Count > 0)
            .Select(pair => db.RegisterValues
                .Where(v => v.Programme == programme && v.Register == with && v.Field == pair.There && pair.Texts.Contains(v.Text!))
                .Select(v => new { v.EntryId, v.Field }))
            .ToList();
        return shared.Count == 0
            ? []
            : await shared.Aggregate((some, more) => some.Concat(more))
                .GroupBy(value => value.EntryId)
                .Select(values => new { Id = values.Key, Fields = values.Select(value => value.Field).Distinct().Count(), Shared = values.Count() })
                .Join(db.VisibleTo(caller).AsNoTracking().Where(e => e.IsLive), values => values.Id, e => e.Id, (values, e) => new { Entry = e, values.Fields, values.Shared })
                .OrderByDescending(row => row.Fields)
                .ThenByDescending(row => row.Shared)
                .ThenByDescending(row => row.Entry.Id)
                .Take(MostCandidates)
                .Select(row => row.Entry)
                .ToListAsync(cancellationToken);
    }
}

using Contracts.Funding;
using Contracts.Registry;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using Reporting.Dashboards;
using Reporting.Data;
using Reporting.Institutions;
using Reporting.Registers;
using Reporting.Reviews;
using Reporting.Spending;

namespace Reporting.Projections;

/// <summary>How many rows of each table were put right: added, changed, or taken away because no kept event explains them.</summary>
internal sealed record Mended(int Events, int Subjects, IReadOnlyDictionary<string, int> Corrected)
{
    public static readonly Mended Nothing = new(0, 0, new Dictionary<string, int>(StringComparer.Ordinal));

    public static Mended operator +(Mended left, Mended right) => new(
        left.Events + right.Events,
        left.Subjects + right.Subjects,
        left.Corrected.Concat(right.Corrected).GroupBy(c => c.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(c => c.Value), StringComparer.Ordinal));
}

/// <summary>
/// Brings the projected rows of some subjects to what their events come to. Rows are read before the events: what a row has taken over by
/// then, its event is there to tell; who takes an event over at the same moment is told apart by the row's version, and one of the two
/// looks again. Rows of a subject that none of its events explains go. What is no projection is left alone: reports, evaluations, reviews and their steps.
/// </summary>
internal sealed class MendProjections(ReportingDb db)
{
    /// <summary>Mends the subjects in one write.</summary>
    public Task<Mended> MendAsync(IReadOnlyList<string> subjects, CancellationToken cancellationToken) => db.WriteAsync(
        async ct =>
        {
            var ids = subjects.Where(s => s.StartsWith(KeptEvents.OfInstitution, StringComparison.Ordinal))
                .Select(s => Guid.ParseExact(s[KeptEvents.OfInstitution.Length..], "N")).ToList();
            var bodies = await db.Institutions.Include(i => i.Standings).Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, ct);
            var papers = (await db.PapersOnFile.Where(p => ids.Contains(p.InstitutionId)).ToListAsync(ct)).ToLookup(p => p.InstitutionId);
            var reviews = await db.Reviews.Where(r => ids.Contains(r.InstitutionId)).ToListAsync(ct);
            var counted = await CountedAsync(reviews, ct);
            var spendings = await db.ConfirmedSpendings.Where(s => ids.Contains(s.InstitutionId)).ToDictionaryAsync(s => s.StatementId, ct);
            var years = await db.ProgrammeYears.ToListAsync(ct);
            var entryIds = subjects.Where(s => s.StartsWith(CountedEntry.Subjects, StringComparison.Ordinal))
                .Select(s => Guid.ParseExact(s[CountedEntry.Subjects.Length..], "N")).ToList();
            var entries = await db.CountedEntries.Where(e => entryIds.Contains(e.Id)).ToDictionaryAsync(e => e.Id, ct);
            var events = (await db.Set<ReceivedEvent>().AsNoTracking().Where(e => subjects.Contains(e.Subject)).OrderBy(e => e.Sequence).ToListAsync(ct))
                .ToLookup(e => e.Subject, StringComparer.Ordinal);
            foreach (var id in ids)
            {
                var projected = ProjectedBody.Of([.. events[$"{KeptEvents.OfInstitution}{id:N}"]]);
                if (Mend(bodies.GetValueOrDefault(id), projected) is { } body)
                {
                    MendPapers(body, projected, [.. papers[id]]);
                    MendReviews(body, projected, reviews, counted);
                    MendSpending(body, projected, spendings);
                }
            }

            ReceivedEvent[] others = [.. events.Where(g => !g.Key.StartsWith(KeptEvents.OfInstitution, StringComparison.Ordinal)).SelectMany(g => g)];
            MendYears(years, others);
            MendEntries(entries, others);
            return new Mended(events.Sum(g => g.Count()), subjects.Count, Changes());
        },
        cancellationToken);

    private async Task<Dictionary<Guid, CountedAdvance>> CountedAsync(List<Review> reviews, CancellationToken cancellationToken)
    {
        var ids = reviews.ConvertAll(r => r.Id);
        return await db.CountedAdvances.Where(a => ids.Contains(a.ReviewId)).ToDictionaryAsync(a => a.AdvanceId, cancellationToken);
    }

    // Null where no event tells of the body: what else is about it waits, as it does live.
    private Institution? Mend(Institution? live, ProjectedBody projected)
    {
        if (projected.Newest is not { } newest)
        {
            return null;
        }

        var body = live ?? db.Institutions.Add(OnInstitutionChanged.From(newest)).Entity;
        if (newest.Version >= body.Version)
        {
            OnInstitutionChanged.Take(body, newest);
        }

        db.RemoveRange(body.Standings.Where(s => !projected.Told.ContainsKey(s.Version)));
        foreach (var (version, said) in projected.Told)
        {
            if (body.Standings.Find(s => s.Version == version) is { } known)
            {
                db.Entry(known).CurrentValues.SetValues(OnInstitutionChanged.StandingOf(said));
            }
            else
            {
                body.Standings.Add(OnInstitutionChanged.StandingOf(said));
            }
        }

        return body;
    }

    private void MendPapers(Institution body, ProjectedBody projected, IReadOnlyCollection<Papers.PaperOnFile> live)
    {
        if (projected.Papers is not { } newest || newest.Version < body.PapersVersion)
        {
            return;
        }

        body.PapersVersion = newest.Version;
        var wanted = newest.Papers.Select(p => (p.Kind, p.Title, p.ValidFrom, p.ExpiresOn)).Order();
        if (!wanted.SequenceEqual(live.Select(p => (p.Kind, p.Title, p.ValidFrom, p.ExpiresOn)).Order()))
        {
            db.RemoveRange(live);
            db.AddRange(newest.Papers.Select(paper => Papers.OnPapersChanged.Of(body.Id, paper)));
        }
    }

    // A review is opened by a payment and lives on by what people do: only what it was paid and what was settled of it is projected.
    private void MendReviews(Institution body, ProjectedBody projected, List<Review> reviews, Dictionary<Guid, CountedAdvance> counted)
    {
        var own = reviews.Where(r => r.InstitutionId == body.Id).Select(r => r.Id).ToHashSet();
        foreach (var unexplained in counted.Values.Where(a => own.Contains(a.ReviewId) && !projected.Advances.ContainsKey(a.AdvanceId)).ToList())
        {
            db.Remove(unexplained);
            counted.Remove(unexplained.AdvanceId);
        }

        foreach (var (id, advance) in projected.Advances)
        {
            var review = reviews.Find(r => r.InstitutionId == body.Id && r.Programme == advance.Paid.Programme && r.FiscalYear == advance.Paid.FiscalYear);
            if (review is null)
            {
                review = db.Reviews.Add(OnAdvancePaid.NewReview(advance.Paid)).Entity;
                reviews.Add(review);
            }

            var row = counted.GetValueOrDefault(id);
            if (row is null)
            {
                counted[id] = row = db.CountedAdvances.Add(new CountedAdvance { AdvanceId = id, ReviewId = review.Id, AmountFen = advance.Paid.AmountFen }).Entity;
            }

            db.Entry(row).CurrentValues.SetValues(new { advance.Paid.AmountFen, advance.Reversed });
        }

        foreach (var review in reviews.Where(r => r.InstitutionId == body.Id))
        {
            review.PaidFen = counted.Values.Where(a => a.ReviewId == review.Id && !a.Reversed).Sum(a => a.AmountFen);
            if (projected.Settled.GetValueOrDefault(review.Id) is { } settled && settled.Version >= review.SettlementVersion)
            {
                (review.SettlementVersion, review.EntitledFen, review.ClawbackFen) = (settled.Version, settled.EntitledFen, settled.ClawbackFen);
            }
        }
    }

    private void MendSpending(Institution body, ProjectedBody projected, Dictionary<Guid, ConfirmedSpending> live)
    {
        db.RemoveRange(live.Values.Where(s => s.InstitutionId == body.Id && !projected.Spent.ContainsKey(s.StatementId)));
        foreach (var (id, said) in projected.Spent)
        {
            db.Entry(live.GetValueOrDefault(id) ?? db.ConfirmedSpendings.Add(ConfirmedSpending.Of(said)).Entity).CurrentValues.SetValues(ConfirmedSpending.Of(said));
        }
    }

    private void MendEntries(Dictionary<Guid, CountedEntry> live, IReadOnlyCollection<ReceivedEvent> events)
    {
        foreach (var told in ProjectedBody.Read<EntryChanged>(events).GroupBy(e => e.EntryId))
        {
            var entry = CountedEntry.Of(told.First());
            foreach (var said in told)
            {
                entry.Take(said);
            }

            if (live.GetValueOrDefault(told.Key) is not { } known)
            {
                db.CountedEntries.Add(entry);
            }
            else if (entry.Version >= known.Version)
            {
                db.Entry(known).CurrentValues.SetValues(entry);
            }
        }
    }

    private void MendYears(List<ProgrammeYear> years, IReadOnlyCollection<ReceivedEvent> events)
    {
        foreach (var said in ProjectedBody.Read<YearChanged>(events).GroupBy(ProgrammeYear.SubjectOf).Select(g => g.MaxBy(e => e.Version)!))
        {
            var year = years.Find(y => (y.Jurisdiction, y.Programme, y.FiscalYear) == (said.Jurisdiction, said.Programme, said.FiscalYear));
            (year ?? db.ProgrammeYears.Add(ProgrammeYear.From(said)).Entity).Take(said);
        }
    }

    private Dictionary<string, int> Changes()
    {
        db.ChangeTracker.DetectChanges();
        return db.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .GroupBy(e => e.Metadata.GetTableName()!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
    }
}

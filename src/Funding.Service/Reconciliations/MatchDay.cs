using Funding.Data;
using Microsoft.EntityFrameworkCore;

namespace Funding.Reconciliations;

/// <summary>Compares a day's statement with the books as they are now. What a person explained stays explained as long as it is found.</summary>
internal sealed class MatchDay(FundingDb db, IEnumerable<IBookedMovements> books)
{
    /// <summary>Compares and keeps the outcome; the reconciliation is tracked and saved with it.</summary>
    public async Task RunAsync(Reconciliation day, IReadOnlyList<StatementEntry> entries, CancellationToken cancellationToken)
    {
        List<BookedMovement> booked = [];
        foreach (var part in books)
        {
            booked.AddRange(await part.OfAsync(day.Jurisdiction, day.Day, cancellationToken));
        }

        var known = await db.Differences.Where(d => d.ReconciliationId == day.Id).OrderBy(d => d.Id).ToListAsync(cancellationToken);
        var standing = known.ToList();
        foreach (var finding in Matching.Compare(booked, entries))
        {
            var difference = Of(day, finding);
            if (standing.Find(d => d.Finding == difference.Finding) is { } same)
            {
                standing.Remove(same);
                same.Status = same.Explained is null ? DifferenceStatus.Open : DifferenceStatus.Explained;
                continue;
            }

            db.Differences.Add(difference);
            known.Add(difference);
        }

        standing.ForEach(d => d.Status = DifferenceStatus.Resolved);
        day.OpenDifferences = known.Count(d => d.Status == DifferenceStatus.Open);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Compares a stored day again.</summary>
    public async Task AgainAsync(Reconciliation day, CancellationToken cancellationToken) =>
        await RunAsync(day, await db.StatementEntries.Where(e => e.ReconciliationId == day.Id).ToListAsync(cancellationToken), cancellationToken);

    private static Difference Of(Reconciliation day, Finding finding) => new()
    {
        Id = Guid.CreateVersion7(),
        ReconciliationId = day.Id,
        Jurisdiction = day.Jurisdiction,
        Day = day.Day,
        Kind = finding.Kind,
        Direction = finding.Direction,
        Reference = finding.Reference,
        Name = finding.Name,
        BookedFen = finding.BookedFen,
        BankFen = finding.BankFen,
        SourceId = finding.SourceId,
    };
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;

namespace Registry.PapersOnFile;

/// <summary>Warns that papers will run out (ZS-31): as many days before as the pack says, each once.</summary>
internal sealed class WarnOfExpiry(RegistryDb db, PackShelf packs) : ISweep
{
    private const string WarningDays = "paper-warning-days";
    private const int Batch = 200;

    public string Name => "papers-expiring";

    public async Task<int> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var library = await packs.OpenAsync(cancellationToken);
        var warned = 0;
        foreach (var programme in library.Packs.Select(pack => pack.Programme).Distinct(StringComparer.Ordinal))
        {
            if (library.Ruling(programme, today) is { } pack && pack.Parameters.Any(parameter => parameter.Name == WarningDays))
            {
                var days = pack.Choices(WarningDays, today).Value.Select(text => int.Parse(text, CultureInfo.InvariantCulture));
                warned += await WarnAsync(programme, days, today, cancellationToken);
            }
        }

        return warned;
    }

    private async Task<int> WarnAsync(string programme, IEnumerable<int> days, DateOnly today, CancellationToken cancellationToken)
    {
        // From the nearest: a paper that has only been filed twenty days before its end is not warned of thrice at once.
        var warned = 0;
        var from = today;
        foreach (var before in days.Order())
        {
            warned += await WarnAsync(programme, before, from, today.AddDays(before), today, cancellationToken);
            from = today.AddDays(before + 1);
        }

        return warned;
    }

    private async Task<int> WarnAsync(string programme, int before, DateOnly from, DateOnly to, DateOnly today, CancellationToken cancellationToken)
    {
        var warned = 0;
        try
        {
            int found;
            do
            {
                found = await db.WriteAsync(ct => WarnBatchAsync(programme, before, from, to, today, ct), cancellationToken);
                warned += found;
                db.ChangeTracker.Clear();
            }
            while (found == Batch);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // Another replica warned first; whatever it left out is found in an hour.
        }

        return warned;
    }

    private async Task<int> WarnBatchAsync(string programme, int before, DateOnly from, DateOnly to, DateOnly today, CancellationToken cancellationToken)
    {
        var due = await db.Papers.AsNoTracking()
            .Where(paper => paper.ExpiresOn >= from && paper.ExpiresOn <= to && paper.EndedOn == null)
            .Where(paper => db.Institutions.Any(i => i.Id == paper.InstitutionId && i.Programme == programme))
            .Where(paper => !db.Papers.Any(next => next.InstitutionId == paper.InstitutionId && next.Series == paper.Series && next.Number > paper.Number))
            .Where(paper => !db.PaperWarnings.Any(warning => warning.PaperId == paper.Id && warning.DaysBefore == before))
            .OrderBy(paper => paper.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);
        db.PaperWarnings.AddRange(due.Select(paper => new PaperWarning
        {
            InstitutionId = paper.InstitutionId,
            PaperId = paper.Id,
            ExpiresOn = paper.ExpiresOn!.Value,
            DaysBefore = before,
            WarnedOn = today,
        }));
        return due.Count;
    }
}

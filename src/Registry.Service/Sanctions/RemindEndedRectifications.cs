using Contracts.Registry;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Clock;

namespace Registry.Sanctions;

/// <summary>Reminds of rectifications that ended (ZS-19): the body is to be evaluated again. It delists nobody (P-5).</summary>
internal sealed class RemindEndedRectifications(RegistryDb db) : ISweep
{
    private const int MostAtOnce = 200;

    public string Name => "rectifications-ended";

    public async Task<int> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var done = await db.WriteUniqueAsync<Done>(
            async ct =>
            {
                var ended = await db.SanctionCases.AsNoTracking()
                    .Where(c => c.Measure == SanctionMeasures.Rectification && c.Status == SanctionStatus.Confirmed && c.LastDay < today
                        && db.Institutions.Any(i => i.Id == c.InstitutionId && i.Standing == Standings.UnderRectification)
                        && !db.RectificationWarnings.Any(warning => warning.SanctionId == c.Id))
                    .OrderBy(c => c.Id)
                    .Take(MostAtOnce)
                    .ToListAsync(ct);
                db.RectificationWarnings.AddRange(ended.Select(c => new RectificationWarning
                {
                    SanctionId = c.Id,
                    InstitutionId = c.InstitutionId,
                    InstitutionName = c.InstitutionName,
                    Programme = c.Programme,
                    Jurisdiction = c.Jurisdiction,
                    District = c.District,
                    LastDay = c.LastDay!.Value,
                    RaisedOn = today,
                }));
                return new Done(ended.Count);
            },
            cancellationToken);

        // Another replica that swept at the same moment has written the same rows.
        return done.Accepted(out var count, out _) ? count.Count : 0;
    }

    private sealed record Done(int Count);
}

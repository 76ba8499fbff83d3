using Funding.Accounts;
using Funding.Data;
using Funding.Deadlines;
using Funding.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Packs;
using ServiceDefaults.Clock;

namespace Funding.Settlements;

/// <summary>How settlement runs work (configuration section <c>Settlements</c>).</summary>
internal sealed class SettlementOptions
{
    /// <summary>Bodies of one step, which is one transaction.</summary>
    public int BodiesAtOnce { get; set; } = 500;
}

/// <summary>
/// The steps of a settlement run, each in the running write: the same few statements whatever the number of its bodies. How far a
/// run has come stands in its lines, so that it goes on after a stop at any point.
/// </summary>
internal sealed class SettlementSteps(
    FundingDb db, PackShelf packs, SettleYear settle, FollowFacts follow, BusinessClock clock, IOptions<SettlementOptions> options)
{
    private readonly Dictionary<(string Programme, DateOnly Day), PaymentRules> rulesOf = [];
    private readonly int bodiesAtOnce = Math.Max(1, options.Value.BodiesAtOnce);

    /// <summary>Calculates some more lines of a run; all at once where its bodies are named, which are few.</summary>
    /// <param name="run">The run, of this write.</param>
    /// <param name="only">The bodies that it is for; null = every body whose result waits.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task PreviewAsync(SettlementRun run, IReadOnlyCollection<Guid>? only, CancellationToken cancellationToken)
    {
        var most = only?.Count ?? bodiesAtOnce;
        var last = await db.SettlementLines.Where(l => l.RunId == run.Id)
            .OrderByDescending(l => l.InstitutionId).Select(l => (Guid?)l.InstitutionId).FirstOrDefaultAsync(cancellationToken);
        var results = await db.PublishedResults.AsNoTracking().Pending(run)
            .Where(r => (only == null || only.Contains(r.InstitutionId)) && (last == null || r.InstitutionId.CompareTo(last.Value) > 0))
            .OrderBy(r => r.InstitutionId).Take(most + 1).ToListAsync(cancellationToken);
        var more = results.Count > most;
        results = more ? results[..most] : results;
        var ids = results.ConvertAll(r => r.InstitutionId);
        var accounts = await db.Accounts.AsNoTracking().Include(a => a.Years).Where(a => ids.Contains(a.InstitutionId)).ToListAsync(cancellationToken);
        var years = (await db.YearsToSettleAsync(accounts, [run.FiscalYear], cancellationToken)).ToDictionary(y => y.Account.InstitutionId);
        foreach (var result in results)
        {
            var line = SettlementPreview.Of(run, result, years[result.InstitutionId], await RulesAsync(result, cancellationToken));
            db.SettlementLines.Add(line);
            run.Count(line);
        }

        run.Status = more ? run.Status : SettlementRunStatus.Previewed;
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Settles some more lines of a committed run.</summary>
    public async Task SettleAsync(SettlementRun run, CancellationToken cancellationToken)
    {
        var ids = await Open(run).OrderBy(l => l.InstitutionId).Select(l => l.InstitutionId).Take(bodiesAtOnce).ToListAsync(cancellationToken);
        var accounts = await db.TakeTurnsAsync(ids, cancellationToken);

        // Read in the bodies' turns, so that all of it stays as it is until the end.
        var lines = await Open(run).Where(l => ids.Contains(l.InstitutionId)).OrderBy(l => l.InstitutionId).ToListAsync(cancellationToken);
        var results = await db.PublishedResults.Where(r => r.FiscalYear == run.FiscalYear && ids.Contains(r.InstitutionId))
            .ToDictionaryAsync(r => r.InstitutionId, cancellationToken);
        var years = (await db.YearsToSettleAsync([.. accounts.Values], [run.FiscalYear], cancellationToken)).ToDictionary(y => y.Account.InstitutionId);
        foreach (var line in lines)
        {
            var (year, result) = (years[line.InstitutionId], results[line.InstitutionId]);
            Settle(run, line, year, result, await RulesAsync(result, cancellationToken));
        }

        run.Status = run.IsDone ? SettlementRunStatus.Settled : run.Status;
        await db.SaveChangesAsync(cancellationToken);
        await follow.RunAsync(accounts, cancellationToken);
    }

    private void Settle(SettlementRun run, SettlementLine line, YearToSettle year, PublishedResult result, PaymentRules rules)
    {
        var figures = year.Figures(result.Grade, rules);
        if (!SettlementPreview.StillHolds(line, result, year, figures).Accepted(out var settled, out var changed))
        {
            line.Set(SettlementLineState.LeftOut, changed.Zh, changed.En);
            run.LeftOut++;
            return;
        }

        settle.Settle(year, result.Review, settled, rules, run);
        result.Settle();
        line.State = SettlementLineState.Settled;
        run.Settled++;
    }

    private IQueryable<SettlementLine> Open(SettlementRun run) =>
        db.SettlementLines.Where(l => l.RunId == run.Id && l.State == SettlementLineState.Previewed);

    private async Task<PaymentRules> RulesAsync(PublishedResult result, CancellationToken cancellationToken)
    {
        // Results of one document were published on one day.
        var key = (result.Programme, result.PublishedOn);
        if (!rulesOf.TryGetValue(key, out var rules) || rules.Today != clock.Today)
        {
            rulesOf[key] = rules = new PaymentRules(await packs.RulingAsync(key.Programme, key.PublishedOn, cancellationToken), clock.Today);
        }

        return rules;
    }
}

/// <summary>Which results wait.</summary>
internal static class PendingResults
{
    /// <summary>Those of a run's programme and year.</summary>
    public static IQueryable<PublishedResult> Pending(this IQueryable<PublishedResult> results, SettlementRun run) =>
        results.Pending(run.Jurisdiction, run.Programme, run.FiscalYear);

    /// <summary>Those of a programme's year.</summary>
    public static IQueryable<PublishedResult> Pending(this IQueryable<PublishedResult> results, string? jurisdiction, string programme, int fiscalYear) =>
        results.Where(r => r.Jurisdiction == jurisdiction && r.Programme == programme && r.FiscalYear == fiscalYear && r.IsPending);
}

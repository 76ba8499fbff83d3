using Funding.Data;
using Funding.Packs;
using Microsoft.EntityFrameworkCore;
using Packs;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;

namespace Funding.Clawbacks;

/// <summary>
/// Writes a reminder on the first day overdue and at each of the pack's stages, and takes to the leaders what is overdue for too long. It
/// moves no money and no term (P-5); a case of which no notice is out is reminded of by nobody.
/// </summary>
internal sealed class SweepClawbacks(FundingDb db, PackShelf packs) : ISweep
{
    private const int Batch = 500;

    public string Name => "clawback-reminders";

    public async Task<int> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var (done, after, more) = (0, Guid.Empty, true);
        while (more)
        {
            db.ChangeTracker.Clear();
            var last = after;
            var overdue = await db.Clawbacks.AsNoTracking()
                .Where(c => c.Status == ClawbackStatus.Open && !c.Suspended && c.NotifiedFen != null && c.DueOn < today && c.Id > last)
                .OrderBy(c => c.Id).Take(Batch).ToListAsync(cancellationToken);
            done += await SweepAsync(overdue, today, cancellationToken);
            (after, more) = (overdue.LastOrDefault()?.Id ?? after, overdue.Count == Batch);
        }

        return done;
    }

    /// <summary>The stages that have come for a case: the first day overdue, and those of the pack.</summary>
    public static IReadOnlyList<int> Stages(int daysOverdue, IReadOnlyList<int> ageingDays) => [.. ageingDays.Prepend(1).Distinct().Where(days => days <= daysOverdue)];

    private async Task<int> SweepAsync(List<Clawback> overdue, DateOnly today, CancellationToken cancellationToken)
    {
        var ruling = await packs.RulingAsync(overdue.Select(c => c.Programme), today, cancellationToken);
        var rules = ruling.ToDictionary(p => p.Key, p => new PaymentRules(p.Value, today), StringComparer.Ordinal);
        var cases = overdue.FindAll(c => rules.ContainsKey(c.Programme));
        return await RemindAsync(cases, rules, today, cancellationToken) + await EscalateAsync(cases, rules, today, cancellationToken);
    }

    private async Task<int> RemindAsync(List<Clawback> cases, Dictionary<string, PaymentRules> rules, DateOnly today, CancellationToken cancellationToken)
    {
        var ids = cases.ConvertAll(c => c.Id);
        var written = (await db.ClawbackReminders.AsNoTracking().Where(r => ids.Contains(r.ClawbackId)).ToListAsync(cancellationToken))
            .Select(r => (r.ClawbackId, r.DueOn, r.Days)).ToHashSet();
        List<ClawbackReminder> due =
        [
            .. from clawback in cases
               from days in Stages(clawback.DaysOverdue(today), rules[clawback.Programme].AgeingDays)
               where !written.Contains((clawback.Id, clawback.DueOn, days))
               select new ClawbackReminder { ClawbackId = clawback.Id, DueOn = clawback.DueOn, Days = days, WrittenOn = today, OverdueFen = clawback.OverdueFen(today) },
        ];
        if (due.Count == 0)
        {
            return 0;
        }

        try
        {
            await db.WriteAsync(
                _ =>
                {
                    db.ClawbackReminders.AddRange(due);
                    return Task.CompletedTask;
                },
                cancellationToken);
            return due.Count;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // Another replica wrote some of them at the same moment; the next run writes what is still missing.
            return 0;
        }
    }

    // Nobody's act waits for this: the version, which guards what persons change, stays.
    private async Task<int> EscalateAsync(List<Clawback> cases, Dictionary<string, PaymentRules> rules, DateOnly today, CancellationToken cancellationToken)
    {
        List<Guid> late = [.. cases.Where(c => c.EscalatedOn is null && c.DaysOverdue(today) >= rules[c.Programme].EscalationDays?.Value).Select(c => c.Id)];
        return late.Count == 0
            ? 0
            : await db.WriteAsync(
                ct => db.Clawbacks.Where(c => late.Contains(c.Id) && c.EscalatedOn == null && c.Status == ClawbackStatus.Open).ExecuteUpdateAsync(
                    row => row.SetProperty(c => c.EscalatedOn, today), ct),
                cancellationToken);
    }
}

using Funding.Accounts;
using Funding.Data;
using Funding.Packs;
using Microsoft.EntityFrameworkCore;
using Packs;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;

namespace Funding.Deadlines;

/// <summary>
/// Warns before the last day for a recognition and, from the day after it, proposes to take back what is unused (ZS-08). Persons
/// confirm (P-5).
/// </summary>
internal sealed class SweepDeadlines(FundingDb db, PackShelf packs, FollowFacts follow) : ISweep
{
    private const int Batch = 200;

    public string Name => "recognition-deadlines";

    public async Task<int> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var (done, after, more) = (0, Guid.Empty, true);
        while (more)
        {
            db.ChangeTracker.Clear();
            var last = after;
            var accounts = await db.Accounts.AsNoTracking().Include(a => a.Years)
                .Where(a => a.FirstAllottedOn != null && a.InstitutionId > last).OrderBy(a => a.InstitutionId).Take(Batch).ToListAsync(cancellationToken);
            done += await SweepAsync(accounts, today, cancellationToken);
            (after, more) = (accounts.LastOrDefault()?.InstitutionId ?? after, accounts.Count == Batch);
        }

        return done;
    }

    private async Task<int> SweepAsync(List<FundingAccount> accounts, DateOnly today, CancellationToken cancellationToken)
    {
        var ruling = await packs.RulingAsync(accounts.Select(a => a.Programme), today, cancellationToken);
        var rules = ruling.ToDictionary(p => p.Key, p => new PaymentRules(p.Value, today), StringComparer.Ordinal);
        var allotments = await db.AllotmentsAsync(
            accounts.Where(a => rules.GetValueOrDefault(a.Programme)?.EachAllotmentRuns ?? false).Select(a => a.InstitutionId), cancellationToken);
        var clocks = accounts.Where(a => rules.ContainsKey(a.Programme))
            .SelectMany(a => RecognitionClock.All(a, allotments[a.InstitutionId], rules[a.Programme]).Select(clock => (Account: a, Clock: clock)))
            .Where(x => x.Clock.Stage != DeadlineStage.Met)
            .ToList();
        var done = await WarnAsync([.. clocks.Where(x => x.Account.RecognisedOn is null)], rules, today, cancellationToken);
        foreach (var (account, clock) in clocks.Where(x => x.Clock.Stage == DeadlineStage.Missed && MayOwe(x.Account)))
        {
            db.ChangeTracker.Clear();
            done += await ProposeAsync(account.InstitutionId, clock, rules[account.Programme], cancellationToken);
        }

        return done;

        static bool MayOwe(FundingAccount account) => account.Years.Exists(y => y.PaidFen > y.ClaimedFen);
    }

    // Each warning is written once, also by a clock that stood still and jumps over several days.
    private async Task<int> WarnAsync(
        List<(FundingAccount Account, ClockReading Clock)> clocks, Dictionary<string, PaymentRules> rules, DateOnly today, CancellationToken cancellationToken)
    {
        var ids = clocks.ConvertAll(x => x.Account.InstitutionId);
        var written = (await db.DeadlineWarnings.AsNoTracking().Where(w => ids.Contains(w.InstitutionId)).ToListAsync(cancellationToken))
            .Select(w => (w.InstitutionId, w.Deadline, w.Days)).ToHashSet();
        List<DeadlineWarning> due =
        [
            .. from x in clocks
               from days in rules[x.Account.Programme].WarningDays
               where today >= x.Clock.Deadline.AddDays(-days) && !written.Contains((x.Account.InstitutionId, x.Clock.Deadline, days))
               select new DeadlineWarning { InstitutionId = x.Account.InstitutionId, Deadline = x.Clock.Deadline, Days = days, WrittenOn = today },
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
                    db.DeadlineWarnings.AddRange(due);
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

    private Task<int> ProposeAsync(Guid institutionId, ClockReading clock, PaymentRules rules, CancellationToken cancellationToken) => db.WriteAsync(
        async ct =>
        {
            // What was read before may have changed before the turn came.
            if (await db.TakeTurnAsync(institutionId, ct) is not { } account || account.RecognisedOn <= clock.Deadline)
            {
                return 0;
            }

            var cases = await db.DeadlineCases.Where(c => c.InstitutionId == institutionId && c.Deadline == clock.Deadline).ToListAsync(ct);
            var cutOff = rules.SpendingCountsUntilDecision ? rules.Today : clock.Deadline;
            if (cases.Find(c => c.Status == DeadlineCaseStatus.Proposed) is { } proposed)
            {
                proposed.CutOff = cutOff;
                return await follow.RefreshAsync(proposed, account, rules, ct) ? 1 : 0;
            }

            var money = await UnusedMoney.ReadAsync(db, account, clock.Deadline, cutOff, rules, ct);
            var figures = UnusedMoney.Calculate(clock.AllottedOn, cutOff, money, rules);
            if (figures.Total.Fen == 0)
            {
                return 0;
            }

            db.DeadlineCases.Add(new DeadlineCase
            {
                Id = Guid.CreateVersion7(),
                Jurisdiction = account.Jurisdiction,
                InstitutionId = institutionId,
                Programme = account.Programme,
                AllottedOn = clock.AllottedOn,
                Deadline = clock.Deadline,
                Number = cases.Count + 1,
                Status = DeadlineCaseStatus.Proposed,
                ProposedOn = rules.Today,
                AmountFen = figures.Total.Fen,
                CutOff = cutOff,
                Sheet = StoredSheet.Write(figures.Sheet),
            });
            return 1;
        },
        cancellationToken);
}

using Funding.Accounts;
using Funding.Data;
using Funding.Packs;
using Funding.Payments;
using Microsoft.EntityFrameworkCore;

namespace Funding.Deadlines;

/// <summary>Where a body stands with the time for its recognition (ZS-08).</summary>
internal enum DeadlineStage
{
    /// <summary>Time is left, and no warning has come due.</summary>
    Running,

    /// <summary>Time is left; a warning has come due.</summary>
    Warned,

    /// <summary>Recognised in time.</summary>
    Met,

    /// <summary>Not recognised in time; never paid again.</summary>
    Missed,
}

/// <summary>A body's clock as of a day.</summary>
/// <param name="AllottedOn">From when it runs: the date of the allotment document (下达).</param>
/// <param name="Deadline">The last day on which a recognition is in time (P-2).</param>
/// <param name="DaysLeft">Days from today to it, 0 on the last day; null where nothing runs any more.</param>
/// <param name="Stage">Where it stands.</param>
internal sealed record ClockReading(DateOnly AllottedOn, DateOnly Deadline, int? DaysLeft, DeadlineStage Stage);

/// <summary>ZS-08's clock. Decided afresh from the facts each time; nothing about it is stored but when it began.</summary>
internal static class RecognitionClock
{
    /// <summary>The earlier of two days, either of which may be missing.</summary>
    public static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is { } first && !(other < first) ? first : other;

    /// <summary>The last day for the recognition; null where no clock runs.</summary>
    public static DateOnly? Deadline(DateOnly? from, PaymentRules rules) => from is { } day ? rules.RecognitionPeriod?.Value.LastDay(day) : null;

    /// <summary>The body's clock, the first allotment's; null where none runs.</summary>
    public static ClockReading? Of(FundingAccount account, PaymentRules rules) =>
        account.FirstAllottedOn is { } from && Deadline(from, rules) is { } deadline ? Read(from, deadline, account.RecognisedOn, rules) : null;

    /// <summary>Whether the time is over and it was not recognised in it.</summary>
    public static bool Missed(FundingAccount account, PaymentRules rules) => Of(account, rules)?.Stage == DeadlineStage.Missed;

    /// <summary>
    /// All clocks of a body: that of the first allotment or, where the bureau decided so, one for each. A body that misses any is
    /// never paid again; the others only say whose money becomes due when.
    /// </summary>
    public static IReadOnlyList<ClockReading> All(FundingAccount account, IEnumerable<DateOnly> allotments, PaymentRules rules)
    {
        if (account.FirstAllottedOn is not { } first || rules.RecognitionPeriod is not { } period)
        {
            return [];
        }

        IEnumerable<DateOnly> starts = rules.EachAllotmentRuns ? allotments.Append(first).Where(day => day >= first).Distinct().Order() : [first];
        return [.. starts.Select(from => Read(from, period.Value.LastDay(from), account.RecognisedOn, rules))];
    }

    /// <summary>The allotments of the live advances of several bodies: one query.</summary>
    public static async Task<ILookup<Guid, DateOnly>> AllotmentsAsync(this FundingDb db, IEnumerable<Guid> institutionIds, CancellationToken cancellationToken)
    {
        var ids = institutionIds.ToList();
        var rows = await db.Advances.AsNoTracking()
            .Where(a => ids.Contains(a.InstitutionId)
                && (a.Status == PaymentStatus.Approved || a.Status == PaymentStatus.Exported || a.Status == PaymentStatus.Paid))
            .Select(a => new { a.InstitutionId, From = a.AllottedOn ?? a.PaidOn })
            .Where(a => a.From != null)
            .Distinct()
            .ToListAsync(cancellationToken);
        return rows.ToLookup(a => a.InstitutionId, a => a.From!.Value);
    }

    private static ClockReading Read(DateOnly from, DateOnly deadline, DateOnly? recognisedOn, PaymentRules rules)
    {
        var daysLeft = deadline.DayNumber - rules.Today.DayNumber;
        return recognisedOn <= deadline ? new ClockReading(from, deadline, null, DeadlineStage.Met)
            : recognisedOn is not null || daysLeft < 0 ? new ClockReading(from, deadline, null, DeadlineStage.Missed)
            : new ClockReading(from, deadline, daysLeft, rules.WarningDays.Any(days => daysLeft <= days) ? DeadlineStage.Warned : DeadlineStage.Running);
    }
}

using Funding.Data;
using Funding.Reconciliations;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;

namespace Funding.Duties;

/// <summary>How much of a duty waits.</summary>
/// <param name="Name">Which duty.</param>
/// <param name="Section">Where it stands.</param>
/// <param name="Mine">It waits for the caller; otherwise it may be seen.</param>
/// <param name="Count">How many wait.</param>
/// <param name="AmountFen">What it comes to in all; null where it is not about an amount.</param>
/// <param name="FirstOn">The earliest of its days.</param>
/// <param name="First">The first of the caller's own; of others' work the count is told.</param>
internal sealed record DutyView(
    DutyName Name, DutySection Section, bool Mine, int Count, long? AmountFen, DateOnly? FirstOn, IReadOnlyList<DutyItem> First);

/// <summary>A finance officer's day.</summary>
internal sealed record TodayView(DateOnly Today, int DaysAhead, IReadOnlyList<DutyView> Duties);

/// <summary>A finance officer's today: what is to approve, due, overdue, held, and where books and bank differ.</summary>
internal static class ReadToday
{
    private const int MostShown = 5;

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/today", async (FundingDb db, IEnumerable<IBookedMovements> books, BusinessClock clock, HttpContext http, CancellationToken ct) =>
        {
            var caller = http.Caller();
            var desk = new Desk(db, caller.Jurisdiction, [caller.Subject, .. caller.CountsAs], clock.Today);
            List<DutyView> duties = [];
            foreach (var duty in Duty.All)
            {
                if (Duty.MeetingOf(duty.Section, duty.Role, caller.Roles) is var meets and not Meets.No)
                {
                    duties.Add(await CountAsync(duty, meets == Meets.Does, desk, ct));
                }
            }

            if (Duty.MeetingOf(DutySection.Due, Roles.FinanceMaker, caller.Roles) is var reconciles and not Meets.No)
            {
                duties.Add(DaysToReconcile(await books.DaysDueAsync(db, caller.Jurisdiction, clock.Today, ct), reconciles == Meets.Does));
            }

            return new TodayView(desk.Today, Desk.DaysAhead, duties);
        })
        .RequireRoles(Roles.FinanceMaker, Roles.FinanceApprover, Roles.Leader, Roles.Auditor);

    private static async Task<DutyView> CountAsync(Duty duty, bool mine, Desk desk, CancellationToken ct)
    {
        var waiting = duty.Waiting(desk);
        var count = await waiting.CountAsync(ct);
        if (count == 0)
        {
            return new DutyView(duty.Name, duty.Section, mine, 0, null, null, []);
        }

        // Only what is about an amount has one to be summed.
        var first = await waiting.Take(MostShown).ToListAsync(ct);
        var sum = first.Exists(i => i.AmountFen is not null) ? await waiting.SumAsync(i => i.AmountFen, ct) : null;
        return new DutyView(duty.Name, duty.Section, mine, count, sum, first.Count == 0 ? null : first[0].On, mine ? first : []);
    }

    private static DutyView DaysToReconcile(IReadOnlyList<DateOnly> days, bool mine) => new(
        DutyName.DaysToReconcile,
        DutySection.Due,
        mine,
        days.Count,
        null,
        days.Count == 0 ? null : days[0],
        mine ? [.. days.Take(MostShown).Select(day => new DutyItem { On = day })] : []);
}

using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.Notifications;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Bulletins;

/// <summary>Somebody who wrote nothing in it issues a bulletin under the next number of the year; from then on it is never changed.</summary>
internal static class IssueBulletin
{
    public static void Map(IEndpointRouteBuilder bulletins)
    {
        bulletins.MapPost("/{id:guid}/issue", IssueAsync).RequireRoles(BulletinRoutes.Issuers).WithSummary("Numbers and issues a bulletin that others wrote");
        bulletins.MapPost("/{id:guid}/withdraw", WithdrawAsync).RequireRoles(Roles.CityReviewer).WithSummary("Gives up a draft");
    }

    /// <summary>Issues it under a number, or tells why not.</summary>
    public static Outcome<Bulletin> Decide(Bulletin bulletin, int next, Caller caller, DateOnly today)
    {
        if (bulletin.CheckDraft() is { } closed)
        {
            return closed;
        }

        if (bulletin.Writers.Exists(caller.Counts))
        {
            return Refusal.Conflict("same-person", "P-5", "通报由您起草或修改，须由另一人审核发布。", "You wrote in this bulletin; another person issues it.");
        }

        (bulletin.Status, bulletin.IssuedOn, bulletin.IssuedByName) = (BulletinStatus.Issued, today, caller.Name);
        (bulletin.NumberYear, bulletin.Number) = (today.Year, next);
        return bulletin;
    }

    private static async Task<Answer<BulletinDetail>> IssueAsync(
        Guid id, IfMatch seen, ReportingDb db, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var (caller, year) = (http.Caller(), clock.Today.Year);

        // The number is unique in the year: of two at the same moment the later is refused, and leaves no gap.
        var outcome = await db.WriteUniqueAsync<Bulletin>(
            async ct =>
            {
                if (!(await db.FindBulletinAsync(id, seen, caller, ct)).Accepted(out var bulletin, out var unknown))
                {
                    return unknown;
                }

                var last = await db.Bulletins.Where(b => b.Jurisdiction == bulletin.Jurisdiction && b.NumberYear == year).MaxAsync(b => b.Number, ct);
                var decided = Decide(bulletin, (last ?? 0) + 1, caller, clock.Today);
                if (decided.Accepted(out var issued, out _))
                {
                    await db.SaveChangesAsync(ct);
                    await db.NotifyAsync([Notice(issued, clock.UtcNow)], ct);
                }

                return decided;
            },
            cancellationToken);
        return outcome.ToHttp(bulletin => BulletinDetail.Of(bulletin, caller));
    }

    private static Notification Notice(Bulletin bulletin, DateTime now) => new()
    {
        Key = $"bulletin:{bulletin.Id:N}",
        Jurisdiction = bulletin.Jurisdiction,
        Roles = [Roles.Operator, Roles.DistrictReviewer],
        Kind = "bulletin-issued",
        Zh = $"{bulletin.NumberText}《{bulletin.TitleZh}》已发布。",
        En = $"{bulletin.NumberText} “{(bulletin.TitleEn.Length == 0 ? bulletin.TitleZh : bulletin.TitleEn)}” is issued.",
        Clause = bulletin.Clause,
        Link = $"/bulletins/{bulletin.Id}",
        Day = BusinessClock.DayOf(now),
        At = now,
    };

    private static async Task<Answer<BulletinDetail>> WithdrawAsync(Guid id, IfMatch seen, ReportingDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteAsync<Outcome<Bulletin>>(
            async ct =>
            {
                if (!(await db.FindBulletinAsync(id, seen, caller, ct)).Accepted(out var bulletin, out var unknown))
                {
                    return unknown;
                }

                if (bulletin.CheckDraft() is { } closed)
                {
                    return closed;
                }

                bulletin.Status = BulletinStatus.Withdrawn;
                return bulletin;
            },
            cancellationToken);
        return outcome.ToHttp(bulletin => BulletinDetail.Of(bulletin, caller));
    }
}

using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Reporting.Data;
using Reporting.LeagueTables;
using Reporting.Notifications;
using Reporting.PeriodicReports;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Bulletins;

/// <summary>Somebody who wrote nothing in it issues a bulletin under the next number of the year; from then on it is never changed.</summary>
internal static class IssueBulletin
{
    public static void Map(IEndpointRouteBuilder bulletins)
    {
        bulletins.MapPost("/{id:guid}/issue", IssueAsync).RequireRoles(LeagueTableRoutes.Issuers).WithSummary("Numbers and issues a bulletin that others wrote");
        bulletins.MapPost("/{id:guid}/withdraw", WithdrawAsync).RequireRoles(Roles.CityReviewer).WithSummary("Gives up a draft");
    }

    /// <summary>Issues it under a number, or tells why not.</summary>
    /// <param name="bulletin">The bulletin.</param>
    /// <param name="cleared">The names of bodies that it was generated to name as missing and that are not missing any more.</param>
    /// <param name="next">The number.</param>
    /// <param name="caller">Who issues.</param>
    /// <param name="today">The day.</param>
    public static Outcome<Bulletin> Decide(Bulletin bulletin, IReadOnlyList<string> cleared, int next, Caller caller, DateOnly today)
    {
        if (bulletin.CheckDraft() is { } closed)
        {
            return closed;
        }

        if (bulletin.Writers.Exists(caller.Counts))
        {
            return Refusal.Forbidden("P-5", "通报由您起草或修改，须由另一人审核发布。", "You wrote in this bulletin; another person issues it.");
        }

        // P-5: nobody is named in public for what is not so any more.
        if (cleared.Count > 0)
        {
            return Refusal.Conflict(
                "no-longer-missing",
                bulletin.Clause,
                $"起草后{string.Join("、", cleared.Select(name => $"“{name}”"))}已报送、已延期或不再负有报送义务，请撤回草稿后重新生成。",
                $"Since it was drafted these reported, were extended or owe no report any more: {string.Join(", ", cleared)}. Give the draft up and generate it anew.")
                .With("institutions", cleared);
        }

        (bulletin.Status, bulletin.IssuedOn, bulletin.IssuedByName) = (BulletinStatus.Issued, today, caller.SignedName());
        (bulletin.NumberYear, bulletin.Number) = (today.Year, next);
        return bulletin;
    }

    private static async Task<Answer<BulletinDetail>> IssueAsync(
        Guid id, IfMatch seen, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
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

                if (bulletin.Kind == BulletinKind.Commendation && await CheckRecordsAsync(bulletin, db, packs, caller, clock.Today, ct) is { } unfounded)
                {
                    return unfounded;
                }

                if (bulletin.Kind == BulletinKind.Monitoring && await CheckFiguresAsync(bulletin, db, packs, caller, clock.Today, ct) is { } changed)
                {
                    return changed;
                }

                var last = await db.Bulletins.Where(b => b.Jurisdiction == bulletin.Jurisdiction && b.NumberYear == year).MaxAsync(b => b.Number, ct);
                var decided = Decide(bulletin, await ClearedAsync(bulletin, db, clock.Today, ct), (last ?? 0) + 1, caller, clock.Today);
                if (decided.Accepted(out var issued, out _))
                {
                    db.AddRange(LibraryCase.Of(issued));
                    await db.SaveChangesAsync(ct);
                    await db.NotifyAsync([Notice(issued, clock.UtcNow)], ct);
                }

                return decided;
            },
            cancellationToken);
        return outcome.ToHttp(bulletin => BulletinDetail.Of(bulletin, caller));
    }

    // P-5: what was confirmed may have been given back since, and a figure corrected; nobody is praised in public for what is not so.
    private static async Task<Refusal?> CheckRecordsAsync(
        Bulletin bulletin, ReportingDb db, PackShelf packs, Caller caller, DateOnly today, CancellationToken cancellationToken)
    {
        // HB-30: nobody enters the library by a bulletin that does not name him.
        if (!bulletin.ReadBlocks().Any(block => block.Key == Commendation.Cases))
        {
            return Refusal.Conflict(
                "cases-left-out", bulletin.Clause, "通报中的表扬名单已被删去，请修改名单使其恢复后再发布。", "The list of the commended was left out of the bulletin; save the list again before it is issued.");
        }

        var pack = await packs.RulingAsync(bulletin.Programme, today, cancellationToken);
        if (!(await Commendation.FindAsync(pack, bulletin.Year, db, packs, caller, today, cancellationToken)).Accepted(out var known, out var refusal))
        {
            return refusal;
        }

        var unfounded = bulletin.ReadCases()
            .Where(one => one.Ground != CommendationGround.Case && !known.Any(found => found.Ground == one.Ground && found.Of == one.Of && found.Fact == one.Fact))
            .Select(one => one.Name).ToList();
        return unfounded.Count == 0
            ? null
            : Refusal.Conflict(
                    "records-changed",
                    bulletin.Clause,
                    $"起草后任务或目标的记录有变化，请核对名单：{string.Join('、', unfounded)}。",
                    $"The records of tasks or targets have changed since it was drafted; look at the list again: {string.Join(", ", unfounded)}.")
                .With("names", unfounded);
    }

    // EI-08: what is told of a span is what its reports say on the day of issue, not on that of the draft.
    private static async Task<Refusal?> CheckFiguresAsync(
        Bulletin bulletin, ReportingDb db, PackShelf packs, Caller caller, DateOnly today, CancellationToken cancellationToken)
    {
        if (!(await DraftBulletin.AgainAsync(bulletin, db, packs, caller, today, cancellationToken)).Accepted(out var written, out var refusal))
        {
            return refusal;
        }

        var now = written.Blocks.ToDictionary(block => block.Key, StringComparer.Ordinal);
        return bulletin.ReadBlocks().Where(block => block.IsGenerated).All(block => now.TryGetValue(block.Key, out var same) && block.ShowsAs(same))
            ? null
            : Refusal.Conflict(
                "figures-changed", bulletin.Clause, "起草后报告数据有变化，请撤回草稿后重新生成。", "The reports' figures have changed since it was drafted; give the draft up and generate it anew.");
    }

    private static async Task<List<string>> ClearedAsync(Bulletin bulletin, ReportingDb db, DateOnly today, CancellationToken cancellationToken)
    {
        var named = bulletin.Named;
        if (named.Count == 0)
        {
            return [];
        }

        // What is handed in or extended at this moment comes before, or after the bulletin; who writes in it goes on.
        var reports = db.PeriodicReports.Where(r => r.Programme == bulletin.Programme && r.Year == bulletin.Year && r.Round == bulletin.Round);
        await reports.Where(r => named.Contains(r.InstitutionId)).KeepAsync(cancellationToken);
        var missing = reports.MissingOn(today);
        return await db.Institutions.Where(i => named.Contains(i.Id) && !missing.Any(r => r.InstitutionId == i.Id))
            .OrderBy(i => i.Name).Select(i => i.Name).ToListAsync(cancellationToken);
    }

    private static Notification Notice(Bulletin bulletin, DateTime now) => new()
    {
        Key = $"bulletin:{bulletin.Id:N}",
        Jurisdiction = bulletin.Jurisdiction,
        Roles = [Roles.Operator, Roles.DistrictReviewer],
        Kind = "bulletin-issued",
        Topic = NoticeTopic.Decisions,
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

using Contracts.Refusals;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Packs;
using Reporting.Data;
using Reporting.Notifications;
using Reporting.PeriodicReports;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Missing;

/// <summary>Another person confirms the list (EO-12, P-5); with that each miss is told to Registry, where a person decides what follows.</summary>
internal static class ConfirmMissing
{
    public static void Map(IEndpointRouteBuilder missing) => missing
        .MapPost("/{id:guid}/confirm", HandleAsync)
        .RequireRoles(Roles.CityReviewer, Roles.Leader)
        .WithSummary("Confirms the missing reports of a span");

    /// <summary>Confirms the list, or tells why not.</summary>
    /// <param name="list">The list.</param>
    /// <param name="found">Those of its reports that are missing today.</param>
    /// <param name="clause">The clause of a miss.</param>
    /// <param name="caller">Who confirms.</param>
    /// <param name="now">The instant.</param>
    public static Refusal? Decide(MissingList list, IReadOnlyDictionary<Guid, PeriodicReport> found, string clause, Caller caller, DateTime now)
    {
        if (CheckOpen(list, clause) is { } closed)
        {
            return closed;
        }

        if (caller.Counts(list.RecordedBy))
        {
            return Refusal.Forbidden(clause, "登记名单的人不能确认同一名单，请由另一人确认。", "Whoever recorded the list does not confirm it; another person must.");
        }

        // What came since it was recorded is not missing: who confirms must see what he confirms.
        if (RecordMissing.CheckMissing(list.Reports.Select(miss => miss.ReportId), found, clause) is { } refusal)
        {
            return refusal;
        }

        // Nor is what was missed another day than the list says: no document found it so.
        if (list.Reports.Find(miss => found[miss.ReportId].DueOn != miss.DueOn) is { } moved)
        {
            var report = found[moved.ReportId];
            return Refusal.Conflict(
                    "extended-since",
                    clause,
                    $"“{report.Institution.Name}”的报送期限已由 {moved.DueOn:yyyy-MM-dd} 改为 {report.DueOn:yyyy-MM-dd}，本名单不能确认，请撤销后重新登记。",
                    $"The last day of '{report.Institution.Name}' was moved from {moved.DueOn:yyyy-MM-dd} to {report.DueOn:yyyy-MM-dd}; strike this list and record it anew.")
                .With("dueOn", report.DueOn);
        }

        (list.Status, list.ConfirmedAt) = (MissingStatus.Confirmed, now);
        (list.ConfirmedBy, list.ConfirmedByName) = (caller.Hands(), caller.SignedName());
        return null;
    }

    /// <summary>The refusal of what is confirmed already; null where it is not.</summary>
    public static Refusal? CheckOpen(MissingList list, string clause) => list.Status == MissingStatus.Recorded
        ? null
        : Refusal.Conflict("confirmed-already", clause, "该名单已经确认。", "The list has been confirmed already.").With("confirmedBy", list.ConfirmedByName);

    /// <summary>The list in the version seen.</summary>
    public static async Task<Outcome<MissingList>> FindAsync(ReportingDb db, Guid id, IfMatch seen, Caller caller, CancellationToken cancellationToken)
    {
        var found = await db.MissingLists.WithReports().SingleOrDefaultAsync(l => l.Id == id && l.Jurisdiction == caller.Jurisdiction, cancellationToken);
        return found is null ? Refusal.NotFound("list of missing reports", id, "未报送名单") : seen.Check(found) is { } stale ? stale : found;
    }

    private static async Task<Answer<MissingListView>> HandleAsync(
        Guid id, IfMatch seen, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var (caller, today) = (http.Caller(), clock.Today);
        var outcome = await db.WriteUniqueAsync<MissingListView>(
            async ct =>
            {
                if (!(await FindAsync(db, id, seen, caller, ct)).Accepted(out var list, out var missing))
                {
                    return missing;
                }

                // What is handed in or extended at this moment comes before, or is told that the report changed.
                var ids = list.Reports.ConvertAll(miss => miss.ReportId);
                await db.PeriodicReports.Where(r => ids.Contains(r.Id)).HoldAsync(ct);
                var found = await db.PeriodicReports.AsNoTracking().Include(r => r.Institution).Include(r => r.Extensions)
                    .Where(r => ids.Contains(r.Id)).MissingOn(today).ToDictionaryAsync(r => r.Id, ct);
                var clause = RecordMissing.ClauseOf(await packs.RulingAsync(list.Programme, today, ct));
                if (Decide(list, found, clause, caller, clock.UtcNow) is { } refusal)
                {
                    return refusal;
                }

                foreach (var miss in list.Announce())
                {
                    db.Publish($"report/{miss.ReportId}", miss);
                }

                await db.NotifyAsync([.. list.Reports.Select(miss => Notice(list, miss, clause, clock.UtcNow))], ct);
                await db.SaveChangesAsync(ct);
                return MissingListView.Of(list, caller);
            },
            cancellationToken);
        return outcome.ToHttp();
    }

    private static Notification Notice(MissingList list, MissingReport miss, string clause, DateTime now) => Notification.About(
        miss.Report.Institution,
        $"report-missing:{miss.ReportId}",
        "report-missing",
        NoticeTopic.Decisions,
        $"“{miss.Report.Institution.Name}”{list.Year}年第{list.Round}期报告已确认为未报送（{list.DocumentNumber}）。",
        $"Report {list.Round} of {list.Year} of '{miss.Report.Institution.Name}' is confirmed as not filed ({list.DocumentNumber}).",
        clause,
        $"/periodic-reports/{miss.ReportId}",
        BusinessClock.DayOf(now),
        now,
        Roles.Operator,
        Roles.DistrictReviewer);
}

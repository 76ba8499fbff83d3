using Contracts.Refusals;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Packs;
using Reporting.Data;
using Reporting.Institutions;
using Reporting.Missing;
using Reporting.Notifications;
using Reporting.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Extensions;

/// <summary>Another person confirms an extension (P-5); from then on the report is overdue after the new day, and its body is told.</summary>
internal static class ConfirmExtension
{
    public static void Map(IEndpointRouteBuilder extensions) => extensions
        .MapPost("/{id:guid}/confirm", HandleAsync)
        .RequireRoles(Roles.CityReviewer, Roles.Leader)
        .WithSummary("Confirms the extension of a report's deadline");

    /// <summary>Moves the deadline, or tells why not.</summary>
    public static Refusal? Decide(DeadlineExtension extension, bool missConfirmed, string clause, Caller caller, DateTime now)
    {
        if ((CheckOpen(extension, clause) ?? ProposeExtension.CheckReport(extension.Report, missConfirmed, clause, proposing: false)) is { } refusal)
        {
            return refusal;
        }

        if (caller.Counts(extension.ProposedBy))
        {
            return Refusal.Forbidden(clause, "登记延期的人不能确认同一延期，请由另一人确认。", "Whoever recorded an extension does not confirm it; another person must.");
        }

        (extension.Status, extension.ConfirmedAt) = (ExtensionStatus.Confirmed, now);
        (extension.ConfirmedBy, extension.ConfirmedByName) = (caller.Hands(), caller.SignedName());
        extension.Report.DueOn = extension.Until;
        return null;
    }

    /// <summary>The refusal of what is confirmed already; null where it is not.</summary>
    public static Refusal? CheckOpen(DeadlineExtension extension, string clause) => extension.Status == ExtensionStatus.Proposed
        ? null
        : Refusal.Conflict("confirmed-already", clause, "该延期已经确认。", "The extension has been confirmed already.").With("confirmedBy", extension.ConfirmedByName);

    /// <summary>The extension with its report, in the version seen.</summary>
    public static async Task<Outcome<DeadlineExtension>> FindAsync(ReportingDb db, Guid id, IfMatch seen, Caller caller, CancellationToken cancellationToken)
    {
        var found = await db.DeadlineExtensions.Include(e => e.Report).Include(e => e.Institution).VisibleTo(caller)
            .SingleOrDefaultAsync(e => e.Id == id, cancellationToken);
        return found is null ? Refusal.NotFound("extension", id, "延期") : seen.Check(found) is { } stale ? stale : found;
    }

    private static async Task<Answer<ExtensionView>> HandleAsync(
        Guid id, IfMatch seen, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<ExtensionView>(
            async ct =>
            {
                if (!(await FindAsync(db, id, seen, caller, ct)).Accepted(out var extension, out var missing))
                {
                    return missing;
                }

                var clause = (await packs.RulingAsync(extension.Report.Programme, extension.Report.To, ct)).ClauseOf(PackQuestions.Report);
                if (Decide(extension, await db.IsMissConfirmedAsync(extension.ReportId, ct), clause, caller, clock.UtcNow) is { } refusal)
                {
                    return refusal;
                }

                // Whoever holds its money because it was overdue learns that it is not; the new day may be missed in its turn.
                if (extension.Report.OverdueToldOn is not null)
                {
                    db.Publish(
                        $"report/{extension.ReportId}",
                        extension.Report.TellOverdue() with { DueOn = extension.From, ExtendedOn = clock.Today, ExtendedBy = extension.DocumentNumber });
                    extension.Report.OverdueToldOn = null;
                }

                await db.NotifyAsync([Notice(extension, clause, clock.UtcNow)], ct);
                await db.SaveChangesAsync(ct);
                return ExtensionView.Of(extension, caller);
            },
            cancellationToken);
        return outcome.ToHttp();
    }

    private static Notification Notice(DeadlineExtension extension, string clause, DateTime now) => Notification.About(
        extension.Institution,
        $"report-extended:{extension.Id}",
        "report-extended",
        NoticeTopic.Decisions,
        $"“{extension.Institution.Name}”{extension.Report.Year}年第{extension.Report.Round}期报告的报送期限延至 {extension.Until:yyyy-MM-dd}（{extension.DocumentNumber}）。",
        $"The deadline of report {extension.Report.Round} of {extension.Report.Year} of '{extension.Institution.Name}' is now {extension.Until:yyyy-MM-dd} ({extension.DocumentNumber}).",
        clause,
        $"/periodic-reports/{extension.ReportId}",
        BusinessClock.DayOf(now),
        now,
        Roles.Operator,
        Roles.DistrictReviewer);
}

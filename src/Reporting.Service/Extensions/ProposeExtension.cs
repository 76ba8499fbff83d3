using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Institutions;
using Reporting.Missing;
using Reporting.Notifications;
using Reporting.Packs;
using Reporting.PeriodicReports;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Extensions;

/// <summary>The city records the decision that gives one body longer for its report. Nothing changes until another person confirms it.</summary>
internal static class ProposeExtension
{
    private const int LongestReason = 2000;
    private const int MostDays = 366;
    private const int MostExtensions = 10;

    /// <summary>The decision.</summary>
    /// <param name="Until">The new last day.</param>
    /// <param name="DocumentNumber">Number of the deciding document.</param>
    /// <param name="DecidedOn">Its day.</param>
    /// <param name="Reason">Why.</param>
    internal sealed record Request(DateOnly Until, string DocumentNumber, DateOnly DecidedOn, string Reason);

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapPost("/{id:guid}/extensions", HandleAsync)
        .RequireRoles(Roles.CityReviewer)
        .WithSummary("Records the extension of a report's deadline");

    /// <summary>The extension, or why there is none.</summary>
    /// <param name="report">The report with its extensions.</param>
    /// <param name="request">The decision.</param>
    /// <param name="missConfirmed">Whether it is confirmed as missing.</param>
    /// <param name="pack">The pack of the span.</param>
    /// <param name="caller">Who records.</param>
    /// <param name="now">The instant.</param>
    public static Outcome<DeadlineExtension> Decide(
        PeriodicReport report, Request request, bool missConfirmed, PolicyPack pack, Caller caller, DateTime now)
    {
        var (clause, today) = (pack.ClauseOf(PackQuestions.Report), BusinessClock.DayOf(now));
        if ((DecisionPaper.Check(request.DocumentNumber, request.DecidedOn, today, clause) ?? CheckReason(request) ?? CheckReport(report, missConfirmed, clause)
            ?? CheckDay(report, request.Until)) is { } refusal)
        {
            return refusal;
        }

        return new DeadlineExtension
        {
            Id = Guid.CreateVersion7(),
            ReportId = report.Id,
            InstitutionId = report.InstitutionId,
            Number = report.Extensions.Select(e => e.Number).DefaultIfEmpty().Max() + 1,
            From = report.DueOn,
            Until = request.Until,
            DocumentNumber = request.DocumentNumber.Trim(),
            DecidedOn = request.DecidedOn,
            Reason = request.Reason.Trim(),
            ProposedBy = caller.Hands(),
            ProposedByName = caller.SignedName(),
            ProposedAt = now,
        };
    }

    /// <summary>What stands against an extension of this report at all; asked again when it is confirmed.</summary>
    public static Refusal? CheckReport(PeriodicReport report, bool missConfirmed, string clause, bool proposing = true)
    {
        if (missConfirmed)
        {
            return Refusal.Conflict(
                "miss-confirmed", clause, "本报告已确认为未报送，不能再延长报送期限。", "This report is confirmed as missing; its deadline is not extended any more.")
                .With("year", report.Year).With("round", report.Round);
        }

        if (report.SubmittedOn is not null)
        {
            return Refusal.Conflict("wrong-status", clause, "报告已经报送，无需延期。", "The report has been handed in; there is nothing to extend.").With("status", report.Status);
        }

        return proposing && (report.Extensions.Count >= MostExtensions || report.Extensions.Exists(e => e.Status == ExtensionStatus.Proposed))
            ? Refusal.Conflict("extension-open", clause, "该报告已有待确认的延期，或延期次数已达上限。", "An extension of this report waits for its confirmation, or there have been too many.")
            : null;
    }

    // P-5: it waits for another person, who is told.
    private static Notification Notice(DeadlineExtension extension, PeriodicReport report, string clause) => new()
    {
        Key = $"extension-proposed:{extension.Id:N}",
        Jurisdiction = report.Institution.Jurisdiction,
        Roles = [Roles.CityReviewer, Roles.Leader],
        Kind = "extension-proposed",
        Topic = NoticeTopic.Confirmations,
        Zh = $"“{report.Institution.Name}”{report.Year}年第{report.Round}期报告拟延期至 {extension.Until:yyyy-MM-dd}（{extension.DocumentNumber}），待另一人确认。",
        En = $"Report {report.Round} of {report.Year} of '{report.Institution.Name}' is to be extended until {extension.Until:yyyy-MM-dd} ({extension.DocumentNumber}); another person confirms it.",
        Clause = clause,
        Link = $"/periodic-reports/{report.Id}",
        Day = BusinessClock.DayOf(extension.ProposedAt),
        At = extension.ProposedAt,
    };

    private static Refusal? CheckReason(Request request) => string.IsNullOrWhiteSpace(request.Reason) || request.Reason.Length > LongestReason
        ? Refusal.BadInput("reason", request.Reason, $"请填写延期理由，不超过{LongestReason}字。", $"Give the reason, in at most {LongestReason} characters.")
        : null;

    private static Refusal? CheckDay(PeriodicReport report, DateOnly until) => until <= report.DueOn || until > report.DueOn.AddDays(MostDays)
        ? Refusal.BadInput(
            "until",
            until,
            $"新的期限应晚于现期限 {report.DueOn:yyyy-MM-dd}，且不超过其后{MostDays}日。",
            $"The new last day must lie after the present one, {report.DueOn:yyyy-MM-dd}, and at most {MostDays} days after it.").With("dueOn", report.DueOn)
        : null;

    private static async Task<CreatedAnswer<ExtensionView>> HandleAsync(
        Guid id, Request request, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<ExtensionView>(
            async ct =>
            {
                var report = await db.PeriodicReports.AsNoTracking().Include(r => r.Institution).Include(r => r.Extensions).VisibleTo(caller).SingleOrDefaultAsync(r => r.Id == id, ct);
                if (report is null)
                {
                    return ReportDesk.NotFound(id);
                }

                var pack = await packs.RulingAsync(report.Programme, report.To, ct);
                if (!Decide(report, request, await db.IsMissConfirmedAsync(report.Id, ct), pack, caller, clock.UtcNow).Accepted(out var extension, out var refusal))
                {
                    return refusal;
                }

                db.Add(extension);
                await db.SaveChangesAsync(ct);
                await db.NotifyAsync([Notice(extension, report, pack.ClauseOf(PackQuestions.Report))], ct);
                return ExtensionView.Of(extension, caller);
            },
            cancellationToken);
        return outcome.ToCreated(view => $"/api/reporting/report-extensions/{view.Id}");
    }
}

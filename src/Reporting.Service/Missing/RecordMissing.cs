using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Extensions;
using Reporting.Institutions;
using Reporting.Notifications;
using Reporting.Packs;
using Reporting.PeriodicReports;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Missing;

/// <summary>The city records by a document which bodies did not report for a span (EO-12). Nothing follows until another person confirms it.</summary>
internal static class RecordMissing
{
    private const int MostReports = 1000;

    /// <summary>The list.</summary>
    /// <param name="Programme">The programme.</param>
    /// <param name="Year">The year of the span.</param>
    /// <param name="Round">Its number within the year.</param>
    /// <param name="DocumentNumber">Number of the document.</param>
    /// <param name="DecidedOn">Its day.</param>
    /// <param name="Reports">The missing reports.</param>
    internal sealed record Request(string Programme, int Year, int Round, string DocumentNumber, DateOnly DecidedOn, IReadOnlyList<Guid> Reports);

    public static void Map(IEndpointRouteBuilder missing) => missing
        .MapPost("/", HandleAsync)
        .RequireRoles(Roles.CityReviewer)
        .WithSummary("Records the missing reports of a span");

    /// <summary>The list, or why there is none.</summary>
    /// <param name="request">What is recorded.</param>
    /// <param name="found">The span's reports that are missing today, with their extensions.</param>
    /// <param name="pack">The programme's pack.</param>
    /// <param name="caller">Who records.</param>
    /// <param name="now">The instant.</param>
    public static Outcome<MissingList> Decide(
        Request request, IReadOnlyDictionary<Guid, PeriodicReport> found, PolicyPack pack, Caller caller, DateTime now)
    {
        var (clause, today) = (ClauseOf(pack), BusinessClock.DayOf(now));
        if ((DecisionPaper.Check(request.DocumentNumber, request.DecidedOn, today, clause) ?? CheckMissing(request.Reports, found, clause)) is { } refusal)
        {
            return refusal;
        }

        // A report is missing from the day after its last day on: no document can have found it so before.
        if (request.Reports.Select(id => found[id]).FirstOrDefault(report => report.DueOn >= request.DecidedOn) is { } early)
        {
            return Refusal.Conflict(
                "decided-before-due",
                clause,
                $"“{early.Institution.Name}”的报送期限为 {early.DueOn:yyyy-MM-dd}，决定日期应晚于该日。",
                $"The report of '{early.Institution.Name}' was due on {early.DueOn:yyyy-MM-dd}; the decision must be later.")
                .With("decidedOn", request.DecidedOn).With("dueOn", early.DueOn);
        }

        var list = new MissingList
        {
            Id = Guid.CreateVersion7(),
            Programme = pack.Programme,
            Jurisdiction = pack.Jurisdiction,
            Year = request.Year,
            Round = request.Round,
            DocumentNumber = request.DocumentNumber.Trim(),
            DecidedOn = request.DecidedOn,
            RecordedBy = caller.Hands(),
            RecordedByName = caller.SignedName(),
            RecordedAt = now,
        };
        list.Reports.AddRange(request.Reports.Select(id => new MissingReport { ListId = list.Id, ReportId = id, Report = found[id], DueOn = found[id].DueOn }));
        return list;
    }

    /// <summary>The refusal that names whose report is there, or may yet come in time; null where all are missing.</summary>
    public static Refusal? CheckMissing(IEnumerable<Guid> reports, IReadOnlyDictionary<Guid, PeriodicReport> found, string clause)
    {
        var ids = reports.ToList();
        if (ids.Where(id => !found.ContainsKey(id)).ToList() is { Count: > 0 } there)
        {
            return Refusal.Conflict(
                "not-missing",
                clause,
                $"名单中有 {there.Count} 份报告并非未报送：已报送、未到期限、已延期或机构不再负有报送义务。请刷新后重新登记。",
                $"{there.Count} of the reports are not missing: they came, are not due, were extended, or their body is gone. Reload and record the list anew.")
                .With("count", there.Count).With("reportIds", there);
        }

        var waiting = ids.Select(id => found[id]).Where(report => report.Extensions.Exists(e => e.Status == ExtensionStatus.Proposed)).ToList();
        return waiting.Count == 0
            ? null
            : Refusal.Conflict(
                "extension-open",
                clause,
                $"{string.Join("、", waiting.Select(r => $"“{r.Institution.Name}”"))}的延期尚待确认，请先办理。",
                $"Extensions wait for their confirmation: {string.Join(", ", waiting.Select(r => r.Institution.Name))}. Decide on them first.");
    }

    /// <summary>The clause that a miss falls under: of its ground, else of the reports.</summary>
    public static string ClauseOf(PolicyPack pack) =>
        pack.Grounds.FirstOrDefault(g => g.Name == MissingReports.Ground)?.Citation.ClauseId ?? pack.ClauseOf(PackQuestions.Report);

    // P-5: it waits for another person, who is told.
    private static Notification Notice(MissingList list, string clause) => new()
    {
        Key = $"missing-list:{list.Id:N}",
        Jurisdiction = list.Jurisdiction,
        Roles = [Roles.CityReviewer, Roles.Leader],
        Kind = "missing-recorded",
        Topic = NoticeTopic.Confirmations,
        Zh = $"{list.Year}年第{list.Round}期未报送名单（{list.DocumentNumber}，{list.Reports.Count} 家）已登记，待另一人确认。",
        En = $"A list of missing reports of {list.Year} no. {list.Round} ({list.DocumentNumber}, {list.Reports.Count}) is recorded; another person confirms it.",
        Clause = clause,
        Link = $"/missing-reports?programme={list.Programme}&year={list.Year}&round={list.Round}",
        Day = BusinessClock.DayOf(list.RecordedAt),
        At = list.RecordedAt,
    };

    // A report stands on one list: a later one records whoever was extended or forgotten.
    private static Refusal? CheckListed(List<string> listed, string clause) => listed.Count == 0
        ? null
        : Refusal.Conflict(
            "miss-recorded",
            clause,
            $"{string.Join("、", listed.Select(name => $"“{name}”"))}的报告已登记在未报送名单中。",
            $"These stand on a list of missing reports already: {string.Join(", ", listed)}.").With("institutions", listed);

    private static Refusal? CheckReports(Request request) =>
        request.Reports.Count is 0 or > MostReports || request.Reports.Distinct().Count() != request.Reports.Count
            ? Refusal.BadInput("reports", request.Reports.Count, $"请列出 1 至 {MostReports} 份报告，且不得重复。", $"Name 1 to {MostReports} reports, each once.")
            : null;

    private static async Task<CreatedAnswer<MissingListView>> HandleAsync(
        Request request, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var (caller, today) = (http.Caller(), clock.Today);
        var outcome = await db.WriteUniqueAsync<MissingListView>(
            async ct =>
            {
                if (!(await packs.RulingForAsync(request.Programme, caller, today, ct)).Accepted(out var pack, out var unknown))
                {
                    return unknown;
                }

                // Before anything is asked with the list.
                if (CheckReports(request) is { } unbounded)
                {
                    return unbounded;
                }

                // A refusal names bodies: those of the span alone, of the caller's own bureau.
                var span = db.PeriodicReports.VisibleTo(caller)
                    .Where(r => r.Programme == pack.Programme && r.Year == request.Year && r.Round == request.Round);
                var found = await span.Include(r => r.Institution).Include(r => r.Extensions)
                    .MissingOn(today).OrderBy(r => r.Id).Take(MostReports).ToDictionaryAsync(r => r.Id, ct);
                var listed = await span.Where(r => request.Reports.Contains(r.Id) && db.Set<MissingReport>().Any(m => m.ReportId == r.Id))
                    .Select(r => r.Institution.Name).ToListAsync(ct);
                if (CheckListed(listed, ClauseOf(pack)) is { } recorded)
                {
                    return recorded;
                }

                if (!Decide(request, found, pack, caller, clock.UtcNow).Accepted(out var list, out var refusal))
                {
                    return refusal;
                }

                db.Add(list);
                await db.SaveChangesAsync(ct);
                await db.NotifyAsync([Notice(list, ClauseOf(pack))], ct);
                return MissingListView.Of(list, caller);
            },
            cancellationToken);
        return outcome.ToCreated(view => $"/api/reporting/missing-reports/{view.Id}");
    }
}

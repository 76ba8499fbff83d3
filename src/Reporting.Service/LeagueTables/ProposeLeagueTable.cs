using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Reporting.Data;
using Reporting.Monitoring;
using Reporting.Notifications;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.LeagueTables;

/// <summary>The city makes a league table of a span that is over, for another person to issue.</summary>
internal static class ProposeLeagueTable
{
    /// <summary>Which comparison, of which span.</summary>
    internal sealed record Request(string Programme, string Comparison, int Year, int Round);

    public static void Map(IEndpointRouteBuilder tables) => tables
        .MapPost("/", HandleAsync)
        .RequireRoles(Roles.CityReviewer)
        .WithSummary("Makes a league table of a span, to be issued by another person");

    /// <summary>The table as it comes out now; refused where the pack has no such comparison, or the span is not over.</summary>
    public static async Task<Outcome<(MonitoredRound Round, LeagueContent Content)>> ComputeAsync(
        string programme, string name, int? year, int? round, ReportingDb db, PackShelf packs, Caller caller, DateOnly today, CancellationToken cancellationToken)
    {
        if (!(await MonitoredRound.FindAsync(packs, programme, year, round, caller, today, cancellationToken)).Accepted(out var monitored, out var refusal))
        {
            return refusal;
        }

        if (monitored.Pack.Comparisons.FirstOrDefault(one => one.Name == name) is not { } comparison)
        {
            return Refusal.NotFound("comparison", name, "评比");
        }

        return monitored.Span.To >= today
            ? Refusal.Conflict(
                "round-not-over",
                comparison.Citation.ClauseId,
                $"本期至 {monitored.Span.To:yyyy-MM-dd} 止，期满后方可评比。",
                $"The span runs until {monitored.Span.To:yyyy-MM-dd}; it is compared after that day.").With("to", monitored.Span.To)
            : (monitored, LeagueContents.Of(comparison, monitored, await SpanReturns.OfAsync(monitored, db, today, cancellationToken)));
    }

    private static async Task<CreatedAnswer<LeagueTableDetail>> HandleAsync(
        Request request, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<LeagueTable>(
            async ct =>
            {
                var computed = await ComputeAsync(request.Programme, request.Comparison, request.Year, request.Round, db, packs, caller, clock.Today, ct);
                if (!computed.Accepted(out var made, out var refusal))
                {
                    return refusal;
                }

                var (monitored, content) = made;
                var same = db.LeagueTables.Where(t => t.Jurisdiction == monitored.Pack.Jurisdiction && t.Programme == request.Programme
                    && t.Comparison == content.Comparison && t.Year == monitored.Year && t.Round == monitored.Span.Number);
                if (Check(content, await same.AnyAsync(t => t.Status == LeagueTableStatus.Proposed, ct)) is { } refused)
                {
                    return refused;
                }

                var table = new LeagueTable
                {
                    Id = Guid.CreateVersion7(),
                    Jurisdiction = monitored.Pack.Jurisdiction,
                    Programme = request.Programme,
                    Comparison = content.Comparison,
                    Year = monitored.Year,
                    Round = monitored.Span.Number,
                    Edition = 1 + (await same.MaxAsync(t => (int?)t.Edition, ct) ?? 0),
                    Status = LeagueTableStatus.Proposed,
                    Content = LeagueTable.Write(content),
                    ProposedBy = caller.Hands(),
                    ProposedByName = caller.SignedName(),
                    ProposedAt = clock.UtcNow,
                };
                db.Add(table);
                await db.NotifyAsync([Notice(table, content)], ct);
                return table;
            },
            cancellationToken);
        return outcome.ToCreated(table => LeagueTableDetail.Of(table, caller), view => $"/api/reporting/league-tables/{view.Table.Id}");
    }

    // P-5: it waits for another person, who is told.
    private static Notification Notice(LeagueTable table, LeagueContent content) => new()
    {
        Key = $"league-table:{table.Id:N}",
        Jurisdiction = table.Jurisdiction,
        Roles = LeagueTableRoutes.Issuers,
        Kind = "league-table-proposed",
        Topic = NoticeTopic.Confirmations,
        Zh = $"{content.Label.Zh}（{table.Year}年第{table.Round}期）已编制，待发布。",
        En = $"{content.Label.En} ({table.Year}, no. {table.Round}) is made and waits to be issued.",
        Clause = content.Citation.ClauseId,
        Link = $"/league-tables/{table.Id}",
        Day = BusinessClock.DayOf(table.ProposedAt),
        At = table.ProposedAt,
    };

    /// <summary>Why no table is made now; null where one is.</summary>
    public static Refusal? Check(LeagueContent content, bool another) =>
        another
            ? Refusal.Conflict("table-proposed", content.Citation.ClauseId, "本期已有待发布的评比表，请先发布或撤回。", "A table of this span waits to be issued; issue it or take it back first.")
        : content.Rows.All(row => row.Rank is null)
            ? Refusal.Conflict("nothing-to-rank", content.Citation.ClauseId, "本期尚无已接收的报告，无法评比。", "No report of this span has been accepted yet; there is nothing to rank.")
        : null;
}

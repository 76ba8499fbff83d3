using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Reporting.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.LeagueTables;

/// <summary>Another person issues a league table as it was made (P-5), or it is taken back. Figures that have changed since make a new one.</summary>
internal static class IssueLeagueTable
{
    public static void Map(IEndpointRouteBuilder tables)
    {
        tables.MapPost("/{id:guid}/issue", IssueAsync).RequireRoles(LeagueTableRoutes.Issuers).WithSummary("Issues a league table that another person made; it is frozen");
        tables.MapPost("/{id:guid}/withdraw", WithdrawAsync).RequireRoles(Roles.CityReviewer).WithSummary("Takes back a league table that is not issued");
    }

    /// <summary>Issues the table, or tells why not.</summary>
    public static Outcome<LeagueTable> Decide(LeagueTable table, LeagueContent now, Caller caller, DateOnly today)
    {
        if (CheckOpen(table, now.Citation.ClauseId) is { } closed)
        {
            return closed;
        }

        if (caller.Counts(table.ProposedBy))
        {
            return Refusal.Forbidden("P-5", "评比表由您编制，须由另一人发布。", "You made this table; another person issues it.");
        }

        if (LeagueTable.Write(now) != table.Content)
        {
            return Refusal.Conflict(
                "figures-changed", now.Citation.ClauseId, "编制后报告数据有变化，请撤回后重新编制。", "The reports' figures have changed since it was made; take it back and make it anew.");
        }

        (table.Status, table.IssuedByName, table.IssuedOn) = (LeagueTableStatus.Issued, caller.SignedName(), today);
        return table;
    }

    private static Refusal? CheckOpen(LeagueTable table, string clause) => table.Status == LeagueTableStatus.Proposed
        ? null
        : Refusal.Conflict("wrong-status", clause, "评比表已发布或已撤回。", "The table is issued or taken back.").With("status", table.Status);

    private static async Task<Answer<LeagueTableDetail>> IssueAsync(
        Guid id, IfMatch seen, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteAsync<Outcome<LeagueTable>>(
            async ct =>
            {
                if (!(await FindAsync(id, seen, db, caller, ct)).Accepted(out var table, out var unknown))
                {
                    return unknown;
                }

                var computed = await ProposeLeagueTable.ComputeAsync(table.Programme, table.Comparison, table.Year, table.Round, db, packs, caller, clock.Today, ct);
                return computed.Accepted(out var now, out var refusal) ? Decide(table, now.Content, caller, clock.Today) : refusal;
            },
            cancellationToken);
        return outcome.ToHttp(table => LeagueTableDetail.Of(table, caller));
    }

    private static async Task<Answer<LeagueTableDetail>> WithdrawAsync(Guid id, IfMatch seen, ReportingDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteAsync<Outcome<LeagueTable>>(
            async ct =>
            {
                if (!(await FindAsync(id, seen, db, caller, ct)).Accepted(out var table, out var unknown))
                {
                    return unknown;
                }

                if (CheckOpen(table, table.Read().Citation.ClauseId) is { } closed)
                {
                    return closed;
                }

                table.Status = LeagueTableStatus.Withdrawn;
                return table;
            },
            cancellationToken);
        return outcome.ToHttp(table => LeagueTableDetail.Of(table, caller));
    }

    private static async Task<Outcome<LeagueTable>> FindAsync(Guid id, IfMatch seen, ReportingDb db, Caller caller, CancellationToken cancellationToken)
    {
        var table = await db.LeagueTables.SingleOrDefaultAsync(t => t.Id == id && t.Jurisdiction == caller.Jurisdiction, cancellationToken);
        return table is null ? ReadLeagueTables.NotFound(id) : seen.Check(table) is { } stale ? stale : table;
    }
}

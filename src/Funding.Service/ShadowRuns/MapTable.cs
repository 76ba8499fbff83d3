using Contracts.Refusals;
using Funding.BureauTables;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Funding.ShadowRuns;

/// <summary>Somebody says what a table tells of, and which of its titles is which of our columns.</summary>
internal static class MapTable
{
    /// <summary>The mapping.</summary>
    /// <param name="Kind">What it tells of; null = it is not read.</param>
    /// <param name="Columns">Our column's key → the table's title.</param>
    /// <param name="Unit">The unit of all its amounts; null = as each title says.</param>
    internal sealed record Request(TableKind? Kind = null, IReadOnlyDictionary<string, string>? Columns = null, AmountUnit? Unit = null);

    public static void Map(RouteGroupBuilder api) => api
        .MapPut("/shadow-runs/{id:guid}/tables/{number:int}", async (Guid id, int number, Request request, FundingDb db, HttpContext http, CancellationToken ct) =>
        {
            var caller = http.Caller();
            return (await db.WriteAsync(inner => SaveAsync(id, number, request, db, caller, inner), ct)).ToHttp();
        })
        .RequireRoles(ShadowRunAccess.Roles);

    private static async Task<Outcome<ShadowRunDetail>> SaveAsync(Guid id, int number, Request request, FundingDb db, Caller caller, CancellationToken ct)
    {
        if (!(await db.FindAsync(id, caller, ct)).Accepted(out var run, out var refused) || (refused = ShadowRunAccess.NotDraft(run)) is not null)
        {
            return refused;
        }

        var tables = await db.ShadowTables.Where(t => t.ShadowRunId == id).ToListAsync(ct);
        if (tables.Find(t => t.Number == number) is not { } table)
        {
            return Refusal.NotFound("table", number, "表格");
        }

        if (!Decide(request, Json.Read<List<string>>(table.Titles)).Accepted(out var mapping, out refused))
        {
            return refused;
        }

        table.Mapping = Json.Write(mapping);
        (run.State, run.FaultZh, run.FaultEn) = (ShadowRunState.Draft, null, null);
        await db.SaveChangesAsync(ct);
        return ShadowRunDetail.Of(run, tables, job: null, caller.Subject);
    }

    /// <summary>The mapping as it is kept, or what is wrong with it.</summary>
    public static Outcome<TableMapping> Decide(Request request, IReadOnlyList<string> titles)
    {
        if (request.Kind is not { } kind)
        {
            return TableMapping.None;
        }

        var columns = (request.Columns ?? new Dictionary<string, string>(StringComparer.Ordinal)).Where(c => !string.IsNullOrEmpty(c.Value)).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        var known = TableColumns.Of(kind);
        if (columns.Keys.FirstOrDefault(key => known.All(c => c.Key != key)) is { } unknown)
        {
            return Refusal.BadInput("columns", unknown, "没有这一栏目。", "There is no such column.");
        }

        if (columns.Values.FirstOrDefault(title => titles.IndexOf(title) < 0) is { } absent)
        {
            return Refusal.BadInput("columns", absent, "表中没有这一列。", "The table has no such title.");
        }

        if (columns.Values.GroupBy(title => title, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1)?.Key is { } twice)
        {
            return Refusal.BadInput("columns", twice, "同一列不能对应两个栏目。", "One title cannot be two columns.");
        }

        var lacking = TableColumns.Lacking(kind, columns.Keys);
        return lacking.Count > 0
            ? Refusal.BadInput(
                "columns",
                lacking[0].Key,
                $"还须指定：{string.Join("、", lacking.Select(c => c.Zh))}。",
                $"Still to be named: {string.Join(", ", lacking.Select(c => c.En))}.")
            : new TableMapping(kind, columns, request.Unit);
    }
}

using Contracts.Refusals;
using Funding.Accounts;
using Funding.Clawbacks;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Funding.Objections;

/// <summary>An objection (异议), what became of it, and what is to be corrected because of it.</summary>
internal sealed record ObjectionView(
    Guid Id,
    long Version,
    Guid ClawbackId,
    Guid InstitutionId,
    string InstitutionName,
    string Grounds,
    SignatureView Filed,
    ObjectionStatus Status,
    ObjectionOutcome? Outcome,
    ClaimBasis? ToCorrect,
    Guid? DecisionId,
    DateOnly? EndedOn) : IETagged
{
    public static ObjectionView Of(Objection row, Clawback clawback, string name) => new(
        row.Id,
        row.Version,
        row.ClawbackId,
        row.InstitutionId,
        name,
        row.Grounds,
        SignatureView.Of(row.Filed),
        row.Status,
        row.Outcome,
        row.ToCorrect(clawback),
        row.DecisionId,
        row.EndedOn);
}

/// <summary>Objections to clawbacks.</summary>
internal static class ReadObjections
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/clawback-objections", ListAsync).RequireRoles(Visibility.BureauAndOperators);

    /// <summary>There is no such objection for the caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("objection", id, "异议");

    /// <summary>What was decided or taken back stays so.</summary>
    public static Refusal NotOpen(Objection objection) => Refusal.Conflict(
            "objection-not-open",
            "status",
            $"该异议{(objection.Status == ObjectionStatus.Decided ? "已处理" : "已撤回")}。",
            $"The objection is {objection.Status.En()} already.")
        .With("status", objection.Status.En());

    private static async Task<Page<ObjectionView>> ListAsync(
        Guid? clawback, Choice<ObjectionStatus>? status, bool? toCorrect, PageQuery page, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var only = status?.Value;
        var rows = await db.Objections.AsNoTracking().VisibleTo(db, http.Caller())
            .Where(o => (clawback == null || o.ClawbackId == clawback) && (only == null || o.Status == only)
                && (toCorrect == null || (o.UpheldAtFen != null && db.Clawbacks.Any(c => c.Id == o.ClawbackId && c.ClaimedFen >= o.UpheldAtFen)) == toCorrect))
            .ToPageAsync(page, o => o.Id, ct, newestFirst: true);
        var names = await db.NamesAsync(rows.Items.Select(o => o.InstitutionId), ct);
        var cases = rows.Items.Select(o => o.ClawbackId).Distinct().ToList();
        var clawbacks = await db.Clawbacks.AsNoTracking().Where(c => cases.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        return rows.Select(row => ObjectionView.Of(row, clawbacks[row.ClawbackId], names[row.InstitutionId]));
    }
}

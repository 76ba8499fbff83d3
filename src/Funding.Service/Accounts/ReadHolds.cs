using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Funding.Accounts;

/// <summary>A hold with its body.</summary>
internal sealed record HeldBody(Guid InstitutionId, string Name, HoldView Hold);

/// <summary>Holds over all bodies, and the reasons of them in refusals.</summary>
internal static class ReadHolds
{
    public const string Refused = "account-on-hold";
    private const int MostShown = 5;

    public static void Map(RouteGroupBuilder api) => api.MapGet("/holds", ListAsync).RequireRoles(Visibility.Bureau);

    /// <summary>A refusal because of holds, with their reasons; any other as it is.</summary>
    public static async Task<Refusal> WithReasonsAsync(this FundingDb db, Refusal refusal, CancellationToken cancellationToken)
    {
        if (refusal.Code != Refused || refusal.Inputs["institutionId"] is not Guid institutionId)
        {
            return refusal;
        }

        var holds = await db.Holds.AsNoTracking().Where(h => h.InstitutionId == institutionId && h.Released == null)
            .OrderBy(h => h.Id).Take(MostShown).ToListAsync(cancellationToken);
        return (refusal with
        {
            Clause = holds.Select(h => h.Clause).FirstOrDefault(clause => clause is not null) ?? refusal.Clause,
            Zh = $"{refusal.Zh}原因：{string.Join("；", holds.Select(h => h.Reason.TrimEnd('。')))}。由资金审批人员解除。",
            En = $"{refusal.En} Because: {string.Join("; ", holds.Select(h => (h.ReasonEn ?? h.Reason).TrimEnd('.', '。')))}. A finance approver releases a hold.",
        }).With("holdIds", holds.Select(h => h.Id).ToList()).With("causes", holds.Select(h => h.Cause.Word()).ToList());
    }

    private static async Task<Page<HeldBody>> ListAsync(
        bool? open, Choice<HoldCause>? cause, PageQuery page, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var (caller, only) = (http.Caller(), cause?.Value);
        var rows = await db.Holds.AsNoTracking()
            .Where(h => db.Accounts.VisibleTo(caller).Any(a => a.InstitutionId == h.InstitutionId)
                && (open == null || (h.Released == null) == open)
                && (only == null || h.Cause == only))
            .ToPageAsync(page, h => h.Id, ct, newestFirst: true);
        var names = await db.NamesAsync(rows.Items.Select(h => h.InstitutionId), ct);
        return rows.Select(h => new HeldBody(h.InstitutionId, names[h.InstitutionId], HoldView.Of(h)));
    }
}

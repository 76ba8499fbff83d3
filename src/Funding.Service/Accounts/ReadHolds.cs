using Contracts.Refusals;
using Funding.Clawbacks;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
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
            Zh = $"{refusal.Zh}原因：{string.Join("；", holds.Select(h => h.Reason.TrimEnd('。')))}。事由消除后由资金审批人员解除。",
            En = $"{refusal.En} Because: {string.Join("; ", holds.Select(h => (h.ReasonEn ?? h.Reason).TrimEnd('.', '。')))}. A finance approver releases a hold, also one whose ground is gone.",
        }).With("holdIds", holds.Select(h => h.Id).ToList()).With("causes", holds.Select(h => h.Cause.Word()).ToList());
    }

    /// <summary>Holds as they are shown: a claim's ground is gone with its case, what was said of a body with its own end.</summary>
    public static async Task<IReadOnlyList<HoldView>> ShowAsync(this FundingDb db, IReadOnlyList<Hold> holds, DateOnly today, CancellationToken cancellationToken)
    {
        var cases = holds.Where(h => h.Cause == HoldCause.OpenClawback).Select(h => h.SourceId).ToList();
        var closed = cases.Count == 0
            ? []
            : await db.Clawbacks.Where(c => cases.Contains(c.Id) && c.Status != ClawbackStatus.Open).ToDictionaryAsync(c => c.Id, c => c.ClosedOn, cancellationToken);
        return [.. holds.Select(h => HoldView.Of(h, Gone(h) is { } on && on <= today ? new GroundEnd(on, h.GroundEndDocument) : null))];

        DateOnly? Gone(Hold hold) => hold.Cause == HoldCause.OpenClawback ? closed.GetValueOrDefault(hold.SourceId) : hold.GroundEndsOn;
    }

    /// <summary>Holds whose ground is gone: what was said of the body has ended, or its case is closed.</summary>
    public static IQueryable<Hold> WithGroundGone(this IQueryable<Hold> holds, FundingDb db, DateOnly today) => holds.Where(h =>
        (h.GroundEndsOn != null && h.GroundEndsOn <= today)
        || (h.Cause == HoldCause.OpenClawback && db.Clawbacks.Any(c => c.Id == h.SourceId && c.Status != ClawbackStatus.Open)));

    private static async Task<Page<HeldBody>> ListAsync(
        bool? open, Choice<HoldCause>? cause, bool? groundGone, PageQuery page, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct)
    {
        var (caller, only, today) = (http.Caller(), cause?.Value, clock.Today);
        var rows = await db.Holds.AsNoTracking()
            .Where(h => db.Accounts.VisibleTo(caller).Any(a => a.InstitutionId == h.InstitutionId)
                && (open == null || (h.Released == null) == open)
                && (only == null || h.Cause == only)
                && (groundGone == null || db.Holds.WithGroundGone(db, today).Any(gone => gone.Id == h.Id) == groundGone))
            .ToPageAsync(page, h => h.Id, ct, newestFirst: true);
        var names = await db.NamesAsync(rows.Items.Select(h => h.InstitutionId), ct);
        var shown = (await db.ShowAsync(rows.Items, today, ct)).ToDictionary(h => h.Id);
        return rows.Select(h => new HeldBody(h.InstitutionId, names[h.InstitutionId], shown[h.Id]));
    }
}

using Contracts.Refusals;
using Funding.Accounts;
using Funding.Data;
using Funding.Payments;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Funding.Rewards;

/// <summary>A decision on amounts as lists show it.</summary>
internal sealed record RewardDecisionView(
    Guid Id,
    long Version,
    string Programme,
    string Award,
    int Year,
    string DocumentNumber,
    DateOnly DecidedOn,
    RewardDecisionStatus Status,
    SignatureView Proposed,
    SignatureView? Confirmed) : IETagged
{
    public static RewardDecisionView Of(RewardDecision row) => new(
        row.Id,
        row.Version,
        row.Programme,
        row.Award,
        row.Year,
        row.DocumentNumber,
        row.DecidedOn,
        row.Status,
        SignatureView.Of(row.Proposed),
        SignatureView.Of(row.Confirmed));
}

/// <summary>A decision with its amounts and the latest payments proposed under it; the list of grants has them all.</summary>
internal sealed record RewardDecisionDetail(
    RewardDecisionView Decision, IReadOnlyList<RewardAmountEntry> Amounts, IReadOnlyList<PaymentView> Grants) : IETagged
{
    public long Version => Decision.Version;
}

/// <summary>A body that a decision rewards, with its grade and amount; <paramref name="Reason"/> says why it is not paid now.</summary>
internal sealed record RewardableBody(Guid InstitutionId, string Name, string? Grade, long? AmountFen, string? GrantStatus, Label? Reason);

/// <summary>Decisions on amounts, and whom they reward.</summary>
internal static class ReadRewardDecisions
{
    private const int LatestGrants = 100;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/reward-decisions", ListAsync).RequireRoles(Visibility.Bureau);
        api.MapGet("/reward-decisions/{id:guid}", async (Guid id, FundingDb db, HttpContext http, CancellationToken ct) =>
            (await FindAsync(id, db, http.Caller(), ct)).ToHttp()).RequireRoles(Visibility.Bureau);
        api.MapGet("/reward-decisions/{id:guid}/bodies", BodiesAsync).RequireRoles(Visibility.Bureau);
    }

    /// <summary>A decision as the caller may see it.</summary>
    public static async Task<Outcome<RewardDecisionDetail>> FindAsync(Guid id, FundingDb db, Caller caller, CancellationToken ct)
    {
        var row = await db.RewardDecisions.AsNoTracking().Include(d => d.Amounts).SingleOrDefaultAsync(d => d.Id == id && d.Jurisdiction == caller.Jurisdiction, ct);
        if (row is null)
        {
            return NotFound(id);
        }

        var grants = await db.Grants.AsNoTracking().Where(g => g.SourceId == id).OrderByDescending(g => g.Id).Take(LatestGrants).ToListAsync(ct);
        var names = await PaymentView.NamesAsync(db, grants, ct);
        return new RewardDecisionDetail(
            RewardDecisionView.Of(row),
            [.. row.Amounts.OrderByDescending(a => a.AmountFen).ThenBy(a => a.Key, StringComparer.Ordinal).Select(a => new RewardAmountEntry(a.Key, a.AmountFen, a.Basis))],
            [.. grants.Select(g => PaymentView.Of(g, names))]);
    }

    /// <summary>There is no such decision for the caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("reward decision", id, "金额决定");

    private static async Task<Page<RewardDecisionView>> ListAsync(
        string? programme, string? award, int? year, Choice<RewardDecisionStatus>? status, PageQuery page, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var (only, jurisdiction) = (status?.Value, http.Caller().Jurisdiction);
        var rows = await db.RewardDecisions.AsNoTracking()
            .Where(d => d.Jurisdiction == jurisdiction
                && (programme == null || d.Programme == programme)
                && (award == null || d.Award == award)
                && (year == null || d.Year == year)
                && (only == null || d.Status == only))
            .ToPageAsync(page, d => d.Id, ct, newestFirst: true);
        return rows.Select(RewardDecisionView.Of);
    }

    // Grade → money, before anything is proposed: the bodies of that year's evaluation, or those that the decision names.
    private static async Task<Answer<Page<RewardableBody>>> BodiesAsync(
        Guid id, PageQuery page, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct)
    {
        var jurisdiction = http.Caller().Jurisdiction;
        var decision = await db.RewardDecisions.AsNoTracking().Include(d => d.Amounts).SingleOrDefaultAsync(d => d.Id == id && d.Jurisdiction == jurisdiction, ct);
        if (decision is null)
        {
            return ((Outcome<Page<RewardableBody>>)NotFound(id)).ToHttp();
        }

        var pack = await packs.RulingAsync(decision.Programme, clock.Today, ct);
        if (pack.Reward(decision.Award) is not { } reward)
        {
            return ((Outcome<Page<RewardableBody>>)new Page<RewardableBody>([], null)).ToHttp();
        }

        var (keys, byGrade) = (decision.Amounts.Select(a => a.Key).ToList(), reward.By == RewardBasis.Grade);
        List<Guid> named = byGrade ? [] : [.. keys.Select(Guid.Parse)];
        var accounts = await db.Accounts.AsNoTracking()
            .Where(a => a.Programme == decision.Programme && a.Jurisdiction == jurisdiction
                && (byGrade ? a.EvaluatedYear == decision.Year && keys.Contains(a.EvaluationGrade!) : named.Contains(a.InstitutionId)))
            .ToPageAsync(page, a => a.InstitutionId, ct);
        var ids = accounts.Items.Select(a => a.InstitutionId).ToList();
        var grants = (await db.Grants.AsNoTracking().Where(g => g.SourceId == id && ids.Contains(g.RewardedBodyId!.Value)).OrderBy(g => g.Id).ToListAsync(ct))
            .ToLookup(g => g.RewardedBodyId!.Value, g => g.Status.En());
        Outcome<Page<RewardableBody>> found = accounts.Select(a => Body(decision, reward, a, grants[a.InstitutionId].LastOrDefault()));
        return found.ToHttp();
    }

    private static RewardableBody Body(RewardDecision decision, Reward reward, FundingAccount account, string? status) =>
        GrantRewards.Due(decision, reward, account).Accepted(out var due, out var refused)
            ? new RewardableBody(account.InstitutionId, account.Name, account.EvaluationGrade, due.Fen, status, null)
            : new RewardableBody(account.InstitutionId, account.Name, account.EvaluationGrade, null, status, new Label(refused.Zh, refused.En));
}

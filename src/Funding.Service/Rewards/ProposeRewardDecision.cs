using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Rewards;

/// <summary>One amount, by grade, answer or body's ID.</summary>
internal sealed record RewardAmountEntry(string Key, long AmountFen, string? Basis = null);

/// <summary>A year's decision on amounts, as it was recorded.</summary>
internal sealed record RewardDecisionProposal(
    string Programme, string Award, int Year, string DocumentNumber, DateOnly DecidedOn, IReadOnlyList<RewardAmountEntry> Amounts);

/// <summary>Records the bureau's yearly decision on amounts; another person confirms it.</summary>
internal static class ProposeRewardDecision
{
    private const int MaxAmounts = 500;

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/reward-decisions", async (
            RewardDecisionProposal request, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(request, db, packs, clock, http.Caller(), inner), ct))
            .ToCreated(made => made, made => $"/api/funding/reward-decisions/{made.Decision.Id}"))
        .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();

    /// <summary>What is wrong with its keys under the pack: only grades that may be rewarded, answers that there are, bodies on the register.</summary>
    public static Refusal? CheckKeys(RewardDecisionProposal request, PolicyPack pack, IReadOnlyCollection<Guid> bodies)
    {
        var keys = request.Amounts.Select(a => a.Key).ToList();
        if (keys.Distinct(StringComparer.Ordinal).Count() < keys.Count)
        {
            return Refusal.BadInput("amounts", keys.Count, "同一对象重复填写。", "Something is given twice.");
        }

        var allowed = Allowed(request, pack);
        var stray = allowed is null
            ? keys.Find(key => !Guid.TryParseExact(key, "D", out var id) || !bodies.Contains(id))
            : keys.Find(key => !allowed.Contains(key, StringComparer.Ordinal));
        return stray is null
            ? null
            : Refusal.BadInput(
                "amounts",
                stray,
                allowed is null ? $"“{stray}”不是本项政策在册的单位。" : $"“{stray}”不在可奖励的范围内（{string.Join("、", allowed)}）。",
                allowed is null ? $"'{stray}' is no body on this programme's register." : $"'{stray}' is not among what is rewarded ({string.Join(", ", allowed)}).");
    }

    // The grades that may be rewarded are those of the year that is rewarded.
    private static IReadOnlyList<string>? Allowed(RewardDecisionProposal request, PolicyPack pack) =>
        pack.Reward(request.Award) is { } reward
            ? reward.Grades is { } grades ? pack.Choices(grades, ReferenceDays.OfYear(request.Year)).Value : null
            : [.. pack.Claim(request.Award)!.Fields.First(f => f.Name == pack.Claim(request.Award)!.Tariff).Options.Select(o => o.Key)];

    private static async Task<Outcome<RewardDecisionDetail>> RunAsync(
        RewardDecisionProposal request, FundingDb db, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (Check(request, clock.Today) is { } wrong)
        {
            return wrong;
        }

        // P-6: what a plan rewards for a year of its life is decided after that year, and after the plan's end as well.
        var pack = await packs.RulingAsync(request.Programme, clock.Today, ct);
        if (pack.Jurisdiction != caller.Jurisdiction || (pack.Reward(request.Award) is null && pack.Claim(request.Award)?.Tariff is null))
        {
            return Refusal.NotFound("reward", request.Award, "奖励事项");
        }

        if (NotOfThePlan(request, pack, await packs.PlanAsync(pack, clock.Today, ct)) is { } outside)
        {
            return outside;
        }

        List<Guid> named = [.. request.Amounts.Select(a => Guid.TryParseExact(a.Key, "D", out var id) ? id : (Guid?)null).OfType<Guid>()];
        var bodies = await db.Accounts.Where(a => a.Programme == pack.Programme && named.Contains(a.InstitutionId)).Select(a => a.InstitutionId).ToListAsync(ct);
        if (CheckKeys(request, pack, bodies) is { } refusal)
        {
            return refusal;
        }

        var decision = Make(request, pack, caller.Signs(clock));
        db.RewardDecisions.Add(decision);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            return Refusal.Conflict(
                    "reward-decided", pack.Reward(request.Award)?.Citation.ClauseId ?? "P-5", $"{request.Year}年度的该项金额已有决定；须先撤回未确认的决定。", $"The amounts of {request.Year} are decided already; only an unconfirmed decision can be withdrawn.")
                .With("year", request.Year);
        }

        return await ReadRewardDecisions.FindAsync(decision.Id, db, caller, ct);
    }

    private static Refusal? NotOfThePlan(RewardDecisionProposal request, PolicyPack pack, PlanState plan) =>
        pack.Status == PackStatus.Draft && plan.Adoption is null
            ? Refusal.Conflict("policy-draft", "P-6", $"“{pack.Title.Zh}”尚为征求意见稿，未施行。", $"'{pack.Title.En}' is a consultation draft and without effect.")
            : request.Year >= pack.From.Year && request.Year <= (plan.EndOf(pack)?.Year ?? request.Year)
            ? null
            : Refusal.Conflict(
                    "year-outside-plan", "P-6", $"{request.Year}年度不在该政策的执行期内。", $"{request.Year} is no year of the plan.")
                .With("from", pack.From).With("until", plan.EndOf(pack));

    private static RewardDecision Make(RewardDecisionProposal request, PolicyPack pack, Signature by)
    {
        var id = Guid.CreateVersion7();
        return new RewardDecision
        {
            Id = id,
            Jurisdiction = pack.Jurisdiction,
            Programme = pack.Programme,
            Award = request.Award,
            Year = request.Year,
            DocumentNumber = request.DocumentNumber.Trim(),
            DecidedOn = request.DecidedOn,
            Proposed = by,
            Amounts =
            [
                .. request.Amounts.Select(a => new RewardAmount
                {
                    DecisionId = id,
                    Key = a.Key,
                    AmountFen = a.AmountFen,
                    Basis = string.IsNullOrWhiteSpace(a.Basis) ? null : a.Basis.Trim(),
                }),
            ],
        };
    }

    private static Refusal? Check(RewardDecisionProposal request, DateOnly today)
    {
        if (request.Amounts is not { Count: > 0 and <= MaxAmounts } || request.Amounts.Contains(null!))
        {
            return Refusal.BadInput("amounts", request.Amounts?.Count ?? 0, $"须列出 1 至 {MaxAmounts} 项金额，不得有空行。", $"List 1 to {MaxAmounts} amounts, none of them empty.");
        }

        return Checks.First(
        [
            Checks.Text("programme", request.Programme),
            Checks.Text("award", request.Award),
            Checks.Text("documentNumber", request.DocumentNumber, 100),
            Checks.NotInFuture("decidedOn", request.DecidedOn, today),
            request.Year >= 2000 && request.Year <= today.Year ? null : Refusal.BadInput("year", request.Year, $"年度应不晚于 {today.Year}。", $"The year is not after {today.Year}."),
            .. request.Amounts.SelectMany((a, i) => (Refusal?[])
            [
                Checks.Text($"amounts[{i}].key", a.Key, 100),
                Checks.Amount($"amounts[{i}].amountFen", a.AmountFen),
                string.IsNullOrWhiteSpace(a.Basis) ? null : Checks.Text($"amounts[{i}].basis", a.Basis),
            ]),
        ]);
    }
}

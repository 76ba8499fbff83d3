using Contracts.Refusals;
using Funding.Packs;
using Policies.Evaluation;

namespace Funding.Accounts;

/// <summary>In how many fiscal years a body may be paid (ZS-04).</summary>
internal static class YearsOfSupport
{
    /// <summary>The years that are used: its own and, after a merger, those of the bodies that it carries on (ZS-04, ZS-21).</summary>
    public static IReadOnlyList<int> Used(FundingAccount account, IReadOnlyList<AbsorbedBody> carried, PaymentRules rules) =>
        [.. account.YearsCounted(rules.RecoveredYearCounts).Concat(carried.SelectMany(body => body.Years)).Distinct().Order()];

    /// <summary>Whether a year may be one of them; a refusal names the years that are used.</summary>
    public static Outcome<Calculation> Check(FundingAccount account, int fiscalYear, IReadOnlyList<AbsorbedBody> carried, PaymentRules rules)
    {
        var used = Used(account, carried, rules);
        var others = used.Where(y => y != fiscalYear).ToList();
        var follows = others.Count == 0 || used.Contains(fiscalYear) || used.Contains(fiscalYear - 1);
        var outcome = rules.YearsKept(others.Count + 1, follows);
        return outcome.Refusal is { } refusal ? Refuse(refusal, account, fiscalYear, others, carried) : outcome;
    }

    private static Refusal Refuse(Refusal refusal, FundingAccount account, int fiscalYear, List<int> others, IReadOnlyList<AbsorbedBody> carried)
    {
        var (zh, en) = carried.Count == 0
            ? ("", "")
            : ($"（含合并单位{string.Join("、", carried.Select(c => $"“{c.Name}”"))}的年度）", $" (with those of {string.Join(", ", carried.Select(c => $"'{c.Name}'"))}, merged into it)");
        return (refusal with
        {
            Zh = $"{refusal.Zh}已用年度：{string.Join("、", others)}{zh}。",
            En = $"{refusal.En} Years used: {string.Join(", ", others)}{en}.",
        }).With("yearsUsed", others).With("fiscalYear", fiscalYear).With("institutionId", account.InstitutionId);
    }
}

using Contracts.Refusals;
using Funding.Packs;
using Policies.Evaluation;

namespace Funding.Accounts;

/// <summary>In how many fiscal years a body may be paid (ZS-04).</summary>
internal static class YearsOfSupport
{
    /// <summary>Whether a year may be one of them; a refusal names the years that are used.</summary>
    public static Outcome<Calculation> Check(FundingAccount account, int fiscalYear, PaymentRules rules)
    {
        var used = account.YearsCounted(rules.RecoveredYearCounts.Value);
        var others = used.Where(y => y != fiscalYear).ToList();
        var follows = others.Count == 0 || used.Contains(fiscalYear) || used.Contains(fiscalYear - 1);
        var outcome = rules.YearsKept(others.Count + 1, follows);
        return outcome.Refusal is { } refusal
            ? (refusal with { Zh = $"{refusal.Zh}已用年度：{string.Join("、", others)}。", En = $"{refusal.En} Years used: {string.Join(", ", others)}." })
                .With("yearsUsed", others).With("fiscalYear", fiscalYear).With("institutionId", account.InstitutionId)
            : outcome;
    }
}

using Contracts.Refusals;
using Funding.Packs;

namespace Funding.Advances;

/// <summary>Which fiscal years still take commitments.</summary>
internal static class FiscalYear
{
    /// <summary>
    /// ZS-03 caps each year's money and ZS-04 counts the years: what a year left over is gone with its 31 December, or it would
    /// be paid on top of a later year's cap, and to a body whose years are used up. What was approved in its year and did not arrive
    /// (<paramref name="paidAgain"/>) is still that year's (P-4, decision 12).
    /// </summary>
    public static Refusal? Over(int fiscalYear, PaymentRules rules, bool paidAgain = false) => paidAgain || rules.Today.Year <= fiscalYear
        ? null
        : Refusal.Conflict(
                "fiscal-year-over",
                rules.CapClause,
                $"{fiscalYear}年度已结束，其年度安排不再用于新的预拨；请使用本年度安排。",
                $"Fiscal year {fiscalYear} is over; its appropriation takes no new advances. Use this year's.")
            .With("fiscalYear", fiscalYear).With("today", rules.Today);
}

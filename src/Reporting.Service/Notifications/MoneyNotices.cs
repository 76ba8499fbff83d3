using Contracts.Funding;
using Contracts.Values;
using Policies;
using Reporting.Institutions;
using ServiceDefaults.Authentication;

namespace Reporting.Notifications;

/// <summary>Tells a body what became of its money, and its bureau where money is to come back. Pure.</summary>
internal static class MoneyNotices
{
    private static readonly Dictionary<string, (string Zh, string En)> Words = new(StringComparer.Ordinal)
    {
        [ClawbackCauses.Deadline] = ("逾期未完成认定、资金未使用", "unused when the time for the recognition was over"),
        [ClawbackCauses.Revocation] = ("资格取消", "the recognition was revoked"),
        [ClawbackCauses.Fraud] = ("弄虚作假", "obtained by fraud"),
    };

    /// <summary>A payment older than this is no news: it was taken over from the books of before the platform.</summary>
    public const int NewsDays = 60;

    /// <summary>The bank paid.</summary>
    public static IReadOnlyList<Notification> Of(AdvancePaid paid, Institution body, PolicyPack? pack, DateOnly today, DateTime now) =>
        IsOld(paid.PaidOn, today) ? [] : [Notification.About(
            body,
            $"advance-paid:{paid.AdvanceId:N}",
            "advance-paid",
            NoticeTopic.Money,
            $"“{body.Name}”{paid.FiscalYear}年度资金 {Money.FromFen(paid.AmountFen)} 元已于 {paid.PaidOn:yyyy-MM-dd} 拨付。",
            $"{Money.FromFen(paid.AmountFen)} yuan of {paid.FiscalYear} were paid to '{body.Name}' on {paid.PaidOn:yyyy-MM-dd}.",
            pack.ClauseOfStep("advance"),
            $"/advances/{paid.AdvanceId}",
            today,
            now,
            Roles.Operator)];

    /// <summary>The bank returned a payment (退汇).</summary>
    public static IReadOnlyList<Notification> Of(PaymentReversed reversed, Institution body, PolicyPack? pack, DateOnly today, DateTime now) =>
        IsOld(reversed.ReversedOn, today) ? [] : [Notification.About(
            body,
            $"payment-reversed:{reversed.AdvanceId:N}",
            "payment-reversed",
            NoticeTopic.Money,
            $"“{body.Name}”{reversed.FiscalYear}年度资金 {Money.FromFen(reversed.AmountFen)} 元于 {reversed.ReversedOn:yyyy-MM-dd} 被银行退回，请核对收款账户。",
            $"The bank returned {Money.FromFen(reversed.AmountFen)} yuan of {reversed.FiscalYear} for '{body.Name}' on {reversed.ReversedOn:yyyy-MM-dd}; check the payee account.",
            pack.ClauseOfStep("advance"),
            $"/advances/{reversed.AdvanceId}",
            today,
            now,
            Roles.Operator,
            Roles.FinanceMaker)];

    /// <summary>The year was settled; where more was paid than was due, it is to be paid back (ZS-06, ZS-07).</summary>
    public static Notification Of(YearSettled settled, Institution body, PolicyPack? pack, DateOnly today, DateTime now)
    {
        var (entitled, clawback, owes) = (Money.FromFen(settled.EntitledFen), Money.FromFen(settled.ClawbackFen), settled.ClawbackFen > 0);
        return Notification.About(
            body,
            $"year-settled:{settled.SettlementId:N}:{settled.Version}",
            owes ? "clawback-opened" : "year-settled",
            NoticeTopic.Money,
            $"“{body.Name}”{settled.FiscalYear}年度资金已结算：应补助 {entitled} 元" + (owes ? $"，应追缴 {clawback} 元。" : "，无需追缴。"),
            $"The money of {settled.FiscalYear} of '{body.Name}' is settled: {entitled} yuan were due" + (owes ? $", {clawback} yuan are to be paid back." : ", nothing is to be paid back."),
            pack.ClauseOfStep(owes ? "clawback" : "settlement"),
            $"/settlements/{settled.SettlementId}",
            today,
            now,
            owes ? [Roles.Operator, Roles.FinanceMaker, Roles.Leader] : [Roles.Operator]);
    }

    /// <summary>Money is claimed back by decision, or because the time for the recognition was over (ZS-08); more of it is told again.</summary>
    public static Notification Of(ClawbackOpened claimed, Institution body, DateOnly today, DateTime now)
    {
        var (zh, en) = Words.GetValueOrDefault(claimed.Cause, (claimed.Cause, claimed.Cause));
        return Notification.About(
            body,
            $"clawback-opened:{claimed.ClawbackId:N}:{claimed.ClaimedFen}",
            "clawback-opened",
            NoticeTopic.Money,
            $"“{body.Name}”{claimed.FiscalYear}年度资金因{zh}应追缴 {Money.FromFen(claimed.ClaimedFen)} 元，请于 {claimed.DueOn:yyyy-MM-dd} 前（含当日）缴回。",
            $"{Money.FromFen(claimed.ClaimedFen)} yuan of {claimed.FiscalYear} are to be paid back by '{body.Name}' until {claimed.DueOn:yyyy-MM-dd}: {en}.",
            claimed.Clause,
            $"/clawbacks/{claimed.ClawbackId}",
            today,
            now,
            Roles.Operator,
            Roles.FinanceMaker,
            Roles.FinanceApprover,
            Roles.Leader);
    }

    private static bool IsOld(DateOnly day, DateOnly today) => day < today.AddDays(-NewsDays);
}

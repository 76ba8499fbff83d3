using Contracts.Refusals;
using Contracts.Values;
using Funding.Payments;

namespace Funding.Advances;

/// <summary>
/// A failed or returned (退汇) advance paid again by a new proposal, under the same year's appropriation and cap, also after the year was
/// settled: the settlement then follows what is paid. No more than what came back, and once.
/// </summary>
internal static class PayAgain
{
    /// <summary>Whether this amount of this year may replace that advance.</summary>
    /// <param name="amountFen">What is proposed.</param>
    /// <param name="fiscalYear">Under which year's appropriation.</param>
    /// <param name="replaced">What failed or came back.</param>
    /// <param name="again">Proposals that replace it already.</param>
    public static Refusal? Decide(long amountFen, int fiscalYear, Advance replaced, IEnumerable<Advance> again)
    {
        if (replaced.Status is not (PaymentStatus.Failed or PaymentStatus.Returned))
        {
            return Refusal.Conflict(
                    "advance-not-ended",
                    "status",
                    $"原预拨现为“{replaced.Status.Zh()}”，只有支付失败或退汇的可以重新支付。",
                    $"The advance is {replaced.Status.En()}; only one that failed or came back is paid again.")
                .With("advanceId", replaced.Id).With("status", replaced.Status.En());
        }

        if (replaced.FiscalYear != fiscalYear || amountFen > replaced.AmountFen)
        {
            return Refusal.Conflict(
                    "replacement-exceeds",
                    "amountFen",
                    $"重新支付须使用 {replaced.FiscalYear} 年度安排，金额不超过原金额（{Money.FromFen(replaced.AmountFen)} 元）。",
                    $"It is paid again from {replaced.FiscalYear}'s appropriation, with at most the former {Money.FromFen(replaced.AmountFen)} yuan.")
                .With("advanceId", replaced.Id).With("formerFen", replaced.AmountFen).With("askedFen", amountFen).With("fiscalYear", replaced.FiscalYear);
        }

        // What failed once more is itself what is paid again: otherwise the one sum could be paid by way of either.
        return again.FirstOrDefault(a => a.Status != PaymentStatus.Cancelled) is { } other
            ? Refusal.Conflict(
                    "replaced-already",
                    "replacesId",
                    "该笔预拨已有重新支付的申请；该申请又支付失败或退汇的，请就该笔再重新支付。",
                    "It is paid again by another proposal already; if that failed or came back as well, pay that one again.")
                .With("by", other.Id)
            : null;
    }
}

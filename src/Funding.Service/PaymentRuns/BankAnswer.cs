using Contracts.Refusals;
using Funding.Payments;

namespace Funding.PaymentRuns;

/// <summary>One line of the bank's answer.</summary>
/// <param name="PaymentId">Which payment.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="On">The bank's day.</param>
/// <param name="BankReference">The bank's reference.</param>
/// <param name="Reason">Why it failed or came back; required then.</param>
internal sealed record BankAnswer(Guid PaymentId, PaymentOutcome Outcome, DateOnly On, string BankReference, string? Reason = null)
{
    /// <summary>
    /// What the answer does to a payment: true where it is news, false where it was recorded before, or a refusal where it
    /// contradicts what is known.
    /// </summary>
    public Outcome<bool> Decide(Payment payment, IReadOnlyCollection<PaymentResult> known, DateOnly today)
    {
        if (known.FirstOrDefault(r => r.Outcome == Outcome) is { } earlier)
        {
            return earlier.On == On && earlier.BankReference == BankReference ? false : Contradicts(payment, earlier);
        }

        if (On > today || On < payment.ExportedOn)
        {
            return Refuse(
                payment,
                "result-day-impossible",
                $"银行日期 {On:yyyy-MM-dd} 不可能：支付于 {payment.ExportedOn:yyyy-MM-dd} 导出，今天是 {today:yyyy-MM-dd}。",
                $"The bank's day {On:yyyy-MM-dd} is impossible: exported on {payment.ExportedOn:yyyy-MM-dd}, today is {today:yyyy-MM-dd}.");
        }

        return (payment.Status, Outcome) switch
        {
            (PaymentStatus.Exported, PaymentOutcome.Paid or PaymentOutcome.Failed) => true,
            (PaymentStatus.Paid, PaymentOutcome.Returned) when On >= payment.PaidOn => true,
            _ => Refuse(
                payment,
                "result-out-of-order",
                $"该笔支付现为“{payment.Status.Zh()}”，不能登记为“{Outcome.Zh()}”：已导出的才能登记支付或失败，已支付的才能登记退汇（不早于支付日）。",
                $"The payment is {payment.Status.En()} and cannot become {Outcome.En()}: an exported one is paid or fails, a paid one is returned, not before its payment day."),
        };
    }

    private static Refusal Contradicts(Payment payment, PaymentResult earlier) => Refuse(
            payment,
            "result-contradicts",
            $"该笔支付已登记为“{earlier.Outcome.Zh()}”（{earlier.On:yyyy-MM-dd}，{earlier.BankReference}），与本次内容不同。",
            $"The payment is already recorded as {earlier.Outcome.En()} ({earlier.On:yyyy-MM-dd}, {earlier.BankReference}), which differs from this answer.")
        .With("recordedOn", earlier.On).With("recordedReference", earlier.BankReference);

    private static Refusal Refuse(Payment payment, string code, string zh, string en) =>
        Refusal.Conflict(code, "bank-result", zh, en).With("paymentId", payment.Id).With("amountFen", payment.AmountFen);
}

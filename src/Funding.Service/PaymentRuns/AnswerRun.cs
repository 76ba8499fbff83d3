using Contracts.Refusals;
using Funding.Advances;
using Funding.Data;
using Funding.Payments;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;

namespace Funding.PaymentRuns;

/// <summary>Applies the bank's answers to a run's payments: all or none, each answer once however often it is told.</summary>
internal sealed class AnswerRun(FundingDb db, PaymentConcerns concerns, BusinessClock clock)
{
    /// <summary>How many of the answers were news.</summary>
    public async Task<Outcome<int>> ApplyAsync(Guid runId, IReadOnlyList<BankAnswer> answers, Caller caller, CancellationToken cancellationToken)
    {
        // A sealed run's payments never change, so that whom they concern may be read before the run's turn.
        var ids = answers.Select(r => r.PaymentId).Distinct().ToList();
        var own = await db.Payments.Where(p => p.PaymentRunId == runId && p.Jurisdiction == caller.Jurisdiction && ids.Contains(p.Id))
            .Select(p => p.Id).ToListAsync(cancellationToken);
        await concerns.TakeTurnsAsync(own, cancellationToken);
        if (await db.TakeRunAsync(runId, caller, cancellationToken) is not { } run)
        {
            return ReadPaymentRuns.NotFound(runId);
        }

        if (ids.Except(own).FirstOrDefault() is var stranger && stranger != default)
        {
            return Refusal.NotFound("payment of this run", stranger, "本批次支付");
        }

        var outcome = await RecordAsync(answers, ids, caller.Signs(clock), cancellationToken);
        if (!await db.Payments.AnyAsync(p => p.PaymentRunId == runId && p.Status == PaymentStatus.Exported, cancellationToken) && run.Status == PaymentRunStatus.Sealed)
        {
            run.Status = PaymentRunStatus.Answered;
            await db.SaveChangesAsync(cancellationToken);
        }

        return outcome;
    }

    private async Task<Outcome<int>> RecordAsync(IReadOnlyList<BankAnswer> answers, List<Guid> ids, Signature by, CancellationToken cancellationToken)
    {
        var payments = await db.Payments.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var known = await db.PaymentResults.Where(r => ids.Contains(r.PaymentId)).ToListAsync(cancellationToken);
        List<ReleasedPayment> released = [];
        var news = 0;
        foreach (var answer in answers)
        {
            var payment = payments[answer.PaymentId];
            if (!answer.Decide(payment, [.. known.Where(r => r.PaymentId == payment.Id)], clock.Today).Accepted(out var isNews, out var refused))
            {
                return refused;
            }

            if (isNews)
            {
                var result = db.Answer(payment, answer, by, clock.Today);
                known.Add(result);
                news++;
                Tell(payment, result, released);
            }
        }

        await concerns.ReleasedAsync(released, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await concerns.FinishAsync(payments.Values, cancellationToken);

        // Appropriations, shared by all, come last.
        foreach (var appropriation in released.Select(r => r.Payment).GroupBy(p => p.AppropriationId).OrderBy(g => g.Key))
        {
            await db.GiveBackAsync(appropriation.Key, appropriation.Sum(p => p.AmountFen), cancellationToken);
        }

        return news;
    }

    private void Tell(Payment payment, PaymentResult result, List<ReleasedPayment> released)
    {
        if (result.Outcome == PaymentOutcome.Paid)
        {
            concerns.Paid(payment, result);
            return;
        }

        released.Add(new ReleasedPayment(payment, result.Outcome == PaymentOutcome.Returned ? result : null));
    }
}

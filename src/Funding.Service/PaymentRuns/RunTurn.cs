using Contracts.Refusals;
using Funding.Data;
using Funding.Payments;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;

namespace Funding.PaymentRuns;

/// <summary>Whose turn it is to change a run.</summary>
internal static class RunTurn
{
    /// <summary>Locks a run of the caller's until the transaction ends and reads it; null where the caller sees none.</summary>
    public static async Task<PaymentRun?> TakeRunAsync(this FundingDb db, Guid id, Caller caller, CancellationToken cancellationToken)
    {
        var locked = await db.PaymentRuns
            .Where(r => r.Id == id && r.Jurisdiction == caller.Jurisdiction)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.Version, r => r.Version + 1), cancellationToken);
        return locked == 0 ? null : await db.PaymentRuns.SingleAsync(r => r.Id == id, cancellationToken);
    }

    /// <summary>Takes a payment out of the gathered run that holds it, if one does, and off the run's figures.</summary>
    public static async Task TakeOutAsync(this FundingDb db, Payment payment, CancellationToken cancellationToken)
    {
        if (payment.PaymentRunId is not { } runId)
        {
            return;
        }

        await db.PaymentRuns
            .Where(r => r.Id == runId && r.Status == PaymentRunStatus.Gathered)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(r => r.Payments, r => r.Payments - 1)
                    .SetProperty(r => r.TotalFen, r => r.TotalFen - payment.NetFen)
                    .SetProperty(r => r.Version, r => r.Version + 1),
                cancellationToken);
        payment.PaymentRunId = null;
    }

    /// <summary>What was sealed or dissolved stays so.</summary>
    public static Refusal NotGathered(PaymentRun run) => Refusal.Conflict(
            "run-not-gathered",
            "status",
            $"该支付批次{run.Status.Zh()}，不能再更改。",
            $"The payment run is {run.Status.En()} and does not change any more.")
        .With("status", run.Status.En());
}

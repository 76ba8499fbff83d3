using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;

namespace Funding.Settlements;

/// <summary>Whose turn it is to decide about a settlement run.</summary>
internal static class SettlementRunTurn
{
    /// <summary>Locks a run of the caller's until the transaction ends and reads it; null where the caller sees none.</summary>
    public static async Task<SettlementRun?> TakeSettlementRunAsync(this FundingDb db, Guid id, Caller caller, CancellationToken cancellationToken)
    {
        var locked = await db.SettlementRuns
            .Where(r => r.Id == id && r.Jurisdiction == caller.Jurisdiction)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.Version, r => r.Version + 1), cancellationToken);
        return locked == 0 ? null : await db.SettlementRuns.SingleAsync(r => r.Id == id, cancellationToken);
    }

    /// <summary>There is no such run for the caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("settlement run", id, "结算批次");

    /// <summary>Only a run that is in one of these states can be decided about.</summary>
    public static Refusal? NotIn(this SettlementRun run, params ReadOnlySpan<SettlementRunStatus> states) => states.Contains(run.Status)
        ? null
        : Refusal.Conflict(
                "settlement-run-status",
                "P-5",
                $"该结算批次{run.Status.Zh()}，不能办理此事项。",
                $"The settlement run is {run.Status.En()}; this cannot be done to it.")
            .With("status", run.Status.En());
}

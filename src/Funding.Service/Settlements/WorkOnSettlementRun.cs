using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Jobs;

namespace Funding.Settlements;

/// <summary>Brings a large settlement run on, a step at a time, until it waits for a person or is done.</summary>
internal sealed class WorkOnSettlementRun(FundingDb db, SettlementSteps steps) : IJobHandler
{
    public const string JobKind = "settlement-run";

    public string Kind => JobKind;

    public async Task<string?> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(run.Input);
        while (await db.WriteAsync(ct => StepAsync(id, ct), cancellationToken) is { } seen)
        {
            db.ChangeTracker.Clear();
            await run.ReportAsync(seen.Status == SettlementRunStatus.Settling ? seen.Settled + seen.LeftOut : seen.Lines, seen.Bodies, checkpoint: null, cancellationToken);
        }

        return null;
    }

    private async Task<SettlementRun?> StepAsync(Guid id, CancellationToken cancellationToken)
    {
        var run = await db.SettlementRuns.SingleAsync(r => r.Id == id, cancellationToken);
        switch (run.Status)
        {
            case SettlementRunStatus.Previewing:
                await steps.PreviewAsync(run, only: null, cancellationToken);
                return run;
            case SettlementRunStatus.Settling:
                await steps.SettleAsync(run, cancellationToken);
                return run;
            default:
                return null;
        }
    }
}

using Funding.BureauTables;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using ServiceDefaults.Clock;
using ServiceDefaults.Jobs;
using ServiceDefaults.Sheets;

namespace Funding.ShadowRuns;

/// <summary>Reads a run's tables, holds them against the pack and keeps what it finds. Begun again after a stop, it begins anew.</summary>
internal sealed class AnalyseShadowRun(FundingDb db, ShadowTables tables, PackShelf packs, BusinessClock clock) : IJobHandler
{
    public const string JobKind = "analyse-shadow-run";

    /// <summary>The findings and faults that are kept; the totals are of all.</summary>
    public const int MostKept = 5_000;

    private const int SavedAtOnce = 500;

    public string Kind => JobKind;

    public async Task<string?> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(run.Input);
        var shadow = await db.ShadowRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.State == ShadowRunState.Running, cancellationToken);
        if (shadow is null)
        {
            return null;
        }

        await db.WriteAsync(
            async ct =>
            {
                await db.ShadowFindings.Where(f => f.ShadowRunId == id).ExecuteDeleteAsync(ct);
                await db.ShadowFaults.Where(f => f.ShadowRunId == id).ExecuteDeleteAsync(ct);
            },
            cancellationToken);
        var pack = await packs.RulingAsync(shadow.Programme, shadow.PackFrom!.Value, cancellationToken);
        try
        {
            var rows = await tables.ReadAsync(shadow, pack, run, cancellationToken);
            var found = FindShadow.Run(rows, pack, shadow.AsOf!.Value);
            await KeepAsync(id, found, rows, cancellationToken);
            await EndAsync(id, ended => Report(ended, found, rows, pack), cancellationToken);
            await run.ReportAsync(rows.Count, rows.Count, checkpoint: null, cancellationToken);
        }
        catch (UnreadableSheetException fault)
        {
            await EndAsync(id, ended => (ended.State, ended.FaultZh, ended.FaultEn) = (ShadowRunState.Faulty, fault.Zh, fault.Message), cancellationToken);
        }
        catch (PolicyException fault)
        {
            await EndAsync(id, ended => (ended.State, ended.FaultZh, ended.FaultEn) = (ShadowRunState.Faulty, fault.Refusal.Zh, fault.Refusal.En), cancellationToken);
        }

        return null;
    }

    private async Task KeepAsync(Guid id, Shadow found, BureauRows rows, CancellationToken cancellationToken)
    {
        var kept = found.Findings.Take(MostKept).Select((finding, at) => FindingDetail.Keep(id, at + 1, finding)).Cast<object>()
            .Concat(rows.Faults.Take(MostKept).Select((fault, at) => new ShadowFault
            {
                ShadowRunId = id,
                Number = at + 1,
                Table = fault.Table,
                Line = fault.Line,
                Column = fault.Column,
                Value = fault.Value,
                Zh = fault.Zh,
                En = fault.En,
            }));
        foreach (var batch in kept.Chunk(SavedAtOnce))
        {
            await db.WriteAsync(
                _ =>
                {
                    db.AddRange(batch);
                    return Task.CompletedTask;
                },
                cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    private Task EndAsync(Guid id, Action<ShadowRun> end, CancellationToken cancellationToken) => db.WriteAsync(
        async ct =>
        {
            var run = await db.ShadowRuns.SingleAsync(r => r.Id == id, ct);
            if (run.State == ShadowRunState.Running)
            {
                end(run);
            }
        },
        cancellationToken);

    private void Report(ShadowRun run, Shadow found, BureauRows rows, PolicyPack pack)
    {
        (run.State, run.DoneAt, run.Rows, run.RowsLeftOut) = (ShadowRunState.Done, clock.UtcNow, rows.Count, rows.LeftOut);
        (run.Faults, run.Findings, run.PaidFen) = (rows.Faults.Count, found.Findings.Count, found.PaidFen);
        var fens = found.Findings.ToLookup(f => f.Group, f => f.CountedFen);
        (run.AboveCapFen, run.UnclaimedFen, run.ClaimedTwiceFen) =
            (fens[FindingGroup.AboveCap].Sum(), fens[FindingGroup.Unclaimed].Sum(), fens[FindingGroup.ClaimedTwice].Sum());
        run.Summary = Json.Write(ShadowSummary.Of(found, rows, pack));
    }
}

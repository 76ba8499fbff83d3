using Funding.Data;
using Funding.Invoices;
using Funding.ShadowRuns;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using ServiceDefaults.Clock;
using ServiceDefaults.Jobs;
using ServiceDefaults.Sheets;

namespace Funding.Histories;

/// <summary>Reads a history's tables again and stages its lines, or its faults. Nothing of it is in the books.</summary>
internal sealed class CheckHistory(FundingDb db, ShadowTables tables, PackShelf packs, BusinessClock clock) : IJobHandler
{
    public const string JobKind = "check-history";

    /// <summary>The most body-years of one history: they are posted in one transaction.</summary>
    public const int MostLines = 5_000;

    private const int MostFaults = 5_000;

    public string Kind => JobKind;

    public async Task<string?> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(run.Input);
        var history = await db.Histories.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id && h.State == HistoryState.Checking, cancellationToken);
        if (history is null)
        {
            return null;
        }

        var shadow = await db.ShadowRuns.AsNoTracking().SingleAsync(r => r.Id == history.ShadowRunId, cancellationToken);
        var pack = await packs.RulingAsync(history.Programme, clock.Today, cancellationToken);
        try
        {
            var rows = await tables.ReadAsync(shadow, pack, run, cancellationToken);
            var (lines, faults) = StageHistory.Decide(id, rows, await KnownAsync(history, cancellationToken), pack, clock.Today);
            if (lines.Count > MostLines)
            {
                throw new UnreadableSheetException($"一次最多导入 {MostLines} 个单位年度，请拆分台账。", $"At most {MostLines} body-years at once; split the tables.");
            }

            await KeepAsync(id, lines, faults, cancellationToken);
        }
        catch (UnreadableSheetException fault)
        {
            await FailAsync(id, fault.Zh, fault.Message, cancellationToken);
        }
        catch (PolicyException fault)
        {
            await FailAsync(id, fault.Refusal.Zh, fault.Refusal.En, cancellationToken);
        }

        return null;
    }

    private async Task<KnownBooks> KnownAsync(History history, CancellationToken cancellationToken)
    {
        var bodies = await db.Accounts.AsNoTracking()
            .Where(a => a.Jurisdiction == history.Jurisdiction && a.Programme == history.Programme)
            .Select(a => new KnownBody(a.InstitutionId, a.Name, a.ImplementingBodyCode, a.ImplementingBodyName))
            .ToListAsync(cancellationToken);
        var years = await db.FundedYears.AsNoTracking().Where(y => y.Programme == history.Programme).Select(y => y.FiscalYear).Distinct().ToListAsync(cancellationToken);
        years.AddRange(await db.Appropriations.AsNoTracking()
            .Where(a => a.Programme == history.Programme && a.Status != Appropriations.AppropriationStatus.Withdrawn).Select(a => a.FiscalYear).ToListAsync(cancellationToken));
        var receipts = await db.Receipts.AsNoTracking().Where(r => r.Jurisdiction == history.Jurisdiction).Select(r => r.ReceiptNumber).ToListAsync(cancellationToken);
        return new KnownBooks([.. bodies.Select(b => b with { BodyCode = InvoiceKey.Normalise(b.BodyCode) })], years.ToHashSet(), receipts.ToHashSet(StringComparer.Ordinal));
    }

    private Task KeepAsync(Guid id, IReadOnlyList<HistoryLine> lines, IReadOnlyList<BureauTables.RowFault> faults, CancellationToken cancellationToken) => db.WriteAsync(
        async ct =>
        {
            var history = await db.Histories.SingleAsync(h => h.Id == id, ct);
            if (history.State != HistoryState.Checking)
            {
                return;
            }

            db.AddRange(lines);
            db.AddRange(faults.Take(MostFaults).Select((fault, at) => new HistoryFault
            {
                HistoryId = id,
                Number = at + 1,
                Table = fault.Table,
                Line = fault.Line,
                Column = fault.Column,
                Value = fault.Value,
                Zh = fault.Zh,
                En = fault.En,
            }));
            (history.State, history.Faults, history.Lines) = (faults.Count == 0 ? HistoryState.Checked : HistoryState.Faulty, faults.Count, lines.Count);
            history.Bodies = lines.Select(l => l.InstitutionId).Distinct().Count();
            (history.PaidFen, history.ClawbackFen, history.ReceivedFen) = (lines.Sum(l => l.PaidFen), lines.Sum(l => l.ClawbackFen), lines.Sum(l => l.ReceivedFen));
        },
        cancellationToken);

    private Task FailAsync(Guid id, string zh, string en, CancellationToken cancellationToken) => db.WriteAsync(
        async ct =>
        {
            var history = await db.Histories.SingleAsync(h => h.Id == id, ct);
            (history.State, history.FaultZh, history.FaultEn) = (HistoryState.Faulty, zh, en);
        },
        cancellationToken);
}

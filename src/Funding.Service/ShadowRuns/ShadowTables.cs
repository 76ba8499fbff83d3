using Funding.BureauTables;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using Policies;
using ServiceDefaults.Attachments;
using ServiceDefaults.Jobs;
using ServiceDefaults.Sheets;

namespace Funding.ShadowRuns;

/// <summary>Reads the tables of a shadow run as they are mapped.</summary>
internal sealed class ShadowTables(FundingDb db, AttachmentStore store)
{
    /// <summary>The most rows of a run.</summary>
    public const int MostRows = 200_000;

    private const int RowsAtOnce = 2_000;

    /// <summary>What they tell; progress goes to the job.</summary>
    /// <exception cref="UnreadableSheetException">A file is beyond bounds.</exception>
    public async Task<BureauRows> ReadAsync(ShadowRun shadow, PolicyPack pack, JobRun run, CancellationToken cancellationToken)
    {
        var rows = new BureauRows();
        var tables = await db.ShadowTables.AsNoTracking().Where(t => t.ShadowRunId == shadow.Id).OrderBy(t => t.Number).ToListAsync(cancellationToken);
        foreach (var file in tables.GroupBy(t => t.AttachmentId))
        {
            await using var content = await store.OpenAsync((await store.FindAsync(file.Key, cancellationToken))!, cancellationToken);
            foreach (var table in file)
            {
                await ReadAsync(table, content, rows, pack, shadow.AsOf!.Value, run, cancellationToken);
            }
        }

        return rows;
    }

    private static async Task ReadAsync(
        ShadowTable table, Stream content, BureauRows rows, PolicyPack pack, DateOnly asOf, JobRun run, CancellationToken cancellationToken)
    {
        if (Json.Read<TableMapping>(table.Mapping) is not { Kind: { } kind } mapping)
        {
            return;
        }

        rows.Kinds.Add(kind);
        var reader = new ReadTable(table.Number, kind, TableLayout.Of(mapping, Json.Read<List<string>>(table.Titles)), pack, asOf);
        await foreach (var row in SheetReader.ReadAsync(content, table.FileName, cancellationToken, table.Sheet))
        {
            if (row.Line <= table.TitleLine)
            {
                continue;
            }

            reader.Add(row, rows);
            if (rows.Count > MostRows)
            {
                throw new UnreadableSheetException($"一次演练最多 {MostRows} 行，请拆分文件。", $"A run has at most {MostRows} rows; split the files.");
            }

            if (rows.Count % RowsAtOnce == 0)
            {
                await run.ReportAsync(rows.Count, 0, checkpoint: null, cancellationToken);
            }
        }
    }
}

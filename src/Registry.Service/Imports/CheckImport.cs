using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Packs;
using Registry.PlanDecisions;
using ServiceDefaults.Attachments;
using ServiceDefaults.Clock;
using ServiceDefaults.Jobs;
using ServiceDefaults.Sheets;

namespace Registry.Imports;

/// <summary>
/// Reads a table and stages its good rows, a batch at a time. Nothing of it is in the register. Begun again after a stop, it begins anew:
/// what was staged goes first.
/// </summary>
internal sealed class CheckImport(RegistryDb db, AttachmentStore store, PackShelf packs, FindKnownBodies known, BusinessClock clock) : IJobHandler
{
    public const string JobKind = "check-import";

    /// <summary>The most rows of a table.</summary>
    public const int MostRows = 200_000;

    /// <summary>The faults that are kept; a table with more is wrong as a whole.</summary>
    public const int MostErrors = 20_000;

    private const int RowsAtOnce = 500;
    private const int LongestValue = 200;

    private readonly SeenRows seen = new();
    private int errors;
    private int rows;
    private int good;

    public string Kind => JobKind;

    public async Task<string?> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(run.Input);
        var import = await db.Imports.AsNoTracking().SingleAsync(i => i.Id == id, cancellationToken);
        if (import.State != ImportState.Checking)
        {
            return null;
        }

        await db.WriteAsync(async ct =>
        {
            await db.ImportRows.Where(row => row.ImportId == id).ExecuteDeleteAsync(ct);
            await db.ImportErrors.Where(error => error.ImportId == id).ExecuteDeleteAsync(ct);
        }, cancellationToken);
        var fault = await StageAsync(import, run, cancellationToken);
        await db.WriteAsync(async ct => End(await db.Imports.SingleAsync(i => i.Id == id, ct), fault), cancellationToken);
        return null;
    }

    private void End(Import import, UnreadableSheetException? fault)
    {
        if (import.State != ImportState.Checking)
        {
            return;
        }

        (import.Rows, import.GoodRows, import.Errors, import.FaultZh, import.FaultEn) = (rows, good, errors, fault?.Zh, fault?.Message);
        var nothing = fault is not null || good == 0 || (import.Mode == ImportMode.All && errors > 0);
        import.State = nothing ? ImportState.Faulty : ImportState.Checked;
    }

    private async Task<UnreadableSheetException?> StageAsync(Import import, JobRun run, CancellationToken cancellationToken)
    {
        var pack = (await packs.OpenAsync(cancellationToken)).Ruling(import.Programme, clock.Today)!;
        var plan = (await db.PlanDecisions.AsNoTracking().Where(d => d.Programme == import.Programme).ToListAsync(cancellationToken)).StateOn(clock.Today);
        var rules = ImportRules.Of(pack, clock.Today, plan.EndOf(pack));
        await using var table = await SpoolAsync(import, cancellationToken);
        IReadOnlyDictionary<string, int>? titles = null;
        var batch = new List<SheetRow>(RowsAtOnce);
        try
        {
            await foreach (var row in SheetReader.ReadAsync(table, import.FileName, cancellationToken))
            {
                if (titles is null)
                {
                    titles = SheetTitles.Read(row, ImportColumns.All);
                    continue;
                }

                batch.Add(row);
                if (++rows > MostRows)
                {
                    throw new UnreadableSheetException($"一次最多导入 {MostRows} 行，请拆分文件。", $"At most {MostRows} rows at once; split the file.");
                }

                if (batch.Count == RowsAtOnce)
                {
                    await StageAsync(import, batch, titles, rules, cancellationToken);
                    await run.ReportAsync(rows, 0, checkpoint: null, cancellationToken);
                }
            }

            await StageAsync(import, batch, titles ?? throw new UnreadableSheetException("文件中没有任何行。", "The file has no rows."), rules, cancellationToken);
            await run.ReportAsync(rows, rows, checkpoint: null, cancellationToken);
            return rows == 0 ? new UnreadableSheetException("文件只有标题行，没有数据。", "The file has titles and no rows.") : null;
        }
        catch (UnreadableSheetException fault)
        {
            return fault;
        }
    }

    private async Task StageAsync(Import import, List<SheetRow> batch, IReadOnlyDictionary<string, int> titles, ImportRules rules, CancellationToken cancellationToken)
    {
        var judged = batch.ConvertAll(row => (row.Line, Result: CheckRow.Decide(import.Id, row, titles, rules)));
        var problems = judged.SelectMany(row => row.Result.Problems.Select(problem => (row.Line, problem))).ToList();
        var staged = judged.Select(row => row.Result.Staged).OfType<ImportRow>().ToList();
        var repeated = staged.SelectMany(row => seen.Ask(row).Select(problem => (Row: row, problem))).ToList();
        repeated.AddRange(await known.AskAsync(import, staged, cancellationToken));
        var wrong = repeated.Select(found => found.Row).ToHashSet();
        problems.AddRange(repeated.Select(found => (found.Row.Line, found.problem)));
        staged.RemoveAll(wrong.Contains);
        good += staged.Count;
        var told = problems.OrderBy(problem => problem.Line).Select(problem => ErrorOf(import.Id, problem.Line, problem.problem)).Where(error => error.Number <= MostErrors).ToList();
        await db.WriteAsync(
            ct =>
            {
                db.AddRange(staged);
                db.AddRange(told);
                return Task.CompletedTask;
            },
            cancellationToken);
        db.ChangeTracker.Clear();
        batch.Clear();
    }

    private ImportError ErrorOf(Guid importId, int line, RowProblem problem) => new()
    {
        ImportId = importId,
        Number = ++errors,
        Line = line,
        Column = problem.Column,
        Value = problem.Value.Length <= LongestValue ? problem.Value : problem.Value[..LongestValue],
        Zh = problem.Zh,
        En = problem.En,
    };

    /// <summary>The file in a place where it can be read twice, gone with its handle.</summary>
    private async Task<FileStream> SpoolAsync(Import import, CancellationToken cancellationToken)
    {
        var attachment = await store.FindAsync(import.AttachmentId, cancellationToken);
        var spooled = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose });
        await store.CopyToAsync(attachment!, spooled, cancellationToken);
        return spooled;
    }
}

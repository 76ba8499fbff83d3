using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;
using Registry.Directories;
using Registry.Packs;
using ServiceDefaults.Clock;
using ServiceDefaults.Jobs;

namespace Registry.Imports;

/// <summary>
/// Brings a confirmed import into effect: names are spelt out for the search, then everything becomes visible in one write, then the other
/// services are told a batch at a time. Each part knows from the database how far it has come, so it goes on after a stop at any point.
/// </summary>
internal sealed class TakeEffect(RegistryDb db, PackShelf packs, FindKnownBodies known, BusinessClock clock) : IJobHandler
{
    public const string JobKind = "take-import-into-effect";
    private const string Filing = "filing";
    private const int RowsAtOnce = 500;
    private const int LinesSpelt = 2000;

    public string Kind => JobKind;

    public async Task<string?> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(run.Input);
        var import = await db.Imports.AsNoTracking().SingleAsync(i => i.Id == id, cancellationToken);
        if (import.State == ImportState.TakingEffect)
        {
            await SpellAsync(import, run, cancellationToken);
            await ComeIntoEffectAsync(import, cancellationToken);
        }

        var told = await db.ImportRows.CountAsync(row => row.ImportId == id && !row.LeftOut && row.Line <= import.ToldUpTo, cancellationToken);
        while (await TellAsync(id, cancellationToken) is { } more)
        {
            told += more;
            await run.ReportAsync(told, import.GoodRows, checkpoint: null, cancellationToken);
        }

        return null;
    }

    private async Task SpellAsync(Import import, JobRun run, CancellationToken cancellationToken)
    {
        var last = await db.ImportRows.Where(row => row.ImportId == import.Id).MaxAsync(row => row.Line, cancellationToken);
        for (var line = 0; line <= last; line += LinesSpelt)
        {
            await db.WriteAsync(ct => ImportsSql.SpellAsync(db, import.Id, line, line + LinesSpelt - 1, ct), cancellationToken);
            await run.ReportAsync(0, import.GoodRows, checkpoint: null, cancellationToken);
        }
    }

    private Task ComeIntoEffectAsync(Import staged, CancellationToken cancellationToken) => db.WriteAsync(
        async ct =>
        {
            var import = await db.Imports.SingleAsync(i => i.Id == staged.Id, ct);
            if (import.State != ImportState.TakingEffect)
            {
                return;
            }

            await LookAgainAsync(import, ct);
            if (import.GoodRows == 0 || (import.Mode == ImportMode.All && import.Errors > 0))
            {
                import.State = ImportState.Faulty;
                return;
            }

            var pack = (await packs.OpenAsync(ct)).Ruling(import.Programme, clock.Today)!;
            var earlier = pack.Categories.Select(category => (category.Key, ImportRules.EarlierStanding(pack, category.Key))).ToList();
            await ImportsSql.TakeEffectAsync(db, import, earlier, pack.ClauseOf(ClauseStep(pack)), clock.UtcNow, ct);
            await CountAsync(import, ct);
            (import.State, import.InEffectAt) = (ImportState.Telling, clock.UtcNow);
        },
        cancellationToken);

    /// <summary>The step by which the programme puts bodies on its register.</summary>
    private static string ClauseStep(PolicyPack pack) => pack.Step(Filing) is null ? Procedure.Announcement : Filing;

    /// <summary>The register went on while the import waited: what has come into it meanwhile is left out, or stops all.</summary>
    private async Task LookAgainAsync(Import import, CancellationToken cancellationToken)
    {
        for (var line = 0; ;)
        {
            var rows = await NextAsync(import.Id, line, cancellationToken);
            if (rows.Count == 0)
            {
                return;
            }

            line = rows[^1].Line;
            foreach (var found in (await known.AskAsync(import, rows, cancellationToken)).GroupBy(found => found.Row.Line).ToList())
            {
                import.GoodRows--;
                await db.ImportRows.Where(row => row.ImportId == import.Id && row.Line == found.Key).ExecuteUpdateAsync(set => set.SetProperty(row => row.LeftOut, true), cancellationToken);
                foreach (var (_, problem) in found)
                {
                    db.Add(new ImportError { ImportId = import.Id, Number = ++import.Errors, Line = found.Key, Column = problem.Column, Value = problem.Value, Zh = problem.Zh, En = problem.En });
                }
            }
        }
    }

    private async Task CountAsync(Import import, CancellationToken cancellationToken)
    {
        var groups = await db.ImportRows.Where(row => row.ImportId == import.Id && !row.LeftOut)
            .GroupBy(row => new { row.GroupId, row.Category, row.District, row.Field, row.Standing })
            .Select(same => new { same.Key, Count = same.Count() })
            .OrderBy(same => same.Key.GroupId)
            .ToListAsync(cancellationToken);
        foreach (var group in groups)
        {
            var traits = new DirectoryTraits(import.Jurisdiction, import.Programme, group.Key.Category, group.Key.District, group.Key.Field, group.Key.Standing);
            await DirectorySql.CountAsync(db, traits, group.Count, cancellationToken);
        }
    }

    /// <summary>Tells the other services of some more institutions as they are now, and notes it in the same write; null once all are told.</summary>
    private async Task<int?> TellAsync(Guid id, CancellationToken cancellationToken)
    {
        var told = await db.WriteAsync<int?>(
            async ct =>
            {
                var import = await db.Imports.SingleAsync(i => i.Id == id, ct);
                if (import.State != ImportState.Telling)
                {
                    return null;
                }

                var rows = await NextAsync(id, import.ToldUpTo, ct);
                var ids = rows.ConvertAll(row => row.InstitutionId);
                foreach (var institution in await db.Institutions.AsNoTracking().Where(i => ids.Contains(i.Id)).ToListAsync(ct))
                {
                    db.Publish($"institution/{institution.Id}", institution.Announce());
                }

                import.ToldUpTo = rows.Count == 0 ? import.ToldUpTo : rows[^1].Line;
                import.State = rows.Count < RowsAtOnce ? ImportState.InEffect : import.State;
                return rows.Count;
            },
            cancellationToken);
        db.ChangeTracker.Clear();
        return told;
    }

    private Task<List<ImportRow>> NextAsync(Guid id, int afterLine, CancellationToken cancellationToken) =>
        db.ImportRows.AsNoTracking()
            .Where(row => row.ImportId == id && row.Line > afterLine && !row.LeftOut)
            .OrderBy(row => row.Line)
            .Take(RowsAtOnce)
            .ToListAsync(cancellationToken);
}

using System.Globalization;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Jobs;
using ServiceDefaults.Problems;
using ServiceDefaults.Sheets;

namespace Registry.Imports;

/// <summary>Imports of the bureau's own, with their rows and faults.</summary>
internal static class ReadImports
{
    private const int ErrorsAtOnce = 1000;

    /// <summary>A column as the template has it, and the words that it takes; empty = any.</summary>
    internal sealed record ImportColumnView(string Key, string Zh, string En, bool Required, IReadOnlyList<string> Words);

    public static async Task<Page<ImportView>> ListAsync(
        string? programme, Choice<ImportState>? state, PageQuery page, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var rows = db.Imports.AsNoTracking().Where(i => i.Jurisdiction == caller.Jurisdiction);
        rows = programme is null ? rows : rows.Where(i => i.Programme == programme);
        if (state is { Value: var wanted })
        {
            rows = rows.Where(i => i.State == wanted);
        }

        return (await rows.ToPageAsync(page, i => i.Id, cancellationToken, newestFirst: true)).Select(import => ImportView.Of(import, caller.Subject));
    }

    public static async Task<Answer<ImportView>> GetAsync(Guid id, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var found = await FindAsync(id, caller, db.Imports.AsNoTracking(), cancellationToken);
        var job = found.Accepted(out var import, out _) ? await db.Set<Job>().AsNoTracking().SingleOrDefaultAsync(job => job.Id == import.JobId, cancellationToken) : null;
        return found.ToHttp(shown => ImportView.Of(shown, caller.Subject, job));
    }

    public static async Task<Answer<Page<ImportRowView>>> RowsAsync(Guid id, PageQuery page, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        Outcome<Page<ImportRowView>> rows = (await FindAsync(id, http.Caller(), db.Imports.AsNoTracking(), cancellationToken)).Accepted(out _, out var hidden)
            ? (await db.ImportRows.AsNoTracking().Where(row => row.ImportId == id).ToPageAsync(page, row => row.Line, cancellationToken)).Select(ImportRowView.Of)
            : hidden;
        return rows.ToHttp();
    }

    public static async Task<Answer<Page<ImportErrorView>>> ErrorsAsync(Guid id, PageQuery page, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        Outcome<Page<ImportErrorView>> errors = (await FindAsync(id, http.Caller(), db.Imports.AsNoTracking(), cancellationToken)).Accepted(out _, out var hidden)
            ? (await db.ImportErrors.AsNoTracking().Where(error => error.ImportId == id).ToPageAsync(page, error => error.Number, cancellationToken)).Select(ImportErrorView.Of)
            : hidden;
        return errors.ToHttp();
    }

    /// <summary>All faults as a table, to be put right beside the file.</summary>
    public static async Task<IResult> ExportErrorsAsync(Guid id, Choice<SheetFormat>? format, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var found = await FindAsync(id, http.Caller(), db.Imports.AsNoTracking(), cancellationToken);
        if (!found.Accepted(out var import, out _))
        {
            return found.ToHttp(_ => "");
        }

        return new SheetDownload(format?.Value ?? SheetFormat.Csv, $"{Path.GetFileNameWithoutExtension(import.FileName)}-errors", async (sheet, ct) =>
        {
            await sheet.AddAsync(["行 Line", "列 Column", "填写内容 Value", "问题", "Problem"], ct);
            for (var after = 0; ;)
            {
                var errors = await db.ImportErrors.AsNoTracking().Where(e => e.ImportId == id && e.Number > after).OrderBy(e => e.Number).Take(ErrorsAtOnce).ToListAsync(ct);
                foreach (var error in errors.ConvertAll(ImportErrorView.Of))
                {
                    await sheet.AddAsync([error.Line.ToString(CultureInfo.InvariantCulture), $"{error.ColumnZh} {error.ColumnEn}", error.Value, error.Zh, error.En], ct);
                }

                if (errors.Count < ErrorsAtOnce)
                {
                    return;
                }

                after = errors[^1].Number;
            }
        });
    }

    /// <summary>A table with nothing but titles.</summary>
    public static IResult Template(Choice<SheetFormat>? format, HttpContext http) => new SheetDownload(
        format?.Value ?? SheetFormat.Xlsx,
        http.Request.Choose("机构导入模板", "import-template"),
        (sheet, ct) => sheet.AddAsync([.. ImportColumns.All.Select(column => http.Request.Choose(column.Zh, column.En) + (column.Required ? "*" : ""))], ct));

    /// <summary>What each column takes under a programme's pack.</summary>
    public static async Task<Answer<IReadOnlyList<ImportColumnView>>> ColumnsAsync(
        string programme, HttpContext http, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        if (!(await packs.RulingAsync(programme, clock.Today, http.Caller(), cancellationToken)).Accepted(out var pack, out var unknown))
        {
            return ((Outcome<IReadOnlyList<ImportColumnView>>)unknown).ToHttp();
        }

        var rules = ImportRules.Of(pack, clock.Today, pack.Until);
        var words = new Dictionary<string, IReadOnlyDictionary<string, string>?>(StringComparer.Ordinal)
        {
            [ImportColumns.Type] = rules.Categories,
            [ImportColumns.District] = rules.Districts,
            [ImportColumns.Field] = rules.Fields,
            [ImportColumns.Standing] = rules.Standing,
        };
        Outcome<IReadOnlyList<ImportColumnView>> columns = ImportColumns.All
            .Select(c => new ImportColumnView(c.Key, c.Zh, c.En, c.Required, [.. (words.GetValueOrDefault(c.Key)?.Keys ?? []).Take(PageQuery.MaxLimit)]))
            .ToList();
        return columns.ToHttp();
    }

    internal static async Task<Outcome<Import>> FindAsync(Guid id, Caller caller, IQueryable<Import> imports, CancellationToken cancellationToken)
    {
        var import = await imports.SingleOrDefaultAsync(i => i.Id == id && i.Jurisdiction == caller.Jurisdiction, cancellationToken);
        return import is null ? Refusal.NotFound("import", id, "导入") : import;
    }
}

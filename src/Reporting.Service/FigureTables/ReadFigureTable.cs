using System.Globalization;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Institutions;
using Reporting.Packs;
using Reporting.PeriodicReports;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;
using ServiceDefaults.Sheets;

namespace Reporting.FigureTables;

/// <summary>
/// The body sends a table with the figures of its report and gets back what it states, to be looked at and saved with the draft.
/// The draft itself is not touched: a table with faults changes nothing.
/// </summary>
internal static class ReadFigureTable
{
    private const long MostBytes = 5 << 20;
    private const int MostRows = 500;

    /// <summary>What the table states.</summary>
    internal sealed record FigureTableView(IReadOnlyList<TableFigure> Figures);

    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapPost("/{id:guid}/figure-table", HandleAsync)
        .RequireRoles(Roles.Operator).AcceptsAttachment()
        .WithSummary("Reads a report's figures from a table; nothing is saved");

    /// <summary>The figures, or a refusal with every cell at fault.</summary>
    public static async Task<Outcome<FigureTableView>> ReadAsync(Stream content, string fileName, PolicyPack pack, CancellationToken cancellationToken)
    {
        try
        {
            List<SheetRow> rows = [];
            await foreach (var row in SheetReader.ReadAsync(content, fileName, cancellationToken))
            {
                rows.Add(row);
                if (rows.Count > MostRows)
                {
                    throw new UnreadableSheetException($"表格最多 {MostRows} 行。", $"A table has at most {MostRows} rows.");
                }
            }

            if (rows.Count < 2)
            {
                throw new UnreadableSheetException("表格中没有数据行。", "The table has no rows.");
            }

            var read = FigureTable.Read(rows, pack);
            return read.Problems.Count == 0 ? new FigureTableView(read.Figures) : Refuse(read, pack);
        }
        catch (UnreadableSheetException e)
        {
            return new Refusal(RefusalKind.BadInput, "table-unreadable", "body", e.Zh, e.Message).With("fileName", fileName);
        }
    }

    private static Refusal Refuse(FigureTableRead read, PolicyPack pack) => new Refusal(
            RefusalKind.BadInput,
            "table-refused",
            read.Problems[0].ClauseId ?? pack.ClauseOf(PackQuestions.Report),
            string.Create(CultureInfo.InvariantCulture, $"表格有 {read.Problems.Count} 处需要改正，草稿未作任何改动。"),
            string.Create(CultureInfo.InvariantCulture, $"{read.Problems.Count} cell(s) of the table need mending; the draft was not touched."))
        .With("problems", read.Problems);

    private static async Task<Answer<FigureTableView>> HandleAsync(
        Guid id, ReportingDb db, PackShelf packs, AttachmentStore store, HttpContext http, CancellationToken cancellationToken) =>
        (await TakeAsync(id, db, packs, store, http, cancellationToken)).ToHttp();

    private static async Task<Outcome<FigureTableView>> TakeAsync(
        Guid id, ReportingDb db, PackShelf packs, AttachmentStore store, HttpContext http, CancellationToken cancellationToken)
    {
        var report = await db.PeriodicReports.AsNoTracking().VisibleTo(http.Caller()).SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (report is null)
        {
            return ReportDesk.NotFound(id);
        }

        var pack = await packs.RulingAsync(report.Programme, report.To, cancellationToken);
        if (!(await store.SaveAsync(http, cancellationToken)).Accepted(out var file, out var refused))
        {
            return refused;
        }

        try
        {
            return Path.GetExtension(file.FileName).ToUpperInvariant() is not (".CSV" or ".XLSX") || file.LengthBytes > MostBytes
                ? Refusal.BadInput("body", file.FileName, "请上传不超过 5 MB 的 .csv 或 .xlsx 文件。", "Send a .csv or .xlsx file of at most 5 MB.")
                : await ReadStoredAsync(file, store, pack, cancellationToken);
        }
        finally
        {
            // It was looked at; what it states is saved with the draft.
            await store.DeleteAsync([file.Id], CancellationToken.None);
        }
    }

    private static async Task<Outcome<FigureTableView>> ReadStoredAsync(Attachment file, AttachmentStore store, PolicyPack pack, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await store.CopyToAsync(file, content, cancellationToken);
        content.Position = 0;
        return await ReadAsync(content, file.FileName, pack, cancellationToken);
    }
}

using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Institutions;
using Reporting.PeriodicReports;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;
using ServiceDefaults.Sheets;

namespace Reporting.FigureTables;

/// <summary>The table to fill in: a row for each figure of the report.</summary>
internal static class GetFigureTemplate
{
    public static void Map(IEndpointRouteBuilder reports) => reports
        .MapGet("/{id:guid}/figure-table", HandleAsync)
        .RequireRoles(Roles.Operator)
        .WithSummary("The table of a report's figures, to be filled in");

    private static async Task<IResult> HandleAsync(
        Guid id, Choice<SheetFormat>? format, ReportingDb db, PackShelf packs, HttpContext http, CancellationToken cancellationToken)
    {
        var report = await db.PeriodicReports.AsNoTracking().VisibleTo(http.Caller()).SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (report is null)
        {
            return ((Outcome<AttachmentView>)ReportDesk.NotFound(id)).ToHttp();
        }

        var pack = await packs.RulingAsync(report.Programme, report.To, cancellationToken);
        return new SheetDownload(
            format?.Value ?? SheetFormat.Xlsx,
            $"figures-{report.Year}-{report.Round}",
            async (sheet, ct) =>
            {
                await sheet.AddAsync([.. FigureTable.Columns.Select(column => column.Zh)], ct);
                foreach (var figure in pack.Indicators)
                {
                    await sheet.AddAsync([figure.Label.Zh, null, figure.Type == FieldType.Amount ? "元" : null], ct);
                }
            });
    }
}

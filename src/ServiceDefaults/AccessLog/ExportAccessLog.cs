using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using ServiceDefaults.Problems;
using ServiceDefaults.Sheets;

namespace ServiceDefaults.AccessLog;

/// <summary>All that the filters choose, newest first, as a table that streams.</summary>
internal static class ExportAccessLog
{
    private static readonly (string Zh, string En)[] Columns =
        [("时间（北京时间）", "time (Beijing)"), ("人员", "person"), ("账号", "account"), ("方法", "method"), ("地址", "address"), ("对象", "subject"), ("结果", "status")];

    public static SheetDownload Handle([AsParameters] AccessQuery query, HttpContext context, PlatformDbContext db, IOptions<AccessLogOptions> options)
    {
        var english = context.Request.PrefersEnglish();
        var entries = ReadAccessLog.Chosen(query, context.Caller(), db).OrderByDescending(entry => entry.Id).Take(options.Value.MostExported);
        return new SheetDownload(SheetFormat.Csv, "access-log", async (sheet, cancellationToken) =>
        {
            await sheet.AddAsync([.. Columns.Select(column => english ? column.En : column.Zh)], cancellationToken);
            await foreach (var entry in entries.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                await sheet.AddAsync(Row(entry), cancellationToken);
            }
        });
    }

    private static string[] Row(AccessEntry entry) =>
    [
        (entry.At + BusinessClock.Shanghai).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        entry.PersonName ?? "",
        entry.Person ?? "",
        entry.Method,
        entry.Route,
        entry.SubjectId ?? "",
        entry.Status.ToString(CultureInfo.InvariantCulture),
    ];
}

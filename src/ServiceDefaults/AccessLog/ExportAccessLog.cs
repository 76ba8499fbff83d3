using System.Globalization;
using CsvHelper;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using ServiceDefaults.Problems;

namespace ServiceDefaults.AccessLog;

/// <summary>All that the filters choose, newest first, as a table that streams.</summary>
internal static class ExportAccessLog
{
    // With a byte order mark, without which spreadsheets take Chinese for something else; what looks like a formula is escaped.
    private static readonly CsvWriterOptions Format = CsvWriterOptions.Default with { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    private static readonly (string Zh, string En)[] Columns =
        [("时间(北京时间)", "time (Beijing)"), ("人员", "person"), ("账号", "account"), ("方法", "method"), ("地址", "address"), ("对象", "subject"), ("结果", "status")];

    public static async Task HandleAsync(
        [AsParameters] AccessQuery query, HttpContext context, PlatformDbContext db, IOptions<AccessLogOptions> options, CancellationToken cancellationToken)
    {
        var english = context.Request.PrefersEnglish();
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"access-log.csv\"";

        await using var csv = CsvWriter.Create(context.Response.Body, Format, leaveOpen: true);
        await csv.WriteRecordAsync([.. Columns.Select(column => english ? column.En : column.Zh)], cancellationToken);
        var entries = ReadAccessLog.Chosen(query, context.Caller(), db).OrderByDescending(entry => entry.Id).Take(options.Value.MostExported);
        await foreach (var entry in entries.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            await csv.WriteRecordAsync(Row(entry), cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
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

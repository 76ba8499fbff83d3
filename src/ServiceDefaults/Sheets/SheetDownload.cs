using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ServiceDefaults.Sheets;

/// <summary>The two kinds of table that the platform gives out.</summary>
public enum SheetFormat
{
    /// <summary>Comma-separated texts, UTF-8 with a byte order mark.</summary>
    Csv,

    /// <summary>An Excel workbook.</summary>
    Xlsx,
}

/// <summary>A table as a download, streamed while it is read from the database.</summary>
public sealed class SheetDownload(SheetFormat format, string name, Func<SheetWriter, CancellationToken, Task> write) : IResult
{
    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, stop) = (httpContext.Response, httpContext.RequestAborted);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{name}.{(format == SheetFormat.Csv ? "csv" : "xlsx")}");
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.XContentTypeOptions = "nosniff";
        response.ContentType = format == SheetFormat.Csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        await using SheetWriter sheet = format == SheetFormat.Csv ? new CsvSheet(response.Body) : new XlsxSheet(response.Body);
        await write(sheet, stop);
        await sheet.EndAsync(stop);
    }
}

using System.Globalization;
using CsvHelper;
using Registry.Data;
using ServiceDefaults.Problems;

namespace Registry.Places;

/// <summary>The parks' carriers as a table (EI-12: for the appraisal of the parks).</summary>
internal static class ExportCarriers
{
    private static readonly CsvWriterOptions Format = CsvWriterOptions.Default with { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    public static async Task HandleAsync(string? programme, DateOnly from, DateOnly to, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var rows = await CountCarriers.RowsAsync(programme, from, to, http, db, cancellationToken);
        var english = http.Request.PrefersEnglish();
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"park-carriers-{from:yyyyMMdd}-{to:yyyyMMdd}.csv\"";
        await using var csv = CsvWriter.Create(http.Response.Body, Format, leaveOpen: true);
        await csv.WriteRecordAsync(english ? ["park", "district", "created", "on the register"] : ["园区", "县(区)", "新增载体", "在册载体"], cancellationToken);
        foreach (var row in rows)
        {
            await csv.WriteRecordAsync(
                [english ? row.En : row.Zh, row.District ?? "", row.Created.ToString(CultureInfo.InvariantCulture), row.Standing.ToString(CultureInfo.InvariantCulture)],
                cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
    }
}

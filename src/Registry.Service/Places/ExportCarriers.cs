using System.Globalization;
using Registry.Data;
using ServiceDefaults.Problems;
using ServiceDefaults.Sheets;

namespace Registry.Places;

/// <summary>The parks' carriers as a table (EI-12: for the appraisal of the parks).</summary>
internal static class ExportCarriers
{
    public static async Task<IResult> HandleAsync(string? programme, DateOnly from, DateOnly to, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var rows = await CountCarriers.RowsAsync(programme, from, to, http, db, cancellationToken);
        var english = http.Request.PrefersEnglish();
        return new SheetDownload(SheetFormat.Csv, $"park-carriers-{from:yyyyMMdd}-{to:yyyyMMdd}", async (sheet, ct) =>
        {
            await sheet.AddAsync(english ? ["park", "district", "created", "on the register"] : ["园区", "所在地区", "新增载体", "在册载体"], ct);
            foreach (var row in rows)
            {
                await sheet.AddAsync(
                    [english ? row.En : row.Zh, row.District, row.Created.ToString(CultureInfo.InvariantCulture), row.Standing.ToString(CultureInfo.InvariantCulture)], ct);
            }
        });
    }
}

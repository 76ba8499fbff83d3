using System.Globalization;
using System.Text.Json;
using Contracts.Values;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.LeagueTables;
using Reporting.PeriodicReports;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;
using ServiceDefaults.Sheets;

namespace Reporting.Monitoring;

/// <summary>A span's figures as a table: a row for each body, amounts in yuan, and a column that names the figures without evidence (EI-08).</summary>
internal static class ExportMonitoring
{
    private static readonly string[] ZhTitles = ["机构", "地区", "报告状态", "自报数据（没有证明材料）"];
    private static readonly string[] EnTitles = ["institution", "district", "report", "figures that are claimed (without evidence)"];

    public static void Map(IEndpointRouteBuilder monitoring) => monitoring
        .MapGet("/export", HandleAsync)
        .RequireRoles(PeriodicReportRoutes.Readers)
        .WithSummary("A span's figures, body by body, with those that are only claimed, as csv or xlsx");

    /// <summary>The titles: the body's, then each figure's.</summary>
    public static IReadOnlyList<string> Titles(PolicyPack pack, bool english) =>
        [.. english ? EnTitles : ZhTitles, .. pack.Indicators.Select(figure => Title(figure, english))];

    /// <summary>A body's row.</summary>
    public static IReadOnlyList<string?> Row(GetMonitoring.MonitoredBody body, PolicyPack pack, bool english) =>
    [
        body.InstitutionName,
        In(SpanReturns.DistrictName(pack, body.District), english),
        body.Report is { } report ? In(Name(report.Status), english) : null,
        string.Join(english ? "; " : "；", pack.Indicators.Where(figure => body.Claimed.Contains(figure.Name)).Select(figure => In(figure.Label, english))),
        .. pack.Indicators.Select(figure => body.Indicators is { } given && given.TryGetProperty(figure.Name, out var value) ? Text(figure, value) : null),
    ];

    private static string Title(FormField figure, bool english) => (figure.Type == FieldType.Amount, english) switch
    {
        (true, true) => $"{figure.Label.En} (yuan)",
        (true, false) => $"{figure.Label.Zh}（元）",
        (false, true) => figure.Label.En,
        (false, false) => figure.Label.Zh,
    };

    // In the words of the console, where the same span is read.
    private static Label Name(ReportStatus status) => status switch
    {
        ReportStatus.Submitted => new Label("待审阅", "to be read"),
        ReportStatus.Returned => new Label("已退回", "returned"),
        ReportStatus.Accepted => new Label("已接收", "accepted"),
        _ => new Label("待填报", "to be written"),
    };

    private static string In(Label label, bool english) => english ? label.En : label.Zh;

    private static string? Text(FormField figure, JsonElement value) => value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var number) ? null
        : figure.Type == FieldType.Amount ? Money.FromFen(number).ToString()
        : number.ToString(CultureInfo.InvariantCulture);

    private static async Task<IResult> HandleAsync(
        string programme,
        int? year,
        int? round,
        Choice<SheetFormat>? format,
        ReportingDb db,
        PackShelf packs,
        BusinessClock clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        var (caller, today, english) = (http.Caller(), clock.Today, http.Request.PrefersEnglish());
        var found = await MonitoredRound.FindAsync(packs, programme, year, round, caller, today, cancellationToken);
        if (!found.Accepted(out var monitored, out var refusal))
        {
            return new ProblemAnswer(refusal);
        }

        return new SheetDownload(format?.Value ?? SheetFormat.Csv, $"monitoring-{monitored.Year}-{monitored.Span.Number}", async (sheet, stop) =>
        {
            await sheet.AddAsync([.. Titles(monitored.Pack, english)], stop);
            string? after = null;
            do
            {
                var page = await GetMonitoring.ReadAsync(monitored, today, caller, new PageQuery(after, PageQuery.MaxLimit), db, today, stop);
                foreach (var body in page.Items)
                {
                    await sheet.AddAsync(Row(body, monitored.Pack, english), stop);
                }

                after = page.Next;
            }
            while (after is not null);
        });
    }
}

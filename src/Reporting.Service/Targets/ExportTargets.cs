using System.Globalization;
using Packs;
using Reporting.Data;
using Reporting.Institutions;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;
using ServiceDefaults.Sheets;

namespace Reporting.Targets;

/// <summary>The targets as a table: a row for each year of each target, plan, actual and forecast.</summary>
internal static class ExportTargets
{
    private static readonly string[] ZhTitles = ["目标", "条款", "地区", "性质", "目标值", "测算日", "年度", "计划", "实际", "是否达到", "预测"];
    private static readonly string[] EnTitles = ["target", "clause", "district", "nature", "wanted", "measured on", "year", "plan", "actual", "reached", "forecast"];

    public static void Map(IEndpointRouteBuilder targets) => targets
        .MapGet("/export", HandleAsync)
        .RequireRoles(InstitutionVisibility.Readers)
        .WithSummary("The targets with plan, actual and forecast of each year, as csv or xlsx");

    /// <summary>The rows of the targets that share a key: of a series each year under the target that it is wanted by, of a target alone all of them.</summary>
    public static IEnumerable<IReadOnlyList<string?>> Rows(IReadOnlyCollection<TargetView> series, bool english)
    {
        var ordered = series.OrderBy(target => target.By).ToList();
        return ordered.SelectMany((target, index) => Rows(
            target, english, year => (index == 0 || year > ordered[index - 1].By.Year) && (index == ordered.Count - 1 || year <= target.By.Year)));
    }

    private static IEnumerable<IReadOnlyList<string?>> Rows(TargetView target, bool english, Func<int, bool> isOwn)
    {
        var forecasts = target.Forecast?.Points.ToDictionary(point => point.Year, point => point.Value.Text) ?? [];
        foreach (var year in target.Years.Select(year => year.Year).Union(forecasts.Keys).Where(isOwn).Order())
        {
            var known = target.Years.FirstOrDefault(one => one.Year == year);
            yield return
            [
                english ? target.Label.En : target.Label.Zh,
                target.Citation.ClauseId,
                target.District,
                target.Aim ? english ? "aim" : "力争" : english ? "duty" : "约束",
                (target.Strict ? "> " : "≥ ") + target.Wanted,
                target.By.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                year.ToString(CultureInfo.InvariantCulture),
                known?.Plan?.Text,
                known?.Actual?.Text,
                known?.Reached switch { true => english ? "yes" : "是", false => english ? "no" : "否", null => null },
                forecasts.GetValueOrDefault(year),
            ];
        }
    }

    private static async Task<IResult> HandleAsync(
        string programme,
        string? district,
        DateOnly? on,
        Choice<SheetFormat>? format,
        ReportingDb db,
        PackShelf packs,
        BusinessClock clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        var measured = await GetTargets.MeasureAsync(programme, district, on ?? clock.Today, db, packs, clock.Today, http.Caller(), cancellationToken);
        if (!measured.Accepted(out var view, out var refusal))
        {
            return new ProblemAnswer(refusal);
        }

        var english = http.Request.PrefersEnglish();
        return new SheetDownload(format?.Value ?? SheetFormat.Csv, $"targets-{view.On:yyyyMMdd}", async (sheet, stop) =>
        {
            await sheet.AddAsync(english ? EnTitles : ZhTitles, stop);
            foreach (var row in view.Targets.GroupBy(target => (target.Key, target.District)).SelectMany(same => Rows([.. same], english)))
            {
                await sheet.AddAsync(row, stop);
            }
        });
    }
}

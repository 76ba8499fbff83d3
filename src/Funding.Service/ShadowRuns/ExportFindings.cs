using System.Globalization;
using Contracts.Values;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;
using ServiceDefaults.Sheets;

namespace Funding.ShadowRuns;

/// <summary>The findings as a table, one line each, in the reader's language.</summary>
internal static class ExportFindings
{
    private const int FindingsAtOnce = 500;

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/shadow-runs/{id:guid}/export", ExportAsync).RequireRoles(ShadowRunAccess.Roles);

    private static async Task<IResult> ExportAsync(Guid id, Choice<SheetFormat>? format, FundingDb db, HttpContext http, CancellationToken cancellationToken)
    {
        if (!(await db.FindAsync(id, http.Caller(), cancellationToken)).Accepted(out var run, out var hidden))
        {
            return new ProblemAnswer(hidden);
        }

        var tables = await db.ShadowTables.AsNoTracking().Where(t => t.ShadowRunId == id).ToDictionaryAsync(t => t.Number, cancellationToken);
        string Say(string zh, string en) => http.Request.Choose(zh, en);
        return new SheetDownload(format?.Value ?? SheetFormat.Xlsx, $"{run.Title}-{Say("影子演练问题清单", "findings")}", async (sheet, ct) =>
        {
            await sheet.AddAsync(
                [
                    Say("序号", "No."), Say("条款", "Clause"), Say("原文", "Sentence"), Say("单位", "Body"), Say("年度", "Year"), Say("涉及金额（元）", "Amount (yuan)"),
                    Say("计入合计（元）", "Counted in the total (yuan)"), Say("问题", "Finding"), Say("平台会这样答复", "The platform would have answered"), Say("出处", "Rows"),
                ],
                ct);
            for (var after = 0; ;)
            {
                var findings = await db.ShadowFindings.AsNoTracking().Where(f => f.ShadowRunId == id && f.Number > after).OrderBy(f => f.Number).Take(FindingsAtOnce).ToListAsync(ct);
                foreach (var finding in findings.ConvertAll(ShadowFindingView.Of))
                {
                    await sheet.AddAsync(
                        [
                            finding.Number.ToString(CultureInfo.InvariantCulture),
                            finding.Detail.Citation.ClauseId,
                            finding.Detail.Citation.Decision is { } decision ? Say(decision.Zh, decision.En) : finding.Detail.Citation.Quote,
                            finding.Body,
                            finding.FiscalYear?.ToString(CultureInfo.InvariantCulture),
                            Money.FromFen(finding.AmountFen).ToString(),
                            Money.FromFen(finding.CountedFen).ToString(),
                            Say(finding.Zh, finding.En),
                            finding.Detail.Refusal is { } refusal ? Say(refusal.Zh, refusal.En) : null,
                            string.Join("; ", finding.Detail.Rows.Select(row => $"{tables[row.Table].FileName} [{tables[row.Table].Name}] {Say($"第{row.Line}行", $"row {row.Line}")}")),
                        ],
                        ct);
                }

                if (findings.Count < FindingsAtOnce)
                {
                    break;
                }

                after = findings[^1].Number;
            }

            await sheet.AddAsync([null, null, null, Say("合计", "Total"), null, null, Money.FromFen(run.TotalFen).ToString(), null, null, null], ct);
        });
    }
}

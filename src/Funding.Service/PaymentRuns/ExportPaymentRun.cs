using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;
using ServiceDefaults.Sheets;

namespace Funding.PaymentRuns;

/// <summary>The sealed run as a file for the bank, with whole accounts: for the two who work with them.</summary>
internal static class ExportPaymentRun
{
    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/payment-runs/{id:guid}/file", HandleAsync).RequireRoles(Roles.FinanceMaker, Roles.FinanceApprover);

    private static async Task<IResult> HandleAsync(Guid id, Choice<SheetFormat>? format, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var caller = http.Caller();
        var run = await db.PaymentRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.Jurisdiction == caller.Jurisdiction, ct);
        var payments = await db.Payments.AsNoTracking().Where(p => p.PaymentRunId == id).OrderBy(p => p.Id).ToListAsync(ct);
        if ((run is null ? ReadPaymentRuns.NotFound(id) : Decide(run, RunFile.Checksum(payments))) is { } refusal)
        {
            return ((Outcome<PaymentRunDetail>)refusal).ToHttp();
        }

        return new SheetDownload(format?.Value ?? SheetFormat.Csv, $"payment-run-{run!.SealedOn:yyyyMMdd}-{id.ToString("N")[^8..]}", async (sheet, stop) =>
        {
            foreach (var line in RunFile.Lines(run, payments))
            {
                await sheet.AddAsync(line, stop);
            }
        });
    }

    /// <summary>Only what is sealed leaves, and only as it was sealed.</summary>
    public static Refusal? Decide(PaymentRun run, string checksum)
    {
        if (run.Checksum is null)
        {
            return Refusal.Conflict("run-not-sealed", "status", "该支付批次尚未封存，没有导出文件。", "The run is not sealed; there is no file of it.").With("status", run.Status.En());
        }

        return run.Checksum == checksum
            ? null
            : Refusal.Conflict(
                    "seal-broken",
                    "checksum",
                    "批次内容与封存时的校验值不符，不予导出；请联系管理员核查数据。",
                    "The run's content does not fit the checksum it was sealed with; nothing is exported. Have the data examined.")
                .With("sealed", run.Checksum).With("now", checksum);
    }
}

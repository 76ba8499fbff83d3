using Contracts.Refusals;
using Funding.BankFiles;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Funding.PaymentRuns;

/// <summary>
/// Takes the bank's answers from its file, all lines or none. It needs no key: the same file again, or another with the same answers,
/// changes nothing.
/// </summary>
internal static class ImportResults
{
    private const int MostRows = 2 * GatherPaymentRun.MaxPayments + 1;

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/payment-runs/{id:guid}/result-file", async (
            Guid id, AnswerRun answer, FundingDb db, AttachmentStore store, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await RunAsync(id, answer, db, store, clock, http, ct)).ToHttp())
        .RequireRoles(Roles.FinanceMaker).AcceptsAttachment();

    private static async Task<Outcome<RecordedAnswers>> RunAsync(
        Guid id, AnswerRun answer, FundingDb db, AttachmentStore store, BusinessClock clock, HttpContext http, CancellationToken ct)
    {
        var caller = http.Caller();
        if (!await db.PaymentRuns.AnyAsync(r => r.Id == id && r.Jurisdiction == caller.Jurisdiction, ct))
        {
            return ReadPaymentRuns.NotFound(id);
        }

        // Received outside the write, so that a slow sender holds no transaction.
        if (!(await store.SaveAsync(http, ct)).Accepted(out var file, out var refused)
            || !(await BankTable.ReadAsync(file, store, RunFile.Columns, MostRows, ct)).Accepted(out var table, out refused))
        {
            return refused;
        }

        var payments = await db.Payments.AsNoTracking().Where(p => p.PaymentRunId == id).ToDictionaryAsync(p => p.Id, ct);
        return ResultRows.Read(table, id, payments).Accepted(out var rows, out refused)
            ? await db.WriteAsync(inner => RecordAsync(id, file, rows, answer, db, caller, clock, inner), ct)
            : refused;
    }

    private static async Task<Outcome<RecordedAnswers>> RecordAsync(
        Guid id, Attachment file, IReadOnlyList<ResultRow> rows, AnswerRun answer, FundingDb db, Caller caller, BusinessClock clock, CancellationToken ct)
    {
        // A payment that was paid and came back says so in this order, wherever the bank put the lines.
        var answers = rows.Select(row => row.Answer).OrderBy(a => a.Outcome).ToList();
        if (!(await answer.ApplyAsync(id, answers, caller, ct)).Accepted(out var news, out var refused))
        {
            return refused.Inputs.GetValueOrDefault("paymentId") is Guid payment
                ? refused.With("lines", rows.Where(row => row.Answer.PaymentId == payment).Select(row => row.Line).ToList())
                : refused;
        }

        if (!await db.ResultFiles.AnyAsync(f => f.PaymentRunId == id && f.Sha256 == file.Sha256, ct))
        {
            db.ResultFiles.Add(new ResultFile
            {
                Id = Guid.CreateVersion7(),
                PaymentRunId = id,
                AttachmentId = file.Id,
                FileName = file.FileName,
                Sha256 = file.Sha256,
                Answers = rows.Count,
                Recorded = caller.Signs(clock),
            });
            await db.SaveChangesAsync(ct);
        }

        var found = await ReadPaymentRuns.FindAsync(id, db, caller, ct);
        return found.Accepted(out var detail, out var gone) ? new RecordedAnswers(detail, news, rows.Count - news) : gone;
    }
}

using Contracts.Refusals;
using Funding.BureauTables;
using Funding.Data;
using Funding.ShadowRuns;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Funding.Histories;

/// <summary>A history as a list shows it.</summary>
internal sealed record HistoryView(
    Guid Id,
    string Programme,
    string Title,
    Guid ShadowRunId,
    HistoryState State,
    SignatureView Made,
    bool MadeByMe,
    SignatureView? Confirmed,
    string? DocumentNumber,
    DateOnly? DocumentDate,
    int Faults,
    int Bodies,
    int Lines,
    long PaidFen,
    long ClawbackFen,
    long ReceivedFen,
    string? FaultZh,
    string? FaultEn)
{
    public static HistoryView Of(History history, Caller caller) => new(
        history.Id,
        history.Programme,
        history.Title,
        history.ShadowRunId,
        history.State,
        SignatureView.Of(history.Made),
        history.Made.Subject == caller.Subject,
        SignatureView.Of(history.Confirmed),
        history.DocumentNumber,
        history.DocumentDate,
        history.Faults,
        history.Bodies,
        history.Lines,
        history.PaidFen,
        history.ClawbackFen,
        history.ReceivedFen,
        history.FaultZh,
        history.FaultEn);
}

/// <summary>A body's year as it will be, or was, entered.</summary>
internal sealed record HistoryLineView(
    int Number, Guid InstitutionId, string Body, int FiscalYear, long PaidFen, string? Grade, long? EntitledFen, long ClawbackFen, long ReceivedFen, long OutstandingFen, string? HoldReason)
{
    public static HistoryLineView Of(HistoryLine line) => new(
        line.Number, line.InstitutionId, line.Body, line.FiscalYear, line.PaidFen, line.Grade, line.EntitledFen, line.ClawbackFen, line.ReceivedFen, line.ClawbackFen - line.ReceivedFen, line.HoldReason);
}

/// <summary>A history with the first of its faults.</summary>
internal sealed record HistoryDetail(HistoryView History, IReadOnlyList<ShadowFaultView> Faults)
{
    public static HistoryDetail Of(History history, IEnumerable<HistoryFault> faults, Caller caller) =>
        new(HistoryView.Of(history, caller), [.. faults.Select(f => ShadowFaultView.Of(f.Number, new RowFault(f.Table, f.Line, f.Column, f.Value, f.Zh, f.En)))]);
}

/// <summary>Histories of the caller's jurisdiction.</summary>
internal static class ReadHistories
{
    private const int FaultsShown = 500;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/histories", ListAsync).RequireRoles(ShadowRunAccess.Roles);
        api.MapGet("/histories/{id:guid}", async (Guid id, FundingDb db, HttpContext http, CancellationToken ct) =>
            (await DetailAsync(id, db, http.Caller(), ct)).ToHttp()).RequireRoles(ShadowRunAccess.Roles);
        api.MapGet("/histories/{id:guid}/lines", LinesAsync).RequireRoles(ShadowRunAccess.Roles);
    }

    /// <summary>A history as the caller may see it.</summary>
    public static async Task<Outcome<History>> HistoryAsync(this FundingDb db, Guid id, Caller caller, CancellationToken ct) =>
        await db.Histories.SingleOrDefaultAsync(h => h.Id == id && h.Jurisdiction == caller.Jurisdiction, ct) is { } history
            ? history
            : Refusal.NotFound("history", id, "期初导入");

    private static async Task<Page<HistoryView>> ListAsync(string? programme, PageQuery page, FundingDb db, HttpContext http, CancellationToken ct)
    {
        var caller = http.Caller();
        return (await db.Histories.AsNoTracking().Where(h => h.Jurisdiction == caller.Jurisdiction && (programme == null || h.Programme == programme))
            .ToPageAsync(page, h => h.Id, ct, newestFirst: true)).Select(history => HistoryView.Of(history, caller));
    }

    private static async Task<Outcome<HistoryDetail>> DetailAsync(Guid id, FundingDb db, Caller caller, CancellationToken ct)
    {
        if (!(await db.HistoryAsync(id, caller, ct)).Accepted(out var history, out var hidden))
        {
            return hidden;
        }

        var faults = await db.HistoryFaults.AsNoTracking().Where(f => f.HistoryId == id).OrderBy(f => f.Number).Take(FaultsShown).ToListAsync(ct);
        return HistoryDetail.Of(history, faults, caller);
    }

    private static async Task<Answer<Page<HistoryLineView>>> LinesAsync(Guid id, PageQuery page, FundingDb db, HttpContext http, CancellationToken ct)
    {
        Outcome<Page<HistoryLineView>> lines = (await db.HistoryAsync(id, http.Caller(), ct)).Accepted(out _, out var hidden)
            ? (await db.HistoryLines.AsNoTracking().Where(l => l.HistoryId == id).ToPageAsync(page, l => l.Number, ct)).Select(HistoryLineView.Of)
            : hidden;
        return lines.ToHttp();
    }
}

using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Funding.ShadowRuns;

/// <summary>Who brought the files may take them away again, with all that was found in them: nothing of them is in the books.</summary>
internal static class DeleteShadowRun
{
    public static void Map(RouteGroupBuilder api) => api
        .MapDelete("/shadow-runs/{id:guid}", async (Guid id, FundingDb db, AttachmentStore store, HttpContext http, CancellationToken ct) =>
        {
            var caller = http.Caller();
            return (await db.WriteAsync(inner => DeleteAsync(id, db, store, caller, inner), ct)).ToHttp();
        })
        .RequireRoles(ShadowRunAccess.Roles);

    private static async Task<Outcome<ShadowRunView>> DeleteAsync(Guid id, FundingDb db, AttachmentStore store, Caller caller, CancellationToken ct)
    {
        if (!(await db.FindAsync(id, caller, ct)).Accepted(out var run, out var hidden))
        {
            return hidden;
        }

        if (run.Begun.Subject != caller.Subject || run.State == ShadowRunState.Running)
        {
            return run.State == ShadowRunState.Running
                ? Refusal.Conflict("shadow-run-started", "P-4", "正在核对，完成后才能删除。", "It is running; it can be deleted once it is done.")
                : Refusal.Forbidden("P-4", "只有上传人可以删除。", "Only whoever brought the files deletes them.");
        }

        if (await db.Histories.AnyAsync(h => h.ShadowRunId == id, ct))
        {
            return Refusal.Conflict("history-made", "P-5", "已据此导入期初数，不能删除。", "Opening balances rest on it; it cannot be deleted.");
        }

        var files = await db.ShadowTables.Where(t => t.ShadowRunId == id).Select(t => t.AttachmentId).Distinct().ToListAsync(ct);
        await db.ShadowFindings.Where(f => f.ShadowRunId == id).ExecuteDeleteAsync(ct);
        await db.ShadowFaults.Where(f => f.ShadowRunId == id).ExecuteDeleteAsync(ct);
        await db.ShadowTables.Where(t => t.ShadowRunId == id).ExecuteDeleteAsync(ct);
        await store.DeleteAsync(files, ct);
        db.ShadowRuns.Remove(run);
        return ShadowRunView.Of(run, caller.Subject);
    }
}

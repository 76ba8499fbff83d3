using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Registers;

/// <summary>A draft is thrown away. What was filed stays, whatever becomes of it.</summary>
internal static class DiscardDraft
{
    public static async Task<IResult> HandleAsync(Guid id, HttpContext http, RegistryDb db, RegisterDesk desk, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteAsync<Outcome<Guid>>(
            async ct =>
            {
                if (!(await desk.OpenAsync(id, caller, ct)).Accepted(out var open, out var missing))
                {
                    return missing;
                }

                if (!open.Entry.IsDraft || open.Entry.KeeperRole(open.Register, caller) is null)
                {
                    return Refusal.Conflict("wrong-state", open.Register.Citation.ClauseId, "只有草稿可以删除。", "Only a draft can be deleted.").With("state", open.Entry.State);
                }

                await db.RegisterFiles.Where(file => file.EntryId == id).ExecuteDeleteAsync(ct);
                db.RegisterEntries.Remove(open.Entry);
                return id;
            },
            cancellationToken);
        return outcome.Accepted(out _, out var refused) ? Results.NoContent() : new ProblemAnswer(refused);
    }
}

using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Applications;

/// <summary>The applicant takes a file out again; what an earlier submission showed stays stored.</summary>
internal static class DetachFile
{
    public static async Task<Answer<ApplicationView>> HandleAsync(
        Guid id, Guid attachmentId, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteAsync<Outcome<ApplicationView>>(
            async ct =>
            {
                var application = await db.Applications.AsNoTracking().OwnedBy(caller).Include(a => a.Steps).SingleOrDefaultAsync(a => a.Id == id, ct);
                if (application is null)
                {
                    return ApplicationDesk.NotFound(id);
                }

                if (!(await packs.RulingAsync(application.Programme, clock.Today, caller, ct)).Accepted(out var pack, out var unknown))
                {
                    return unknown;
                }

                var clause = pack.ClauseOf(Procedure.Application);
                if (application.CheckEditable(pack, clause) is { } closed)
                {
                    return closed;
                }

                if (!await db.Applications.OwnedBy(caller).HoldOpenAsync(id, ct))
                {
                    return Refusal.Conflict("wrong-status", clause, "申请已提交，不能再移除附件。", "The application has been handed in; no file can be taken out.");
                }

                var now = clock.UtcNow;
                var removed = await db.ApplicationFiles
                    .Where(file => file.ApplicationId == id && file.AttachmentId == attachmentId && file.RemovedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(file => file.RemovedAt, now), ct);
                return removed == 0
                    ? Refusal.NotFound("attachment", attachmentId, "附件")
                    : ApplicationView.Of(application, await FileView.OfAsync(db, id, ct));
            },
            cancellationToken);
        return outcome.ToHttp();
    }
}

using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Applications;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Notices;

/// <summary>Carries a step of one objection out: finds what the caller may touch, checks the version seen, decides, records.</summary>
internal sealed class ObjectionDesk(RegistryDb db, BusinessClock clock)
{
    /// <summary>One step, decided from the objection, its application, the notice's clause and the instant.</summary>
    public Task<Outcome<Objection>> ChangeAsync(
        Guid id,
        IfMatch seen,
        Caller caller,
        Func<Objection, Application, string, DateTime, Outcome<Objection>> decide,
        CancellationToken cancellationToken) =>
        db.WriteUniqueAsync<Objection>(
            async ct =>
            {
                var objection = await db.Objections.SingleOrDefaultAsync(o => o.Id == id && o.Jurisdiction == caller.Jurisdiction, ct);
                if (objection is null)
                {
                    return Refusal.NotFound("objection", id, "异议");
                }

                if (seen.Check(objection) is { } stale)
                {
                    return stale;
                }

                var application = await db.Applications.Include(a => a.Steps).SingleAsync(a => a.Id == objection.ApplicationId, ct);
                var clause = await db.Notices.Where(n => n.Id == objection.NoticeId).Select(n => n.Clause).SingleAsync(ct);
                if (!decide(objection, application, clause, clock.UtcNow).Accepted(out _, out var refused))
                {
                    return refused;
                }

                await db.SaveChangesAsync(ct);
                return objection;
            },
            cancellationToken);
}

/// <summary>What every step of an objection has in common.</summary>
internal static class ObjectionSteps
{
    /// <summary>The refusal of a step that does not fit where the objection stands; null where it does.</summary>
    public static Refusal? CheckStatus(this Objection objection, ObjectionStatus expected, string clause, string zh, string en) =>
        objection.Status == expected
            ? null
            : Refusal.Conflict("wrong-status", clause, zh, en).With("objectionId", objection.Id).With("status", objection.Status);
}

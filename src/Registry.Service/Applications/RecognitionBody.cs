using Contracts.Refusals;
using Contracts.Registry;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;
using Registry.Institutions;
using ServiceDefaults.Authentication;

namespace Registry.Applications;

/// <summary>The body under construction (ZS-30) whose recognition an application is about (ZS-25).</summary>
internal static class RecognitionBody
{
    private static readonly ApplicationStatus[] UnderWay =
    [
        ApplicationStatus.Submitted, ApplicationStatus.Returned, ApplicationStatus.Resubmitted, ApplicationStatus.Recommended,
        ApplicationStatus.UnderReview, ApplicationStatus.Proposed, ApplicationStatus.OnNotice,
    ];

    /// <summary>The caller's own body of this programme, as long as it is under construction.</summary>
    public static async Task<Outcome<Institution>> FindAsync(
        RegistryDb db, Guid id, string programme, Caller caller, string clause, CancellationToken cancellationToken)
    {
        var (jurisdiction, organisation) = (caller.Jurisdiction, caller.Organisation);
        var body = await db.Institutions.AsNoTracking().SingleOrDefaultAsync(
            i => i.Id == id && i.Programme == programme && i.Jurisdiction == jurisdiction && i.ImplementingBodyCode == organisation, cancellationToken);
        if (body is null)
        {
            return Refusal.NotFound("institution", id, "机构");
        }

        return body.Standing == Standings.UnderConstruction
            ? body
            : Refusal.Conflict(
                    "not-under-construction", clause, $"“{body.Name}”不在建设中，不能就其申请认定。", $"'{body.Name}' is not under construction, so its recognition cannot be applied for.")
                .With("institutionId", body.Id)
                .With("standing", body.Standing);
    }

    /// <summary>
    /// What stands against handing in this application about a body: it applies for something else, the body is no longer under
    /// construction, or another application about it is under way. Null where nothing does, or where it is about none.
    /// </summary>
    public static async Task<Refusal?> CheckAsync(this Application application, RegistryDb db, PolicyPack pack, Caller caller, string clause, CancellationToken cancellationToken)
    {
        if (application.InstitutionId is not { } id)
        {
            return null;
        }

        if (application.RouteUnder(pack)?.Becomes == Standings.UnderConstruction)
        {
            return Refusal.Conflict("wrong-purpose", clause, "对建设中的中心只能申请认定。", "For a body under construction only recognition can be applied for.")
                .With("institutionId", id)
                .With("route", application.Route);
        }

        // The body's row is held, so that of two applications handed in at once the later one sees the earlier.
        await db.Institutions.Where(i => i.Id == id).ExecuteUpdateAsync(set => set.SetProperty(i => i.District, i => i.District), cancellationToken);
        var found = await FindAsync(db, id, application.Programme, caller, clause, cancellationToken);
        return found.Refusal ?? await FindRivalAsync(db, application, clause, cancellationToken);
    }

    private static async Task<Refusal?> FindRivalAsync(RegistryDb db, Application application, string clause, CancellationToken cancellationToken)
    {
        var rival = await db.Applications.AsNoTracking()
            .Where(a => a.InstitutionId == application.InstitutionId && a.Id != application.Id && a.Round > 0)
            .Where(a => UnderWay.Contains(a.Status))
            .Select(a => new { a.Id, a.Status })
            .FirstOrDefaultAsync(cancellationToken);
        return rival is null
            ? null
            : Refusal.Conflict(
                    "recognition-under-way", clause, "该中心已有认定申请在办，不能重复申报。", "An application for the recognition of this body is under way already.")
                .With("institutionId", application.InstitutionId)
                .With("otherApplicationId", rival.Id)
                .With("otherStatus", rival.Status);
    }
}

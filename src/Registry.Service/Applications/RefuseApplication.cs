using Contracts.Refusals;
using Policies;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Applications;

/// <summary>The district refuses what it reviews (ZS-14), the city what was recommended to it.</summary>
internal static class RefuseApplication
{
    internal sealed record RefuseRequest(string Reason);

    public static async Task<Answer<ApplicationView>> HandleAsync(
        Guid id, RefuseRequest request, IfMatch seen, HttpContext http, RegistryDb db, ApplicationDesk desk, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await desk.StepAsync(
            db.Applications.VisibleTo(caller), id, seen, caller, (application, pack) => Decide(application, request, pack, caller, clock.UtcNow), cancellationToken);
        return outcome.ToHttp();
    }

    public static Outcome<ApplicationStep> Decide(Application application, RefuseRequest request, PolicyPack pack, Caller caller, DateTime now)
    {
        var atCity = application.Status == ApplicationStatus.Recommended;
        var clause = pack.ClauseOf(atCity ? application.DecidingStep(pack) : Procedure.Recommendation);
        var role = atCity ? Roles.CityReviewer : Roles.DistrictReviewer;
        if (Reasons.Check("reason", request.Reason) is { } wordless)
        {
            return wordless;
        }

        if (!atCity && !application.AwaitsDistrict)
        {
            return application.NotNow(clause, "申请不在审核中，不能作出不予通过的决定。", "The application is not under review, so it cannot be refused.");
        }

        if (CheckReviewer(application, pack, caller, role, clause) is { } notTheirs)
        {
            return notTheirs;
        }

        var step = application.Step(StepKind.Refused, caller, role, clause, now);
        step.Reason = request.Reason.Trim();
        return step;
    }

    private static Refusal? CheckReviewer(Application application, PolicyPack pack, Caller caller, string role, string clause)
    {
        var itsTurn = caller.Is(role) && (role == Roles.CityReviewer || caller.District == application.District);
        return itsTurn
            ? application.CheckSeparation(caller, clause) ?? application.CheckSecondPerson(caller, clause)
            : application.LiesWith(role, pack, clause);
    }
}

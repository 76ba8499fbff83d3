using Contracts.Refusals;
using Policies;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Applications;

/// <summary>The applicant takes an application back; what has been decided cannot be taken back.</summary>
internal static class WithdrawApplication
{
    internal sealed record WithdrawRequest(string Reason);

    public static async Task<Answer<ApplicationView>> HandleAsync(
        Guid id, WithdrawRequest request, IfMatch seen, HttpContext http, RegistryDb db, ApplicationDesk desk, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await desk.StepAsync(
            db.Applications.OwnedBy(caller), id, seen, caller, (application, pack) => Decide(application, request, pack, caller, clock.UtcNow), cancellationToken);
        return outcome.ToHttp();
    }

    public static Outcome<ApplicationStep> Decide(Application application, WithdrawRequest request, PolicyPack pack, Caller caller, DateTime now)
    {
        var clause = pack.ClauseOf(Procedure.Application);
        if (Reasons.Check("reason", request.Reason) is { } wordless)
        {
            return wordless;
        }

        if (!application.IsEditable && !application.AwaitsDistrict && application.Status is not (ApplicationStatus.Recommended or ApplicationStatus.UnderReview))
        {
            return application.NotNow(clause, "申请已审定或已办结，不能撤回。", "The application has been decided on and cannot be withdrawn.");
        }

        var step = application.Step(StepKind.Withdrawn, caller, Roles.Operator, clause, now);
        step.Reason = request.Reason.Trim();
        return step;
    }
}

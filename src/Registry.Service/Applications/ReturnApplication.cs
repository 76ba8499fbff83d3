using Contracts.Refusals;
using Policies;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Applications;

/// <summary>The district sends an application back for supplement, with a reason for each field (ZS-14).</summary>
internal static class ReturnApplication
{
    private const int MaxReasons = 100;

    internal sealed record ReturnRequest(IReadOnlyList<FieldReason> Reasons);

    public static async Task<Answer<ApplicationView>> HandleAsync(
        Guid id, ReturnRequest request, IfMatch seen, HttpContext http, RegistryDb db, ApplicationDesk desk, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await desk.StepAsync(
            db.Applications.InDistrictOf(caller), id, seen, caller, (application, pack) => Decide(application, request, pack, caller, clock.UtcNow), cancellationToken);
        return outcome.ToHttp();
    }

    public static Outcome<ApplicationStep> Decide(Application application, ReturnRequest request, PolicyPack pack, Caller caller, DateTime now)
    {
        var clause = pack.ClauseOf(Procedure.Recommendation);
        if (CheckReasons(request.Reasons, pack) is { } wrong)
        {
            return wrong;
        }

        if (!application.AwaitsDistrict)
        {
            return application.NotNow(
                clause,
                $"申请不在{pack.Called(Roles.DistrictReviewer).Zh}审核环节，不能退回。",
                $"The application is not with the {pack.Called(Roles.DistrictReviewer).En}, so it cannot be returned.");
        }

        if (application.CheckSeparation(caller, clause) is { } own)
        {
            return own;
        }

        var step = application.Step(StepKind.Returned, caller, Roles.DistrictReviewer, clause, now);
        step.FieldReasons.AddRange(request.Reasons.Select(given => given with { Reason = given.Reason.Trim() }));
        return step;
    }

    private static Refusal? CheckReasons(IReadOnlyList<FieldReason> reasons, PolicyPack pack)
    {
        if (reasons.Count is 0 or > MaxReasons || reasons.Contains(null!))
        {
            return Refusal.BadInput(
                "reasons", reasons.Count, $"请就 1 至 {MaxReasons} 个填报项分别写明退回理由。", $"Give reasons for 1 to {MaxReasons} fields.");
        }

        // A reason may point into a list (leadBodies[0].name); what precedes the first dot or bracket is the pack's field.
        var unknown = reasons.FirstOrDefault(given => !pack.Fields.Any(field => field.Name == given.Field.Split('.', '[')[0]));
        return unknown is null
            ? reasons.Select(given => Reasons.Check(given.Field, given.Reason)).FirstOrDefault(refusal => refusal is not null)
            : Refusal.BadInput("reasons", unknown.Field, $"申请表中没有填报项“{unknown.Field}”。", $"The form has no field '{unknown.Field}'.");
    }
}

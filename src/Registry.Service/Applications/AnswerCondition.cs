using Contracts.Refusals;
using Policies;
using Policies.Evaluation;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Applications;

/// <summary>
/// A reviewer records whether a condition is met that no form can settle, or that an exception is made "in principle" (ZS-09…12), and
/// that a field which the document does not name is one of its fields (ZS-01).
/// </summary>
internal static class AnswerCondition
{
    internal sealed record AnswerRequest(bool Met, string Reason);

    public static async Task<Answer<ApplicationView>> HandleAsync(
        Guid id,
        string condition,
        AnswerRequest request,
        IfMatch seen,
        HttpContext http,
        RegistryDb db,
        ApplicationDesk desk,
        BusinessClock clock,
        CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await desk.ChangeAsync(
            db.Applications.VisibleTo(caller),
            id,
            seen,
            async (application, ct) =>
            {
                var examination = await desk.ExamineAsync(application, await FileView.OfAsync(db, id, ct), ct);
                if (!(await desk.RulesOfAsync(application, caller, ct)).Accepted(out var pack, out var unknown))
                {
                    return unknown;
                }

                if (!Decide(application, condition, request, examination, pack, caller, clock.UtcNow).Accepted(out var answer, out var refused))
                {
                    return refused;
                }

                application.ConditionAnswers.Add(answer);
                application.Version++;
                return application;
            },
            cancellationToken);
        return outcome.ToHttp();
    }

    public static Outcome<ConditionAnswer> Decide(
        Application application, string condition, AnswerRequest request, ApplicationExamination examination, PolicyPack pack, Caller caller, DateTime now)
    {
        var examined = examination.Conditions.FirstOrDefault(c => c.Finding.Condition == condition);
        if (examined is null)
        {
            return Refusal.NotFound("condition", condition, "条件").With("known", examination.Conditions.Select(c => c.Finding.Condition));
        }

        var clause = examined.Finding.Citation.ClauseId;
        var role = application.AwaitsDistrict ? Roles.DistrictReviewer : Roles.CityReviewer;
        if ((CheckAnswerer(application, pack, caller, role, clause) ?? Reasons.Check("reason", request.Reason)) is { } refused)
        {
            return refused;
        }

        return request.Met && examined.Finding.Verdict == Verdict.NotMet
            ? examined.Refuse(application)
            : new ConditionAnswer
            {
                ApplicationId = application.Id,
                Round = application.Round,
                Condition = condition,
                Met = request.Met,
                Reason = request.Reason.Trim(),
                BySubject = caller.Subject,
                ByName = caller.SignedName(),
                Role = role,
                At = now,
            };
    }

    /// <summary>The county answers while it examines (ZS-14), the city from the recommendation to the announcement.</summary>
    private static Refusal? CheckAnswerer(Application application, PolicyPack pack, Caller caller, string role, string clause)
    {
        if (!application.AwaitsDistrict && !application.IsWithCity)
        {
            return application.NotNow(clause, "申请不在审核中，不能记录审核意见。", "The application is not under review, so no condition of it is answered.");
        }

        return caller.Is(role) && (role == Roles.CityReviewer || caller.District == application.District)
            ? application.CheckSeparation(caller, clause)
            : application.LiesWith(role, pack, clause);
    }
}

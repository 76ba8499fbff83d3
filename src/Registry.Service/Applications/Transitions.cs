using Contracts.Refusals;
using Policies;
using Registry.Packs;
using ServiceDefaults.Authentication;

namespace Registry.Applications;

/// <summary>What every step of an application has in common.</summary>
internal static class Transitions
{
    /// <summary>A step of this application, done by this person in this role.</summary>
    public static ApplicationStep Step(this Application application, StepKind kind, Caller by, string role, string clause, DateTime at) => new()
    {
        ApplicationId = application.Id,
        Number = application.StepCount + 1,
        Kind = kind,
        At = at,
        ActorSubject = by.Subject,
        ActorName = by.Name,
        ForSubject = by.For?.Subject,
        ForName = by.For?.Name,
        ActorRole = role,
        Clause = clause,
    };

    /// <summary>Carries a decided step out.</summary>
    public static void Apply(this Application application, ApplicationStep step)
    {
        application.StepCount = step.Number;
        application.Status = step.Kind switch
        {
            StepKind.Started => ApplicationStatus.Draft,
            StepKind.Submitted => ApplicationStatus.Submitted,
            StepKind.Returned => ApplicationStatus.Returned,
            StepKind.Resubmitted => ApplicationStatus.Resubmitted,
            StepKind.Recommended => ApplicationStatus.Recommended,
            StepKind.Entered => ApplicationStatus.Entered,
            StepKind.Selected => ApplicationStatus.UnderReview,
            StepKind.NotSelected => ApplicationStatus.NotSelected,
            StepKind.Proposed => ApplicationStatus.Proposed,
            StepKind.Posted => ApplicationStatus.OnNotice,
            StepKind.Recognised => ApplicationStatus.Recognised,
            StepKind.Filed => ApplicationStatus.Filed,
            StepKind.Refused => ApplicationStatus.Refused,
            StepKind.Withdrawn => ApplicationStatus.Withdrawn,
            _ => throw new ArgumentOutOfRangeException(nameof(step), step.Kind, "Not a step."),
        };
        application.Steps.Add(step);
    }

    /// <summary>The refusal of a step that does not fit where the application stands.</summary>
    public static Refusal NotNow(this Application application, string clause, string zh, string en) =>
        Refusal.Conflict("wrong-status", clause, zh, en)
            .With("applicationId", application.Id)
            .With("status", application.Status);

    /// <summary>The refusal of somebody whose turn it is not: who has it is said in the programme's own words.</summary>
    public static Refusal LiesWith(this Application application, string role, PolicyPack pack, string clause) =>
        Refusal.Forbidden(
                clause,
                role == Roles.DistrictReviewer
                    ? $"该申请现由所在地的{pack.Called(role).Zh}办理。"
                    : $"该申请已推荐，现由{pack.Called(role).Zh}办理。",
                role == Roles.DistrictReviewer
                    ? $"The application is with the {pack.Called(role).En} of its territory."
                    : $"The application has been recommended and is with the {pack.Called(role).En}.")
            .With("applicationId", application.Id)
            .With("status", application.Status)
            .With("role", role);

    /// <summary>What has been handed in is not written in any more; null where the applicant may still write.</summary>
    public static Refusal? CheckEditable(this Application application, PolicyPack pack, string clause) =>
        application.IsEditable
            ? null
            : application.NotNow(
                clause,
                $"申请已提交，不能修改；如需修改，请由{pack.Called(Roles.DistrictReviewer).Zh}退回。",
                $"The application has been handed in and cannot be changed, unless the {pack.Called(Roles.DistrictReviewer).En} returns it.");

    /// <summary>Nobody reviews what they or their own organisation filed; null where all is well.</summary>
    public static Refusal? CheckSeparation(this Application application, Caller reviewer, string clause) =>
        application.FiledBy.Exists(reviewer.Counts) || reviewer.Organisation == application.Organisation
            ? new Refusal(
                RefusalKind.Forbidden,
                "reviewer-filed-it",
                clause,
                "不得审核本人或本单位提交的申请。",
                "Nobody reviews what they or their own organisation filed.").With("applicationId", application.Id)
            : null;

    /// <summary>The city's decision is another person's than the district's recommendation; null where all is well.</summary>
    public static Refusal? CheckSecondPerson(this Application application, Caller decider, string clause) =>
        application.Steps.Exists(step => step.Kind == StepKind.Recommended && (decider.Counts(step.ActorSubject) || decider.Counts(step.ForSubject)))
            ? new Refusal(
                RefusalKind.Forbidden,
                "recommender-decides",
                clause,
                "推荐该申请的人不得作出市级决定。",
                "Whoever recommended an application does not decide on it for the city.").With("applicationId", application.Id)
            : null;
}

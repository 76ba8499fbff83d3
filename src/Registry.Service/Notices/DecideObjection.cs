using Contracts.Refusals;
using Registry.Applications;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Notices;

/// <summary>Another person than the one who verified it decides on an objection (处理, ZS-16). One that is upheld ends the application.</summary>
internal static class DecideObjection
{
    internal sealed record ObjectionDecision(bool Upheld, string Reason);

    public static async Task<Answer<ObjectionView>> HandleAsync(
        Guid id, ObjectionDecision request, IfMatch seen, HttpContext http, ObjectionDesk desk, CancellationToken cancellationToken)
    {
        var outcome = await desk.ChangeAsync(
            id, seen, http.Caller(), (objection, application, clause, now) => Decide(objection, application, request, clause, http.Caller(), now), cancellationToken);
        return outcome.ToHttp(ObjectionView.Of);
    }

    public static Outcome<Objection> Decide(
        Objection objection, Application application, ObjectionDecision request, string clause, Caller caller, DateTime now)
    {
        var refused = objection.CheckStatus(ObjectionStatus.Verified, clause, "异议须先核实，且只作一次处理决定。", "An objection is verified first, and decided once.")
            ?? application.CheckSeparation(caller, clause)
            ?? CheckSecondPerson(objection, caller, clause)
            ?? Reasons.Check("reason", request.Reason);
        if (refused is not null)
        {
            return refused;
        }

        (objection.Status, objection.Reason) = (request.Upheld ? ObjectionStatus.Upheld : ObjectionStatus.Rejected, request.Reason.Trim());
        (objection.DecidedAt, objection.DecidedBySubject, objection.DecidedByName) = (now, caller.Subject, caller.SignedName());

        // Where another objection has ended it already, or the body was recognised under a pack in which an open objection does not
        // stop it, the decision stands by itself: taking a recognition back is a sanction, and persons begin it (P-5).
        if (request.Upheld && application.Status == ApplicationStatus.OnNotice)
        {
            var step = application.Step(StepKind.Refused, caller, Roles.CityReviewer, clause, now);
            step.Reason = objection.Reason;
            application.Apply(step);
        }

        return objection;
    }

    private static Refusal? CheckSecondPerson(Objection objection, Caller caller, string clause) =>
        caller.Counts(objection.VerifiedBySubject)
            ? new Refusal(RefusalKind.Forbidden, "verifier-decides", clause, "核实异议的人不得作出处理决定。", "Whoever verified an objection does not decide on it.").With("objectionId", objection.Id)
            : null;
}

using Contracts.Refusals;
using Registry.Applications;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Notices;

/// <summary>The bureau looks into an objection and records what it found (核实, ZS-16).</summary>
internal static class VerifyObjection
{
    internal sealed record VerificationRequest(string Findings);

    public static async Task<Answer<ObjectionView>> HandleAsync(
        Guid id, VerificationRequest request, IfMatch seen, HttpContext http, ObjectionDesk desk, CancellationToken cancellationToken)
    {
        var outcome = await desk.ChangeAsync(
            id, seen, http.Caller(), (objection, application, clause, now) => Decide(objection, application, request, clause, http.Caller(), now), cancellationToken);
        return outcome.ToHttp(ObjectionView.Of);
    }

    public static Outcome<Objection> Decide(
        Objection objection, Application application, VerificationRequest request, string clause, Caller caller, DateTime now)
    {
        var refused = objection.CheckStatus(ObjectionStatus.Received, clause, "该异议已经核实或办结。", "This objection has been verified or decided already.")
            ?? application.CheckSeparation(caller, clause)
            ?? Reasons.Check("findings", request.Findings);
        if (refused is not null)
        {
            return refused;
        }

        (objection.Status, objection.Findings) = (ObjectionStatus.Verified, request.Findings.Trim());
        (objection.VerifiedAt, objection.VerifiedBySubject, objection.VerifiedByName) = (now, caller.Subject, caller.SignedName());
        return objection;
    }
}

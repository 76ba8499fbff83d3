using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Sanctions;

/// <summary>What every step of a case has in common.</summary>
internal static class SanctionSteps
{
    /// <summary>The case as a city reviewer opens it to decide, in the version seen.</summary>
    public static async Task<Outcome<SanctionCase>> OpenCaseAsync(this RegistryDb db, Guid id, Caller caller, IfMatch seen, CancellationToken cancellationToken)
    {
        var sanction = await db.SanctionCases.SingleOrDefaultAsync(c => c.Id == id && c.Jurisdiction == caller.Jurisdiction, cancellationToken);
        if (sanction is null)
        {
            return NotFound(id);
        }

        return seen.Check(sanction) is { } stale ? stale : sanction;
    }

    public static Refusal NotFound(Guid id) => Refusal.NotFound("sanction case", id, "处理案件");

    /// <summary>A case is decided once.</summary>
    public static Refusal? CheckOpen(this SanctionCase sanction) =>
        sanction.Status == SanctionStatus.Proposed
            ? null
            : Refusal.Conflict("wrong-status", sanction.Clause, "该案件已办结，不能再作决定。", "The case has been closed already.")
                .With("status", sanction.Status)
                .With("closedByName", sanction.ClosedByName);

    /// <summary>P-5: who proposed does not decide.</summary>
    public static Refusal? CheckOtherPerson(this SanctionCase sanction, Caller decider) =>
        decider.Counts(sanction.ProposedBySubject)
            ? new Refusal(
                RefusalKind.Forbidden, "proposer-decides", "P-5", "提出该案件的人不得作出决定，请由他人办理。", "Whoever proposed the case does not decide it; another person must.")
                .With("sanctionId", sanction.Id)
            : null;

    public static SanctionCase Close(this SanctionCase sanction, SanctionStatus status, Caller by, DateTime at)
    {
        (sanction.Status, sanction.ClosedAt, sanction.ClosedBySubject, sanction.ClosedByName) = (status, at, by.Subject, by.Name);
        return sanction;
    }
}

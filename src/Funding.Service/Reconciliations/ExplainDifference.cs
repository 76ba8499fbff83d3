using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Reconciliations;

/// <summary>Why bank and books differ.</summary>
internal sealed record DifferenceExplanation(string Explanation);

/// <summary>Explains a difference: an approver who did not import the statement. It changes no book.</summary>
internal static class ExplainDifference
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/differences/{id:guid}/explain", async (
            Guid id, DifferenceExplanation request, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, request, db, clock, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceApprover).RequireIdempotencyKey();

    /// <summary>Whether this person may explain it.</summary>
    public static Refusal? Decide(Difference difference, Reconciliation day, Hands hands) => difference.Status == DifferenceStatus.Open
        ? FourEyes.Approves(hands, day.Imported)
        : Refusal.Conflict("difference-closed", "status", "该差异已说明或已消除。", "The difference is explained or gone already.").With("status", difference.Status.En());

    private static async Task<Outcome<ReconciliationDetail>> RunAsync(
        Guid id, DifferenceExplanation request, FundingDb db, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (Checks.Text("explanation", request.Explanation) is { } wrong)
        {
            return wrong;
        }

        var difference = await db.Differences.SingleOrDefaultAsync(d => d.Id == id && d.Jurisdiction == caller.Jurisdiction, ct);
        if (difference is null)
        {
            return Refusal.NotFound("difference", id, "对账差异");
        }

        var day = await db.Reconciliations.SingleAsync(r => r.Id == difference.ReconciliationId, ct);
        if (Decide(difference, day, caller.Hands()) is { } refusal)
        {
            return refusal;
        }

        difference.Status = DifferenceStatus.Explained;
        difference.Explanation = request.Explanation.Trim();
        difference.Explained = caller.Signs(clock);
        day.OpenDifferences--;
        await db.SaveChangesAsync(ct);
        return await ReadReconciliations.FindAsync(day.Id, db, caller, ct);
    }
}

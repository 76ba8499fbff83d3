using Contracts.Refusals;
using Funding.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Jobs;
using ServiceDefaults.Problems;

namespace Funding.Histories;

/// <summary>Another person signs a checked history under the bureau's document; then it is posted, all of it at once.</summary>
internal static class ConfirmHistory
{
    /// <summary>The document by which the bureau takes these figures for its own, and the functional subject that these years were booked under.</summary>
    internal sealed record Request(string DocumentNumber, DateOnly DocumentDate, string FunctionalSubject);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/histories/{id:guid}/confirm", async (Guid id, Request request, FundingDb db, JobQueue jobs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
        {
            var caller = http.Caller();
            return (await db.WriteAsync(inner => ConfirmAsync(id, request, db, jobs, clock, caller, inner), ct)).ToHttp();
        })
        .RequireRoles(Roles.FinanceApprover).RequireIdempotencyKey();

    private static async Task<Outcome<HistoryDetail>> ConfirmAsync(
        Guid id, Request request, FundingDb db, JobQueue jobs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (Checks.First(
            Checks.Text("documentNumber", request.DocumentNumber, 100),
            Checks.NotInFuture("documentDate", request.DocumentDate, clock.Today),
            Checks.FunctionalSubject("functionalSubject", request.FunctionalSubject)) is { } wrong)
        {
            return wrong;
        }

        if (!(await db.HistoryAsync(id, caller, ct)).Accepted(out var history, out var refused) || (refused = Decide(history, caller)) is not null)
        {
            return refused;
        }

        (history.State, history.Confirmed) = (HistoryState.TakingEffect, caller.Signs(clock));
        (history.DocumentNumber, history.DocumentDate, history.FunctionalSubject) = (request.DocumentNumber.Trim(), request.DocumentDate, request.FunctionalSubject);
        history.JobId = jobs.Enqueue(TakeHistory.JobKind, id.ToString(), caller.Subject).Id;
        await db.SaveChangesAsync(ct);
        return HistoryDetail.Of(history, [], caller);
    }

    /// <summary>What stands against this person's signing this history; null where nothing does.</summary>
    public static Refusal? Decide(History history, Caller caller) => history.State != HistoryState.Checked
        ? Refusal.Conflict("history-not-checked", "P-5", "该导入不在待确认状态。", "The history does not wait for a signature.").With("state", history.State)
        : FourEyes.Approves(caller.Hands(), history.Made);
}

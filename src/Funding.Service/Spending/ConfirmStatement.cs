using Contracts.Funding;
using Contracts.Refusals;
using Funding.Data;
using Funding.Deadlines;
using Messaging.Outbox;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Spending;

/// <summary>Another person confirms what a maker found: from now on it counts as spent, and is not unused (ZS-08).</summary>
internal static class ConfirmStatement
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/spending-statements/{id:guid}/confirm", async (
            Guid id, FundingDb db, FollowFacts follow, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, db, follow, clock, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceApprover).RequireIdempotencyKey();

    /// <summary>Whether this person may confirm it.</summary>
    public static Refusal? Decide(SpendingStatement statement, Hands hands) =>
        StatementTurn.NotIn(statement, SpendingStatus.Verified) ?? FourEyes.Approves(hands, statement.Submitted, statement.Verified!);

    private static async Task<Outcome<SpendingStatementDetail>> RunAsync(
        Guid id, FundingDb db, FollowFacts follow, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (!(await db.TakeStatementAsync(id, caller, ct)).Accepted(out var turn, out var refused))
        {
            return refused;
        }

        var (statement, account) = turn;
        if (Decide(statement, caller.Hands()) is { } refusal)
        {
            return refusal;
        }

        statement.Status = SpendingStatus.Confirmed;
        statement.Confirmed = caller.Signs(clock);
        var year = account.Year(statement.FiscalYear);
        year.SpentFen = checked(year.SpentFen + statement.AcceptedFen);
        db.Publish(Streams.Of(account), new SpendingConfirmed
        {
            StatementId = statement.Id,
            InstitutionId = statement.InstitutionId,
            Programme = statement.Programme,
            FiscalYear = statement.FiscalYear,
            AmountFen = statement.AcceptedFen,
            ConfirmedOn = clock.Today,
        });
        await follow.RunAsync(account, ct);
        return await ReadSpending.FindAsync(id, db, caller, ct);
    }
}

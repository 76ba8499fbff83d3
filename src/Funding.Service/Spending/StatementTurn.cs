using Contracts.Refusals;
using Funding.Accounts;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;

namespace Funding.Spending;

/// <summary>A statement in its body's turn.</summary>
internal sealed record StatementInTurn(SpendingStatement Statement, FundingAccount Account);

/// <summary>Whose turn it is to change a statement.</summary>
internal static class StatementTurn
{
    /// <summary>Takes the turn of the statement's body and reads the statement with its vouchers.</summary>
    public static async Task<Outcome<StatementInTurn>> TakeStatementAsync(this FundingDb db, Guid id, Caller caller, CancellationToken cancellationToken)
    {
        var institutionId = await db.SpendingStatements.VisibleTo(db, caller).Where(s => s.Id == id)
            .Select(s => (Guid?)s.InstitutionId).SingleOrDefaultAsync(cancellationToken);
        return institutionId is not null && await db.TakeTurnAsync(institutionId.Value, cancellationToken) is { } account
            ? new StatementInTurn(await db.SpendingStatements.Include(s => s.Vouchers).SingleAsync(s => s.Id == id, cancellationToken), account)
            : ReadSpending.NotFound(id);
    }

    /// <summary>Refuses a step that the statement is not ready for.</summary>
    public static Refusal? NotIn(SpendingStatement statement, params IEnumerable<SpendingStatus> wanted) => wanted.Contains(statement.Status)
        ? null
        : Refusal.Conflict(
                "statement-wrong-status",
                "status",
                $"该支出报表{statement.Status.Zh()}，不能这样处理。",
                $"The statement is {statement.Status.En()}; this cannot be done to it.")
            .With("status", statement.Status.En());
}

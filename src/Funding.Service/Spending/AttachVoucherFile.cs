using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Funding.Spending;

/// <summary>The body attaches the scan of a voucher, or a paper about all of them, until somebody has looked at the statement.</summary>
internal static class AttachVoucherFile
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/spending-statements/{id:guid}/attachments", async (
            Guid id, Guid? voucher, FundingDb db, AttachmentStore store, HttpContext http, CancellationToken ct) =>
            (await AttachAsync(id, voucher, db, store, http, ct)).ToCreated(made => $"/api/funding/attachments/{made.File.Id}"))
        .RequireRoles(Roles.Operator).AcceptsAttachment();

    private static async Task<Outcome<StatementFileView>> AttachAsync(
        Guid id, Guid? voucherId, FundingDb db, AttachmentStore store, HttpContext http, CancellationToken ct)
    {
        var caller = http.Caller();
        var statement = await db.SpendingStatements.AsNoTracking().Include(s => s.Vouchers).VisibleTo(db, caller).SingleOrDefaultAsync(s => s.Id == id, ct);
        if (statement is null || (voucherId is not null && !statement.Vouchers.Exists(v => v.Id == voucherId)))
        {
            return ReadSpending.NotFound(id);
        }

        if (StatementTurn.NotIn(statement, SpendingStatus.Submitted) is { } refused)
        {
            return refused;
        }

        // Received outside the write, so that a slow sender holds no transaction; a file whose statement is verified meanwhile
        // stays unlinked, and nobody sees it.
        var saved = await store.SaveAsync(http, ct);
        return saved.Accepted(out var attachment, out var untaken)
            ? await db.WriteAsync(inner => LinkAsync(attachment, id, voucherId, db, caller, inner), ct)
            : untaken;
    }

    private static async Task<Outcome<StatementFileView>> LinkAsync(
        Attachment attachment, Guid id, Guid? voucherId, FundingDb db, Caller caller, CancellationToken ct)
    {
        if (!(await db.TakeStatementAsync(id, caller, ct)).Accepted(out var turn, out var refused))
        {
            return refused;
        }

        if (StatementTurn.NotIn(turn.Statement, SpendingStatus.Submitted) is { } closed)
        {
            return closed;
        }

        db.StatementFiles.Add(new StatementFile { AttachmentId = attachment.Id, StatementId = id, VoucherId = voucherId });
        return new StatementFileView(voucherId, AttachmentView.Of(attachment));
    }
}

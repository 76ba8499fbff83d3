using Contracts.Refusals;
using Funding.BankFiles;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Funding.Reconciliations;

/// <summary>
/// Takes the bank's statement of a day and compares it. It moves no money and needs no key: the same file again changes nothing, another
/// file of the day takes the first one's place.
/// </summary>
internal static class ImportStatement
{
    private const int MostRows = 2000;

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/reconciliations", async (
            DateOnly day, FundingDb db, AttachmentStore store, MatchDay match, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await RunAsync(day, db, store, match, clock, http, ct)).ToCreated(made => $"/api/funding/reconciliations/{made.Reconciliation.Id}"))
        .RequireRoles(Roles.FinanceMaker).AcceptsAttachment();

    private static async Task<Outcome<ReconciliationDetail>> RunAsync(
        DateOnly day, FundingDb db, AttachmentStore store, MatchDay match, BusinessClock clock, HttpContext http, CancellationToken ct)
    {
        if (Checks.NotInFuture("day", day, clock.Today) is { } early)
        {
            return early;
        }

        var caller = http.Caller();
        if (!(await store.SaveAsync(http, ct)).Accepted(out var file, out var refused)
            || !(await BankTable.ReadAsync(file, store, StatementRows.Columns, MostRows, ct)).Accepted(out var table, out refused))
        {
            return refused;
        }

        return await db.WriteUniqueAsync(inner => TakeAsync(day, file, table, db, match, caller, clock, inner), ct);
    }

    private static async Task<Outcome<ReconciliationDetail>> TakeAsync(
        DateOnly day, Attachment file, BankTable table, FundingDb db, MatchDay match, Caller caller, BusinessClock clock, CancellationToken ct)
    {
        var known = await db.Reconciliations.SingleOrDefaultAsync(r => r.Jurisdiction == caller.Jurisdiction && r.Day == day, ct);
        var id = known?.Id ?? Guid.CreateVersion7();
        if (!StatementRows.Read(table, id, day).Accepted(out var entries, out var refused))
        {
            return refused;
        }

        if (known?.Sha256 != file.Sha256)
        {
            var reconciliation = known ?? Begin(id, day, file, caller, clock);
            (reconciliation.AttachmentId, reconciliation.FileName, reconciliation.Sha256) = (file.Id, file.FileName, file.Sha256);
            (reconciliation.Imported, reconciliation.Entries) = (caller.Signs(clock), entries.Count);
            reconciliation.OutFen = entries.Where(e => e.Direction == MoneyDirection.Out).Sum(e => e.AmountFen);
            reconciliation.InFen = entries.Where(e => e.Direction == MoneyDirection.In).Sum(e => e.AmountFen);
            if (known is null)
            {
                db.Reconciliations.Add(reconciliation);
            }

            await db.StatementEntries.Where(e => e.ReconciliationId == id).ExecuteDeleteAsync(ct);
            db.StatementEntries.AddRange(entries);
            await match.RunAsync(reconciliation, entries, ct);
        }

        return await ReadReconciliations.FindAsync(id, db, caller, ct);
    }

    private static Reconciliation Begin(Guid id, DateOnly day, Attachment file, Caller caller, BusinessClock clock) => new()
    {
        Id = id,
        Jurisdiction = caller.Jurisdiction!,
        Day = day,
        AttachmentId = file.Id,
        FileName = file.FileName,
        Sha256 = file.Sha256,
        Imported = caller.Signs(clock),
    };
}

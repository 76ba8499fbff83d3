using Contracts.Refusals;
using Funding.Data;
using Funding.Ledger;
using Funding.Packs;
using Microsoft.EntityFrameworkCore;
using Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Appropriations;

/// <summary>
/// Approves a change of an appropriation and carries it out: the appropriations' rows are taken first, an earlier year before a later
/// one, so that no commitment slips past what is decided on them.
/// </summary>
internal static class ApproveChange
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/appropriation-changes/{id:guid}/approve", async (Guid id, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, db, packs, clock, http.Caller(), inner), ct)).ToHttp(ChangeView.Of))
        .RequireRoles(Roles.FinanceApprover).RequireIdempotencyKey();

    /// <summary>Whether this person may approve it now.</summary>
    public static Refusal? Decide(AppropriationChange change, Appropriation of, Appropriation? into, Hands hands) =>
        NotProposed(change) ?? FourEyes.Approves(hands, [change.Proposed, .. of.Makers, .. into?.Makers ?? []]);

    /// <summary>Refuses what is decided or withdrawn already.</summary>
    public static Refusal? NotProposed(AppropriationChange change) => change.Status == AppropriationChangeStatus.Proposed
        ? null
        : Refusal.Conflict(
                "change-not-proposed",
                "status",
                $"该项调整现为“{change.Status.Zh()}”，只有待复核的可以办理。",
                $"The change is {change.Status.En()}; only a proposed one is approved or withdrawn.")
            .With("status", change.Status.En());

    private static async Task<Outcome<AppropriationChange>> RunAsync(
        Guid id, FundingDb db, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        var (today, by) = (clock.Today, caller.Signs(clock));
        if (await db.AppropriationChanges.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.Jurisdiction == caller.Jurisdiction, ct) is not { } seen)
        {
            return ReadChanges.NotFound(id);
        }

        var of = await TakeAsync(db, seen.AppropriationId, ct);
        var into = seen.IntoId is { } intoId ? await TakeAsync(db, intoId, ct) : null;
        var change = of.Changes.Single(c => c.Id == id);
        if (Decide(change, of, into, caller.Hands()) is { } no)
        {
            return no;
        }

        var rules = new PaymentRules(await packs.RulingAsync(of.Programme, today, ct), today);
        var amountFen = change.Kind == AppropriationChangeKind.Close ? of.LeftFen : change.AmountFen;
        var facts = await db.FactsAsync(change.Kind, amountFen, of, into, ct);
        if (!DecideChange.Decide(facts, rules).Accepted(out var sheet, out var refused))
        {
            return refused;
        }

        change.AmountFen = amountFen;
        change.Sheet = StoredSheet.Write(sheet);
        change.Status = AppropriationChangeStatus.Approved;
        change.Approved = by;
        CarryOut(db, change, of, into, today, by.Subject);
        return change;
    }

    // As a body's turn: the update before the read locks the row, so that what is read stays true until the end.
    private static async Task<Appropriation> TakeAsync(FundingDb db, Guid id, CancellationToken ct)
    {
        await db.Appropriations.Where(a => a.Id == id).ExecuteUpdateAsync(row => row.SetProperty(a => a.Version, a => a.Version + 1), ct);
        return await db.Appropriations.Include(a => a.Changes).SingleAsync(a => a.Id == id, ct);
    }

    private static void CarryOut(FundingDb db, AppropriationChange change, Appropriation of, Appropriation? into, DateOnly today, string by)
    {
        switch (change.Kind)
        {
            case AppropriationChangeKind.Supplement:
                Grow(of, PostingKind.AppropriationSupplemented);
                break;
            case AppropriationChangeKind.Reduction:
                Shrink(PostingKind.AppropriationReduced);
                break;
            case AppropriationChangeKind.CarryOver:
                Shrink(PostingKind.AppropriationCarriedOut);
                Grow(into!, PostingKind.AppropriationCarriedIn);
                break;
            default:
                Shrink(PostingKind.AppropriationLapsed);
                (of.Status, of.ClosedOn) = (AppropriationStatus.Closed, today);
                break;
        }

        void Grow(Appropriation row, PostingKind kind)
        {
            row.AmountFen = checked(row.AmountFen + change.AmountFen);
            db.Post(PostingContext.Of(kind, change, row, today, by), new Transfer(LedgerAccount.Available, LedgerAccount.Appropriated, change.AmountFen));
        }

        void Shrink(PostingKind kind)
        {
            of.AmountFen = checked(of.AmountFen - change.AmountFen);
            if (change.AmountFen > 0)
            {
                db.Post(PostingContext.Of(kind, change, of, today, by), new Transfer(LedgerAccount.Appropriated, LedgerAccount.Available, change.AmountFen));
            }
        }
    }
}

using Contracts.Refusals;
using Funding.Clawbacks;
using Funding.Data;
using Funding.Numbers;
using Funding.Packs;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Notices;

/// <summary>How and when a notice was delivered.</summary>
internal sealed record NoticeDelivery(DateOnly DeliveredOn, string How);

/// <summary>
/// Issues the notice that takes money back (追缴通知书): numbered, with the day until which it is to be paid, counted from the notice. A
/// later notice of the case says what is claimed then; the last one counts.
/// </summary>
internal static class IssueNotice
{
    private const int MostNotices = 100;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/clawbacks/{id:guid}/notices", async (Guid id, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
                (await db.WriteAsync(inner => IssueAsync(id, db, packs, clock, http.Caller(), inner), ct)).ToHttp())
            .RequireRoles(Roles.FinanceApprover).RequireIdempotencyKey();
        api.MapPost("/clawback-notices/{id:guid}/delivery", async (
                Guid id, NoticeDelivery request, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct) =>
                (await db.WriteAsync(inner => DeliverAsync(id, request, db, clock, http.Caller(), inner), ct)).ToHttp())
            .RequireRoles(Roles.FinanceMaker, Roles.FinanceApprover).RequireIdempotencyKey();
    }

    /// <summary>Whether there is something to notify of.</summary>
    public static Refusal? Decide(Clawback clawback) => clawback.Status != ClawbackStatus.Open
        ? Refusal.Conflict("nothing-outstanding", clawback.ClauseId, "该案没有未缴款项，不再发通知书。", "Nothing is outstanding in this case; no notice is issued.")
        : clawback.NotifiedFen == clawback.ClaimedFen
            ? Refusal.Conflict(
                    "notice-issued",
                    clawback.ClauseId,
                    "该案已就现有追缴金额发出通知书；追缴金额变更后再发。",
                    "A notice of exactly this claim is out already; another follows when the claim changes.")
                .With("claimedFen", clawback.ClaimedFen)
            : null;

    private static async Task<Outcome<NoticeDetail>> IssueAsync(Guid id, FundingDb db, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (await db.TakeCaseAsync(id, caller, ct) is not { } taken)
        {
            return ReadClawbacks.NotFound(id);
        }

        var clawback = taken.Clawback;
        if (Decide(clawback) is { } refusal)
        {
            return refusal;
        }

        if (await db.ClawbackNotices.CountAsync(n => n.ClawbackId == id, ct) >= MostNotices)
        {
            return Refusal.Conflict("too-many-notices", clawback.ClauseId, $"每案最多 {MostNotices} 份通知书。", $"A case has at most {MostNotices} notices.");
        }

        var rules = new PaymentRules(await packs.RulingAsync(taken.Account.Programme, clock.Today, ct), clock.Today);
        if (!rules.ClawbackDue().Accepted(out var due, out var refused))
        {
            throw new PolicyException(refused);
        }

        // The claim of a plan is due by the plan.
        clawback.DueOn = clawback.Plan is null ? due.Day!.Value : clawback.DueOn;
        clawback.NotifiedFen = clawback.ClaimedFen;
        var number = await db.NextNumberAsync(NumberKind.ClawbackNotice, clawback.Jurisdiction, clock.Today.Year, ct);
        var notice = new ClawbackNotice
        {
            Id = Guid.CreateVersion7(),
            ClawbackId = id,
            Jurisdiction = clawback.Jurisdiction,
            Year = clock.Today.Year,
            Number = number,
            NumberText = NumberText.Of(NumberKind.ClawbackNotice, clock.Today.Year, number),
            IssuedOn = clock.Today,
            ClaimedFen = clawback.ClaimedFen,
            OutstandingFen = clawback.OutstandingFen,
            DueOn = clawback.DueOn,
            Issued = caller.Signs(clock),
            Sheet = clawback.Sheet,
        };
        db.ClawbackNotices.Add(notice);
        await db.SaveChangesAsync(ct);
        return await ReadNotices.FindAsync(notice.Id, db, caller, ct);
    }

    private static async Task<Outcome<NoticeDetail>> DeliverAsync(
        Guid id, NoticeDelivery request, FundingDb db, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (Checks.First(Checks.Text("how", request.How, 100), Checks.NotInFuture("deliveredOn", request.DeliveredOn, clock.Today)) is { } wrong)
        {
            return wrong;
        }

        var seen = await db.ClawbackNotices.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id && n.Jurisdiction == caller.Jurisdiction, ct);
        if (seen is null || await db.TakeCaseAsync(seen.ClawbackId, caller, ct) is null)
        {
            return ReadNotices.NotFound(id);
        }

        var notice = await db.ClawbackNotices.SingleAsync(n => n.Id == id, ct);
        if (notice.DeliveredOn is { } known)
        {
            return Refusal.Conflict("notice-delivered", "notice", $"该通知书已于 {known:yyyy-MM-dd} 送达。", $"The notice was delivered on {known:yyyy-MM-dd} already.")
                .With("deliveredOn", known);
        }

        if (request.DeliveredOn < notice.IssuedOn)
        {
            return Refusal.BadInput(
                "deliveredOn",
                request.DeliveredOn,
                $"送达日期不能早于通知书日期（{notice.IssuedOn:yyyy-MM-dd}）。",
                $"A notice is not delivered before it was issued ({notice.IssuedOn:yyyy-MM-dd}).");
        }

        (notice.DeliveredOn, notice.DeliveredHow, notice.Delivered) = (request.DeliveredOn, request.How.Trim(), caller.Signs(clock));
        await db.SaveChangesAsync(ct);
        return await ReadNotices.FindAsync(id, db, caller, ct);
    }
}

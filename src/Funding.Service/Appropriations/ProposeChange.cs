using Contracts.Refusals;
using Funding.Data;
using Funding.Packs;
using Funding.Payments;
using Microsoft.EntityFrameworkCore;
using Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Appropriations;

/// <summary>A change of an appropriation, proposed under its budget document. A close asks for no amount: what is left lapses.</summary>
internal sealed record ChangeProposal(
    AppropriationChangeKind Kind, long? AmountFen, string DocumentNumber, DateOnly DocumentDate, string Reason, Guid? IntoId = null);

/// <summary>Proposes a supplement, a reduction, a carry-over or the close of a year. It changes nothing until another person approves it.</summary>
internal static class ProposeChange
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/appropriations/{id:guid}/changes", async (
            Guid id, ChangeProposal request, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, request, db, packs, clock, http.Caller(), inner), ct))
            .ToCreated(row => ChangeView.Of(row), view => $"/api/funding/appropriation-changes/{view.Id}"))
        .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();

    /// <summary>The facts that a change is decided on, read after whatever lock the caller took.</summary>
    public static async Task<ChangeFacts> FactsAsync(
        this FundingDb db, AppropriationChangeKind kind, long amountFen, Appropriation of, Appropriation? into, CancellationToken ct)
    {
        var underWay = kind != AppropriationChangeKind.Close
            ? null
            : await db.Payments.Where(p => p.AppropriationId == of.Id && (p.Status == PaymentStatus.Approved || p.Status == PaymentStatus.Exported))
                .GroupBy(p => p.AppropriationId).Select(g => new { Count = g.Count(), Fen = g.Sum(p => p.AmountFen) }).SingleOrDefaultAsync(ct);
        return new ChangeFacts(kind, amountFen, of, into, underWay?.Count ?? 0, underWay?.Fen ?? 0);
    }

    private static async Task<Outcome<AppropriationChange>> RunAsync(
        Guid id, ChangeProposal request, FundingDb db, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        var (today, kind) = (clock.Today, request.Kind);
        if (Check(request, kind, today) is { } wrong)
        {
            return wrong;
        }

        var rows = await db.Appropriations.AsNoTracking().Include(a => a.Changes)
            .Where(a => (a.Id == id || a.Id == request.IntoId) && a.Jurisdiction == caller.Jurisdiction).ToListAsync(ct);
        if (rows.Find(a => a.Id == id) is not { } of)
        {
            return ReadAppropriations.NotFound(id);
        }

        var rules = new PaymentRules(await packs.RulingAsync(of.Programme, today, ct), today);
        var into = kind == AppropriationChangeKind.CarryOver ? rows.Find(a => a.Id == request.IntoId) : null;
        var facts = await db.FactsAsync(kind, request.AmountFen ?? of.LeftFen, of, into, ct);
        if (!DecideChange.Decide(facts, rules).Accepted(out var sheet, out var refused))
        {
            return refused;
        }

        if (FourEyes.Makes(caller.Hands(), of.Approvers) is { } sameHands)
        {
            return sameHands;
        }

        var change = new AppropriationChange
        {
            Id = Guid.CreateVersion7(),
            AppropriationId = id,
            Jurisdiction = of.Jurisdiction,
            Kind = kind,
            AmountFen = facts.AmountFen,
            IntoId = into?.Id,
            DocumentNumber = request.DocumentNumber.Trim(),
            DocumentDate = request.DocumentDate,
            Reason = request.Reason.Trim(),
            Proposed = caller.Signs(clock),
            Sheet = StoredSheet.Write(sheet),
        };
        db.AppropriationChanges.Add(change);
        return change;
    }

    private static Refusal? Check(ChangeProposal request, AppropriationChangeKind kind, DateOnly today) => Checks.First(
        kind == AppropriationChangeKind.Close && request.AmountFen is null ? null : Checks.Amount("amountFen", request.AmountFen ?? 0),
        Checks.Text("documentNumber", request.DocumentNumber, 100),
        Checks.NotInFuture("documentDate", request.DocumentDate, today),
        Checks.Text("reason", request.Reason),
        kind == AppropriationChangeKind.Close && request.AmountFen is not null
            ? Refusal.BadInput("amountFen", request.AmountFen, "结账不填金额：余额全部注销。", "A close takes no amount: all that is left lapses.")
            : null);
}

using Contracts.Refusals;
using Funding.Accounts;
using Funding.Appropriations;
using Funding.Data;
using Funding.Packs;
using Funding.PayeeAccounts;
using Funding.Settlements;
using Microsoft.EntityFrameworkCore;
using Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Advances;

/// <summary>An advance, proposed under its allotment document (下达); with <paramref name="TopUp"/> the topping up of a settled year.</summary>
internal sealed record AdvanceProposal(
    Guid InstitutionId,
    Guid AppropriationId,
    long AmountFen,
    string Purpose,
    string AllotmentNumber,
    DateOnly? AllottedOn,
    string PayeeName,
    string PayeeAccount,
    string? CoBuildReason = null,
    string? PayeeBank = null,
    Guid? ReplacesId = null,
    TopUpDecision? TopUp = null);

/// <summary>
/// Proposes an advance (ZS-05). It commits nothing: what can be told already is told here, but cap and years are decided when
/// another person approves it.
/// </summary>
internal static class ProposeAdvance
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/advances", async (AdvanceProposal request, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteUniqueAsync(inner => RunAsync(request, db, packs, clock, http.Caller(), inner), ct))
            .ToCreated(made => made, made => $"/api/funding/advances/{made.Advance.Id}"))
        .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();

    /// <summary>Whether it may be proposed: the right person, an open appropriation of the body's programme, a payable body.</summary>
    public static Refusal? Decide(
        AdvanceProposal request, FundingAccount account, IReadOnlyList<AbsorbedBody> absorbed, Appropriation appropriation, Hands hands, PaymentRules rules) =>
        NotOpen(appropriation, rules)
        ?? OtherProgramme(account, appropriation)
        ?? FiscalYear.Over(appropriation.FiscalYear, rules, request.ReplacesId is not null)
        ?? Allotted(request.AllottedOn, appropriation.FiscalYear, rules)
        ?? FourEyes.Makes(hands, appropriation.Approvers)
        ?? Payability.NotPayable(account, account.Standing, rules)
        ?? YearsOfSupport.Check(account, appropriation.FiscalYear, absorbed, rules).Refusal
        ?? Payability.TooLate(account, account.RecognisedOn, rules, request.AllottedOn)
        ?? rules.CoBuiltOrReasoned(account.CoBuilt, request.CoBuildReason).Refusal?.With("institutionId", account.InstitutionId);

    private static async Task<Outcome<AdvanceDetail>> RunAsync(
        AdvanceProposal request, FundingDb db, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (Check(request, clock.Today) is { } wrong)
        {
            return wrong;
        }

        var account = await db.Accounts.AsNoTracking().Include(a => a.Years).Include(a => a.Absorbed).VisibleTo(caller).SingleOrDefaultAsync(a => a.InstitutionId == request.InstitutionId, ct);
        if (account is null)
        {
            return ReadAccounts.NotFound(request.InstitutionId);
        }

        var appropriation = await db.Appropriations.AsNoTracking().Include(a => a.Changes)
            .SingleOrDefaultAsync(a => a.Id == request.AppropriationId && a.Jurisdiction == caller.Jurisdiction, ct);
        if (appropriation is null)
        {
            return ReadAppropriations.NotFound(request.AppropriationId);
        }

        if (!(await packs.InForceAsync(account.Programme, caller.Jurisdiction, clock.Today, ct)).Accepted(out var pack, out var refused))
        {
            return refused;
        }

        var rules = new PaymentRules(pack, clock.Today);
        var absorbed = AbsorbedBodies.Carried((await db.AbsorbedAsync([account], ct))[account.InstitutionId], rules);
        if ((Decide(request, account, absorbed, appropriation, caller.Hands(), rules)
            ?? (request.TopUp is null ? null : await db.NoTopUpAsync(account, appropriation.FiscalYear, rules, ct))) is { } no)
        {
            return no;
        }

        var replaced = await db.Advances.AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.ReplacesId && a.InstitutionId == request.InstitutionId, ct);
        if (await NotReplacedAsync(request, replaced, appropriation, db, ct) is { } unfit)
        {
            return unfit;
        }

        var confirmed = await db.ConfirmedPayeeAsync(account.Jurisdiction, PayeeAccount.OwnerOf(account.InstitutionId), ct);
        var advance = Propose(request, appropriation, replaced, confirmed?.Bank, caller.Signs(clock));
        if (confirmed?.Differs(advance) is { } otherAccount)
        {
            return otherAccount;
        }

        db.Advances.Add(advance);
        await db.SaveChangesAsync(ct);
        return AdvanceDetail.Of(advance, await account.ViewAsync(db, packs, clock.Today, ct), [], showPayeeAccount: true);
    }

    private static Advance Propose(AdvanceProposal request, Appropriation appropriation, Advance? replaced, string? bank, Signature by) => new()
    {
        Id = Guid.CreateVersion7(),
        InstitutionId = request.InstitutionId,
        AppropriationId = appropriation.Id,
        Jurisdiction = appropriation.Jurisdiction,
        Programme = appropriation.Programme,
        FiscalYear = appropriation.FiscalYear,
        AmountFen = request.AmountFen,
        Purpose = request.Purpose.Trim(),
        AllotmentNumber = request.AllotmentNumber.Trim(),
        AllottedOn = request.AllottedOn,
        PayeeName = request.PayeeName.Trim(),
        PayeeAccount = request.PayeeAccount,
        PayeeBank = string.IsNullOrWhiteSpace(request.PayeeBank) ? bank : request.PayeeBank.Trim(),
        ReplacesId = request.ReplacesId,
        CoBuildReason = string.IsNullOrWhiteSpace(request.CoBuildReason) ? null : request.CoBuildReason.Trim(),

        // A top-up that came back is paid again under its decision.
        TopUpNumber = request.TopUp?.DocumentNumber.Trim() ?? replaced?.TopUpNumber,
        TopUpDecidedOn = request.TopUp?.DecidedOn ?? replaced?.TopUpDecidedOn,
        Proposed = by,
    };

    private static async Task<Refusal?> NotReplacedAsync(AdvanceProposal request, Advance? replaced, Appropriation appropriation, FundingDb db, CancellationToken ct)
    {
        if (request.ReplacesId is not { } id)
        {
            return null;
        }

        return replaced is null
            ? ReadAdvances.NotFound(id)
            : PayAgain.Decide(request.AmountFen, appropriation.FiscalYear, replaced, await db.Advances.AsNoTracking().Where(a => a.ReplacesId == id).ToListAsync(ct));
    }

    private static Refusal? Check(AdvanceProposal request, DateOnly today) => Checks.First(
        Checks.Amount("amountFen", request.AmountFen),
        Checks.Text("purpose", request.Purpose),
        Checks.Text("allotmentNumber", request.AllotmentNumber, 100),
        Checks.Text("payeeName", request.PayeeName, 100),
        Checks.BankAccount("payeeAccount", request.PayeeAccount),
        request.PayeeBank is { Length: > 0 } ? Checks.Text("payeeBank", request.PayeeBank, 100) : null,
        request.CoBuildReason is { Length: > 0 } ? Checks.Text("coBuildReason", request.CoBuildReason) : null,
        request.TopUp?.Check(today));

    // ZS-08 counts from the allotment's date. Where none is recorded the bureau may let it count from the payment.
    private static Refusal? Allotted(DateOnly? allottedOn, int fiscalYear, PaymentRules rules) => allottedOn is { } day
        ? Checks.DocumentDay("allottedOn", day, fiscalYear, rules.Today)
        : rules.ClockFallsBackToPayment
            ? null
            : Refusal.BadInput("allottedOn", null, "须填写资金下达文件的日期，认定期限自该日起算。", "The allotment document's date is required: the time for the recognition counts from it.");

    // Decision 12: after the close the way of what came back is the carry-over; it is then the later year's money.
    private static Refusal? NotOpen(Appropriation appropriation, PaymentRules rules) => appropriation.Status switch
    {
        AppropriationStatus.Open => null,
        AppropriationStatus.Closed => NotOpen(
            appropriation,
            rules,
            $"{appropriation.FiscalYear}年度已结账。结账后退汇的资金，须由两人结转至以后年度，再从以后年度的安排中提出预拨。",
            $"Fiscal year {appropriation.FiscalYear} is closed. What came back after the close is carried over by two persons and then proposed from the later year's appropriation."),
        _ => NotOpen(
            appropriation,
            rules,
            $"{appropriation.FiscalYear}年度安排{appropriation.Status.Zh()}，批准后方可提出预拨。",
            $"The appropriation of {appropriation.FiscalYear} is {appropriation.Status.En()}; advances need an open one."),
    };

    private static Refusal NotOpen(Appropriation appropriation, PaymentRules rules, string zh, string en) =>
        Refusal.Conflict("appropriation-not-open", rules.CapClause, zh, en).With("appropriationId", appropriation.Id).With("status", appropriation.Status.En());

    private static Refusal? OtherProgramme(FundingAccount account, Appropriation appropriation) => account.Programme == appropriation.Programme
        ? null
        : Refusal.Conflict(
                "programme-differs",
                "appropriationId",
                "该年度安排属于另一项政策，不能用于此单位。",
                "The appropriation belongs to another programme than the body.")
            .With("programme", account.Programme).With("appropriationProgramme", appropriation.Programme);
}

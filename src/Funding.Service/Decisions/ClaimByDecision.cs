using Contracts.Refusals;
using Contracts.Registry;
using Contracts.Values;
using Funding.Accounts;
using Funding.Clawbacks;
using Funding.Data;
using Funding.Ledger;
using Funding.Packs;
using Funding.Settlements;
using Packs;
using Policies;
using Policies.Evaluation;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Decisions;

/// <summary>What is to be claimed of a body's year, for which cause and by which document.</summary>
internal sealed record ClaimProposal(
    Guid InstitutionId, int FiscalYear, ClawbackCause Cause, long AmountFen, string Reason, string DocumentNumber, DateOnly DecidedOn);

/// <summary>
/// Claims money back because the standing was revoked or it was obtained by fraud: two persons, a document, and at most what no other
/// cause claims of the year already. No event and no timer opens such a case (P-5).
/// </summary>
internal static class ClaimByDecision
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/clawback-claims", async (ClaimProposal request, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(request, db, packs, clock, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();

    /// <summary>Whether this much can be claimed of the year.</summary>
    public static Refusal? Decide(FundingAccount account, FundedYear? year, ClawbackCause cause, Money amount, PaymentRules rules)
    {
        if (cause is ClawbackCause.OverAdvance or ClawbackCause.Deadline)
        {
            return Refusal.BadInput(
                "cause", cause.En(), "多拨付和逾期未认定的追缴由考核结果和期限产生，不在此办理。", "What was over-advanced or unused is claimed by review and deadline, not here.");
        }

        if (rules.ClauseOf(cause) is not { } clauseId || !rules.Claims(cause))
        {
            return Proposing.NotOffered("clawback-causes", "因该事由追缴", "clawbacks for this cause");
        }

        if (cause == ClawbackCause.Revocation && account.Standing is not (Standings.Revoked or Standings.Cancelled or Standings.Delisted))
        {
            return Refusal.Conflict(
                    "standing-stands",
                    clauseId,
                    $"“{account.Name}”的状态为“{Words.StandingZh(account.Standing)}”，资格未被取消，不能以此追缴。",
                    $"'{account.Name}' is {account.Standing}: its standing was not taken away, and nothing is claimed for that.")
                .With("standing", account.Standing);
        }

        var left = Money.FromFen(year is null ? 0 : Math.Max(0, year.PaidFen - year.ClaimedFen));
        return amount <= left
            ? null
            : Refusal.Conflict(
                    "claim-above-left",
                    clauseId,
                    $"该年度已拨付 {Money.FromFen(year?.PaidFen ?? 0)} 元，已追缴 {Money.FromFen(year?.ClaimedFen ?? 0)} 元，可再追缴 {left} 元，本次 {amount} 元超出：同一分钱只追缴一次。",
                    $"{Money.FromFen(year?.PaidFen ?? 0)} yuan was paid of the year and {Money.FromFen(year?.ClaimedFen ?? 0)} is claimed already; {left} is left, {amount} is more. A fen is claimed once.")
                .With("paidFen", year?.PaidFen ?? 0).With("claimedFen", year?.ClaimedFen ?? 0).With("leftFen", left.Fen).With("askedFen", amount.Fen);
    }

    /// <summary>Claims it.</summary>
    public static async Task<Outcome<CalculationSheet>> CarryOutAsync(CarryOut act, CancellationToken ct)
    {
        var (decision, account, rules) = (act.Decision, act.Account!, act.Rules!);
        var (cause, amount) = (decision.Cause!.Value, Money.FromFen(decision.AmountFen));
        var year = account.Years.Find(y => y.FiscalYear == decision.FiscalYear);
        if (Decide(account, year, cause, amount, rules) is { } refusal)
        {
            return refusal;
        }

        var sheet = Explain(year!, cause, decision, rules);
        decision.ClawbackId = await ChangeAsync(act, year!, cause, amount.Fen, PostingKind.ClaimDecided, sheet, ct);
        decision.Status = DecisionStatus.Done;
        return sheet;
    }

    /// <summary>Changes what is claimed of a year by decision, and tells the case.</summary>
    public static async Task<Guid> ChangeAsync(
        CarryOut act, FundedYear year, ClawbackCause cause, long changeFen, PostingKind kind, CalculationSheet sheet, CancellationToken ct)
    {
        var books = await YearBooks.OpenAsync(act.Db, act.Account!, year.FiscalYear, act.By.At, ct);
        year.Held = changeFen > 0 ? year.Held.Take(cause, changeFen, books.AboveEntitledFen) : year.Held.Release(cause, -changeFen);
        books.Close(
            PostingContext.Of(kind, act.Decision.Id, act.Account!, year.FiscalYear, act.Today, act.By.Subject, act.Decision.DocumentNumber!),
            await act.Db.SettlementSheetAsync(books.Settlement, ct),
            unusedSheet: null,
            act.Rules!,
            sheet);
        return books.Case(cause)!.Id;
    }

    private static async Task<Outcome<DecisionView>> RunAsync(
        ClaimProposal request, FundingDb db, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (Checks.First(
            Checks.Amount("amountFen", request.AmountFen),
            Checks.Text("reason", request.Reason),
            Checks.Text("documentNumber", request.DocumentNumber, 100),
            Checks.NotInFuture("decidedOn", request.DecidedOn, clock.Today)) is { } wrong)
        {
            return wrong;
        }

        if (!await db.SeesAsync(request.InstitutionId, caller, ct) || await db.TakeTurnAsync(request.InstitutionId, ct) is not { } account)
        {
            return ReadAccounts.NotFound(request.InstitutionId);
        }

        var rules = new PaymentRules(await packs.RulingAsync(account.Programme, clock.Today, ct), clock.Today);
        var year = account.Years.Find(y => y.FiscalYear == request.FiscalYear);
        if (Decide(account, year, request.Cause, Money.FromFen(request.AmountFen), rules) is { } refusal)
        {
            return refusal;
        }

        var decision = new ClawbackDecision
        {
            Id = Guid.CreateVersion7(),
            Jurisdiction = account.Jurisdiction,
            InstitutionId = account.InstitutionId,
            Programme = account.Programme,
            FiscalYear = request.FiscalYear,
            Kind = DecisionKind.Claim,
            Cause = request.Cause,
            AmountFen = request.AmountFen,
            Reason = request.Reason.Trim(),
            DocumentNumber = request.DocumentNumber.Trim(),
            DecidedOn = request.DecidedOn,
            Proposed = caller.Signs(clock),
        };
        db.ClawbackDecisions.Add(decision);
        await db.SaveChangesAsync(ct);
        return await ReadDecisions.FindAsync(decision.Id, db, caller, ct);
    }

    private static CalculationSheet Explain(FundedYear year, ClawbackCause cause, ClawbackDecision decision, PaymentRules rules) =>
        rules.Pack.Sheet(cause == ClawbackCause.Fraud ? "弄虚作假追缴" : "取消资格追缴", cause == ClawbackCause.Fraud ? "Clawback for fraud" : "Clawback for a revocation")
            .Line(
                $"{year.FiscalYear}年度可追缴（已拨付－已追缴）",
                $"Left to be claimed of {year.FiscalYear}: paid less claimed already",
                rules.ClauseOf(cause)!,
                Figure.Of(Money.FromFen(year.PaidFen - year.ClaimedFen)),
                new SheetInput(new Label("已拨付", "Paid"), Figure.Of(Money.FromFen(year.PaidFen))),
                new SheetInput(new Label("已追缴", "Claimed already"), Figure.Of(Money.FromFen(year.ClaimedFen))))
            .Line(
                "本次决定追缴",
                "Claimed by this decision",
                rules.ClauseOf(cause)!,
                Figure.Of(Money.FromFen(decision.AmountFen)),
                new SheetInput(new Label("决定文号", "Document"), Figure.Of(decision.DocumentNumber!)),
                new SheetInput(new Label("决定日期", "Decided on"), Figure.Of(decision.DecidedOn!.Value)))
            .Build();
}

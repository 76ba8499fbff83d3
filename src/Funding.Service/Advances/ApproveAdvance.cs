using Contracts.Refusals;
using Contracts.Values;
using Funding.Accounts;
using Funding.Approvals;
using Funding.Appropriations;
using Funding.Clawbacks;
using Funding.Data;
using Funding.Packs;
using Funding.PayeeAccounts;
using Funding.Payments;
using Funding.Settlements;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Policies.Evaluation;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Advances;

/// <summary>
/// Approves an advance: the one place where money is committed. The body's turn is taken first and all that concerns the body is
/// decided in it; the year's cap is decided last, in one conditional statement, in the same transaction.
/// </summary>
internal static class ApproveAdvance
{
    /// <summary>What the decision looks at beside the pack; read inside the body's turn, so that it stays true until the end.</summary>
    internal sealed record Facts(
        Advance Advance,
        FundingAccount Account,
        IReadOnlyList<AbsorbedBody> Absorbed,
        Appropriation Appropriation,
        bool LastReviewFailed,
        bool ClawbackOpen,
        bool YearReviewed,
        Hands Hands,
        PayeeAccount? Payee = null,
        Refusal? NoTopUp = null);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/advances/{id:guid}/approve", async (Guid id, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, db, packs, clock, http.Caller(), inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceApprover, Roles.Leader).RequireIdempotencyKey();

    /// <summary>Everything but the year's cap: the sheets that explain the yes, or the refusal.</summary>
    public static Outcome<IReadOnlyList<CalculationSheet>> Decide(Facts facts, PaymentRules rules)
    {
        var (advance, account) = (facts.Advance, facts.Account);
        var refusal = NotProposed(advance)
            ?? FourEyes.Approves(facts.Hands, [advance.Proposed, .. facts.Appropriation.Makers])
            ?? rules.NotCarriedOut()
            ?? FiscalYear.Over(advance.FiscalYear, rules, advance.ReplacesId is not null)
            ?? YearReviewed(facts)
            ?? facts.NoTopUp
            ?? Payability.Check(account, account.KnownStanding, rules)
            ?? Payability.TooLate(account, account.RecognisedOn, rules, advance.AllottedOn);
        if (refusal is not null)
        {
            return refusal;
        }

        var year = account.Years.Find(y => y.FiscalYear == advance.FiscalYear);
        List<CalculationSheet> sheets = [];
        foreach (var rule in (Outcome<Calculation>[])
        [
            YearsOfSupport.Check(account, advance.FiscalYear, facts.Absorbed, rules),
            rules.Payable(account.Standing),
            rules.NotWithheld(facts.LastReviewFailed, facts.ClawbackOpen),
            rules.CoBuiltOrReasoned(account.CoBuilt, advance.CoBuildReason),
            rules.CentreCapKept(Money.FromFen(year?.CommittedFen ?? 0), Money.FromFen(advance.AmountFen)),
        ])
        {
            if (!rule.Accepted(out var calculation, out var refused))
            {
                return refused.With("institutionId", account.InstitutionId).With("name", account.Name);
            }

            sheets.Add(calculation.Sheet);
        }

        return sheets;
    }

    private static async Task<Outcome<AdvanceDetail>> RunAsync(
        Guid id, FundingDb db, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        var today = clock.Today;
        if (await TakeTurnsAsync(id, db, caller, ct) is not { } account)
        {
            return ReadAdvances.NotFound(id);
        }

        if (!(await packs.InForceAsync(account.Programme, caller.Jurisdiction, today, ct)).Accepted(out var pack, out var refused))
        {
            return refused;
        }

        var rules = new PaymentRules(pack, today, await packs.GroundAsync(pack, today, ct));
        var facts = await ReadAsync(id, account, rules, caller.Hands(), db, ct);
        var tier = ApprovalTier.Of(Counted(facts), rules);
        if (!Decide(facts, rules).Accepted(out var sheets, out refused)
            || !GiveApproval.Decide(facts.Advance, tier, caller).Accepted(out var isLast, out refused))
        {
            return await db.WithReasonsAsync(refused, ct);
        }

        // The appropriation last: everybody waits for its row.
        var by = caller.Signs(clock);
        if (!isLast)
        {
            facts.Advance.ApproveFirst(by, tier);
        }
        else if (db.AcceptPayee(facts.Payee, facts.Advance, PayeeAccount.OwnerOf(account.InstitutionId), account.Name, by) is { } otherAccount)
        {
            return otherAccount;
        }
        else if (!(await db.CommitAsync(facts.Advance, rules.AnnualCap, ct)).Accepted(out var committedBefore, out refused))
        {
            return refused;
        }
        else
        {
            db.Approve(facts.Advance, by, today);
            facts.Account.Commit(facts.Advance);
            facts.Advance.Sheet = StoredSheet.Write(Explain(facts, committedBefore, sheets, tier, rules));
        }

        await db.SaveLastAsync(ct);
        return AdvanceDetail.Of(facts.Advance, await account.ViewAsync(db, pack, today, ct), [], caller.IsAny(Roles.FinanceMaker, Roles.FinanceApprover));
    }

    private static Money Counted(Facts facts) =>
        Money.FromFen((facts.Account.Years.Find(y => y.FiscalYear == facts.Advance.FiscalYear)?.CommittedFen ?? 0) + facts.Advance.AmountFen);

    // Nearly always the body's own turn, taken and read by way of the advance. The years of merged bodies decide as well (ZS-04): their
    // turns are taken beside it.
    private static async Task<FundingAccount?> TakeTurnsAsync(Guid id, FundingDb db, Caller caller, CancellationToken ct)
    {
        var body = db.Advances.VisibleTo(db, caller).Where(a => a.Id == id).Select(a => (Guid?)a.InstitutionId);
        var account = await db.TakeTurnAloneAsync(body, ct);
        if (account is { Absorbed.Count: 0 } || await body.SingleOrDefaultAsync(ct) is not { } own)
        {
            return account;
        }

        db.ChangeTracker.Clear();
        var merged = await db.Accounts.AsNoTracking().Include(a => a.Absorbed).SingleAsync(a => a.InstitutionId == own, ct);
        var absorbed = (await db.AbsorbedAsync([merged], ct))[own].Select(a => a.InstitutionId);
        return (await db.TakeTurnsAsync([own, .. absorbed], ct))[own];
    }

    private static async Task<Facts> ReadAsync(
        Guid id, FundingAccount account, PaymentRules rules, Hands hands, FundingDb db, CancellationToken ct)
    {
        var (worst, owner) = (rules.Pack.Grades[^1].Key, PayeeAccount.OwnerOf(account.InstitutionId));
        var read = await (
            from advance in db.Advances
            join appropriation in db.Appropriations.Include(a => a.Changes) on advance.AppropriationId equals appropriation.Id
            from payee in db.PayeeAccounts.Where(p => p.Jurisdiction == account.Jurisdiction && p.Owner == owner && p.Status == PayeeAccountStatus.Confirmed).DefaultIfEmpty()
            where advance.Id == id
            select new
            {
                Advance = advance,
                Appropriation = appropriation,
                LastReviewFailed = db.PublishedResults.Any(r => r.InstitutionId == advance.InstitutionId && r.FiscalYear == advance.FiscalYear - 1 && r.Grade == worst),
                YearReviewed = db.PublishedResults.Any(r => r.InstitutionId == advance.InstitutionId && r.FiscalYear == advance.FiscalYear),
                ClawbackOpen = db.Clawbacks.Any(c => c.InstitutionId == advance.InstitutionId && c.Status == ClawbackStatus.Open),
                Payee = payee,
            }).SingleAsync(ct);
        return new Facts(
            read.Advance,
            account,
            AbsorbedBodies.Carried((await db.AbsorbedAsync([account], ct))[account.InstitutionId], rules),
            read.Appropriation,
            read.LastReviewFailed,
            read.ClawbackOpen,
            read.YearReviewed && !read.Advance.IsTopUp,
            hands,
            read.Payee,
            read.Advance.IsTopUp ? await db.NoTopUpAsync(account, read.Advance.FiscalYear, rules, ct) : null);
    }

    private static CalculationSheet Explain(Facts facts, Money committedBefore, IEnumerable<CalculationSheet> sheets, ApprovalTier tier, PaymentRules rules)
    {
        var builder = rules.Pack.Sheet("预拨复核", "Approval of an advance").By(rules.Ground);
        foreach (var sheet in sheets)
        {
            builder = builder.Lines(sheet);
        }

        return Consider(facts, builder.Tier(tier), rules).Left(facts.Appropriation, committedBefore, facts.Advance, rules).Build();
    }

    // What is shown wherever money is decided: the deadline (ZS-08), the latest evaluation (ZS-18), the county's share (ZS-29).
    private static SheetBuilder Consider(Facts facts, SheetBuilder builder, PaymentRules rules)
    {
        var account = facts.Account;
        if (account.FirstAllottedOn is { } from && rules.RecognitionPeriod is { } period)
        {
            builder = builder.Line(
                period, Figure.Of(period.Value.LastDay(from)), new SheetInput(new Label("首次下达日期", "First allotment"), Figure.Of(from)));
        }

        if (account.EvaluatedYear is { } year && rules.Pack.Grade(account.EvaluationGrade!) is { } grade)
        {
            builder = builder.Line($"{year}年度绩效评价", $"Yearly evaluation of {year}", grade.Citation.ClauseId, Figure.Of(grade.Label));
        }

        return account.CountyShareFen is { } share && rules.CoBuilt(account.CoBuilt) is { } coBuilt
            ? builder.Line("县（区）投入", "The county's share", coBuilt.Sheet.Lines[0].ClauseId, Figure.Of(Money.FromFen(share)))
            : builder;
    }

    private static Refusal? NotProposed(Advance advance) => advance.Status == PaymentStatus.Proposed
        ? null
        : Refusal.Conflict(
                "advance-not-proposed",
                "status",
                $"该笔预拨现为“{advance.Status.Zh()}”，只有待复核的可以批准。",
                $"The advance is {advance.Status.En()}; only a proposed one is approved.")
            .With("status", advance.Status.En());

    // ZS-05 pays before the review: its published result closes the year, whether or not the money is settled already. What came back
    // from the bank was due before and is paid again; the year is settled on it once more.
    private static Refusal? YearReviewed(Facts facts) => !facts.YearReviewed || facts.Advance.ReplacesId is not null
        ? null
        : Refusal.Conflict(
                "year-reviewed",
                "ZS-06",
                $"“{facts.Account.Name}”{facts.Advance.FiscalYear}年度资金的考核结果已公布，不能再预拨。",
                $"The review of the {facts.Advance.FiscalYear} money of '{facts.Account.Name}' is published; the year takes no more advances.")
            .With("fiscalYear", facts.Advance.FiscalYear);
}

using Contracts.Refusals;
using Contracts.Values;
using Funding.Accounts;
using Funding.Appropriations;
using Funding.Data;
using Funding.Deadlines;
using Funding.Packs;
using Funding.Payments;
using Microsoft.EntityFrameworkCore;
using Policies;
using Policies.Evaluation;

namespace Funding.Advances;

/// <summary>What an approval commits and what a failed, returned or cancelled payment releases, each exactly once.</summary>
internal static class Commitment
{
    /// <summary>
    /// Commits against the year's appropriation and cap in one conditional statement (ZS-03, P-4) and tells what was committed
    /// before it; refused, with the figures, where it does not fit. The cap is asked again here, because a later version of the
    /// pack may have lowered it below an appropriation that was opened before. Without a legal cap the appropriation is the cap.
    /// </summary>
    public static async Task<Outcome<Money>> CommitAsync(this FundingDb db, Payment payment, Cited<Money>? cap, CancellationToken cancellationToken)
    {
        var capFen = cap?.Value.Fen ?? Money.MaxFen;
        return await CapSql.TakeAsync(db, payment, capFen, cancellationToken) is { } committed
            ? Money.FromFen(committed - payment.AmountFen)
            : Refuse(await db.Appropriations.AsNoTracking().SingleAsync(a => a.Id == payment.AppropriationId, cancellationToken), payment, cap);
    }

    /// <summary>Takes the commitment into the body's year.</summary>
    public static void Commit(this FundingAccount account, Advance advance)
    {
        var year = account.Year(advance.FiscalYear);
        year.LiveAdvances++;
        year.CommittedFen = checked(year.CommittedFen + advance.AmountFen);
        account.FirstAllottedOn = RecognitionClock.Earlier(account.FirstAllottedOn, advance.AllottedOn);
    }

    /// <summary>
    /// Releases a commitment from the body's year. The caller holds the body's turn and has just taken the advance out of the
    /// live ones; its clock follows by <see cref="SetClocksBackAsync"/>, the appropriation at the end of its work by <see cref="GiveBackAsync"/>.
    /// </summary>
    public static void Release(this FundingAccount account, Advance advance)
    {
        var year = account.Year(advance.FiscalYear);
        year.LiveAdvances--;
        year.CommittedFen = checked(year.CommittedFen - advance.AmountFen);
    }

    /// <summary>
    /// ZS-08: after a release the clock runs from the first allotment that still stands; but what has run out does not run again.
    /// </summary>
    public static async Task SetClocksBackAsync(
        this FundingDb db, IEnumerable<FundingAccount> accounts, PaymentRules rules, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        var running = accounts.Where(account => !RecognitionClock.Missed(account, rules)).ToList();
        var ids = running.ConvertAll(account => account.InstitutionId);
        var standing = await db.Advances
            .Where(a => ids.Contains(a.InstitutionId)
                && (a.Status == PaymentStatus.Approved || a.Status == PaymentStatus.Exported || a.Status == PaymentStatus.Paid))
            .GroupBy(a => a.InstitutionId)
            .Select(g => new { g.Key, First = g.Min(a => a.AllottedOn ?? a.PaidOn) })
            .ToDictionaryAsync(g => g.Key, g => g.First, cancellationToken);
        foreach (var account in running)
        {
            account.FirstAllottedOn = standing.GetValueOrDefault(account.InstitutionId);
        }
    }

    /// <summary>Gives a sum back to an appropriation; the last row of a write.</summary>
    public static async Task GiveBackAsync(this FundingDb db, Guid appropriationId, long amountFen, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        var released = await db.Appropriations
            .Where(a => a.Id == appropriationId && a.CommittedFen >= amountFen)
            .ExecuteUpdateAsync(
                row => row.SetProperty(a => a.CommittedFen, a => a.CommittedFen - amountFen).SetProperty(a => a.Version, a => a.Version + 1),
                cancellationToken);
        if (released != 1)
        {
            throw new InvalidOperationException($"Appropriation {appropriationId} holds less than the {amountFen} fen to be released.");
        }
    }

    /// <summary>The lines that tell what a commitment leaves of its year: the cap, where there is one, and the appropriation.</summary>
    public static SheetBuilder Left(this SheetBuilder sheet, Appropriation appropriation, Money committedBefore, Payment payment, PaymentRules rules)
    {
        var (amount, asked) = (Money.FromFen(appropriation.AmountFen), Money.FromFen(payment.AmountFen));
        return (rules.AnnualCap is { } cap ? sheet.Line(cap, Figure.Of(cap.Value)) : sheet).Line(
            "复核后年度安排尚余",
            "Left of the year's appropriation after this",
            rules.CapClause,
            Figure.Of(amount.Above(committedBefore + asked)),
            new SheetInput(new Label("年度安排", "Appropriation"), Figure.Of(amount)),
            new SheetInput(new Label("此前已批准（P-4）", "Committed before (P-4)"), Figure.Of(committedBefore)),
            new SheetInput(new Label("本次", "This payment"), Figure.Of(asked)));
    }

    private static Refusal Refuse(Appropriation appropriation, Payment payment, Cited<Money>? cap)
    {
        var clause = cap?.ClauseId ?? "P-4";
        if (appropriation.Status != AppropriationStatus.Open)
        {
            return Refusal.Conflict("appropriation-not-open", clause, "该年度安排尚未批准或已撤回。", "The year's appropriation is not open.")
                .With("appropriationId", appropriation.Id);
        }

        var (amount, committed, asked) =
            (Money.FromFen(appropriation.AmountFen), Money.FromFen(appropriation.CommittedFen), Money.FromFen(payment.AmountFen));
        var left = (cap is null || amount < cap.Value ? amount : cap.Value).Above(committed);
        return Refusal.Conflict(
                "annual-cap-exceeded",
                clause,
                $"{appropriation.FiscalYear}年度安排 {amount} 元{(cap is null ? "" : $"（上限 {cap.Value} 元）")}，已批准 {committed} 元，尚余 {left} 元，本次 {asked} 元超出年度安排或上限。",
                $"The appropriation of {appropriation.FiscalYear} is {amount} yuan{(cap is null ? "" : $" (cap {cap.Value})")}, {committed} is committed, {left} is left; {asked} does not fit.")
            .With("fiscalYear", appropriation.FiscalYear)
            .With("capFen", cap?.Value.Fen)
            .With("appropriationFen", amount.Fen)
            .With("committedFen", committed.Fen)
            .With("askedFen", asked.Fen)
            .With("leftFen", left.Fen);
    }
}

using Contracts.Refusals;
using Funding.Accounts;
using Funding.Clawbacks;
using Funding.Data;
using Funding.Ledger;
using Funding.Packs;
using Funding.Settlements;
using Microsoft.EntityFrameworkCore;
using Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Deadlines;

/// <summary>The decision to take back what is unused.</summary>
internal sealed record DeadlineDecision(string DocumentNumber, DateOnly DecidedOn);

/// <summary>
/// Confirms a deadline case: what is unused is claimed back, year by year (ZS-08). It harms, so a person decides (P-5), and
/// Registry is asked first whether the body was recognised in time after all; without its answer the case waits.
/// </summary>
internal static class ConfirmDeadlineCase
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/deadline-cases/{id:guid}/confirm", async (
            Guid id, DeadlineDecision request, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(id, request, db, packs, clock, http, inner), ct)).ToHttp())
        .RequireRoles(Roles.FinanceApprover)
        .AddEndpointFilter(AskFirstAsync)
        .RequireIdempotencyKey();

    /// <summary>Whether it may be confirmed.</summary>
    /// <param name="row">The case.</param>
    /// <param name="decidedOn">The decision's date.</param>
    /// <param name="recognisedOn">When the body was recognised, by what is known here or by Registry's answer.</param>
    /// <param name="today">Today.</param>
    public static Refusal? Decide(DeadlineCase row, DateOnly decidedOn, DateOnly? recognisedOn, DateOnly today)
    {
        if (row.Status != DeadlineCaseStatus.Proposed)
        {
            return Refusal.Conflict("deadline-case-not-proposed", "status", $"该案{row.Status.Zh()}，不能再确认。", $"The case is {row.Status.En()} and cannot be confirmed.")
                .With("status", row.Status.En());
        }

        if (recognisedOn <= row.Deadline)
        {
            return Refusal.Conflict(
                    "recognised-in-time",
                    "ZS-08",
                    $"该单位已于 {recognisedOn:yyyy-MM-dd} 认定，未超过 {row.Deadline:yyyy-MM-dd} 的期限，不予追缴。",
                    $"The body was recognised on {recognisedOn:yyyy-MM-dd}, within its time until {row.Deadline:yyyy-MM-dd}; nothing is claimed.")
                .With("recognisedOn", recognisedOn).With("deadline", row.Deadline);
        }

        return decidedOn > row.Deadline
            ? Checks.NotInFuture("decidedOn", decidedOn, today)
            : Refusal.BadInput(
                "decidedOn",
                decidedOn,
                $"追缴决定不能早于期限届满的次日（{row.Deadline.AddDays(1):yyyy-MM-dd}）。",
                $"Nothing is claimed before the day after the deadline ({row.Deadline.AddDays(1):yyyy-MM-dd}).");
    }

    // Outside the transaction on purpose: nobody's turn is held while another service is waited for.
    private static async ValueTask<object?> AskFirstAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var (id, caller, db) = (context.GetArgument<Guid>(0), http.Caller(), context.GetArgument<FundingDb>(2));
        var body = await db.DeadlineCases.VisibleTo(db, caller).Where(c => c.Id == id).Select(c => c.InstitutionId).ToListAsync(http.RequestAborted);
        var asked = await http.RequestServices.GetRequiredService<AskRegistry>()
            .AskAsync(body, http.RequestServices.GetRequiredService<BusinessClock>().Today, http.RequestAborted);
        if (!asked.Accepted(out var answers, out _))
        {
            return asked.ToHttp();
        }

        http.Items[typeof(StandingAnswers)] = answers;
        return await next(context);
    }

    private static async Task<Outcome<DeadlineCaseDetail>> RunAsync(
        Guid id, DeadlineDecision request, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct)
    {
        var (caller, today) = (http.Caller(), clock.Today);
        if (Checks.Text("documentNumber", request.DocumentNumber, 100) is { } wrong)
        {
            return wrong;
        }

        var institutionId = await db.DeadlineCases.VisibleTo(db, caller).Where(c => c.Id == id).Select(c => (Guid?)c.InstitutionId).SingleOrDefaultAsync(ct);
        if (institutionId is null || await db.TakeTurnAsync(institutionId.Value, ct) is not { } account)
        {
            return ReadDeadlines.NotFound(id);
        }

        // An institution that Registry does not know is no answer to build a claim on.
        var answers = (StandingAnswers)http.Items[typeof(StandingAnswers)]!;
        if (answers.On != today || answers.ByInstitution.GetValueOrDefault(account.InstitutionId) is not { IsKnown: true } answer)
        {
            return AskRegistry.NoAnswer(today);
        }

        var row = await db.DeadlineCases.SingleAsync(c => c.Id == id, ct);
        if (Decide(row, request.DecidedOn, RecognitionClock.Earlier(account.RecognisedOn, answer.RecognisedOn), today) is { } refusal)
        {
            return refusal;
        }

        var rules = new PaymentRules(await packs.RulingAsync(account.Programme, today, ct), today);
        return await ClaimAsync(row, request, account, caller.Signs(clock), rules, db, ct) is { } nothing
            ? nothing
            : await ReadDeadlines.FindAsync(id, db, caller, ct);
    }

    private static async Task<Refusal?> ClaimAsync(
        DeadlineCase row, DeadlineDecision request, FundingAccount account, Signature by, PaymentRules rules, FundingDb db, CancellationToken ct)
    {
        row.CutOff = rules.SpendingCountsUntilDecision ? request.DecidedOn : row.Deadline;
        var money = await UnusedMoney.ReadAsync(db, account, row.Deadline, row.CutOff, rules, ct);
        var figures = UnusedMoney.Calculate(row.AllottedOn, row.CutOff, money, rules);
        if (figures.Total.Fen == 0)
        {
            return Refusal.Conflict("nothing-unused", "ZS-08", "没有未使用的资金，无需追缴。", "Nothing is unused; there is nothing to claim.");
        }

        row.Status = DeadlineCaseStatus.Confirmed;
        (row.DocumentNumber, row.DecidedOn, row.Confirmed) = (request.DocumentNumber.Trim(), request.DecidedOn, by);
        (row.AmountFen, row.DecidedFen, row.Sheet) = (figures.Total.Fen, figures.Total.Fen, StoredSheet.Write(figures.Sheet));
        foreach (var beside in account.Years)
        {
            (beside.OverAdvanceBesideFen, beside.DecidedBesideFen) = (beside.OverAdvanceFen, beside.DecidedFen);
        }

        foreach (var (fiscalYear, fen) in figures.Shares)
        {
            var entry = row.Enter(DeadlineEntryKind.Claimed, fiscalYear, fen, rules.Today);
            db.DeadlineEntries.Add(entry);
            var books = await YearBooks.OpenAsync(db, account, fiscalYear, by.At, ct);
            var year = account.Year(fiscalYear);
            year.Held = year.Held.Take(ClawbackCause.Deadline, fen, books.AboveEntitledFen, row.Id);
            books.Close(
                PostingContext.Of(PostingKind.UnusedClaimed, entry.Id, account, fiscalYear, rules.Today, by.Subject, row.DocumentNumber),
                await db.SettlementSheetAsync(books.Settlement, ct),
                figures.Sheet,
                rules);
        }

        await db.SaveChangesAsync(ct);
        return null;
    }
}
